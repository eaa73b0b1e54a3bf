-- found --   Groups that the company keeps or draws from, newest first, by key.
SELECT g.id, b.exposure_amount AS amount
  FROM finance_creditgroup g
  JOIN finance_creditbalance b ON b.company_id = g.company_id AND b.group_id = g.id AND b.share = 'trade'
 WHERE (g.company_id = %(company)s
        OR g.id IN (SELECT p.group_id FROM finance_creditposition p WHERE p.company_id = %(company)s))
   AND (%(before)s::bigint IS NULL OR g.id < %(before)s)
   AND (%(term)s::text IS NULL OR g.code ILIKE %(term)s || '%%' OR g.name_en ILIKE '%%' || %(term)s || '%%'
        OR g.name_zh LIKE '%%' || %(term)s || '%%')
   AND (%(state)s::text IS NULL
        OR (%(state)s = 'overdrawn') = EXISTS (SELECT FROM finance_creditbalance x
                                                WHERE x.group_id = g.id AND x.overdrawn_amount > 0))
   AND (%(least)s::numeric IS NULL OR b.exposure_amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR b.exposure_amount <= %(most)s)
 ORDER BY g.id DESC
 LIMIT %(size)s

-- groups --   Some groups as the list shows them.
SELECT g.id, g.code, g.name_en, g.name_zh, g.currency_id, b.exposure_amount AS amount, b.limit_amount, b.released_amount,
       b.limit_amount + b.released_amount - b.exposure_amount AS left_amount, x.overdrawn_amount,
       CASE WHEN x.overdrawn_amount > 0 THEN 'overdrawn' ELSE 'within_limit' END AS state, k.code AS keeper,
       (SELECT count(*) FROM finance_creditterm t WHERE t.group_id = g.id) AS customers
  FROM finance_creditgroup g
  JOIN core_company k ON k.id = g.company_id
  JOIN finance_creditbalance b ON b.company_id = g.company_id AND b.group_id = g.id AND b.share = 'trade'
 CROSS JOIN LATERAL (SELECT sum(o.overdrawn_amount) AS overdrawn_amount FROM finance_creditbalance o
                      WHERE o.group_id = g.id) x
 WHERE g.id = ANY(%(ids)s::bigint[])
   AND (g.company_id = %(company)s
        OR g.id IN (SELECT p.group_id FROM finance_creditposition p WHERE p.company_id = %(company)s))
 ORDER BY g.id DESC

-- group --   One group, and whether the company looked at draws from it.
SELECT g.*, k.code AS keeper, k.name_en AS keeper_en, k.name_zh AS keeper_zh,
       EXISTS (SELECT FROM finance_creditposition p WHERE p.company_id = %(company)s AND p.group_id = g.id) AS drawn_here,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                            ELSE u.last_name || u.first_name END, ''), u.username) AS person
  FROM finance_creditgroup g
  JOIN core_company k ON k.id = g.company_id
  LEFT JOIN core_user u ON u.id = g.owner_id
 WHERE g.id = %(id)s

-- balances --   Its shares: drawn, allowed, released, overdrawn.
SELECT share, exposure_amount, limit_amount, released_amount, overdrawn_amount,
       limit_amount + released_amount - exposure_amount AS left_amount,
       CASE WHEN limit_amount > 0 THEN least(round(100 * exposure_amount / limit_amount), 999) END AS used_pct
  FROM finance_creditbalance WHERE group_id = %(id)s
   AND (share = 'trade' OR (exposure_amount, limit_amount, released_amount) <> (0, 0, 0))
 ORDER BY share DESC

-- positions --   What draws from it, by company and kind.
SELECT p.share, p.kind, p.amount, p.delta_amount, c.code AS company, c.currency_id
  FROM finance_creditposition p JOIN core_company c ON c.id = p.company_id
 WHERE p.group_id = %(id)s AND (p.amount, p.delta_amount) <> (0, 0)
 ORDER BY c.code, p.share DESC, p.kind

-- customers --   Whose orders draw from it, and on what terms.
SELECT t.party_id, p.code, p.name, t.method, t.credit_days, t.share
  FROM finance_creditterm t JOIN parties_party p ON p.id = t.party_id
 WHERE t.group_id = %(id)s ORDER BY p.code LIMIT 200

-- limits --   Its limits, the latest first.
SELECT l.id, l.share, l.amount, l.before_amount, l.valid_from, l.valid_to, l.reason, l.state, u.username AS person
  FROM finance_creditlimit l LEFT JOIN core_user u ON u.id = l.asked_by_id
 WHERE l.group_id = %(id)s ORDER BY l.id DESC LIMIT 20

