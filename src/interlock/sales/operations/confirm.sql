-- resolve --   Which deliveries a row of a confirmation means: its number, or the shop's order.
SELECT c.ordinal, d.id AS delivery_id
  FROM unnest(%(ordinals)s::bigint[], %(deliveries)s::text[], %(shops)s::text[], %(orders)s::text[])
       AS c(ordinal, delivery, shop, order_no)
 CROSS JOIN LATERAL (SELECT x.id FROM sales_delivery x
                      WHERE x.company_id = %(company)s AND x.number = c.delivery OFFSET 0) d
UNION
SELECT c.ordinal, l.delivery_id
  FROM unnest(%(ordinals)s::bigint[], %(deliveries)s::text[], %(shops)s::text[], %(orders)s::text[])
       AS c(ordinal, delivery, shop, order_no)
  JOIN sales_shop s ON s.company_id = %(company)s AND s.code = c.shop
 CROSS JOIN LATERAL (SELECT x.id FROM sales_order x
                      WHERE x.company_id = %(company)s AND x.shop_id = s.id AND x.platform_number = c.order_no
                     OFFSET 0) o
 CROSS JOIN LATERAL (SELECT x.delivery_id FROM sales_deliveryline x
                      WHERE x.company_id = %(company)s AND x.order_id = o.id OFFSET 0) l
 WHERE c.delivery IS NULL
 ORDER BY 1, 2
