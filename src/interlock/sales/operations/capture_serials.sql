-- judge --   Serial numbers are captured while the delivery is being picked.
WITH line AS MATERIALIZED (
    SELECT l.delivery_id, l.id, l.quantity
      FROM sales_deliveryline l JOIN items_item t ON t.id = l.item_id AND t.serial_tracked
     WHERE l.company_id = %(company)s AND l.delivery_id = ANY(%(ids)s::bigint[])
), captured AS (
    SELECT s.line_id, count(*) AS pieces FROM stock_serial s
     WHERE s.company_id = %(company)s AND s.line_id = ANY(ARRAY(SELECT id FROM line)) GROUP BY s.line_id
), short AS (
    SELECT l.delivery_id, sum(l.quantity - coalesce(c.pieces, 0)) AS pieces
      FROM line l LEFT JOIN captured c ON c.line_id = l.id GROUP BY l.delivery_id
)
SELECT i.id,
       CASE WHEN d.id IS NULL THEN 'not_found'
            WHEN d.state = 'cancelled' THEN 'cancelled'
            WHEN d.state <> 'released' THEN 'already'
            WHEN NOT %(given)s AND coalesce(s.pieces, 0) <= 0 THEN 'already'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_delivery d ON d.id = i.id AND d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
  LEFT JOIN short s ON s.delivery_id = d.id
 ORDER BY i.place

-- wanted --   The lines that still want numbers, or all of them, in the order in which they are picked.
WITH line AS MATERIALIZED (
    SELECT l.delivery_id, l.id, l.item_id, l.location_id, l.quantity
      FROM sales_deliveryline l JOIN items_item t ON t.id = l.item_id AND t.serial_tracked
     WHERE l.company_id = %(company)s AND l.delivery_id = ANY(%(ids)s::bigint[])
), captured AS (
    SELECT s.line_id, count(*) AS pieces FROM stock_serial s
     WHERE s.company_id = %(company)s AND s.line_id = ANY(ARRAY(SELECT id FROM line)) GROUP BY s.line_id
)
SELECT l.delivery_id, l.id AS line_id, l.item_id, l.location_id, l.quantity
  FROM line l LEFT JOIN captured c ON c.line_id = l.id
 WHERE %(all_lines)s OR l.quantity > coalesce(c.pieces, 0)
 ORDER BY l.delivery_id, l.id
