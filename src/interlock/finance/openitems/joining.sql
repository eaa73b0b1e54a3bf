-- lock_numbers --   A number is in the books once: nobody takes an invoice in while a bill of its number is posted.
SELECT pg_advisory_xact_lock(hashtext('finance_inputinvoice'))

-- invoices --   The suppliers' invoices that bills name by number, and why they cannot be one with them.
SELECT d.id AS document_id, h.id AS invoice_id,
       CASE WHEN h.bill_kind NOT IN ('', 'bill') OR b.state = 'posted' THEN 'invoice_elsewhere'
            WHEN h.bill_kind = '' AND h.state IN ('verified', 'deducting', 'deducted') THEN 'invoice_booked'
            WHEN h.amount <> d.amount OR d.currency <> c.currency_id THEN 'invoice_differs' ELSE '' END AS code
  FROM finance_itemdocument d
  JOIN core_company c ON c.id = d.company_id
  JOIN finance_inputinvoice h ON h.company_id = d.company_id AND h.number = d.reference
  LEFT JOIN finance_itemdocument b ON b.company_id = h.company_id AND b.id = h.bill_id AND h.bill_kind = 'bill'
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[]) AND d.kind = 'bill' AND d.reference <> ''

-- join_invoices --   They belong to the bill, which is what the books say of them.
UPDATE finance_inputinvoice h SET bill_kind = 'bill', bill_id = g.bill_id, version = h.version + 1
  FROM unnest(%(invoices)s::bigint[], %(bills)s::bigint[]) AS g(id, bill_id)
 WHERE h.company_id = %(company)s AND h.id = g.id AND h.id = ANY(%(invoices)s::bigint[])
