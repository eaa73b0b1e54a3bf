-- open_of --   What is not known yet of these statements.
SELECT id FROM finance_bankline
 WHERE company_id = %(company)s AND statement_id = ANY(%(statements)s::bigint[]) AND state = 'open'
 ORDER BY id

-- rated --   Open lines of accounts in other currencies that there is a rate for.
SELECT l.id
  FROM finance_bankline l
  JOIN core_company c ON c.id = l.company_id
  JOIN finance_bankaccount b ON b.company_id = l.company_id AND b.id = l.bank_account_id AND b.currency_id <> c.currency_id
 WHERE l.company_id = %(company)s AND l.state = 'open'
   AND EXISTS (SELECT FROM finance_exchangerate x WHERE x.company_id = l.company_id AND x.kind = 'daily'
                  AND x.currency_id = b.currency_id AND x.valid_on <= l.booked_on)
 ORDER BY l.id

-- days --   The days whose months are to be held open.
SELECT DISTINCT booked_on FROM finance_bankline
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'open'

-- candidates --   Payments that lines may be: by our own reference, or of the amount and account at the bank. One of a
-- withdrawn run is known by our reference only: the bank had its file after all.
SELECT p.id
  FROM finance_bankline l
  JOIN finance_paymentrequest p ON p.company_id = l.company_id AND p.bank_account_id = l.bank_account_id
   AND p.amount = -l.amount
   AND (p.state IN ('in_run', 'sent', 'paid') AND (p.number = l.end_to_end OR l.end_to_end = '')
        OR p.state = 'approved' AND p.number = l.end_to_end
           AND EXISTS (SELECT FROM finance_withdrawnpayment w WHERE w.company_id = p.company_id AND w.payment_id = p.id))
 WHERE l.company_id = %(company)s AND l.id = ANY(%(ids)s::bigint[]) AND l.state = 'open' AND l.amount < 0
 GROUP BY p.id

-- lock_lines --   One order for all.
SELECT id FROM finance_bankline WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- lines --   Lines as they are, with the ledger account of their bank account.
SELECT l.id, l.state, l.booked_on, l.amount, l.reference, l.end_to_end, l.code, l.counterparty, l.counterparty_account,
       l.text, l.bank_account_id, a.id AS ledger_id, a.code AS ledger, b.currency_id AS currency,
       b.currency_id <> c.currency_id AS is_foreign, b.currency_id <> coalesce(a.currency_id, c.currency_id) AS is_odd
  FROM finance_bankline l
  JOIN core_company c ON c.id = l.company_id
  JOIN finance_bankaccount b ON b.company_id = l.company_id AND b.id = l.bank_account_id
  JOIN finance_account a ON a.company_id = b.company_id AND a.id = b.account_id
 WHERE l.company_id = %(company)s AND l.id = ANY(%(ids)s::bigint[])

-- payments --   Payments as they are, and the line that each was found in before.
SELECT p.id, p.number, p.state, p.amount, p.payee, p.payee_account, p.bank_account_id, p.party_id,
       (SELECT min(l.id) FROM finance_bankline l WHERE l.company_id = p.company_id AND l.document_id = p.id) AS line_id
  FROM finance_paymentrequest p
 WHERE p.company_id = %(company)s AND p.id = ANY(%(ids)s::bigint[])
   AND (p.state IN ('in_run', 'sent', 'paid') OR p.state = 'approved' AND EXISTS (
        SELECT FROM finance_withdrawnpayment w WHERE w.company_id = p.company_id AND w.payment_id = p.id))
 ORDER BY p.id

-- own --   Money from or to one of these stays in the company.
SELECT number FROM finance_bankaccount WHERE company_id = %(company)s

-- rules --   The longest text first.
SELECT pattern, direction, use, party_id FROM finance_bankrule
 WHERE company_id = %(company)s AND state = 'active'
 ORDER BY length(pattern) DESC, id

