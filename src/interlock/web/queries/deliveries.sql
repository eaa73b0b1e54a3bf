-- warehouses --   The warehouses of a company, for filters.
SELECT id, code, name_en, name_zh FROM stock_warehouse WHERE company_id = %(company)s ORDER BY code

-- deliveries_found --   The deliveries a filter finds, newest first, by key, with what their goods are sold for.
SELECT d.id, l.amount
  FROM sales_delivery d
  LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM sales_deliveryline
                      WHERE company_id = d.company_id AND delivery_id = d.id) l ON true
 WHERE d.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR d.id < %(before)s) /* own: d.id */
   AND (%(state)s::text IS NULL OR d.state = %(state)s)
   AND (%(state)s::text IS NULL OR %(state)s IN ('recognised', 'cancelled') OR d.is_open)
   AND (%(warehouse)s::bigint IS NULL OR d.warehouse_id = %(warehouse)s)
   AND (%(shop)s::bigint IS NULL OR d.shop_id = %(shop)s)
   AND (%(customer)s::bigint IS NULL OR d.customer_id = %(customer)s OR d.customer_id IS NULL AND d.shop_id IN (
         SELECT id FROM sales_shop WHERE company_id = %(company)s AND customer_id = %(customer)s))
   AND (%(shipped)s::date IS NULL OR d.shipped_on = %(shipped)s)
   AND (%(first)s::date IS NULL OR d.release_on >= %(first)s)
   AND (%(last)s::date IS NULL OR d.release_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR l.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR l.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR d.number LIKE %(term)s || '%%')
 ORDER BY d.id DESC
 LIMIT %(size)s

-- deliveries --   Some deliveries as a list shows them; read first, by their ids.
SELECT d.id, d.number, d.state, d.release_on, d.shipped_on, d.recognised_on, w.code AS warehouse, w.name_en, w.name_zh,
       s.name_en AS shop_en, s.name_zh AS shop_zh, l.pieces, l.lines, l.order_id, l.orders, o.number AS order_number, l.amount
  FROM (SELECT * FROM sales_delivery WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) OFFSET 0) d
  JOIN stock_warehouse w ON w.company_id = d.company_id AND w.id = d.warehouse_id
  LEFT JOIN sales_shop s ON s.company_id = d.company_id AND s.id = d.shop_id
  LEFT JOIN LATERAL (SELECT sum(quantity) AS pieces, count(*) AS lines, min(order_id) AS order_id,
                            count(DISTINCT order_id) AS orders, sum(amount) AS amount
                       FROM sales_deliveryline WHERE company_id = d.company_id AND delivery_id = d.id) l ON true
  LEFT JOIN sales_order o ON o.company_id = d.company_id AND o.id = l.order_id
 ORDER BY d.id DESC

-- delivery --   One delivery with its warehouse and shop.
SELECT d.id, d.company_id, d.number, d.state, d.release_on, d.shipped_on, d.recognised_on, w.id AS warehouse_id,
       w.code AS warehouse, w.name_en, w.name_zh, s.name_en AS shop_en, s.name_zh AS shop_zh
  FROM sales_delivery d
  JOIN stock_warehouse w ON w.company_id = d.company_id AND w.id = d.warehouse_id
  LEFT JOIN sales_shop s ON s.company_id = d.company_id AND s.id = d.shop_id
 WHERE d.id = %(id)s

-- lines --   Its lines in the order a picker walks, with the serial numbers captured.
SELECT l.id, l.quantity, l.amount, l.tax_amount, l.recognised_on, l.order_id, o.number AS order_number, o.state AS order_state,
       o.buyer, o.province, o.city, o.district, i.id AS item_id, i.code AS item, i.name_en, i.name_zh, i.serial_tracked,
       i.revenue_policy, b.code AS bin, b.pick_order,
       (SELECT array_agg(s.number ORDER BY s.id) FROM stock_serial s
         WHERE s.company_id = l.company_id AND s.line_id = l.id) AS serials
  FROM sales_deliveryline l
  JOIN sales_order o ON o.company_id = l.company_id AND o.id = l.order_id
  JOIN items_item i ON i.id = l.item_id
  JOIN stock_location b ON b.company_id = l.company_id AND b.id = l.location_id
 WHERE l.company_id = %(company)s AND l.delivery_id = %(id)s
 ORDER BY b.pick_order, b.code, i.code
 LIMIT 500
