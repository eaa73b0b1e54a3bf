-- accounts --   Bank accounts of several companies, with their last statement, what waits on them, and who answers.
SELECT b.id, b.company_id, c.code AS company, c.name_en AS company_en, c.name_zh AS company_zh, b.code, b.name_en, b.name_zh,
       b.bank_name, b.number, b.state, b.currency_id AS currency, s.id AS statement_id, s.number AS statement, s.stated_on, s.closing,
       g.id AS gateway_id, g.state AS gateway_state,
       (SELECT count(*) FROM finance_bankline l WHERE l.company_id = b.company_id AND l.state = 'open'
           AND l.bank_account_id = b.id) AS open_lines,
       w.approved, w.approved_amount, w.on_way
  FROM finance_bankaccount b
  JOIN core_company c ON c.id = b.company_id
  LEFT JOIN finance_bankgateway g ON g.company_id = b.company_id AND g.id = b.gateway_id
  LEFT JOIN LATERAL (SELECT s.id, s.number, s.stated_on, s.closing FROM finance_bankstatement s
                      WHERE s.company_id = b.company_id AND s.bank_account_id = b.id
                      ORDER BY s.year DESC, s.sequence DESC LIMIT 1) AS s ON true
  LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE p.state = 'approved') AS approved,
                            sum(p.amount) FILTER (WHERE p.state = 'approved') AS approved_amount,
                            sum(p.amount) FILTER (WHERE p.state IN ('in_run', 'sent')) AS on_way
                       FROM finance_paymentrequest p
                      WHERE p.company_id = b.company_id AND p.bank_account_id = b.id
                        AND p.state IN ('approved', 'in_run', 'sent')) AS w ON true
 WHERE b.company_id = ANY(%(companies)s::bigint[])
 ORDER BY c.code, b.code
 LIMIT 500

-- approved --   Approved payments of some accounts of a company, the earliest due first.
SELECT id FROM finance_paymentrequest
 WHERE company_id = %(company)s AND state = 'approved' AND bank_account_id = ANY(%(accounts)s::bigint[])
   AND due_on <= %(on)s
 ORDER BY due_on, id
 LIMIT 5000

-- statements_found --   Statements, newest first, by key.
SELECT s.id, s.closing AS amount
  FROM finance_bankstatement s
 WHERE s.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR s.id < %(before)s)
   AND (%(account)s::bigint IS NULL OR s.bank_account_id = %(account)s)
   AND (%(first)s::date IS NULL OR s.stated_on >= %(first)s)
   AND (%(last)s::date IS NULL OR s.stated_on <= %(last)s)
   AND (%(term)s::text IS NULL OR s.number LIKE %(term)s || '%%')
   AND (%(least)s::numeric IS NULL OR s.closing >= %(least)s)
   AND (%(most)s::numeric IS NULL OR s.closing <= %(most)s)
 ORDER BY s.id DESC
 LIMIT %(size)s

-- statements --   Some statements as a list shows them.
SELECT s.id, s.number, s.sequence, s.source, s.stated_on, s.opening, s.closing, s.lines, b.code AS account, b.name_en, b.name_zh,
       b.currency_id AS currency,
       (SELECT count(*) FROM finance_bankline l WHERE l.company_id = s.company_id AND l.statement_id = s.id
           AND l.state = 'open') AS open_lines
  FROM finance_bankstatement s JOIN finance_bankaccount b ON b.company_id = s.company_id AND b.id = s.bank_account_id
 WHERE s.company_id = %(company)s AND s.id = ANY(%(ids)s::bigint[])
 ORDER BY s.id DESC

-- statement --   One statement.
SELECT s.id, s.company_id, s.number, s.sequence, s.source, s.stated_on, s.opening, s.closing, s.lines, b.id AS account_id,
       b.code AS account, b.name_en, b.name_zh, b.bank_name, b.number AS account_number, b.currency_id AS currency,
       (SELECT count(*) FROM finance_bankline l WHERE l.company_id = s.company_id AND l.statement_id = s.id
           AND l.state = 'open') AS open_lines
  FROM finance_bankstatement s
  JOIN finance_bankaccount b ON b.company_id = s.company_id AND b.id = s.bank_account_id
 WHERE s.id = %(id)s

-- lines_found --   Lines of statements, newest first, by key.
SELECT l.id, l.amount
  FROM finance_bankline l
 WHERE l.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR l.id < %(before)s)
   AND (%(state)s::text IS NULL OR l.state = %(state)s)
   AND (%(use)s::text IS NULL OR l.use = %(use)s)
   AND (%(account)s::bigint IS NULL OR l.bank_account_id = %(account)s)
   AND (%(statement)s::bigint IS NULL OR l.statement_id = %(statement)s)
   AND (%(owner)s::bigint IS NULL OR l.owner_id = %(owner)s)
   AND (%(first)s::date IS NULL OR l.booked_on >= %(first)s)
   AND (%(last)s::date IS NULL OR l.booked_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR l.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR l.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR l.reference LIKE %(term)s || '%%' OR l.counterparty LIKE %(term)s || '%%')
 ORDER BY l.id DESC
 LIMIT %(size)s

