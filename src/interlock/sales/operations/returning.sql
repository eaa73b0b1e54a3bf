-- lock_orders --   Orders before deliveries before returns: the rank of their kinds.
SELECT o.id FROM sales_order o
 WHERE o.company_id = %(company)s
   AND o.id = ANY(ARRAY(SELECT r.order_id FROM sales_return r
                         WHERE r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[])))
 ORDER BY o.id FOR NO KEY UPDATE

-- lock_deliveries --   The deliveries that are returned, in parts or whole.
SELECT d.id FROM sales_delivery d
 WHERE d.company_id = %(company)s
   AND d.id = ANY(ARRAY(SELECT l.delivery_id
                          FROM sales_returnline r
                          JOIN sales_deliveryline l ON l.company_id = r.company_id AND l.id = r.delivery_line_id
                         WHERE r.company_id = %(company)s AND r.document_id = ANY(%(ids)s::bigint[])))
 ORDER BY d.id FOR NO KEY UPDATE

-- lock_returns --   The return's row is the lock of everything about the return.
SELECT id FROM sales_return WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- lines --   What comes back, beside what it left with: its cost, what of it came back before, its numbers still out.
WITH line AS MATERIALIZED (
    SELECT l.*, i.place, h.shop_id, h.kind
      FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
      JOIN sales_return h ON h.company_id = %(company)s AND h.id = i.id AND h.id = ANY(%(ids)s::bigint[])
      JOIN sales_returnline l ON l.company_id = h.company_id AND l.document_id = h.id
                             AND l.document_id = ANY(%(ids)s::bigint[])
), meant AS (SELECT DISTINCT delivery_line_id AS id FROM line), gone AS (
    SELECT v.line_id, -sum(v.amount_delta) AS cost FROM stock_valueentry v
     WHERE v.company_id = %(company)s AND v.cause = 'issue' AND v.line_id = ANY(ARRAY(SELECT id FROM meant))
     GROUP BY v.line_id
), back AS (
    SELECT r.delivery_line_id, sum(r.quantity) AS quantity, sum(r.cost_amount) AS cost FROM sales_returnline r
     WHERE r.company_id = %(company)s AND r.delivery_line_id = ANY(ARRAY(SELECT id FROM meant))
       AND r.cost_amount IS NOT NULL
     GROUP BY r.delivery_line_id
), numbered AS (
    SELECT s.line_id, array_agg(s.number ORDER BY s.id) AS numbers FROM stock_serial s
     WHERE s.company_id = %(company)s AND s.line_id = ANY(ARRAY(SELECT id FROM meant)) AND s.state = 'issued'
     GROUP BY s.line_id
)
SELECT l.id AS line_id, l.document_id, l.kind, l.item_id, l.delivery_line_id, l.quantity, l.amount, l.tax_amount, l.subsidy_amount, l.location_id,
       l.reverses, l.serials, t.serial_tracked, s.unit_id, coalesce(x.customer_id, s.customer_id) AS party_id, d.delivery_id, d.location_id AS home_id,
       d.quantity AS shipped_quantity, d.recognised_on IS NOT NULL AS recognised, o.is_gift, coalesce(g.cost, 0) AS shipped_cost,
       coalesce(b.quantity, 0) AS back_quantity, coalesce(b.cost, 0) AS back_cost, coalesce(n.numbers, '{}') AS numbers,
       coalesce(q.id, d.location_id) AS hold_id
  FROM line l
  JOIN sales_deliveryline d ON d.company_id = %(company)s AND d.id = l.delivery_line_id
   AND d.id = ANY(ARRAY(SELECT id FROM meant))
  JOIN sales_delivery x ON x.company_id = d.company_id AND x.id = d.delivery_id
  JOIN sales_orderline o ON o.company_id = d.company_id AND o.id = d.order_line_id
   AND o.id = ANY(ARRAY(SELECT x.order_line_id FROM sales_deliveryline x
                         WHERE x.company_id = %(company)s AND x.id = ANY(ARRAY(SELECT id FROM meant))))
  JOIN stock_location p ON p.id = d.location_id
  LEFT JOIN LATERAL (SELECT o.id FROM stock_location o
                      WHERE o.company_id = p.company_id AND o.warehouse_id = p.warehouse_id AND o.kind = 'quality'
                      ORDER BY o.pick_order, o.id LIMIT 1) q ON true
  JOIN items_item t ON t.id = l.item_id
  JOIN sales_shop s ON s.id = l.shop_id
  LEFT JOIN gone g ON g.line_id = d.id
  LEFT JOIN back b ON b.delivery_line_id = d.id
  LEFT JOIN numbered n ON n.line_id = d.id
 ORDER BY l.place, l.id
