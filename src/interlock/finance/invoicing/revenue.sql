-- lock_company --   The requests of a company are made one set after the other, so that no cent is invoiced twice.
SELECT pg_advisory_xact_lock(%(company)s::int, hashtext('finance_taxinvoice'))

-- registration --   The company as the tax office knows it.
SELECT r.id, r.url, r.name, r.limit_amount, r.most_lines, c.uscc, c.code
  FROM finance_taxregistration r JOIN core_company c ON c.id = r.company_id
 WHERE r.company_id = %(company)s

-- open_lines --   Revenue of documents line by line: recognised, less what came back, less what was invoiced or asked for.
WITH head AS MATERIALIZED (
    SELECT e.id, e.document_id, e.unit_id, e.party_id, e.fact_on
      FROM finance_event e
     WHERE e.company_id = %(company)s AND e.document_id = ANY(%(ids)s::bigint[]) AND e.kind = 'revenue_recognised'
), told AS MATERIALIZED (
    SELECT h.document_id, h.unit_id, h.party_id, h.fact_on, l.id, l.line_id, l.item_id, l.component, l.quantity, l.amount
      FROM head h
      JOIN finance_eventline l ON l.company_id = %(company)s AND l.event_id = h.id AND l.event_id = ANY(ARRAY(SELECT id FROM head))
     WHERE l.component IN ('net', 'subsidy', 'vat')
), back AS (
    SELECT t.document_id, t.line_id, sum(x.amount) FILTER (WHERE x.component <> 'vat') AS net,
           sum(x.amount) FILTER (WHERE x.component = 'vat') AS tax,
           sum(x.quantity / n.many) AS quantity
      FROM told t
      JOIN finance_reversal r ON r.company_id = %(company)s AND r.reversed_id = t.id
                             AND r.reversed_id = ANY(ARRAY(SELECT id FROM told))
      JOIN finance_eventline x ON x.company_id = %(company)s AND x.id = r.id
     CROSS JOIN LATERAL (SELECT count(*) AS many FROM finance_eventline y
                          WHERE y.company_id = x.company_id AND y.event_id = x.event_id AND y.line_id = x.line_id
                            AND y.component IN ('net', 'subsidy', 'vat')) n
     GROUP BY t.document_id, t.line_id
), asked AS (
    SELECT p.source_line_id, sum(p.quantity) AS quantity, sum(p.net_amount) AS net, sum(p.tax_amount) AS tax
      FROM finance_taxinvoicepart p
     WHERE p.company_id = %(company)s AND p.document_id = ANY(%(ids)s::bigint[])
     GROUP BY p.source_line_id
), line AS (
    SELECT document_id, unit_id, party_id, min(fact_on) AS fact_on, line_id, min(item_id) AS item_id, max(quantity) AS quantity,
           coalesce(sum(amount) FILTER (WHERE component <> 'vat'), 0) AS net,
           coalesce(sum(amount) FILTER (WHERE component = 'vat'), 0) AS tax
      FROM told GROUP BY document_id, unit_id, party_id, line_id
)
SELECT l.document_id, l.unit_id, l.party_id, l.fact_on, l.line_id, l.item_id, l.net AS revenue_net,
       l.quantity - round(coalesce(b.quantity, 0), 6) - coalesce(a.quantity, 0) AS quantity,
       l.net - coalesce(b.net, 0) - coalesce(a.net, 0) AS net, l.tax - coalesce(b.tax, 0) - coalesce(a.tax, 0) AS tax
  FROM line l
  LEFT JOIN back b ON b.document_id = l.document_id AND b.line_id = l.line_id
  LEFT JOIN asked a ON a.source_line_id = l.line_id
 ORDER BY l.document_id, l.line_id

-- goods --   What stands on an invoice for an item, and its rate on a day.
SELECT i.id, g.on, i.name_zh AS name, u.name_zh AS measure, r.tax_pct
  FROM unnest(%(items)s::bigint[], %(days)s::date[]) AS g(id, "on")
  JOIN items_item i ON i.id = g.id
  JOIN items_unitofmeasure u ON u.code = i.unit_id
  LEFT JOIN items_taxrate r ON r.tax_class_id = i.tax_class_id AND r.valid_from <= g.on
                           AND (r.valid_to IS NULL OR r.valid_to > g.on)

-- buyers --   Whom invoices of these parties name.
SELECT id, name, CASE WHEN country = 'CN' THEN uscc ELSE '' END AS code FROM parties_party
 WHERE id = ANY(%(parties)s::bigint[])

-- documents_of --   The documents whose revenue of some parties a month recognised.
SELECT array_agg(DISTINCT e.document_id)::text AS ids
  FROM finance_event e
 WHERE e.company_id = %(company)s AND e.kind = 'revenue_recognised' AND e.party_id = ANY(%(parties)s::bigint[])
   AND e.fact_on >= %(first)s::date AND e.fact_on < %(after)s::date

