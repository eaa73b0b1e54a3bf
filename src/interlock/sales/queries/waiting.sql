-- orders --   The most urgent first, then the oldest.
SELECT id FROM sales_order
 WHERE company_id = %(company)s AND is_open AND id > %(after)s AND state = %(state)s
   AND (%(upto)s::date IS NULL OR order_on <= %(upto)s)
 ORDER BY priority, ordered_at, id

-- to_release --   Reserved and past the minutes in which others may join; or standing with lines that could leave.
SELECT o.id
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
 WHERE o.company_id = %(company)s AND o.is_open AND o.state = 'reserved'
   AND (o.ordered_at + s.merge_minutes * interval '1 minute' <= %(now)s
        OR o.ordered_at - s.merge_minutes * interval '1 minute' > %(now)s)  -- a clock was wrong: nobody waits for that
UNION
SELECT o.id
  FROM sales_hold h
  JOIN sales_order o ON o.company_id = h.company_id AND o.id = h.order_id AND o.state = 'held'
  JOIN sales_shop s ON s.id = o.shop_id AND s.split = 'by_line'
  JOIN stock_reservation r ON r.company_id = o.company_id AND r.document_id = o.id AND r.open_quantity > 0
 WHERE h.company_id = %(company)s AND h.state = 'open' AND h.reason = 'no_stock'
   AND NOT EXISTS (SELECT FROM sales_deliveryline l
                    WHERE l.company_id = o.company_id AND l.order_id = o.id AND l.order_line_id = r.line_id)
 ORDER BY id

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

-- uncaptured --   To pick, with a line of a serial-numbered item that lacks numbers; counted line by line, by index.
SELECT DISTINCT l.delivery_id AS id
  FROM sales_delivery d
  JOIN sales_deliveryline l ON l.company_id = d.company_id AND l.delivery_id = d.id
  JOIN items_item t ON t.id = l.item_id AND t.serial_tracked
 WHERE d.company_id = %(company)s AND d.is_open AND d.state = 'released'
   AND l.quantity > (SELECT count(*) FROM stock_serial s
                      WHERE s.company_id = %(company)s AND s.line_id = l.id AND s.state = 'captured')
 ORDER BY 1
