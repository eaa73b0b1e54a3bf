-- resolve --   Which deliveries a row of a confirmation means: its number, or the shop's order.
SELECT c.ordinal, d.id AS delivery_id
  FROM unnest(%(ordinals)s::bigint[], %(deliveries)s::text[], %(shops)s::text[], %(orders)s::text[])
       AS c(ordinal, delivery, shop, order_no)
  JOIN sales_delivery d ON d.company_id = %(company)s AND d.number = c.delivery
UNION
SELECT c.ordinal, l.delivery_id
  FROM unnest(%(ordinals)s::bigint[], %(deliveries)s::text[], %(shops)s::text[], %(orders)s::text[])
       AS c(ordinal, delivery, shop, order_no)
  JOIN sales_shop s ON s.company_id = %(company)s AND s.code = c.shop
  JOIN sales_order o ON o.company_id = %(company)s AND o.shop_id = s.id AND o.platform_number = c.order_no
  JOIN sales_deliveryline l ON l.company_id = o.company_id AND l.order_id = o.id
 WHERE c.delivery IS NULL
 ORDER BY 1, 2
