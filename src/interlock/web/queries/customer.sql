-- parcels --   The deliveries of an order, and whether each carries nothing of another.
SELECT d.id, d.state, NOT EXISTS (SELECT FROM sales_deliveryline o WHERE o.company_id = %(company)s
                                     AND o.delivery_id = d.id AND o.order_id <> %(order)s) AS is_alone
  FROM sales_delivery d
 WHERE d.company_id = %(company)s AND d.state <> 'cancelled'
   AND d.id IN (SELECT l.delivery_id FROM sales_deliveryline l
                 WHERE l.company_id = %(company)s AND l.order_id = %(order)s)
 ORDER BY d.id
 LIMIT 50
