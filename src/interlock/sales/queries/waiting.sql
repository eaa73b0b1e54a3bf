-- orders --   The most urgent first, then the oldest.
SELECT id FROM sales_order
 WHERE company_id = %(company)s AND state = %(state)s AND (%(upto)s::date IS NULL OR order_on <= %(upto)s)
 ORDER BY priority, ordered_at, id

-- deliveries --   By id: the order in which they were released.
SELECT d.id FROM sales_delivery d
 WHERE d.company_id = %(company)s AND d.state = %(state)s
   AND (%(shipped_upto)s::date IS NULL OR d.shipped_on <= %(shipped_upto)s)
   AND (%(policies)s::text[] IS NULL OR EXISTS (
        SELECT FROM sales_deliveryline l JOIN items_item t ON t.id = l.item_id
         WHERE l.company_id = d.company_id AND l.delivery_id = d.id AND l.recognised_on IS NULL
           AND t.revenue_policy = ANY(%(policies)s::text[])))
 ORDER BY d.id
