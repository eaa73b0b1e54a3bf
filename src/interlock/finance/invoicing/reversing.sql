-- standing --   What of revenue lines stands on issued invoices, by invoice line: the red letters are taken off already.
WITH part AS MATERIALIZED (
    SELECT p.source_line_id, p.document_id, coalesce(l.original_id, l.id) AS line_id, p.quantity, p.net_amount, p.tax_amount
      FROM finance_taxinvoicepart p
      JOIN finance_taxinvoiceline l ON l.company_id = p.company_id AND l.id = p.line_id
     WHERE p.company_id = %(company)s AND p.document_id = ANY(%(ids)s::bigint[])
)
SELECT p.source_line_id, p.document_id, l.id AS line_id, l.invoice_id, l.item_id, l.name, l.measure, l.tax_pct,
       h.unit_id, h.party_id, h.buyer_name, h.buyer_code, sum(p.quantity) AS quantity, sum(p.net_amount) AS net,
       sum(p.tax_amount) AS tax
  FROM part p
  JOIN finance_taxinvoiceline l ON l.company_id = %(company)s AND l.id = p.line_id
  JOIN finance_taxinvoice h ON h.company_id = l.company_id AND h.id = l.invoice_id AND h.state = 'issued'
 GROUP BY p.source_line_id, p.document_id, l.id, h.id
HAVING sum(p.net_amount) > 0 OR sum(p.tax_amount) > 0
 ORDER BY p.document_id, p.source_line_id, l.id

-- lock_originals --   The invoices that are taken back, by id.
SELECT id FROM finance_taxinvoice WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- redden --   A line of an invoice knows what red letters take of it; the check allows no more than it has.
UPDATE finance_taxinvoiceline l
   SET red_net_amount = l.red_net_amount + g.net, red_tax_amount = l.red_tax_amount + g.tax
  FROM unnest(%(lines)s::bigint[], %(nets)s::numeric[], %(taxes)s::numeric[]) AS g(id, net, tax)
 WHERE l.company_id = %(company)s AND l.id = g.id AND l.id = ANY(%(lines)s::bigint[])

-- lock_invoices --   By id.
SELECT id FROM finance_taxinvoice WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge_cancel --   Asked for and not at the office.
SELECT i.id,
       CASE WHEN h.id IS NULL THEN 'not_found'
            WHEN h.state = 'cancelled' THEN 'already'
            WHEN h.state = 'issued' THEN 'issued'
            WHEN h.state = 'sending' THEN 'at_office'
            ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_taxinvoice h ON h.company_id = %(company)s AND h.id = i.id AND h.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- cancel --   Never issued.
UPDATE finance_taxinvoice SET state = 'cancelled', version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state IN ('requested', 'refused')

-- give_back --   The revenue on them may be asked for again.
INSERT INTO finance_taxinvoicepart (company_id, invoice_id, line_id, document_id, source_line_id, quantity, net_amount,
                                    tax_amount)
SELECT company_id, invoice_id, line_id, document_id, source_line_id, -sum(quantity), -sum(net_amount), -sum(tax_amount)
  FROM finance_taxinvoicepart
 WHERE company_id = %(company)s AND invoice_id = ANY(%(ids)s::bigint[])
 GROUP BY company_id, invoice_id, line_id, document_id, source_line_id

-- whiten --   What cancelled red letters asked to take back is not taken back.
SELECT l.original_id AS line_id, sum(l.net_amount) AS net, sum(l.tax_amount) AS tax
  FROM finance_taxinvoiceline l
 WHERE l.company_id = %(company)s AND l.invoice_id = ANY(%(ids)s::bigint[]) AND l.original_id IS NOT NULL
 GROUP BY l.original_id
 ORDER BY l.original_id
