-- judge --   Announced goods, shipped by the day, in open months.
WITH line AS (
    SELECT r.document_id, max(d.shipped_on) AS shipped_on
      FROM sales_returnline r
      JOIN sales_deliveryline l ON l.company_id = r.company_id AND l.id = r.delivery_line_id
      JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id
     WHERE r.company_id = %(company)s AND r.document_id = ANY(%(ids)s::bigint[])
     GROUP BY r.document_id
), open AS (
    SELECT count(*) = 2 AS both FROM core_period p
     WHERE p.company_id = %(company)s AND p.module IN ('stock', 'sales') AND p.state = 'open'
       AND p.month = date_trunc('month', %(on)s::date)::date
)
SELECT i.id,
       CASE WHEN r.id IS NULL THEN 'not_found'
            WHEN r.state = 'cancelled' THEN 'cancelled'
            WHEN r.kind = 'refund_only' THEN 'no_goods'
            WHEN r.state <> 'announced' THEN 'already'
            WHEN NOT open.both THEN 'period_closed'
            WHEN l.shipped_on > %(on)s THEN 'before_shipment'
            WHEN %(location)s::bigint IS NOT NULL AND b.id IS NULL THEN 'foreign_location'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
 CROSS JOIN open
  LEFT JOIN sales_return r ON r.id = i.id AND r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[])
  LEFT JOIN line l ON l.document_id = r.id
  LEFT JOIN stock_location b ON b.company_id = %(company)s AND b.id = %(location)s::bigint
 ORDER BY i.place

-- lines --   Where the goods lie, what they brought back, and whether revenue was reversed with them.
UPDATE sales_returnline l
   SET location_id = g.location_id, cost_amount = g.cost, reverses = g.reverses, serials = g.serials::jsonb
  FROM unnest(%(lines)s::bigint[], %(locations)s::bigint[], %(costs)s::numeric[], %(reverses)s::boolean[],
              %(serials)s::text[]) AS g(id, location_id, cost, reverses, serials)
 WHERE l.company_id = %(company)s AND l.id = g.id AND l.id = ANY(%(lines)s::bigint[])

-- close --   A delivery line all of which came back before it was revenue has nothing left to wait for.
UPDATE sales_deliveryline l SET recognised_on = %(on)s
  FROM (SELECT r.delivery_line_id, sum(r.quantity) AS quantity FROM sales_returnline r
         WHERE r.company_id = %(company)s AND r.delivery_line_id = ANY(%(lines)s::bigint[]) AND NOT r.reverses
           AND r.cost_amount IS NOT NULL
         GROUP BY r.delivery_line_id) b
 WHERE l.company_id = %(company)s AND l.id = b.delivery_line_id AND l.id = ANY(%(lines)s::bigint[])
   AND l.recognised_on IS NULL AND l.quantity = b.quantity
RETURNING l.delivery_id

-- advance --   Back, on hold.
UPDATE sales_return SET state = 'received', received_on = %(on)s, version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'announced'

-- orders --   Whose timeline tells it too.
SELECT DISTINCT order_id FROM sales_return WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) ORDER BY 1
