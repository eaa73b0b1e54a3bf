-- lock_orders --   Orders before deliveries: the rank of their kinds.
SELECT o.id FROM sales_order o
 WHERE o.company_id = %(company)s
   AND o.id = ANY(ARRAY(SELECT l.order_id FROM sales_deliveryline l
                         WHERE l.company_id = %(company)s AND l.delivery_id = ANY(%(ids)s::bigint[])))
 ORDER BY o.id FOR NO KEY UPDATE

-- lock_deliveries --   The delivery's row is the lock of everything about the delivery.
SELECT id FROM sales_delivery WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- advance_orders --   An order has shipped, or is revenue, when all its deliveries have and are; these are.
WITH touched AS MATERIALIZED (
    SELECT array_agg(DISTINCT order_id) AS ids FROM sales_deliveryline
     WHERE company_id = %(company)s AND delivery_id = ANY(%(ids)s::bigint[])
), behind AS MATERIALIZED (
    SELECT l.order_id
      FROM (SELECT DISTINCT order_id, delivery_id FROM sales_deliveryline
             WHERE company_id = %(company)s AND order_id = ANY((SELECT ids FROM touched)::bigint[])
               AND delivery_id NOT IN (SELECT unnest(%(ids)s::bigint[]))) AS l
     CROSS JOIN LATERAL (SELECT d.state FROM sales_delivery d WHERE d.id = l.delivery_id OFFSET 0) AS d
     WHERE d.state = 'released' OR d.state = 'shipped' AND %(state)s = 'recognised'
)
UPDATE sales_order o SET state = %(state)s, version = version + 1
 WHERE o.company_id = %(company)s AND o.id = ANY((SELECT ids FROM touched)::bigint[])
   AND o.state IN ('released', 'shipped') AND o.id NOT IN (SELECT order_id FROM behind)

-- carried --   The order lines that are in deliveries, of orders that are handed over in parts.
SELECT DISTINCT order_line_id AS id FROM sales_deliveryline
 WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[])