-- due --   Revenue of a month that rules invoice by themselves and nobody has asked for: documents by mode and customer.
-- An order may have a part of a delivery invoiced already, with another of its orders: its own lines count.
WITH due AS (
    SELECT h.document_id, h.party_id, h.unit_id, h.fact_on, false AS in_part
      FROM finance_event h
     WHERE h.company_id = %(company)s AND h.kind = 'revenue_recognised'
       AND h.fact_on >= %(first)s::date AND h.fact_on < %(after)s::date
       AND NOT EXISTS (SELECT FROM finance_taxinvoicepart x
                        WHERE x.company_id = h.company_id AND x.document_id = h.document_id)
     UNION ALL
    SELECT h.document_id, h.party_id, h.unit_id, h.fact_on, true
      FROM finance_event h
     WHERE EXISTS (SELECT FROM finance_invoicerule WHERE company_id = %(company)s AND mode = 'per_order')
       AND h.company_id = %(company)s AND h.kind = 'revenue_recognised'
       AND h.fact_on >= %(first)s::date AND h.fact_on < %(after)s::date
       AND EXISTS (SELECT FROM finance_taxinvoicepart x
                    WHERE x.company_id = h.company_id AND x.document_id = h.document_id)
       AND EXISTS (SELECT FROM finance_eventline l
                    WHERE l.company_id = h.company_id AND l.event_id = h.id AND l.component = 'net'
                      AND NOT EXISTS (SELECT FROM finance_taxinvoicepart x
                                       WHERE x.company_id = h.company_id AND x.document_id = h.document_id
                                         AND x.source_line_id = l.line_id))
)
SELECT e.mode, e.party_id, array_agg(DISTINCT e.document_id ORDER BY e.document_id) AS documents
  FROM (SELECT DISTINCT h.document_id, h.party_id, h.in_part,
               (SELECT r.mode FROM finance_invoicerule r
                 WHERE r.company_id = %(company)s AND r.valid_from <= h.fact_on
                   AND (r.party_id IS NULL OR r.party_id = h.party_id)
                   AND (r.party_group_id IS NULL OR r.party_group_id = p.group_id)
                   AND (r.unit_id IS NULL OR r.unit_id = h.unit_id)
                 ORDER BY r.party_id IS NULL, r.party_group_id IS NULL, r.unit_id IS NULL, r.valid_from DESC, r.id DESC
                 LIMIT 1) AS mode
          FROM due h LEFT JOIN parties_party p ON p.id = h.party_id) AS e
 WHERE e.mode = 'per_order' OR e.mode IN ('per_delivery', 'monthly') AND NOT e.in_part
 GROUP BY e.mode, e.party_id

-- make --   Invoices to be, numbered without gaps a month, in the order given.
WITH given AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, g.*
      FROM unnest(%(units)s::bigint[], %(parties)s::bigint[], %(names)s::text[], %(codes)s::text[],
                  %(emails)s::text[], %(nets)s::numeric[],
                  %(taxes)s::numeric[], %(originals)s::bigint[])
           WITH ORDINALITY AS g(unit, party, name, code, email, net, tax, original, place)
), taken AS MATERIALIZED (
    SELECT core_take_numbers(%(company)s, 'TI', date_trunc('month', %(on)s::date)::date, count(*)) AS before FROM given
), made AS (
    INSERT INTO finance_taxinvoice (id, company_id, number, kind, mode, state, requested_on, unit_id, party_id, buyer_name,
                                    buyer_code, buyer_email, net_amount, tax_amount, amount, original_id, reason, run_id)
    SELECT g.id, %(company)s, core_number((SELECT core_prefix(%(company)s, 'TI')), date_trunc('month', %(on)s::date)::date, t.before + g.place), %(kind)s,
           %(mode)s, 'requested', %(on)s, g.unit, g.party, g.name, g.code, g.email, g.net, g.tax, g.net + g.tax, g.original,
           %(reason)s, %(run)s
      FROM given g CROSS JOIN taken t
    RETURNING id
)
SELECT g.id FROM given g JOIN made m ON m.id = g.id ORDER BY g.place

-- make_lines --   Their lines, in the order given.
WITH given AS MATERIALIZED (
    SELECT nextval('core_line_id') AS id, g.*
      FROM unnest(%(invoices)s::bigint[], %(numbers)s::int[], %(items)s::bigint[], %(names)s::text[], %(measures)s::text[],
                  %(quantities)s::numeric[], %(rates)s::numeric[], %(nets)s::numeric[], %(taxes)s::numeric[],
                  %(originals)s::bigint[])
           WITH ORDINALITY AS g(invoice, number, item, name, measure, quantity, rate, net, tax, original, place)
), made AS (
    INSERT INTO finance_taxinvoiceline (id, company_id, invoice_id, line_number, item_id, name, measure, quantity, tax_pct,
                                        net_amount, tax_amount, original_id)
    SELECT id, %(company)s, invoice, number, item, name, measure, quantity, rate, net, tax, original FROM given
    RETURNING id
)
SELECT g.id FROM given g JOIN made m ON m.id = g.id ORDER BY g.place

-- make_parts --   Which revenue stands on which line.
INSERT INTO finance_taxinvoicepart (company_id, invoice_id, line_id, document_id, source_line_id, quantity, net_amount,
                                    tax_amount)
SELECT %(company)s, g.*
  FROM unnest(%(invoices)s::bigint[], %(lines)s::bigint[], %(documents)s::bigint[], %(sources)s::bigint[],
              %(quantities)s::numeric[], %(nets)s::numeric[], %(taxes)s::numeric[]) AS g
