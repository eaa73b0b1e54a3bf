-- orders_of --   The orders of changes; they never become others.
SELECT order_id FROM sales_changedocument WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- lock_documents --   One order for all.
SELECT id FROM sales_changedocument WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- documents --   The changes as they are.
SELECT id, number, order_id, state, reason, text, after, version
  FROM sales_changedocument WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- open_of --   The open change of each order, which is locked.
SELECT id, number, order_id, state, version FROM sales_changedocument
 WHERE company_id = %(company)s AND order_id = ANY(%(orders)s::bigint[]) AND state IN ('draft', 'submitted', 'approved')

-- lines_of --   What their lines shall be.
SELECT document_id, line_number, sku, item_id, item_before_id, quantity, unit_price
  FROM sales_changeline WHERE company_id = %(company)s AND document_id = ANY(%(ids)s::bigint[])
 ORDER BY document_id, ordinal

-- moved --   Changes whose order somebody or its platform changed since: what it was then is kept as a version.
SELECT d.id FROM sales_changedocument d
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
   AND EXISTS (SELECT FROM core_documentversion v
                WHERE v.company_id = d.company_id AND v.document_id = d.order_id AND v.version >= d.order_version)

-- make --   New changes, numbered without gaps a month of the company's calendar, in the order given.
WITH given AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, g.*, o.shop_id, o.version,
           date_trunc('month', now() AT TIME ZONE c.time_zone)::date AS month
      FROM core_company c
     CROSS JOIN unnest(%(orders)s::bigint[], %(befores)s::text[], %(afters)s::text[]) WITH ORDINALITY
                AS g(order_id, before, after, place)
      JOIN sales_order o ON o.company_id = c.id AND o.id = g.order_id AND o.id = ANY(%(orders)s::bigint[])
     WHERE c.id = %(company)s
), counted AS (
    SELECT month, core_take_numbers(%(company)s, 'OC', month, count(*)) AS base FROM given GROUP BY month
)
INSERT INTO sales_changedocument (id, company_id, number, order_id, shop_id, reason, text, change_on, order_version, before,
       after, amount_before, amount, reasons, note, why, author_id, editor_id, run_id)
SELECT g.id, %(company)s, core_number((SELECT core_prefix(%(company)s, 'OC')), g.month, c.base + g.place), g.order_id, g.shop_id, %(reason)s, %(text)s,
       %(on)s, g.version, g.before::jsonb, g.after::jsonb, 0, 0, '{}', '', '', %(me)s, %(me)s, %(run)s
  FROM given g JOIN counted c USING (month)
 ORDER BY g.place
RETURNING id, order_id

-- change --   Another version of drafts, from what their orders are now.
UPDATE sales_changedocument d
   SET reason = %(reason)s, text = %(text)s, change_on = %(on)s, order_version = o.version, before = g.before::jsonb,
       after = g.after::jsonb, editor_id = %(me)s, version = d.version + 1, saved_at = now()
  FROM unnest(%(orders)s::bigint[], %(befores)s::text[], %(afters)s::text[]) AS g(order_id, before, after)
  JOIN sales_order o ON o.company_id = %(company)s AND o.id = g.order_id AND o.id = ANY(%(orders)s::bigint[])
 WHERE d.company_id = %(company)s AND d.order_id = g.order_id AND d.order_id = ANY(%(orders)s::bigint[])
   AND d.state = 'draft'
RETURNING d.id, d.order_id

-- clear_lines --   A draft's lines are written anew.
DELETE FROM sales_changeline WHERE company_id = %(company)s AND document_id = ANY(%(ids)s::bigint[])

-- write_lines --   Lines as they shall be, taxed as their items are on the day of the order, beside what they were.
INSERT INTO sales_changeline (company_id, document_id, ordinal, line_number, sku, item_id, quantity, unit_price, amount,
       sku_before, item_before_id, quantity_before, unit_price_before, amount_before)
