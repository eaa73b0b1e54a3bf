-- round --   Which round of links counts; none means the first.
SELECT round FROM sales_customerlink
 WHERE company_id = (SELECT company_id FROM sales_order WHERE id = %(id)s) AND order_id = %(id)s

-- order --   What its buyer may know of an order; the buyer's data are masked where they are shown.
SELECT o.id, o.company_id, o.platform_number, o.state, o.resume_state, o.ordered_at, o.buyer, o.phone, o.province,
       o.city, s.name_en, s.name_zh, c.time_zone
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN core_company c ON c.id = o.company_id
 WHERE o.id = %(id)s

-- lines --   What was ordered, without what was taken out.
SELECT l.id, coalesce(i.name_en, l.sku) AS name_en, coalesce(i.name_zh, l.sku) AS name_zh, l.quantity, l.is_gift
  FROM sales_orderline l LEFT JOIN items_item i ON i.id = l.item_id
 WHERE l.company_id = %(company)s AND l.order_id = %(id)s AND l.quantity > 0
 ORDER BY l.line_number
 LIMIT 200

-- parts --   Its part of every delivery: one that carries other orders too shows nothing of them.
SELECT l.delivery_id, l.order_line_id, i.name_en, i.name_zh, i.revenue_policy, sum(l.quantity) AS quantity,
       CASE WHEN bool_and(l.recognised_on IS NOT NULL) THEN max(l.recognised_on) END AS recognised_on,
       d.release_on, d.shipped_on, d.state
  FROM sales_deliveryline l
  JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id
  JOIN items_item i ON i.id = l.item_id
 WHERE l.company_id = %(company)s AND l.order_id = %(id)s
 GROUP BY l.delivery_id, l.order_line_id, i.name_en, i.name_zh, i.revenue_policy, d.release_on, d.shipped_on, d.state
 ORDER BY l.delivery_id, l.order_line_id
 LIMIT 400

-- moments --   When each step was taken last.
SELECT t.document_id, r.operation, max(r.started_at) AS at
  FROM core_timeline_of(%(company)s, %(documents)s::bigint[]) t
  JOIN core_run r ON r.company_id = %(company)s AND r.id = t.run_id
 WHERE t.code IN ('done', 'released')
 GROUP BY 1, 2
