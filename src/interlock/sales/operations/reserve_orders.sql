-- judge --   Reviewed orders, and those that stand only for want of stock.
SELECT i.id,
       CASE WHEN o.id IS NULL THEN 'not_found'
            WHEN o.state IN ('reserved', 'released', 'shipped', 'recognised') THEN 'already'
            WHEN o.state = 'held' AND h.order_id IS NOT NULL THEN 'held'
            WHEN o.state = 'held' AND o.resume_state <> 'reviewed' THEN 'held'
            WHEN o.state = 'received' THEN 'not_reviewed'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_order o ON o.id = i.id AND o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
  LEFT JOIN (SELECT DISTINCT order_id FROM sales_hold
              WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[]) AND state = 'open'
                AND reason <> 'no_stock') h ON h.order_id = o.id
 ORDER BY i.place

-- wanted --   What each order still needs, the most urgent order first, then the oldest.
SELECT o.id AS order_id, l.id AS line_id, l.line_number, l.item_id, s.channel_id, o.province, s.split,
       l.quantity - coalesce(r.quantity, 0) AS quantity
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN sales_orderline l ON l.company_id = o.company_id AND l.order_id = o.id AND l.order_id = ANY(%(ids)s::bigint[])
  LEFT JOIN (SELECT line_id, sum(open_quantity) AS quantity FROM stock_reservation
              WHERE company_id = %(company)s AND document_id = ANY(%(ids)s::bigint[]) GROUP BY line_id) r
         ON r.line_id = l.id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
 ORDER BY o.priority, o.ordered_at, o.id, l.line_number

-- routes --   Which warehouses serve which province for which channel, best first.
SELECT r.channel_id, r.province, r.warehouse_id
  FROM sales_route r JOIN stock_warehouse w ON w.id = r.warehouse_id AND w.state = 'active'
 WHERE r.company_id = %(company)s
 ORDER BY r.rank, r.id

-- advance --   All of the order is reserved.
UPDATE sales_order SET state = 'reserved', resume_state = NULL, version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state IN ('reviewed', 'held')

-- waiting --   Orders that stand only for want of one of these items, oldest first.
SELECT DISTINCT o.id, o.priority, o.ordered_at
  FROM sales_hold h
  JOIN sales_order o ON o.company_id = h.company_id AND o.id = h.order_id AND o.state = 'held'
 WHERE h.company_id = %(company)s AND h.state = 'open' AND h.reason = 'no_stock'
   AND (%(items)s::bigint[] IS NULL OR EXISTS (
        SELECT FROM sales_orderline l WHERE l.company_id = o.company_id AND l.order_id = o.id
           AND l.item_id = ANY(%(items)s::bigint[])))
 ORDER BY o.priority, o.ordered_at, o.id