SELECT %(company)s, g.document, g.ordinal, l.line_number, g.sku, g.item, g.quantity, g.price,
       x.charged + CASE WHEN p.tax_included THEN 0 ELSE sales_tax(x.charged, r.tax_pct, p.tax_included) END,
       coalesce(l.sku, ''), l.item_id, l.quantity, l.unit_price, coalesce(l.amount, 0)
  FROM unnest(%(orders)s::bigint[], %(documents)s::bigint[], %(ordinals)s::int[], %(lines)s::bigint[], %(skus)s::text[],
              %(items)s::bigint[], %(quantities)s::numeric[], %(prices)s::numeric[], %(offs)s::numeric[])
       AS g(order_id, document, ordinal, line, sku, item, quantity, price, off)
  JOIN sales_order o ON o.company_id = %(company)s AND o.id = g.order_id AND o.id = ANY(%(orders)s::bigint[])
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN items_pricelist p ON p.id = s.price_list_id
 CROSS JOIN LATERAL (SELECT round(g.quantity * g.price, 2) - g.off AS charged) x
  LEFT JOIN sales_orderline l ON l.company_id = %(company)s AND l.order_id = ANY(%(orders)s::bigint[]) AND l.id = g.line
  LEFT JOIN items_item t ON t.id = g.item
  LEFT JOIN items_taxrate r ON r.tax_class_id = t.tax_class_id AND r.valid_from <= o.order_on
                           AND (r.valid_to IS NULL OR r.valid_to > o.order_on)

-- total --   What the order comes to before and after, and what approval routes may look at.
UPDATE sales_changedocument d
   SET amount_before = o.amount, amount = o.amount + s.delta,
       reasons = array_remove(ARRAY[
           CASE WHEN s.dearer THEN 'price_raised' END, CASE WHEN s.cheaper THEN 'price_lowered' END,
           CASE WHEN s.delta > o.amount * %(amount_pct)s::numeric / 100 THEN 'amount_raised' END,
           CASE WHEN -s.delta > o.amount * %(amount_pct)s::numeric / 100 THEN 'amount_lowered' END,
           CASE WHEN a.is_approved THEN 'approved_order' END], NULL)
  FROM sales_order o
 CROSS JOIN LATERAL (
       SELECT EXISTS (SELECT FROM core_approvalrequest q WHERE q.company_id = o.company_id AND q.document_id = o.id
                                                           AND q.state = 'approved') AS is_approved) a,
       (SELECT i.id, coalesce(sum(l.amount - l.amount_before), 0) AS delta,
               coalesce(bool_or(l.quantity > 0 AND l.item_id = l.item_before_id
                        AND l.unit_price > l.unit_price_before * (1 + %(price_pct)s::numeric / 100)), false) AS dearer,
               coalesce(bool_or(l.quantity > 0 AND l.item_id = l.item_before_id
                        AND l.unit_price < l.unit_price_before * (1 - %(price_pct)s::numeric / 100)), false) AS cheaper
          FROM unnest(%(ids)s::bigint[]) AS i(id)
          LEFT JOIN sales_changeline l ON l.company_id = %(company)s AND l.document_id = i.id
                                      AND l.document_id = ANY(%(ids)s::bigint[])
         GROUP BY i.id) s
 WHERE d.company_id = %(company)s AND d.id = s.id AND d.id = ANY(%(ids)s::bigint[])
   AND o.company_id = d.company_id AND o.id = d.order_id
   AND o.id = ANY(ARRAY(SELECT order_id FROM sales_changedocument
                         WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])))
RETURNING d.id, d.order_id, d.number, d.version, d.amount_before, d.amount

-- submit --   Handed in; an approver's word on what it was before is answered by it.
UPDATE sales_changedocument SET state = 'submitted', editor_id = %(me)s, note = '', why = ''
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'draft'

-- apply --   The orders are what these say.
UPDATE sales_changedocument SET state = 'applied', applied_at = now(), why = ''
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state IN ('submitted', 'approved')

-- outdate --   Their orders are no longer what they start from.
UPDATE sales_changedocument d SET state = 'outdated', why = g.why
  FROM unnest(%(ids)s::bigint[], %(whys)s::text[]) AS g(id, why)
 WHERE d.company_id = %(company)s AND d.id = g.id AND d.id = ANY(%(ids)s::bigint[])
   AND d.state IN ('draft', 'submitted', 'approved')

-- withdraw --   Nobody wants them any more.
UPDATE sales_changedocument SET state = 'withdrawn', why = ''
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state IN ('draft', 'submitted', 'approved')
