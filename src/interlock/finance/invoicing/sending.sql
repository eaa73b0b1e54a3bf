-- lock_invoices --   By id.
SELECT id FROM finance_taxinvoice WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge --   Asked for, and not before the original of a red letter.
SELECT i.id,
       CASE WHEN h.id IS NULL THEN 'not_found'
            WHEN h.state = 'cancelled' THEN 'cancelled'
            WHEN h.state IN ('sending', 'issued') THEN 'already'
            ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_taxinvoice h ON h.company_id = %(company)s AND h.id = i.id AND h.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- heads --   What the message says of each invoice.
SELECT h.id, h.number, h.kind, h.buyer_name, h.buyer_code, h.net_amount, h.tax_amount, h.amount, h.reason,
       o.invoice_number AS original
  FROM finance_taxinvoice h
  LEFT JOIN finance_taxinvoice o ON o.company_id = h.company_id AND o.id = h.original_id
 WHERE h.company_id = %(company)s AND h.id = ANY(%(ids)s::bigint[])
 ORDER BY h.id

-- lines --   And of its lines.
SELECT l.invoice_id, l.line_number, l.name, l.measure, l.quantity, l.tax_pct, l.net_amount, l.tax_amount,
       o.line_number AS original_line
  FROM finance_taxinvoiceline l
  LEFT JOIN finance_taxinvoiceline o ON o.company_id = l.company_id AND o.id = l.original_id
 WHERE l.company_id = %(company)s AND l.invoice_id = ANY(%(ids)s::bigint[])
 ORDER BY l.invoice_id, l.line_number

-- advance --   On the way.
UPDATE finance_taxinvoice SET state = 'sending', reason = CASE WHEN kind = 'red' THEN reason ELSE '' END,
       version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state IN ('requested', 'refused')
