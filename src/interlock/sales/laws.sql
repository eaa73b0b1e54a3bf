-- orders_are_their_lines --   An order's amount and VAT are those of its lines.
SELECT o.company_id, o.number, o.amount, l.amount AS lines, o.tax_amount, l.tax_amount AS lines_tax
  FROM sales_order o
  LEFT JOIN (SELECT order_id, sum(amount) AS amount, sum(tax_amount) AS tax_amount
               FROM sales_orderline GROUP BY order_id) l ON l.order_id = o.id
 WHERE (o.amount, o.tax_amount) IS DISTINCT FROM (l.amount, l.tax_amount) LIMIT %(shown)s

-- held_orders_have_reasons --   An order stands still for an open reason, and for nothing else.
SELECT o.company_id, o.number, o.state, h.open
  FROM sales_order o
  FULL JOIN (SELECT order_id, count(*) AS open FROM sales_hold WHERE state = 'open' GROUP BY order_id) h
    ON h.order_id = o.id
 WHERE (o.state = 'held') IS DISTINCT FROM (h.open IS NOT NULL) LIMIT %(shown)s

-- reserved_orders_are_promised --   Every piece of a reserved order is promised to it.
SELECT l.company_id, l.order_id, l.line_number, l.quantity, r.open
  FROM sales_order o
  JOIN sales_orderline l ON l.order_id = o.id
  LEFT JOIN (SELECT line_id, sum(open_quantity) AS open FROM stock_reservation
              WHERE open_quantity > 0 GROUP BY line_id) r ON r.line_id = l.id
 WHERE o.is_open AND o.state = 'reserved' AND NOT o.is_parted AND coalesce(r.open, 0) <> l.quantity LIMIT %(shown)s

-- deliveries_are_the_order --   What was handed to warehouses is the order: pieces, amount and VAT to the cent.
SELECT o.company_id, o.number, l.line_number, l.quantity, d.quantity AS delivered, l.amount, d.amount AS parts
  FROM sales_order o
  JOIN sales_orderline l ON l.order_id = o.id
  LEFT JOIN (SELECT order_line_id, sum(quantity) AS quantity, sum(amount) AS amount, sum(tax_amount) AS tax
               FROM sales_deliveryline GROUP BY order_line_id) d ON d.order_line_id = l.id
 WHERE o.state IN ('released', 'shipped', 'recognised')
   AND (l.quantity, l.amount, l.tax_amount)
       <> (coalesce(d.quantity, 0), coalesce(d.amount, 0), coalesce(d.tax, 0)) LIMIT %(shown)s

-- deliveries_hold_their_goods --   What waits to leave is promised; what has left no longer is.
SELECT l.company_id, d.number, l.id AS line_id, d.state, l.quantity, r.open_quantity
  FROM sales_deliveryline l
  JOIN sales_delivery d ON d.id = l.delivery_id
  LEFT JOIN stock_reservation r ON r.id = l.reservation_id AND r.company_id = l.company_id
 WHERE r.open_quantity IS DISTINCT FROM CASE d.state WHEN 'released' THEN l.quantity ELSE 0 END LIMIT %(shown)s

-- orders_follow_deliveries --   An order has shipped, or is revenue, when all its deliveries have and are.
SELECT o.company_id, o.number, o.state, d.waiting, d.shipped
  FROM sales_order o
  JOIN (SELECT l.order_id, count(*) FILTER (WHERE d.state = 'released') AS waiting,
               count(*) FILTER (WHERE d.state = 'shipped') AS shipped
          FROM sales_deliveryline l JOIN sales_delivery d ON d.id = l.delivery_id GROUP BY l.order_id) d
    ON d.order_id = o.id
 WHERE o.state <> 'held' AND NOT (o.state = 'reserved' AND o.is_parted)
   AND o.state <> CASE WHEN d.waiting > 0 THEN 'released' WHEN d.shipped > 0 THEN 'shipped' ELSE 'recognised' END
 LIMIT %(shown)s

-- recognised_lines_are_revenue --   Lines and books name the same revenue and VAT, line by line.
SELECT l.company_id, l.id AS line_id, l.recognised_on, l.amount - l.tax_amount AS net, e.net AS booked,
       l.tax_amount AS vat, e.vat AS booked_vat
  FROM (SELECT * FROM sales_deliveryline WHERE recognised_on IS NOT NULL) l
  FULL JOIN (SELECT x.line_id, sum(x.amount) FILTER (WHERE x.component = 'net') AS net,
                    sum(x.amount) FILTER (WHERE x.component = 'vat') AS vat
               FROM finance_eventline x JOIN finance_event v ON v.id = x.event_id AND v.kind = 'revenue_recognised'
              GROUP BY x.line_id) e ON e.line_id = l.id
 WHERE (coalesce(l.amount - l.tax_amount, 0), coalesce(l.tax_amount, 0))
       IS DISTINCT FROM (coalesce(e.net, 0), coalesce(e.vat, 0)) LIMIT %(shown)s

