-- judge --   Serial numbers are captured while the delivery is being picked.
SELECT i.id,
       CASE WHEN d.id IS NULL THEN 'not_found'
            WHEN d.state <> 'released' THEN 'already'
            WHEN NOT %(given)s AND NOT EXISTS (
                 SELECT FROM sales_deliveryline l JOIN items_item t ON t.id = l.item_id AND t.serial_tracked
                  WHERE l.company_id = d.company_id AND l.delivery_id = d.id
                    AND l.quantity > (SELECT count(*) FROM stock_serial s
                                       WHERE s.company_id = l.company_id AND s.line_id = l.id)) THEN 'already'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_delivery d ON d.id = i.id AND d.company_id = %(company)s
 ORDER BY i.place

-- wanted --   The lines that still want numbers, in the order in which they are picked.
SELECT l.delivery_id, l.id AS line_id, l.item_id, l.location_id, l.quantity
  FROM sales_deliveryline l
  JOIN items_item t ON t.id = l.item_id AND t.serial_tracked
  LEFT JOIN LATERAL (SELECT count(*) AS pieces FROM stock_serial s
                      WHERE s.company_id = l.company_id AND s.line_id = l.id) s ON true
 WHERE l.company_id = %(company)s AND l.delivery_id = ANY(%(ids)s::bigint[])
   AND (%(all_lines)s OR l.quantity > coalesce(s.pieces, 0))
 ORDER BY l.delivery_id, l.id
