-- orders --   The order that each row means.
SELECT g.ordinal, o.id, o.number
  FROM unnest(%(shops)s::text[], %(numbers)s::text[]) WITH ORDINALITY AS g(shop, number, ordinal)
  JOIN sales_shop s ON s.company_id = %(company)s AND s.code = g.shop
  JOIN sales_order o ON o.company_id = s.company_id AND o.shop_id = s.id AND o.platform_number = g.number
 ORDER BY g.ordinal

-- returns --   The return that each row means: by our number, or by the platform's of an order of the shop.
SELECT g.ordinal, r.id, r.number
  FROM unnest(%(numbers)s::text[], %(shops)s::text[], %(orders)s::text[], %(returns)s::text[])
       WITH ORDINALITY AS g(number, shop, order_no, return_no, ordinal)
  LEFT JOIN sales_shop s ON s.company_id = %(company)s AND s.code = g.shop
  LEFT JOIN sales_order o ON o.company_id = %(company)s AND o.shop_id = s.id AND o.platform_number = g.order_no
  JOIN LATERAL (SELECT b.id, b.number FROM sales_return b
                 WHERE b.company_id = %(company)s AND g.number <> '' AND b.number = g.number
                UNION ALL
                SELECT b.id, b.number FROM sales_return b
                 WHERE b.company_id = %(company)s AND g.number = '' AND g.return_no <> '' AND b.order_id = o.id
                   AND b.platform_number = g.return_no) r ON true
 ORDER BY g.ordinal

-- serials --   Which line of its return a piece that was scanned may be of: one it left with.
SELECT g.document_id, g.number, l.id AS line_id, l.quantity
  FROM unnest(%(documents)s::bigint[], %(numbers)s::text[]) WITH ORDINALITY AS g(document_id, number, ordinal)
  JOIN sales_returnline l ON l.company_id = %(company)s AND l.document_id = g.document_id
   AND l.document_id = ANY(%(documents)s::bigint[])
  JOIN stock_serial s ON s.company_id = %(company)s AND s.item_id = l.item_id AND s.number = g.number
   AND s.line_id = l.delivery_line_id
 ORDER BY g.ordinal, l.id

-- first_lines --   The first line of each return whose pieces carry numbers.
SELECT DISTINCT ON (l.document_id) l.document_id, l.id AS line_id
  FROM sales_returnline l JOIN items_item t ON t.id = l.item_id AND t.serial_tracked
 WHERE l.company_id = %(company)s AND l.document_id = ANY(%(documents)s::bigint[])
 ORDER BY l.document_id, l.id