-- cost_of_sales_is_what_left --   A line's cost of sales is what its goods took out of stock.
SELECT l.company_id, l.id AS line_id, -v.amount AS issued, e.cost AS booked
  FROM (SELECT * FROM sales_deliveryline WHERE recognised_on IS NOT NULL) l
  LEFT JOIN (SELECT line_id, sum(amount_delta) AS amount FROM stock_valueentry
              WHERE cause = 'issue' GROUP BY line_id) v ON v.line_id = l.id
  LEFT JOIN (SELECT x.line_id, sum(x.amount) AS cost
               FROM finance_eventline x JOIN finance_event v ON v.id = x.event_id AND v.kind = 'revenue_recognised'
              WHERE x.component = 'cost' GROUP BY x.line_id) e ON e.line_id = l.id
 WHERE coalesce(-v.amount, 0) <> coalesce(e.cost, 0) LIMIT %(shown)s

-- numbers_gapless --   Numbers of orders and deliveries run without a gap.
SELECT n.company_id, n.kind, n.month, n.count, c.last_number
  FROM (SELECT company_id, 'SO' AS kind, substr(number, 4, 4) AS month, count(*) AS count
          FROM sales_order GROUP BY 1, 3
        UNION ALL
        SELECT company_id, 'DN', substr(number, 4, 4), count(*) FROM sales_delivery GROUP BY 1, 3) n
  LEFT JOIN core_counter c
    ON c.company_id = n.company_id AND c.kind = n.kind AND to_char(c.month, 'YYMM') = n.month
 WHERE c.last_number IS DISTINCT FROM n.count LIMIT %(shown)s

-- one_company --   Nothing of an order or delivery belongs to another company.
SELECT l.company_id, l.id AS line_id, o.company_id AS order_company, d.company_id AS delivery_company
  FROM sales_deliveryline l
  LEFT JOIN sales_order o ON o.id = l.order_id
  LEFT JOIN sales_orderline x ON x.id = l.order_line_id
  LEFT JOIN sales_delivery d ON d.id = l.delivery_id
  LEFT JOIN stock_warehouse w ON w.id = d.warehouse_id
  LEFT JOIN sales_shop s ON s.id = d.shop_id
 WHERE (o.company_id, x.company_id, d.company_id, w.company_id, s.company_id, x.order_id)
       IS DISTINCT FROM (l.company_id, l.company_id, l.company_id, l.company_id, l.company_id, l.order_id)
 LIMIT %(shown)s

-- cancelled_orders_keep_nothing --   A cancelled order says why; nothing is promised to it, nothing leaves for it.
SELECT o.company_id, o.number, c.order_id AS cancellation, r.open, d.lines
  FROM sales_order o
  LEFT JOIN (SELECT DISTINCT company_id, order_id FROM sales_cancellation) c
         ON c.company_id = o.company_id AND c.order_id = o.id
  LEFT JOIN (SELECT document_id, sum(open_quantity) AS open FROM stock_reservation
              WHERE open_quantity > 0 GROUP BY document_id) r ON r.document_id = o.id
  LEFT JOIN (SELECT order_id, count(*) AS lines FROM sales_deliveryline GROUP BY order_id) d ON d.order_id = o.id
 WHERE o.state = 'cancelled' AND (c.order_id IS NULL OR r.open IS NOT NULL OR d.lines IS NOT NULL) LIMIT %(shown)s

-- deliveries_without_lines_are_cancelled --   A delivery is cancelled when nothing is left in it, and only then.
SELECT d.company_id, d.number, d.state, l.lines
  FROM sales_delivery d
  LEFT JOIN (SELECT delivery_id, count(*) AS lines FROM sales_deliveryline GROUP BY delivery_id) l
         ON l.delivery_id = d.id
 WHERE (d.state = 'cancelled') IS DISTINCT FROM (l.lines IS NULL) LIMIT %(shown)s

-- picked_pieces_wait_to_leave --   A piece that is picked for a delivery belongs to one that has not left.
SELECT s.company_id, s.id AS serial_id, s.line_id, d.state
  FROM stock_serial s
  JOIN sales_deliveryline l ON l.id = s.line_id AND l.company_id = s.company_id
  JOIN sales_delivery d ON d.id = l.delivery_id AND d.company_id = l.company_id
 WHERE s.state = 'captured' AND d.state <> 'released' LIMIT %(shown)s

-- versions_lie_behind --   What was kept of an order or delivery is older than what it is now.
SELECT v.company_id, v.kind, v.document_id, v.version, coalesce(o.version, d.version) AS now
  FROM core_documentversion v
  LEFT JOIN sales_order o ON v.kind = 'order' AND o.id = v.document_id AND o.company_id = v.company_id
  LEFT JOIN sales_delivery d ON v.kind = 'delivery' AND d.id = v.document_id AND d.company_id = v.company_id
 WHERE v.kind IN ('order', 'delivery') AND v.version >= coalesce(o.version, d.version, 0) LIMIT %(shown)s
