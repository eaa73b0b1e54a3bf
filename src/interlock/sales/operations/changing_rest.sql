-- lines --   The lines as they are.
SELECT id, item_id, unit_price, is_gift FROM sales_orderline
 WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[])

-- note --   Another version; it still stands for the rest.
UPDATE sales_order SET version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'held' AND is_parted

-- finish --   Without lines that wait the order is as far as the least of its deliveries.
UPDATE sales_order o SET state = d.state, resume_state = NULL
  FROM (SELECT l.order_id, CASE WHEN bool_or(h.state = 'released') THEN 'released'
                                WHEN bool_and(h.state = 'recognised') THEN 'recognised' ELSE 'shipped' END AS state
          FROM sales_deliveryline l
          JOIN sales_delivery h ON h.company_id = l.company_id AND h.id = l.delivery_id
         WHERE l.company_id = %(company)s AND l.order_id = ANY(%(ids)s::bigint[])
         GROUP BY l.order_id) d
 WHERE o.company_id = %(company)s AND o.id = d.order_id AND o.id = ANY(%(ids)s::bigint[]) AND o.state = 'held'
   AND NOT EXISTS (SELECT FROM sales_orderline l
                    WHERE l.company_id = o.company_id AND l.order_id = o.id AND l.order_id = ANY(%(ids)s::bigint[])
                      AND l.quantity > 0
                      AND NOT EXISTS (SELECT FROM sales_deliveryline c
                                       WHERE c.company_id = o.company_id AND c.order_id = ANY(%(ids)s::bigint[])
                                         AND c.order_line_id = l.id))
RETURNING o.id
