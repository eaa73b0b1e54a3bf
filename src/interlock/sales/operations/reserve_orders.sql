-- judge --   Reviewed orders, and those that stand only for want of stock.
SELECT i.id,
       CASE WHEN o.id IS NULL THEN 'not_found'
            WHEN o.state = 'cancelled' THEN 'cancelled'
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
SELECT o.id AS order_id, l.id AS line_id, l.line_number, l.item_id, s.channel_id, o.province, s.split, o.is_parted,
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

-- waiting --   Orders that stand only for want of stock and can now be served, most urgent first, then oldest.
WITH waiting AS MATERIALIZED (
    SELECT DISTINCT o.id, o.priority, o.ordered_at, s.split, o.is_parted
      FROM sales_hold h
      JOIN sales_order o ON o.company_id = h.company_id AND o.id = h.order_id AND o.state = 'held'
      JOIN sales_shop s ON s.id = o.shop_id
     WHERE h.company_id = %(company)s AND h.state = 'open' AND h.reason = 'no_stock'
), free AS (
    SELECT b.item_id, sum(b.on_hand - b.reserved) AS pieces FROM stock_balance b
     WHERE b.company_id = %(company)s AND b.quality = 'good' GROUP BY b.item_id
), promised AS (
    SELECT r.line_id, sum(r.open_quantity) AS pieces FROM stock_reservation r
     WHERE r.company_id = %(company)s AND r.document_id = ANY(ARRAY(SELECT id FROM waiting)) GROUP BY r.line_id
), carried AS (
    SELECT DISTINCT order_line_id FROM sales_deliveryline
     WHERE company_id = %(company)s AND order_id = ANY(ARRAY(SELECT id FROM waiting WHERE is_parted))
), line AS (
    SELECT l.order_id,
           CASE WHEN c.order_line_id IS NULL THEN l.quantity - coalesce(p.pieces, 0) ELSE 0 END AS missing, coalesce(f.pieces, 0) AS free
      FROM sales_orderline l
      LEFT JOIN promised p ON p.line_id = l.id
      LEFT JOIN carried c ON c.order_line_id = l.id
      LEFT JOIN free f ON f.item_id = l.item_id
     WHERE l.company_id = %(company)s AND l.order_id = ANY(ARRAY(SELECT id FROM waiting))
)
SELECT w.id
  FROM waiting w
  JOIN (SELECT order_id, bool_and(missing <= free) AS whole, bool_or(missing > 0 AND free > 0) AS part,
               bool_or(missing > 0 AND missing <= free) AS line
          FROM line GROUP BY order_id) x ON x.order_id = w.id
 WHERE x.whole OR (x.part AND w.split = 'wait_for_all') OR (x.line AND w.split = 'by_line')
 ORDER BY w.priority, w.ordered_at, w.id

-- to_reserve --   Reviewed orders, and among them those that waited for what has come.
SELECT id FROM (
    SELECT id, priority, ordered_at FROM sales_order WHERE company_id = %(company)s AND is_open AND state = 'reviewed'
    UNION ALL
    SELECT id, priority, ordered_at FROM sales_order
     WHERE company_id = %(company)s AND state = 'held' AND id = ANY(%(waiting)s::bigint[])
) o
 ORDER BY priority, ordered_at, id
