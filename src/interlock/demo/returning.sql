-- received --   The lines of a day's orders that are revenue: what buyers may send back.
SELECT s.code AS shop, o.platform_number AS order_no, l.line_number AS line_no, l.sku, l.quantity
  FROM sales_order o
  JOIN sales_shop s ON s.company_id = o.company_id AND s.id = o.shop_id
  JOIN sales_orderline l ON l.company_id = o.company_id AND l.order_id = o.id
 WHERE o.company_id = %(company)s AND o.order_on = %(day)s AND o.state = 'recognised' AND NOT l.is_gift
 ORDER BY o.id, l.line_number

-- reasons --   Why buyers of the company return goods.
SELECT code FROM sales_returnreason WHERE company_id = %(company)s ORDER BY code
