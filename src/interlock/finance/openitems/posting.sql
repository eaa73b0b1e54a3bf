-- days --   The days whose months are to be held open.
SELECT DISTINCT posting_on FROM finance_itemdocument WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- lock_documents --   One order for all.
SELECT id FROM finance_itemdocument WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- documents --   The documents with why they may not go on as they stand, and whether their month is open.
SELECT d.id, d.kind, d.number, d.reference, d.reason, d.text, d.party_id, d.posting_on, d.document_on, d.due_on, d.currency,
       d.rate, d.amount, a.code AS account, c.currency_id AS books,
       CASE d.state WHEN 'posted' THEN 'already' WHEN 'draft' THEN
            CASE WHEN %(me)s::bigint IN (d.author_id, d.editor_id) THEN 'same_person' ELSE '' END
            ELSE 'not_draft' END AS code,
       EXISTS (SELECT FROM core_period p WHERE p.company_id = d.company_id AND p.module = 'finance' AND p.state = 'open'
                  AND p.month = date_trunc('month', d.posting_on)::date) AS is_open
  FROM finance_itemdocument d
  JOIN core_company c ON c.id = d.company_id
  LEFT JOIN finance_account a ON a.company_id = d.company_id AND a.id = d.account_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])

-- lines --   Their lines, document by document.
SELECT l.document_id, a.code AS account, l.unit_id, u.kind AS unit_kind, l.item_id, l.amount, l.tax_amount, l.item_amount
  FROM finance_itemdocumentline l
  LEFT JOIN finance_account a ON a.company_id = l.company_id AND a.id = l.account_id
  LEFT JOIN core_unit u ON u.company_id = l.company_id AND u.id = l.unit_id
 WHERE l.company_id = %(company)s AND l.document_id = ANY(%(ids)s::bigint[])
 ORDER BY l.document_id, l.ordinal

-- accounts --   The accounts that take postings, which of them keep items, and what they ask lines for.
SELECT a.code, i.id IS NOT NULL AS keeps, a.currency_id IS NOT NULL AS in_currency,
       ARRAY(SELECT d.dimension FROM finance_accountdimension d
              WHERE d.company_id = a.company_id AND d.account_id = a.id ORDER BY d.dimension) AS required
  FROM finance_account a
  LEFT JOIN finance_itemaccount i ON i.company_id = a.company_id AND i.account_id = a.id
 WHERE a.company_id = %(company)s AND NOT a.is_group AND a.state = 'open'

-- items_made --   The items that vouchers have just made.
SELECT i.id, i.voucher_id, a.code AS account
  FROM finance_openitem i JOIN finance_account a ON a.company_id = i.company_id AND a.id = i.account_id
 WHERE i.company_id = %(company)s AND i.document_id = ANY(%(documents)s::bigint[])
   AND i.voucher_id = ANY(%(vouchers)s::bigint[])

-- posted --   Each document names its voucher and who posted it.
UPDATE finance_itemdocument d SET state = 'posted', voucher_id = v.voucher_id, reviewer_id = %(me)s
  FROM unnest(%(ids)s::bigint[], %(vouchers)s::bigint[]) AS v(id, voucher_id)
 WHERE d.company_id = %(company)s AND d.id = v.id AND d.id = ANY(%(ids)s::bigint[]) AND d.state = 'draft'

-- own_items --   The items the documents made.
SELECT i.id, i.document_id FROM finance_openitem i
 WHERE i.company_id = %(company)s AND i.document_id = ANY(%(ids)s::bigint[])
   AND i.kind IN ('bill', 'charge', 'receipt', 'payment', 'refund')
 ORDER BY i.id

-- judge_reversal --   What is in the books, and not built upon, comes out.
SELECT i.id,
       CASE WHEN d.id IS NULL THEN 'not_found' WHEN d.state = 'reversed' THEN 'already'
            WHEN d.state <> 'posted' THEN 'not_in_books' WHEN d.id = ANY(%(applied)s::bigint[]) THEN 'still_applied'
            WHEN d.posting_on > %(on)s::date OR d.id = ANY(%(late)s::bigint[]) THEN 'too_early'
            WHEN p.state IS DISTINCT FROM 'open' THEN 'period_closed' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_itemdocument d ON d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[])
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'finance'
                         AND p.month = date_trunc('month', %(on)s::date)::date
 ORDER BY i.place

-- mirror --   The lines of their vouchers the other way round.
SELECT d.id AS document_id, left('↺ ' || d.number || ' ' || d.reference, 200) AS text, a.code AS account,
       CASE WHEN j.debit_account_id IS NULL THEN j.amount ELSE 0 END AS debit,
       CASE WHEN j.debit_account_id IS NULL THEN 0 ELSE j.amount END AS credit, j.unit_id AS unit, j.party_id AS party
  FROM finance_itemdocument d
  JOIN finance_journalline j ON j.company_id = d.company_id AND j.voucher_id = d.voucher_id
  JOIN finance_account a ON a.company_id = d.company_id AND a.id = coalesce(j.debit_account_id, j.credit_account_id)
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY d.id, j.id

-- reversed --   Out of the books, by entries of their own.
UPDATE finance_itemdocument SET state = 'reversed'
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'posted'
