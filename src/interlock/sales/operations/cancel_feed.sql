-- resolve --   Which order a row means.
SELECT g.ordinal, o.id AS order_id
  FROM unnest(%(shops)s::text[], %(orders)s::text[]) WITH ORDINALITY AS g(shop, order_no, ordinal)
  JOIN sales_shop s ON s.company_id = %(company)s AND s.code = g.shop
  JOIN sales_order o ON o.company_id = s.company_id AND o.shop_id = s.id AND o.platform_number = g.order_no
 ORDER BY g.ordinal
