-- lock_items --   One order for all who close items.
SELECT id FROM finance_openitem WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- items --   The items as they are, once they are held.
SELECT i.id, i.account_id, a.code AS account, i.direction, i.party_id AS party, i.currency, i.amount, i.open_amount,
       i.open_book, i.posting_on, coalesce(nullif(i.number, ''), v.number, '') AS number,
       i.revalued_book
  FROM finance_openitem i
  JOIN finance_account a ON a.company_id = i.company_id AND a.id = i.account_id
  LEFT JOIN finance_voucher v ON v.company_id = i.company_id AND v.id = i.voucher_id
 WHERE i.company_id = %(company)s AND i.id = ANY(%(ids)s::bigint[])

-- accounts --   The accounts that vouchers of applications move.
SELECT id, code FROM finance_account WHERE company_id = %(company)s AND code = ANY(%(codes)s::text[])

-- apply --   The entries, in the order given.
INSERT INTO finance_itemapplication (company_id, kind, debit_item_id, credit_item_id, debit_amount, credit_amount,
                                     debit_book, credit_book, account_id, applied_on, document_id, voucher_id,
                                     reverses_id, reason, run_id)
SELECT %(company)s, g.kind, g.debit_item, g.credit_item, g.debit_amount, g.credit_amount, g.debit_book, g.credit_book,
       a.id, g.applied_on, g.document_id, g.voucher_id, g.reverses_id, g.reason, %(run)s
  FROM unnest(%(ons)s::date[], %(kinds)s::text[], %(debits)s::bigint[], %(credits)s::bigint[], %(debit_amounts)s::numeric[],
              %(credit_amounts)s::numeric[], %(debit_books)s::numeric[], %(credit_books)s::numeric[],
              %(accounts)s::text[], %(documents)s::bigint[], %(vouchers)s::bigint[], %(reverses)s::bigint[],
              %(reasons)s::text[])
       WITH ORDINALITY AS g(applied_on, kind, debit_item, credit_item, debit_amount, credit_amount, debit_book, credit_book,
                            account, document_id, voucher_id, reverses_id, reason, place)
  LEFT JOIN finance_account a ON a.company_id = %(company)s AND a.code = g.account
 ORDER BY g.place
RETURNING id

-- open --   What is left of each item; the day nothing is.
UPDATE finance_openitem i
   SET open_amount = g.amount, open_book = g.book, settled_on = CASE WHEN g.amount = 0 THEN g.settled_on END
  FROM unnest(%(ids)s::bigint[], %(ons)s::date[], %(amounts)s::numeric[], %(books)s::numeric[])
       AS g(id, settled_on, amount, book)
 WHERE i.company_id = %(company)s AND i.id = g.id AND i.id = ANY(%(ids)s::bigint[])
