-- lock_orders --   Orders before deliveries: the rank of their kinds.
SELECT o.id FROM sales_order o
 WHERE o.company_id = %(company)s
   AND o.id = ANY(ARRAY(SELECT l.order_id FROM sales_deliveryline l
                         WHERE l.company_id = %(company)s AND l.delivery_id = ANY(%(ids)s::bigint[])))
 ORDER BY o.id FOR NO KEY UPDATE

-- lock_deliveries --   The delivery's row is the lock of everything about the delivery.
SELECT id FROM sales_delivery WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- advance_orders --   An order has shipped, or is revenue, when all its deliveries have and are.
WITH touched AS MATERIALIZED (
    SELECT DISTINCT order_id FROM sales_deliveryline
     WHERE company_id = %(company)s AND delivery_id = ANY(%(ids)s::bigint[])
), behind AS (
    SELECT DISTINCT l.order_id
      FROM sales_deliveryline l
      JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id
     WHERE l.company_id = %(company)s AND l.order_id = ANY(ARRAY(SELECT order_id FROM touched))
       AND d.id = ANY(ARRAY(SELECT x.delivery_id FROM sales_deliveryline x
                             WHERE x.company_id = %(company)s AND x.order_id = ANY(ARRAY(SELECT order_id FROM touched))))
       AND (d.state = 'released' OR d.state = 'shipped' AND %(state)s = 'recognised')
)
UPDATE sales_order o SET state = %(state)s, version = version + 1
  FROM touched t
 WHERE o.company_id = %(company)s AND o.id = t.order_id AND o.id = ANY(ARRAY(SELECT order_id FROM touched))
   AND o.state IN ('released', 'shipped')
   AND NOT EXISTS (SELECT FROM behind b WHERE b.order_id = o.id)

-- carried --   The order lines that are in deliveries, of orders that are handed over in parts.
SELECT DISTINCT order_line_id AS id FROM sales_deliveryline
 WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[])
