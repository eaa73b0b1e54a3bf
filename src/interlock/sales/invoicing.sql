-- lines --   Delivery lines of orders; an order is complete when all of it is revenue or cancelled.
WITH wanted AS MATERIALIZED (
    SELECT unnest(%(orders)s::bigint[]) AS id
     UNION
    SELECT order_id FROM sales_deliveryline WHERE company_id = %(company)s AND delivery_id = ANY(%(deliveries)s::bigint[])
)
SELECT l.order_id, l.delivery_id, l.id, o.state IN ('recognised', 'cancelled') AS is_complete
  FROM sales_order o
  JOIN sales_deliveryline l ON l.company_id = o.company_id AND l.order_id = o.id
   AND l.order_id = ANY(ARRAY(SELECT id FROM wanted))
 WHERE o.company_id = %(company)s AND o.id = ANY(ARRAY(SELECT id FROM wanted))
 ORDER BY l.order_id, l.delivery_id, l.id
