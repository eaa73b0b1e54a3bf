-- due --   What is revenue and in no statement yet, as it came, less what was refunded by then.
SELECT o.shop_id, s.code AS shop, c.code AS channel, o.platform_number,
       o.amount - coalesce((SELECT sum(b.amount) FROM sales_return b
                             WHERE b.company_id = o.company_id AND b.order_id = o.id AND b.state = 'refunded'
                               AND b.kind <> 'exchange'), 0) AS amount
  FROM sales_order o
  JOIN sales_shop s ON s.company_id = o.company_id AND s.id = o.shop_id
  JOIN sales_channel c ON c.company_id = s.company_id AND c.id = s.channel_id
 WHERE o.company_id = %(company)s AND o.state = 'recognised' AND o.customer_id IS NULL AND (%(day)s::date IS NULL OR o.order_on = %(day)s)
   AND NOT EXISTS (SELECT FROM sales_statementline l WHERE l.company_id = o.company_id AND l.order_id = o.id)
 ORDER BY o.id