-- releases --   What was let pass, the latest first.
SELECT r.id, r.share, r.document_id, r.amount, r.reason, r.expires_on, r.state, o.number, u.username AS person,
       r.company_id = %(company)s AS ours
  FROM finance_creditrelease r
  LEFT JOIN sales_order o ON o.company_id = r.company_id AND o.id = r.document_id
  LEFT JOIN core_user u ON u.id = r.released_by_id
 WHERE r.group_id = %(id)s ORDER BY (r.state = 'active') DESC, r.id DESC LIMIT 20

-- entries --   Its latest entries, with the documents behind them.
SELECT e.id, e.kind, e.share, e.document_kind, e.document_id, e.amount, e.delta_amount, e.fact_on, e.due_on, c.code AS company,
       e.company_id = %(company)s AS ours, coalesce(o.number, v.number, '') AS number, p.name AS party
  FROM (SELECT * FROM finance_creditentry WHERE group_id = %(id)s
           AND (%(before)s::bigint IS NULL OR id < %(before)s) ORDER BY id DESC LIMIT %(size)s + 1) e
  JOIN core_company c ON c.id = e.company_id
  LEFT JOIN parties_party p ON p.id = e.party_id
  LEFT JOIN sales_order o ON e.document_kind = 'order' AND o.company_id = e.company_id AND o.id = e.document_id
  LEFT JOIN finance_voucher v ON e.document_kind = 'voucher' AND v.company_id = e.company_id AND v.id = e.document_id
 ORDER BY e.id DESC

-- of_order --   What is left for an order on account: the group of its customer and how much is missing.
SELECT g.id, g.code, g.name_en, g.name_zh, g.currency_id, p.name AS customer,
       b.limit_amount + b.released_amount - b.exposure_amount AS left_amount, b.limit_amount, b.exposure_amount,
       round(o.amount * finance_credit_rate(o.company_id, g.currency_id, %(on)s), 2) AS wanted_amount
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN finance_creditterm t ON t.party_id = coalesce(o.customer_id, s.customer_id)
  JOIN parties_party p ON p.id = t.party_id
  JOIN finance_creditgroup g ON g.id = t.group_id
  JOIN finance_creditbalance b ON b.group_id = t.group_id AND b.share = t.share
 WHERE o.company_id = %(company)s AND o.id = %(id)s

-- parties --   Customers whose terms can be agreed, by code or name.
SELECT p.id FROM parties_party p WHERE p.code = %(code)s

-- overdrawn --   Groups the company keeps that owe more than limit and releases allow.
SELECT g.id, g.code AS number, ''::text AS shop, g.name_en, g.name_zh, g.owner_id,
       (SELECT max(e.fact_on) FROM finance_creditentry e WHERE e.group_id = g.id) AS since_on,
       NULL::timestamptz AS since_at, ''::text AS about
  FROM finance_creditgroup g
 WHERE g.company_id = %(company)s AND (%(ids)s::bigint[] IS NULL OR g.id = ANY(%(ids)s::bigint[]))
   AND (%(owner)s::bigint IS NULL OR g.owner_id = %(owner)s)
   AND EXISTS (SELECT FROM finance_creditbalance b WHERE b.group_id = g.id AND b.overdrawn_amount > 0)
   AND %(now)s::timestamptz IS NOT NULL AND %(today)s::date IS NOT NULL
 ORDER BY since_on, g.id
 LIMIT %(size)s + 1

-- nearly_used --   Groups that use at least the lowest percentage their keeper is reminded at, and are not overdrawn.
SELECT g.id, g.code AS number, ''::text AS shop, g.name_en, g.name_zh, g.owner_id,
       (SELECT max(e.fact_on) FROM finance_creditentry e WHERE e.group_id = g.id) AS since_on,
       NULL::timestamptz AS since_at, ''::text AS about
  FROM finance_creditgroup g
 WHERE g.company_id = %(company)s AND (%(ids)s::bigint[] IS NULL OR g.id = ANY(%(ids)s::bigint[]))
   AND (%(owner)s::bigint IS NULL OR g.owner_id = %(owner)s)
   AND EXISTS (SELECT FROM finance_creditbalance b
                WHERE b.group_id = g.id AND b.limit_amount > 0 AND b.overdrawn_amount = 0
                  AND 100 * b.exposure_amount >= b.limit_amount * (SELECT min(t.value) FROM finance_creditthreshold t
                                                                    WHERE t.company_id = g.company_id AND t.kind = 'usage_pct'))
   AND %(now)s::timestamptz IS NOT NULL AND %(today)s::date IS NOT NULL
 ORDER BY since_on, g.id
 LIMIT %(size)s + 1

