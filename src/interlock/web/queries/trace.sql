-- goods --   Orders and the deliveries that carry their goods, line by line, from either side.
SELECT o.id AS order_id, o.number AS order_number, o.state AS order_state, o.amount AS order_amount, l.order_line_id,
       d.id AS delivery_id, d.number AS delivery_number, d.state AS delivery_state, l.id AS line_id, l.quantity, l.amount, i.code AS item
  FROM sales_deliveryline l
  JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id
  JOIN sales_order o ON o.company_id = l.company_id AND o.id = l.order_id
  LEFT JOIN items_item i ON i.id = l.item_id
 WHERE l.company_id = %(company)s
   AND (l.order_id = ANY(%(orders)s::bigint[]) OR l.delivery_id = ANY(%(deliveries)s::bigint[]))
 ORDER BY o.id, d.id, l.id
 LIMIT %(bound)s

-- order_lines --   The lines of orders, and the feed file they came from.
SELECT o.id AS order_id, o.number, o.state, o.amount AS order_amount, f.id AS feed_id, c.name AS file_name,
       l.id AS line_id, l.line_number, l.sku, l.quantity, l.amount
  FROM sales_order o
  JOIN sales_orderline l ON l.company_id = o.company_id AND l.order_id = o.id
  LEFT JOIN sales_feed f ON f.company_id = o.company_id AND f.file_id = o.file_id
  LEFT JOIN core_file c ON c.id = o.file_id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(orders)s::bigint[])
 ORDER BY o.id, l.line_number
 LIMIT %(bound)s

-- money --   Event lines of documents with the journal lines made of them.
SELECT e.id AS event_id, e.kind, e.document_id, l.id AS event_line_id, l.line_id, l.component, l.amount, i.code AS item,
       v.id AS voucher_id, v.number AS voucher, v.state AS voucher_state, d.code AS debit, c.code AS credit,
       p.event_id IS NOT NULL AS pending
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
 LIMIT %(bound)s

-- settled --   What statements say of orders, with the event of each statement and a voucher it went into.
SELECT l.id AS line_id, l.order_id, l.gross_amount - l.refund_amount AS amount, l.result, s.id AS statement_id, s.number,
       s.state, s.payout_amount, e.id AS event_id, e.kind, p.event_id IS NOT NULL AS pending, v.id AS voucher_id,
       v.number AS voucher, v.state AS voucher_state
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
 LIMIT %(bound)s
