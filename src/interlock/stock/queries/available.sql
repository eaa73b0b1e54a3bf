-- lock_balances --   In a statement of its own, so that the next one sees what others committed meanwhile.
SELECT count(*)
  FROM (SELECT b.id
          FROM stock_balance AS b
          JOIN stock_location AS l ON l.company_id = b.company_id AND l.id = b.location_id
         WHERE b.company_id = %(company)s
           AND b.item_id = ANY(%(items)s::bigint[])
           AND b.quality = 'good'
           AND l.kind = 'picking'
           AND l.warehouse_id = ANY(%(warehouses)s::bigint[])
         ORDER BY b.id
           FOR NO KEY UPDATE OF b) AS locked

-- available --   Free is what lies there less what is promised.
SELECT b.item_id, b.location_id, l.warehouse_id, l.pick_order, b.on_hand - b.reserved AS free
  FROM stock_balance AS b
  JOIN stock_location AS l ON l.company_id = b.company_id AND l.id = b.location_id
  JOIN stock_warehouse AS w ON w.company_id = l.company_id AND w.id = l.warehouse_id
 WHERE b.company_id = %(company)s
   AND b.item_id = ANY(%(items)s::bigint[])
   AND b.quality = 'good'
   AND b.on_hand > b.reserved
   AND l.kind = 'picking'
   AND l.warehouse_id = ANY(%(warehouses)s::bigint[])
   AND w.state = 'active'
 ORDER BY b.item_id, l.warehouse_id, l.pick_order, l.id
