-- orders --   The most urgent first, then the oldest.
SELECT id FROM sales_order
 WHERE company_id = %(company)s AND is_open AND state = %(state)s
   AND (%(upto)s::date IS NULL OR order_on <= %(upto)s)
 ORDER BY priority, ordered_at, id

-- deliveries --   By id: the order in which they were released.
SELECT d.id FROM sales_delivery d
 WHERE d.company_id = %(company)s AND d.is_open AND d.state = %(state)s
   AND (%(shipped_upto)s::date IS NULL OR d.shipped_on <= %(shipped_upto)s)
   AND (%(policies)s::text[] IS NULL OR EXISTS (
        SELECT FROM sales_deliveryline l JOIN items_item t ON t.id = l.item_id
         WHERE l.company_id = d.company_id AND l.delivery_id = d.id AND l.recognised_on IS NULL
           AND t.revenue_policy = ANY(%(policies)s::text[])))
 ORDER BY d.id

-- returns --   By id: the order in which they were announced.
SELECT id FROM sales_return
 WHERE company_id = %(company)s AND state = %(state)s AND state IN ('announced', 'received', 'inspected')
   AND (%(kind)s::text IS NULL OR kind = %(kind)s)
 ORDER BY id

-- uncaptured --   To pick, with a line of a serial-numbered item that lacks numbers.
SELECT DISTINCT l.delivery_id AS id
  FROM sales_delivery d
  JOIN sales_deliveryline l ON l.company_id = d.company_id AND l.delivery_id = d.id
  JOIN items_item t ON t.id = l.item_id AND t.serial_tracked
  LEFT JOIN (SELECT line_id, count(*) AS pieces FROM stock_serial
              WHERE company_id = %(company)s AND state = 'captured' GROUP BY line_id) s ON s.line_id = l.id
 WHERE d.company_id = %(company)s AND d.is_open AND d.state = 'released' AND l.quantity > coalesce(s.pieces, 0)
 ORDER BY 1
