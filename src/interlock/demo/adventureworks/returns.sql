-- received_before --   What was received before a day and had not come back by then, in the order of receipt.
SELECT o.platform_number AS order_no, x.line_number, i.code AS sku, o.province,
       sum(l.quantity) - coalesce(sum(b.quantity), 0) AS quantity
  FROM sales_deliveryline l
  JOIN sales_order o ON o.company_id = l.company_id AND o.id = l.order_id
  JOIN sales_orderline x ON x.company_id = l.company_id AND x.id = l.order_line_id
  JOIN items_item i ON i.id = l.item_id
  LEFT JOIN (SELECT r.delivery_line_id, sum(r.quantity) AS quantity
               FROM sales_returnline r
               JOIN sales_return h ON h.company_id = r.company_id AND h.id = r.document_id
              WHERE r.company_id = %(company)s AND h.return_on < %(first)s AND h.state <> 'cancelled'
              GROUP BY 1) b ON b.delivery_line_id = l.id
 WHERE l.company_id = %(company)s AND l.recognised_on < %(first)s
 GROUP BY l.recognised_on, o.platform_number, x.line_number, i.code, o.province
 ORDER BY l.recognised_on, o.platform_number, x.line_number

-- received --   What these orders brought their buyers on a day.
SELECT o.platform_number AS order_no, x.line_number, i.code AS sku, o.province, sum(l.quantity) AS quantity
  FROM sales_order o
  JOIN sales_shop s ON s.company_id = o.company_id AND s.id = o.shop_id
  JOIN sales_deliveryline l ON l.company_id = o.company_id AND l.order_id = o.id
  JOIN sales_orderline x ON x.company_id = l.company_id AND x.id = l.order_line_id
  JOIN items_item i ON i.id = l.item_id
 WHERE s.company_id = %(company)s AND o.company_id = %(company)s AND o.platform_number = ANY(%(orders)s::text[])
   AND l.recognised_on = %(on)s
 GROUP BY o.platform_number, x.line_number, i.code, o.province
 ORDER BY o.platform_number, x.line_number