-- falling_due --   Groups with an unpaid invoice that is overdue, or due within the days their keeper is reminded before.
WITH owed AS (
    SELECT e.company_id, e.group_id, e.party_id, e.due_on,
           sum(e.amount) OVER (PARTITION BY e.company_id, e.group_id, e.party_id ORDER BY e.due_on, e.id) AS upto
      FROM finance_creditentry e JOIN finance_creditgroup g ON g.id = e.group_id AND g.company_id = %(company)s
     WHERE e.kind IN ('invoice', 'bounce', 'adjustment') AND e.due_on IS NOT NULL
       AND (%(ids)s::bigint[] IS NULL OR e.group_id = ANY(%(ids)s::bigint[]))
), given AS (
    SELECT e.company_id, e.group_id, e.party_id, -sum(e.amount) AS amount
      FROM finance_creditentry e JOIN finance_creditgroup g ON g.id = e.group_id AND g.company_id = %(company)s
     WHERE e.kind IN ('invoice', 'payment', 'bounce', 'adjustment') AND e.due_on IS NULL
     GROUP BY e.company_id, e.group_id, e.party_id
), oldest AS (
    SELECT o.group_id, min(o.due_on) AS due_on
      FROM owed o
      LEFT JOIN given d ON d.company_id = o.company_id AND d.group_id = o.group_id AND d.party_id IS NOT DISTINCT FROM o.party_id
     WHERE o.upto > coalesce(d.amount, 0) GROUP BY o.group_id
)
SELECT g.id, g.code AS number, ''::text AS shop, g.name_en, g.name_zh, g.owner_id, o.due_on AS since_on,
       NULL::timestamptz AS since_at, ''::text AS about
  FROM oldest o
  JOIN finance_creditgroup g ON g.company_id = %(company)s AND g.id = o.group_id
 WHERE (%(owner)s::bigint IS NULL OR g.owner_id = %(owner)s) AND %(now)s::timestamptz IS NOT NULL
   AND o.due_on <= %(today)s::date + coalesce((SELECT max(t.value) FROM finance_creditthreshold t
                                                WHERE t.company_id = g.company_id AND t.kind = 'days_before_due'), -1)
 ORDER BY o.due_on, g.id
 LIMIT %(size)s + 1

-- letters_found --   The dunning letters a filter finds, newest first, by key.
SELECT l.id, l.amount
  FROM finance_dunningletter l
 WHERE l.company_id = %(company)s AND (%(before)s::bigint IS NULL OR l.id < %(before)s)
   AND (%(state)s::text IS NULL OR l.state = %(state)s)
   AND (%(term)s::text IS NULL OR l.number LIKE %(term)s || '%%')
   AND (%(first)s::date IS NULL OR l.written_on >= %(first)s)
   AND (%(last)s::date IS NULL OR l.written_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR l.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR l.amount <= %(most)s)
 ORDER BY l.id DESC
 LIMIT %(size)s

-- letters --   Some dunning letters as the list shows them.
SELECT l.id, l.number, l.level, l.amount, l.written_on, l.sent_on,
       CASE l.state WHEN 'draft' THEN 'to_send' ELSE l.state END AS state, p.code AS party_code, p.name AS party
  FROM finance_dunningletter l JOIN parties_party p ON p.id = l.party_id
 WHERE l.company_id = %(company)s AND l.id = ANY(%(ids)s::bigint[])
 ORDER BY l.id DESC

-- letter --   One dunning letter with its level's words.
SELECT l.id, l.company_id, l.number, l.level, l.amount, l.written_on, l.sent_on,
       CASE l.state WHEN 'draft' THEN 'to_send' ELSE l.state END AS state, l.party_id, p.code AS party_code, p.name AS party,
       d.name_en, d.name_zh, d.text_en, d.text_zh, d.pay_within_days, l.written_on + coalesce(d.pay_within_days, 0) AS pay_on,
       t.group_id
  FROM finance_dunningletter l
  JOIN parties_party p ON p.id = l.party_id
  LEFT JOIN finance_dunninglevel d ON d.company_id = l.company_id AND d.level = l.level
  LEFT JOIN finance_creditterm t ON t.party_id = l.party_id
 WHERE l.id = %(id)s

-- items --   What it is about, with the documents' numbers.
SELECT i.document_id, i.level, i.due_on, i.amount, l.written_on - i.due_on AS days, coalesce(o.number, v.number, n.number, '') AS number
  FROM finance_dunningitem i
  JOIN finance_dunningletter l ON l.company_id = i.company_id AND l.id = i.letter_id
  LEFT JOIN sales_order o ON o.company_id = i.company_id AND o.id = i.document_id
  LEFT JOIN finance_voucher v ON v.company_id = i.company_id AND v.id = i.document_id
  LEFT JOIN LATERAL (SELECT min(x.number) AS number FROM finance_openitem x
                      WHERE x.company_id = i.company_id AND x.document_id = i.document_id AND x.due_on = i.due_on) AS n ON true
 WHERE i.company_id = %(company)s AND i.letter_id = %(id)s
 ORDER BY i.due_on, i.document_id
