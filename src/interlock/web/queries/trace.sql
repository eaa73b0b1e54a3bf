-- goods --   What deliveries carry of some order lines, or a portion of one delivery's lines; ``found`` counts them all.
SELECT l.order_id, l.order_line_id, d.id AS delivery_id, d.number AS delivery_number, d.state AS delivery_state,
       l.id AS line_id, l.quantity, l.amount, i.code AS item, count(*) OVER () AS found
  FROM sales_deliveryline l
  JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id
  LEFT JOIN items_item i ON i.id = l.item_id
 WHERE l.company_id = %(company)s AND l.id > %(after)s
   AND (l.order_id = ANY(%(orders)s::bigint[]) AND l.order_line_id = ANY(%(lines)s::bigint[])
        OR l.delivery_id = ANY(%(deliveries)s::bigint[]))
 ORDER BY l.id
 LIMIT %(size)s

-- goods_by_document --   Orders and the deliveries that carry their goods, from either side, a portion by the other's id.
SELECT l.order_id, d.id AS delivery_id, d.number AS delivery_number, d.state AS delivery_state,
       sum(l.quantity) AS quantity, sum(l.amount) AS amount, array_agg(l.id) AS lines, count(*) OVER () AS found
  FROM sales_deliveryline l
  JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id
 WHERE l.company_id = %(company)s
   AND (l.order_id = ANY(%(orders)s::bigint[]) AND l.delivery_id > %(after)s
        OR l.delivery_id = ANY(%(deliveries)s::bigint[]) AND l.order_id > %(after)s)
 GROUP BY l.order_id, d.id, d.number, d.state
 ORDER BY l.order_id, d.id
 LIMIT %(size)s

-- order_lines --   A portion of an order's lines or those named, and the feed file they came from; ``found`` counts them all.
SELECT o.id AS order_id, o.number, o.state, o.amount AS order_amount, f.id AS feed_id, c.name AS file_name,
       l.id AS line_id, l.line_number, l.sku, l.quantity, l.amount, count(*) OVER () AS found
  FROM sales_order o
  JOIN sales_orderline l ON l.company_id = o.company_id AND l.order_id = o.id
  LEFT JOIN sales_feed f ON f.company_id = o.company_id AND f.file_id = o.file_id
  LEFT JOIN core_file c ON c.id = o.file_id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(orders)s::bigint[])
   AND (l.line_number > %(after)s OR l.id = ANY(%(lines)s::bigint[]))
 ORDER BY o.id, l.line_number
 LIMIT %(size)s

-- orders --   Some orders with the feed file they came from and the ids of their lines.
SELECT o.id AS order_id, o.number, o.state, o.amount AS order_amount, f.id AS feed_id, c.name AS file_name,
       ARRAY(SELECT l.id FROM sales_orderline l WHERE l.company_id = o.company_id AND l.order_id = o.id) AS lines
  FROM sales_order o
  LEFT JOIN sales_feed f ON f.company_id = o.company_id AND f.file_id = o.file_id
  LEFT JOIN core_file c ON c.id = o.file_id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(orders)s::bigint[])
 ORDER BY o.id

-- money --   Event lines of documents with the journal lines made of them.
SELECT e.id AS event_id, e.kind, e.document_id, l.id AS event_line_id, l.line_id, l.component, l.amount, i.code AS item,
       v.id AS voucher_id, v.number AS voucher, v.state AS voucher_state, d.code AS debit, c.code AS credit,
       p.event_id IS NOT NULL AS pending, count(*) OVER () AS found
  FROM finance_event e
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
  LEFT JOIN finance_eventpending p ON p.event_id = e.id
  LEFT JOIN finance_journalline j ON j.company_id = l.company_id AND j.id = l.id
  LEFT JOIN finance_voucher v ON v.company_id = j.company_id AND v.id = j.voucher_id
  LEFT JOIN finance_account d ON d.id = j.debit_account_id
  LEFT JOIN finance_account c ON c.id = j.credit_account_id
  LEFT JOIN items_item i ON i.id = l.item_id
 WHERE e.company_id = %(company)s AND e.document_id = ANY(%(documents)s::bigint[])
   AND l.line_id = ANY(%(lines)s::bigint[])
 ORDER BY e.id, l.id
 LIMIT %(size)s

-- money_by_document --   Events of documents, summed over some lines by the voucher made of them; ``value`` leaves cost out.
SELECT e.id AS event_id, e.kind, e.document_id, v.id AS voucher_id, v.number AS voucher, v.state AS voucher_state,
       p.event_id IS NOT NULL AS pending, sum(l.amount) AS amount,
       sum(l.amount) FILTER (WHERE l.component NOT IN ('cost', 'gift_cost', 'owed')) AS value, count(*) OVER () AS found
  FROM finance_event e
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
  LEFT JOIN finance_eventpending p ON p.event_id = e.id
  LEFT JOIN finance_journalline j ON j.company_id = l.company_id AND j.id = l.id
  LEFT JOIN finance_voucher v ON v.company_id = j.company_id AND v.id = j.voucher_id
 WHERE e.company_id = %(company)s AND e.document_id = ANY(%(documents)s::bigint[])
   AND l.line_id = ANY(%(lines)s::bigint[])
 GROUP BY e.id, e.kind, e.document_id, v.id, v.number, v.state, p.event_id
 ORDER BY e.id, v.id
 LIMIT %(size)s

-- settled --   What statements say of orders, with the event of each statement and a voucher it went into.
SELECT l.id AS line_id, l.order_id, l.gross_amount - l.refund_amount AS amount, l.result, s.id AS statement_id, s.number,
       s.state, s.payout_amount, e.id AS event_id, e.kind, p.event_id IS NOT NULL AS pending, v.id AS voucher_id,
       v.number AS voucher, v.state AS voucher_state, count(*) OVER () AS found
  FROM sales_statementline l
  JOIN sales_statement s ON s.company_id = l.company_id AND s.id = l.statement_id
  LEFT JOIN finance_event e ON e.company_id = s.company_id AND e.document_id = s.id AND e.kind = 'orders_settled'
  LEFT JOIN finance_eventpending p ON p.event_id = e.id
  LEFT JOIN LATERAL (SELECT o.id, o.number, o.state
                       FROM finance_eventline x
                       JOIN finance_journalline j ON j.company_id = x.company_id AND j.id = x.id
                       JOIN finance_voucher o ON o.company_id = j.company_id AND o.id = j.voucher_id
                      WHERE x.company_id = e.company_id AND x.event_id = e.id
                      ORDER BY x.id LIMIT 1) v ON true
 WHERE l.company_id = %(company)s AND l.order_id = ANY(%(orders)s::bigint[])
 ORDER BY l.id
 LIMIT %(size)s
