-- lock_account --   Receipts of an account are recorded one set after the other, so a number is never new twice.
SELECT id FROM finance_account WHERE company_id = %(company)s AND code = %(account)s FOR NO KEY UPDATE

-- judge --   Readable, on an account that takes postings, and new under the bank's number.
WITH given AS (
    SELECT g.*, row_number() OVER same AS copy, first_value(g.amount) OVER same AS first_amount
      FROM unnest(%(known)s::bigint[], %(numbers)s::text[], %(days)s::date[], %(amounts)s::numeric[])
           WITH ORDINALITY AS g(id, number, received_on, amount, place)
    WINDOW same AS (PARTITION BY g.number, g.amount IS NULL OR g.received_on IS NULL ORDER BY g.place)
)
SELECT i.id,
       CASE WHEN g.id IS NULL THEN 'not_found'
            WHEN g.number = '' THEN 'no_number'
            WHEN g.amount IS NULL THEN 'bad_amount'
            WHEN g.received_on IS NULL THEN 'bad_day'
            WHEN a.id IS NULL THEN 'account_unknown'
            WHEN a.is_group THEN 'account_is_group'
            WHEN a.state = 'closed' THEN 'account_closed'
            WHEN coalesce(r.amount, CASE WHEN g.copy > 1 THEN g.first_amount END, g.amount) <> g.amount THEN 'changed'
            WHEN r.id IS NOT NULL OR g.copy > 1 THEN 'already'
            ELSE 'done' END AS code,
       jsonb_strip_nulls(jsonb_build_object('number', g.number)) AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN given g ON g.id = i.id
  LEFT JOIN finance_account a ON a.company_id = %(company)s AND a.code = %(account)s
  LEFT JOIN finance_bankreceipt r ON r.company_id = %(company)s AND r.account_id = a.id AND r.bank_number = g.number
 ORDER BY i.place

-- record --   What the bank says, once a number.
INSERT INTO finance_bankreceipt (company_id, account_id, bank_number, reference, payer, amount, received_on, run_id)
SELECT %(company)s, a.id, g.number, g.reference, g.payer, g.amount, g.received_on, %(run)s
  FROM unnest(%(known)s::bigint[], %(numbers)s::text[], %(references)s::text[], %(payers)s::text[], %(days)s::date[],
              %(amounts)s::numeric[]) WITH ORDINALITY AS g(id, number, reference, payer, received_on, amount, place)
  JOIN finance_account a ON a.company_id = %(company)s AND a.code = %(account)s
 WHERE g.id = ANY(%(go)s::bigint[])
 ORDER BY g.number
RETURNING id

-- lock_open --   Open receipts by what their payers wrote: one number, or several with something between them.
SELECT r.id, a.code AS ledger, r.reference, r.amount, r.received_on
  FROM finance_bankreceipt r JOIN finance_account a ON a.company_id = r.company_id AND a.id = r.account_id
 WHERE r.company_id = %(company)s AND r.state = 'open'
   AND (r.reference = ANY(%(references)s::text[])
        OR regexp_split_to_array(r.reference, '[,;+、，；[:space:]]+') && %(references)s::text[])
 ORDER BY r.id FOR NO KEY UPDATE OF r

-- lock_chosen --   Receipts that somebody picked, where they are still open.
SELECT r.id, a.code AS ledger, r.reference, r.amount, r.received_on
  FROM finance_bankreceipt r JOIN finance_account a ON a.company_id = r.company_id AND a.id = r.account_id
 WHERE r.company_id = %(company)s AND r.state = 'open' AND r.id = ANY(%(ids)s::bigint[])
 ORDER BY r.id FOR NO KEY UPDATE OF r

-- tie --   It is known now what was paid.
UPDATE finance_bankreceipt r SET state = 'tied', document_id = t.document_id
  FROM unnest(%(ids)s::bigint[], %(documents)s::bigint[]) AS t(id, document_id)
 WHERE r.company_id = %(company)s AND r.id = t.id AND r.state = 'open'
