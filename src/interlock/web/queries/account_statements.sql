-- found --   The statements of account a filter finds, newest first, by key.
SELECT s.id, s.closing AS amount
  FROM finance_accountstatement s
 WHERE s.company_id = %(company)s AND (%(before)s::bigint IS NULL OR s.id < %(before)s)
   AND (%(state)s::text IS NULL OR s.state = CASE %(state)s WHEN 'to_send' THEN 'draft' ELSE %(state)s END)
   AND (%(party)s::bigint IS NULL OR s.party_id = %(party)s)
   AND (%(term)s::text IS NULL OR s.number LIKE %(term)s || '%%')
   AND (%(first)s::date IS NULL OR s.last_on >= %(first)s)
   AND (%(last)s::date IS NULL OR s.last_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR s.closing >= %(least)s)
   AND (%(most)s::numeric IS NULL OR s.closing <= %(most)s)
 ORDER BY s.id DESC
 LIMIT %(size)s

-- rows --   Some statements as the list shows them.
SELECT s.id, s.number, s.last_on, s.opening, s.closing, s.stated_amount, s.closing - s.stated_amount AS difference, s.sent_on,
       s.answered_on, CASE s.state WHEN 'draft' THEN 'to_send' ELSE s.state END AS state, p.code AS party_code, p.name AS party
  FROM finance_accountstatement s JOIN parties_party p ON p.id = s.party_id
 WHERE s.company_id = %(company)s AND s.id = ANY(%(ids)s::bigint[])
 ORDER BY s.id DESC

-- one --   One statement with its party and company.
SELECT s.id, s.company_id, s.number, s.party_id, s.first_on, s.last_on, s.opening, s.closing, s.sent_on, s.stated_amount,
       s.closing - s.stated_amount AS difference, s.answered_on, s.answer, s.cleared_because, s.owner_id,
       CASE s.state WHEN 'draft' THEN 'to_send' ELSE s.state END AS state, p.code AS party_code, p.name AS party,
       c.name_en, c.name_zh, c.currency_id AS currency, c.time_zone,
       coalesce(nullif(u.last_name || u.first_name, ''), u.username, '') AS owner
  FROM finance_accountstatement s
  JOIN parties_party p ON p.id = s.party_id
  JOIN core_company c ON c.id = s.company_id
  LEFT JOIN core_user u ON u.id = s.owner_id
 WHERE s.id = %(id)s

-- differing --   Statements that parties do not agree with, whoever wrote them answers.
SELECT s.id, s.number, ''::text AS shop, ''::text AS name_en, ''::text AS name_zh, s.owner_id, s.answered_on AS since_on,
       NULL::timestamptz AS since_at, s.answer AS about
  FROM finance_accountstatement s
 WHERE s.company_id = %(company)s AND s.state = 'differs'
   AND (%(ids)s::bigint[] IS NULL OR s.id = ANY(%(ids)s::bigint[]))
   AND (%(owner)s::bigint IS NULL OR s.owner_id = %(owner)s) AND %(now)s::timestamptz IS NOT NULL
   AND %(today)s::date IS NOT NULL
 ORDER BY s.answered_on, s.id
 LIMIT %(size)s + 1