-- by_name --   Parties whose name is no other's.
SELECT name, min(id) AS id FROM parties_party WHERE name = ANY(%(names)s::text[]) GROUP BY name HAVING count(*) = 1

-- party --   A party by its code.
SELECT id FROM parties_party WHERE code = %(code)s

-- match --   What each line is.
UPDATE finance_bankline l SET state = 'matched', use = m.use, way = m.way, party_id = m.party_id, document_id = m.document_id
  FROM unnest(%(ids)s::bigint[], %(uses)s::text[], %(ways)s::text[], %(parties)s::bigint[], %(documents)s::bigint[])
       AS m(id, use, way, party_id, document_id)
 WHERE l.company_id = %(company)s AND l.id = m.id AND l.id = ANY(%(ids)s::bigint[]) AND l.state = 'open'

-- receipts --   Once a number of the bank: one that a file brought before is the same money.
WITH given AS MATERIALIZED (
    SELECT l.id AS line_id, b.account_id, g.number, g.reference, left(l.counterparty, 120) AS payer, l.amount, l.booked_on
      FROM unnest(%(ids)s::bigint[], %(numbers)s::text[], %(references)s::text[]) AS g(id, number, reference)
      JOIN finance_bankline l ON l.company_id = %(company)s AND l.id = g.id AND l.id = ANY(%(ids)s::bigint[])
      JOIN finance_bankaccount b ON b.company_id = l.company_id AND b.id = l.bank_account_id
), made AS (
    INSERT INTO finance_bankreceipt (company_id, account_id, bank_number, reference, payer, amount, received_on, run_id)
    SELECT %(company)s, account_id, number, reference, payer, amount, booked_on, %(run)s FROM given
    ON CONFLICT (company_id, account_id, bank_number) DO UPDATE SET bank_number = excluded.bank_number
     WHERE finance_bankreceipt.amount = excluded.amount
    RETURNING id, account_id, bank_number
)
SELECT g.line_id, m.id FROM given g JOIN made m ON m.account_id = g.account_id AND m.bank_number = g.number

-- other_money --   Lines whose number is that of a receipt of another amount, or of one that another line is.
SELECT l.id
  FROM finance_bankline l
  JOIN finance_bankaccount b ON b.company_id = l.company_id AND b.id = l.bank_account_id
  JOIN finance_bankreceipt r ON r.company_id = l.company_id AND r.account_id = b.account_id AND r.bank_number = l.reference
 WHERE l.company_id = %(company)s AND l.id = ANY(%(ids)s::bigint[])
   AND (r.amount <> l.amount OR EXISTS (SELECT FROM finance_bankline o
                                         WHERE o.company_id = r.company_id AND o.document_id = r.id))

-- remember --   Whoever says it last is believed.
INSERT INTO finance_bankrule (company_id, pattern, direction, use, party_id, made_by_id, state)
VALUES (%(company)s, %(pattern)s, %(direction)s, %(use)s, %(party)s, %(me)s, 'active')
ON CONFLICT (company_id, direction, pattern) DO UPDATE
   SET use = excluded.use, party_id = excluded.party_id, made_by_id = excluded.made_by_id, state = 'active'

-- judge_assign --   To a person of the company.
SELECT i.id, CASE WHEN l.id IS NULL THEN 'not_found' WHEN l.state <> 'open' THEN 'matched' WHEN m.id IS NULL THEN 'owner_unknown'
                  WHEN l.owner_id = %(owner)s THEN 'already' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_bankline l ON l.company_id = %(company)s AND l.id = i.id AND l.id = ANY(%(ids)s::bigint[])
  LEFT JOIN LATERAL (SELECT m.id FROM core_membership m
                      WHERE m.company_id = %(company)s AND m.user_id = %(owner)s LIMIT 1) AS m ON true
 ORDER BY i.place

-- assign --   The person answers for them.
UPDATE finance_bankline SET owner_id = %(owner)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'open'