-- lines --   Some lines as a list shows them; what one in another currency was booked at is in the books' money.
SELECT l.id, l.statement_id, s.number AS statement, l.booked_on, l.amount, l.reference, l.counterparty, l.counterparty_account,
       l.text, l.note, l.state, l.use, l.way, b.code AS account, b.currency_id AS currency, x.book_amount,
       p.name AS party, l.document_id, q.number AS payment,
       CASE WHEN l.use = 'payment' THEN l.document_id END AS payment_id,
       v.number AS voucher, v.id AS voucher_id,
       coalesce(nullif(u.last_name || u.first_name, ''), u.username, '') AS owner
  FROM finance_bankline l
  JOIN finance_bankstatement s ON s.company_id = l.company_id AND s.id = l.statement_id
  JOIN finance_bankaccount b ON b.company_id = l.company_id AND b.id = l.bank_account_id
  LEFT JOIN parties_party p ON p.id = l.party_id
  LEFT JOIN finance_paymentrequest q ON q.company_id = l.company_id AND q.id = l.document_id AND l.use = 'payment'
  LEFT JOIN finance_voucher v ON v.company_id = l.company_id AND v.id = l.document_id AND l.use = 'booked'
  LEFT JOIN core_user u ON u.id = l.owner_id
  LEFT JOIN LATERAL (
       SELECT sign(l.amount) * abs(n.amount) AS book_amount
         FROM finance_event e
         JOIN finance_eventline n ON n.company_id = e.company_id AND n.event_id = e.id
         JOIN finance_eventcurrency f ON f.company_id = n.company_id AND f.id = n.id
        WHERE l.state = 'matched' AND e.company_id = l.company_id
          AND e.document_id = CASE WHEN l.use = 'payment' THEN l.document_id ELSE l.id END
          AND e.kind = CASE WHEN l.use = 'payment' THEN 'payment_made' ELSE 'bank_booked' END
        ORDER BY e.id DESC LIMIT 1) AS x ON b.currency_id <> (SELECT currency_id FROM core_company WHERE id = %(company)s)
 WHERE l.company_id = %(company)s AND l.id = ANY(%(ids)s::bigint[])
 ORDER BY l.id DESC

-- to_tie --   The latest vouchers by hand that moved an account of the bank, and are not lines of its statements altogether.
SELECT v.number, v.posting_on, v.text, t.debit - t.credit AS amount
  FROM (SELECT DISTINCT account_id FROM finance_bankaccount WHERE company_id = %(company)s) AS b
  JOIN finance_vouchertotal t ON t.company_id = %(company)s AND t.account_id = b.account_id AND t.debit <> t.credit
  JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id AND v.origin = 'manual' AND v.state = 'posted'
 WHERE v.posting_on > %(today)s::date - 120 AND v.number IS NOT NULL
   AND NOT EXISTS (SELECT FROM finance_bankline l
                    WHERE l.company_id = v.company_id AND l.document_id = v.id AND l.use = 'booked'
                   HAVING sum(l.amount) = t.debit - t.credit)
 ORDER BY v.id DESC
 LIMIT 100

-- ledgers --   The ledger accounts in the books' money that open bank accounts are kept on.
SELECT DISTINCT a.code, a.name_en, a.name_zh
  FROM finance_bankaccount b
  JOIN core_company c ON c.id = b.company_id AND c.currency_id = b.currency_id
  JOIN finance_account a ON a.company_id = b.company_id AND a.id = b.account_id
 WHERE b.company_id = %(company)s AND b.state = 'open'
 ORDER BY a.code

-- account_choices --   Bank accounts, for filters.
SELECT id, code || ' ' || bank_name AS name FROM finance_bankaccount WHERE company_id = %(company)s ORDER BY code LIMIT 200

-- people --   Who may answer for a line: the people of the company.
SELECT u.id, coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                                  ELSE u.last_name || u.first_name END, ''), u.username) AS name
  FROM core_user u
 WHERE u.id = ANY(ARRAY(SELECT user_id FROM core_membership WHERE company_id = %(company)s))
 ORDER BY name
 LIMIT 500

-- mappings --   How CSV files are read.
SELECT code, name_en, name_zh FROM finance_bankmapping WHERE company_id = %(company)s ORDER BY code LIMIT 100

-- messages_found --   Messages to banks, newest first, by key.
SELECT m.id, NULL::numeric AS amount
  FROM finance_bankmessage m
 WHERE m.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR m.id < %(before)s)
   AND (%(state)s::text IS NULL OR m.state = %(state)s)
   AND (%(kind)s::text IS NULL OR m.kind = %(kind)s)
   AND (%(first)s::date IS NULL OR m.made_at >= %(first)s::timestamp AT TIME ZONE
        (SELECT time_zone FROM core_company WHERE id = %(company)s))
   AND (%(last)s::date IS NULL OR m.made_at < (%(last)s::date + 1)::timestamp AT TIME ZONE
        (SELECT time_zone FROM core_company WHERE id = %(company)s))
 ORDER BY m.id DESC
 LIMIT %(size)s

-- messages --   Some messages as a list shows them.
SELECT m.id, m.kind, m.state, m.attempts, m.made_at, m.last_tried_at, m.next_try_at, m.last_status, m.fault,
       m.payment_run_id, r.number AS run, g.code AS gateway, g.name_en, g.name_zh
  FROM finance_bankmessage m
  JOIN finance_bankgateway g ON g.company_id = m.company_id AND g.id = m.gateway_id
  LEFT JOIN finance_paymentrun r ON r.company_id = m.company_id AND r.id = m.payment_run_id
 WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[])
 ORDER BY m.id DESC

-- refused --   What banks sent lately that was not taken in as it is.
SELECT b.number, b.name, b.state, b.fault, b.received_at, g.code AS gateway
  FROM finance_bankreceived b JOIN finance_bankgateway g ON g.company_id = b.company_id AND g.id = b.gateway_id
 WHERE b.company_id = %(company)s AND b.fault <> ''
 ORDER BY b.id DESC
 LIMIT 20

-- gateways --   The ways to the banks that are in use.
SELECT id FROM finance_bankgateway WHERE company_id = %(company)s AND state = 'active' ORDER BY id LIMIT 50
