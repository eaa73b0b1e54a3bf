-- judge --   Shipped, in an open month, and with a line whose policy waits for just this.
WITH due AS (
    SELECT l.delivery_id, bool_or(l.recognised_on IS NULL AND
               CASE t.revenue_policy WHEN 'at_shipment' THEN 1 WHEN 'at_receipt' THEN 2 ELSE 3 END <= %(rank)s) AS any
      FROM sales_deliveryline l JOIN items_item t ON t.id = l.item_id
     WHERE l.company_id = %(company)s AND l.delivery_id = ANY(%(ids)s::bigint[])
     GROUP BY l.delivery_id
)
SELECT i.id,
       CASE WHEN d.id IS NULL THEN 'not_found'
            WHEN d.state = 'cancelled' THEN 'cancelled'
            WHEN d.state = 'recognised' THEN 'already'
            WHEN d.state <> 'shipped' THEN 'not_shipped'
            WHEN d.shipped_on > %(on)s THEN 'before_shipment'
            WHEN p.id IS NULL THEN 'period_closed'
            WHEN NOT u.any THEN 'not_due'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_delivery d ON d.id = i.id AND d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
  LEFT JOIN due u ON u.delivery_id = d.id
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'sales' AND p.state = 'open'
                         AND p.month = date_trunc('month', %(on)s::date)::date
 ORDER BY i.place

-- recognise --   The lines that are due become revenue, without what was returned or refunded; cost is what stays out.
WITH due AS MATERIALIZED (
    UPDATE sales_deliveryline l SET recognised_on = %(on)s
      FROM items_item t
     WHERE l.company_id = %(company)s AND l.delivery_id = ANY(%(ids)s::bigint[]) AND t.id = l.item_id
       AND l.recognised_on IS NULL
       AND CASE t.revenue_policy WHEN 'at_shipment' THEN 1 WHEN 'at_receipt' THEN 2 ELSE 3 END <= %(rank)s
    RETURNING l.id, l.delivery_id, l.order_line_id, l.item_id, l.quantity, l.amount, l.tax_amount, l.subsidy_amount
), back AS (
    SELECT r.delivery_line_id, sum(r.quantity) FILTER (WHERE r.cost_amount IS NOT NULL) AS quantity,
           sum(r.amount) AS amount, sum(r.tax_amount) AS tax, sum(r.cost_amount) AS cost, sum(r.subsidy_amount) AS subsidy
      FROM sales_returnline r
     WHERE r.company_id = %(company)s AND r.delivery_line_id = ANY(ARRAY(SELECT id FROM due)) AND NOT r.reverses
     GROUP BY r.delivery_line_id
), gift AS (
    SELECT l.id FROM sales_orderline l
     WHERE l.company_id = %(company)s AND l.id = ANY(ARRAY(SELECT order_line_id FROM due WHERE amount = 0)) AND l.is_gift
), line AS MATERIALIZED (
    SELECT d.id, d.delivery_id, d.item_id, d.quantity - coalesce(b.quantity, 0) AS quantity, s.unit_id,
           coalesce(h.customer_id, s.customer_id) AS customer_id,
           d.amount - d.tax_amount - coalesce(b.amount - b.tax, 0) AS net, d.tax_amount - coalesce(b.tax, 0) AS vat,
           coalesce(-v.amount, 0) - coalesce(b.cost, 0) AS cost, g.id IS NOT NULL AS is_gift,
           coalesce(d.subsidy_amount - coalesce(b.subsidy, 0), 0) AS subsidy
      FROM due d
      JOIN sales_delivery h ON h.company_id = %(company)s AND h.id = d.delivery_id AND h.id = ANY(%(ids)s::bigint[])
      JOIN sales_shop s ON s.id = h.shop_id
      LEFT JOIN back b ON b.delivery_line_id = d.id
      LEFT JOIN gift g ON g.id = d.order_line_id
      LEFT JOIN (SELECT e.line_id, sum(e.amount_delta) AS amount FROM stock_valueentry e
                  WHERE e.company_id = %(company)s AND e.cause = 'issue' AND e.line_id = ANY(ARRAY(SELECT id FROM due))
                  GROUP BY e.line_id) v ON v.line_id = d.id
     ORDER BY d.delivery_id, d.id
)
SELECT h.*, l.*
  FROM (SELECT array_agg(delivery_id)::text AS documents, array_agg(unit_id)::text AS units, array_agg(customer_id)::text
               AS parties FROM (SELECT DISTINCT delivery_id, unit_id, customer_id FROM line) AS one) AS h,
       (SELECT array_agg(delivery_id)::text AS line_documents, array_agg(id)::text AS line_ids,
               array_agg(item_id)::text AS items, array_agg(quantity)::text AS quantities,
               array_agg(net - subsidy)::text AS net, array_agg(vat)::text AS vat,
               array_agg(cost * (NOT is_gift)::int)::text AS cost, array_agg(cost * is_gift::int)::text AS gift_cost,
               array_agg(subsidy)::text AS subsidy FROM line) AS l

-- advance --   A delivery is revenue when nothing of it waits to be.
UPDATE sales_delivery d SET state = 'recognised', recognised_on = %(on)s, version = version + 1
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
   AND NOT EXISTS (SELECT FROM sales_deliveryline l
                    WHERE l.company_id = d.company_id AND l.delivery_id = d.id
                      AND l.delivery_id = ANY(%(ids)s::bigint[]) AND l.recognised_on IS NULL)
RETURNING d.id
