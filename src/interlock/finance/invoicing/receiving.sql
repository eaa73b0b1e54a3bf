-- lock_numbers --   Numbers are taken in one set after the other in the whole group: an invoice is deducted by one company.
SELECT pg_advisory_xact_lock(hashtext('finance_inputinvoice'))

-- known --   Where these numbers are already, in whatever company.
SELECT h.company_id, h.number, h.id, f.sha256
  FROM unnest(%(numbers)s::text[]) AS g(number)
  JOIN finance_inputinvoice h ON h.number = g.number AND h.company_id = ANY(ARRAY(SELECT id FROM core_company))
  JOIN core_file f ON f.id = h.file_id

-- claimed --   Numbers that stand on expense claims of the group, other than the one that brings the invoice.
SELECT l.invoice_number AS number, l.company_id
  FROM finance_expenseline l
 WHERE l.is_live AND l.invoice_number <> '' AND l.invoice_number = ANY(%(numbers)s::text[])
   AND NOT (%(bill_kind)s = 'expense_claim' AND l.company_id = %(company)s AND l.claim_id = %(bill_id)s::bigint)

-- typed --   Bills in the books that somebody typed from these invoices.
SELECT d.reference AS number, d.id, d.number AS bill, d.amount
  FROM finance_itemdocument d
 WHERE d.company_id = %(company)s AND d.kind = 'bill' AND d.state = 'posted' AND d.reference = ANY(%(numbers)s::text[])

-- ourselves --   Whom an invoice to us names.
SELECT uscc FROM core_company WHERE id = %(company)s

-- sellers --   The parties that these credit codes are.
SELECT uscc, id FROM parties_party WHERE country = 'CN' AND uscc = ANY(%(codes)s::text[]) AND uscc <> ''

-- make --   Taken in.
INSERT INTO finance_inputinvoice (company_id, number, state, seller_name, seller_code, party_id, issued_on, received_on,
                                  net_amount, tax_amount, amount, is_special, file_id, bill_kind, bill_id, run_id)
SELECT %(company)s, g.number, 'received', g.seller, g.code, g.party, g.day, %(on)s, g.net, g.tax, g.net + g.tax, g.special,
       g.file, g.bill_kind, g.bill_id, %(run)s
  FROM unnest(%(numbers)s::text[], %(sellers)s::text[], %(codes)s::text[], %(parties)s::bigint[], %(days)s::date[],
              %(nets)s::numeric[], %(taxes)s::numeric[], %(specials)s::boolean[], %(files)s::bigint[],
              %(bill_kinds)s::text[], %(bills)s::bigint[])
       AS g(number, seller, code, party, day, net, tax, special, file, bill_kind, bill_id)
RETURNING id, number

-- make_lines --   Their lines.
INSERT INTO finance_inputinvoiceline (company_id, invoice_id, line_number, name, measure, quantity, tax_pct, net_amount,
                                      tax_amount)
SELECT %(company)s, g.*
  FROM unnest(%(invoices)s::bigint[], %(numbers)s::int[], %(names)s::text[], %(measures)s::text[],
              %(quantities)s::numeric[], %(rates)s::numeric[], %(nets)s::numeric[], %(taxes)s::numeric[]) AS g

-- lock_inputs --   By id.
SELECT id FROM finance_inputinvoice WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge_verify --   Taken in, or refused before.
SELECT i.id,
       CASE WHEN h.id IS NULL THEN 'not_found'
            WHEN h.state NOT IN ('received', 'refused') THEN 'already'
            ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_inputinvoice h ON h.company_id = %(company)s AND h.id = i.id AND h.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- judge_deduct --   Verified, deductible, and not of a later month.
SELECT i.id,
       CASE WHEN h.id IS NULL THEN 'not_found'
            WHEN h.state IN ('deducting', 'deducted') THEN 'already'
            WHEN h.state <> 'verified' THEN 'not_verified'
            WHEN NOT h.is_special THEN 'not_deductible'
            WHEN h.issued_on >= %(after)s::date THEN 'later_month'
            WHEN p.id IS NULL THEN 'period_closed'
            ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_inputinvoice h ON h.company_id = %(company)s AND h.id = i.id AND h.id = ANY(%(ids)s::bigint[])
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'finance' AND p.state = 'open' AND p.month = %(month)s
 ORDER BY i.place

-- inputs --   What the office is asked about.
SELECT id, number, issued_on, amount FROM finance_inputinvoice
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) ORDER BY id

-- verify --   At the office.
UPDATE finance_inputinvoice SET state = 'verifying', reason = '', version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state IN ('received', 'refused')

-- deduct --   At the office, for a month.
UPDATE finance_inputinvoice SET state = 'deducting', month = %(month)s, reason = '', version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'verified'

-- lock_months --   The months asked for, by id.
SELECT id FROM finance_taxmonth WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge_months --   Known, and not asked already.
SELECT i.id,
       CASE WHEN h.id IS NULL THEN 'not_found'
            WHEN EXISTS (SELECT FROM finance_gatewaymessage m WHERE m.company_id = h.company_id AND m.document_id = h.id
                            AND m.state = 'waiting') THEN 'already'
            ELSE 'done' END AS code, to_char(h.month, 'YYYY-MM') AS month
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_taxmonth h ON h.company_id = %(company)s AND h.id = i.id AND h.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place
