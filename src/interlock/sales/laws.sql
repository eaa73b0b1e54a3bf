-- orders_are_their_lines --   An order's amount and VAT are those of its lines, and no line is without its order.
SELECT coalesce(o.company_id, l.company_id) AS company_id, o.number, l.order_id, o.amount, l.amount AS lines, o.tax_amount,
       l.tax_amount AS lines_tax
  FROM sales_order o
  FULL JOIN (SELECT company_id, order_id, sum(amount) AS amount, sum(tax_amount) AS tax_amount
               FROM sales_orderline GROUP BY company_id, order_id) l ON l.order_id = o.id AND l.company_id = o.company_id
 WHERE (o.amount, o.tax_amount) IS DISTINCT FROM (l.amount, l.tax_amount) LIMIT %(shown)s

-- drafts_are_their_orders --   What was entered by hand and submitted is the order that it showed when it was one.
SELECT d.company_id, d.number, d.state, o.number AS sales_order
  FROM sales_orderdraft d
  LEFT JOIN sales_order o ON o.company_id = d.company_id AND o.id = d.order_id
 WHERE d.state = 'submitted' AND (o.id IS NULL OR o.platform_number NOT IN (d.number, d.order_no)) LIMIT %(shown)s

-- deliveries_are_their_customers --   A delivery is of the customer its orders name.
SELECT d.company_id, d.number, d.customer_id, o.number AS sales_order, o.customer_id AS ordered_by
  FROM sales_delivery d
  JOIN sales_deliveryline l ON l.company_id = d.company_id AND l.delivery_id = d.id
  JOIN sales_order o ON o.company_id = l.company_id AND o.id = l.order_id
 WHERE d.customer_id IS DISTINCT FROM o.customer_id LIMIT %(shown)s

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

-- recognised_lines_are_revenue --   Lines, less what was returned before, and books name the same revenue and VAT.
SELECT l.company_id, l.id AS line_id, l.recognised_on, l.net, e.net AS booked, l.vat, e.vat AS booked_vat
  FROM (SELECT d.company_id, d.id, d.recognised_on, d.amount - d.tax_amount - coalesce(r.net, 0) AS net,
               d.tax_amount - coalesce(r.vat, 0) AS vat
          FROM sales_deliveryline d
          LEFT JOIN (SELECT delivery_line_id, sum(amount - tax_amount) AS net, sum(tax_amount) AS vat
                       FROM sales_returnline WHERE NOT reverses GROUP BY 1) r ON r.delivery_line_id = d.id
         WHERE d.recognised_on IS NOT NULL) l
  FULL JOIN (SELECT x.line_id, sum(x.amount) FILTER (WHERE x.component IN ('net', 'subsidy')) AS net,
                    sum(x.amount) FILTER (WHERE x.component = 'vat') AS vat
               FROM finance_eventline x JOIN finance_event v ON v.id = x.event_id AND v.kind = 'revenue_recognised'
              GROUP BY x.line_id) e ON e.line_id = l.id
 WHERE (coalesce(l.net, 0), coalesce(l.vat, 0)) IS DISTINCT FROM (coalesce(e.net, 0), coalesce(e.vat, 0))
 LIMIT %(shown)s

-- cost_of_sales_is_what_left --   A line's cost of sales is what its goods took out of stock and did not bring back before.
SELECT l.company_id, l.id AS line_id, -v.amount AS issued, r.cost AS returned, e.cost AS booked
  FROM (SELECT * FROM sales_deliveryline WHERE recognised_on IS NOT NULL) l
  LEFT JOIN (SELECT line_id, sum(amount_delta) AS amount FROM stock_valueentry
              WHERE cause = 'issue' GROUP BY line_id) v ON v.line_id = l.id
  LEFT JOIN (SELECT delivery_line_id, sum(cost_amount) AS cost FROM sales_returnline
              WHERE NOT reverses GROUP BY delivery_line_id) r ON r.delivery_line_id = l.id
  LEFT JOIN (SELECT x.line_id, sum(x.amount) AS cost
               FROM finance_eventline x JOIN finance_event v ON v.id = x.event_id AND v.kind = 'revenue_recognised'
              WHERE x.component IN ('cost', 'gift_cost') GROUP BY x.line_id) e ON e.line_id = l.id
 WHERE coalesce(-v.amount, 0) - coalesce(r.cost, 0) <> coalesce(e.cost, 0) LIMIT %(shown)s

-- returns_are_of_what_left --   No more is returned of a delivery line than left: pieces, amount, VAT and cost.
SELECT r.company_id, r.delivery_line_id, r.quantity, d.quantity AS shipped, r.amount, d.amount AS charged, r.cost,
       -v.amount AS issued
  FROM (SELECT l.company_id, l.delivery_line_id, sum(l.quantity) AS quantity, sum(l.amount) AS amount,
               sum(l.tax_amount) AS tax, coalesce(sum(l.cost_amount), 0) AS cost
          FROM sales_returnline l
          JOIN sales_return h ON h.company_id = l.company_id AND h.id = l.document_id AND h.state <> 'cancelled'
         GROUP BY 1, 2) r
  LEFT JOIN sales_deliveryline d ON d.company_id = r.company_id AND d.id = r.delivery_line_id
  LEFT JOIN (SELECT line_id, sum(amount_delta) AS amount FROM stock_valueentry
              WHERE cause = 'issue' GROUP BY line_id) v ON v.line_id = r.delivery_line_id
 WHERE d.id IS NULL OR r.quantity > d.quantity OR r.amount > d.amount OR r.tax > d.tax_amount
    OR r.cost > coalesce(-v.amount, 0)
    OR (r.quantity = d.quantity AND (r.amount, r.tax) IS DISTINCT FROM (d.amount, d.tax_amount)
        AND NOT EXISTS (SELECT FROM sales_returnline m
                          JOIN sales_return c ON c.company_id = m.company_id AND c.id = m.document_id
                         WHERE m.company_id = d.company_id AND m.delivery_line_id = d.id AND m.quantity = 0
                           AND c.state = 'cancelled'))
 LIMIT %(shown)s

-- returns_are_their_lines --   A return's amount and VAT are those of its lines, and its lines follow its state.
SELECT h.company_id, h.number, h.state, h.amount, l.amount AS lines, l.received, l.effective, l.count
  FROM sales_return h
  LEFT JOIN (SELECT document_id, sum(amount) AS amount, sum(tax_amount) AS tax, count(*) AS count,
                    count(cost_amount) AS received, count(reverses) AS effective,
                    count(*) FILTER (WHERE quantity = 0) AS money
               FROM sales_returnline GROUP BY document_id) l ON l.document_id = h.id
 WHERE (h.amount, h.tax_amount) IS DISTINCT FROM (l.amount, l.tax)
    OR l.effective <> CASE WHEN h.state IN ('announced', 'cancelled') THEN 0 ELSE l.count END
    OR l.received <> CASE WHEN h.state IN ('announced', 'cancelled') OR h.kind = 'refund_only' THEN 0 ELSE l.count END
    OR (l.money > 0 AND h.kind <> 'refund_only')
 LIMIT %(shown)s

-- exchanges_are_their_orders --   What is sent instead of returned goods is of the shop and the customer they came back from.
SELECT r.company_id, r.number, o.id AS order_id, n.id AS replacement_id, o.customer_id, n.customer_id AS sent_to
  FROM sales_return r
  JOIN sales_order o ON o.company_id = r.company_id AND o.id = r.order_id
  LEFT JOIN sales_order n ON n.company_id = r.company_id AND n.id = r.replacement_id
 WHERE r.replacement_id IS NOT NULL
   AND (r.kind <> 'exchange' OR n.id IS NULL
        OR (n.shop_id, n.customer_id) IS DISTINCT FROM (o.shop_id, o.customer_id)) LIMIT %(shown)s

-- returned_goods_are_stock --   What came back brought its pieces and its cost into stock, and what is scrap went out again.
SELECT company_id, line_id, r.quantity, v.quantity AS entered, r.cost, v.cost AS valued, r.scrapped, v.scrapped AS gone
  FROM (SELECT company_id, id AS line_id, quantity, cost_amount AS cost, scrapped_quantity AS scrapped
          FROM sales_returnline WHERE cost_amount IS NOT NULL) r
  FULL JOIN (SELECT company_id, line_id, sum(quantity_delta) FILTER (WHERE cause = 'return') AS quantity,
                    sum(amount_delta) FILTER (WHERE cause = 'return') AS cost,
                    coalesce(-sum(quantity_delta) FILTER (WHERE cause = 'scrap'), 0) AS scrapped
               FROM stock_valueentry WHERE cause IN ('return', 'scrap') GROUP BY 1, 2) v USING (company_id, line_id)
 WHERE (r.quantity, r.cost, r.scrapped) IS DISTINCT FROM (v.quantity, v.cost, v.scrapped) LIMIT %(shown)s

-- reversals_are_returns --   Revenue, VAT and cost are reversed for what was revenue, owed with it, and paid when refunded.
SELECT company_id, line_id, r.net, e.net AS booked, r.vat, e.vat AS booked_vat, r.cost, e.cost AS booked_cost, r.owed,
       e.owed AS booked_owed, r.paid, e.paid AS booked_paid
  FROM (SELECT l.company_id, l.id AS line_id, l.amount - l.tax_amount AS net, l.tax_amount AS vat,
               coalesce(l.cost_amount, 0) AS cost, l.amount AS owed,
               CASE WHEN h.state = 'refunded' THEN l.amount ELSE 0 END AS paid
          FROM sales_returnline l JOIN sales_return h ON h.company_id = l.company_id AND h.id = l.document_id
         WHERE l.reverses) r
  FULL JOIN (SELECT x.company_id, x.line_id, sum(x.amount) FILTER (WHERE x.component IN ('net', 'subsidy')) AS net,
                    sum(x.amount) FILTER (WHERE x.component = 'vat') AS vat,
                    sum(x.amount) FILTER (WHERE x.component IN ('cost', 'gift_cost')) AS cost,
                    sum(x.amount) FILTER (WHERE x.component = 'owed') AS owed,
                    sum(x.amount) FILTER (WHERE x.component = 'refund') AS paid
               FROM finance_eventline x
               JOIN finance_event v ON v.id = x.event_id AND v.kind IN ('revenue_reversed', 'refund_paid')
              GROUP BY 1, 2) e USING (company_id, line_id)
 WHERE (coalesce(r.net, 0), coalesce(r.vat, 0), coalesce(r.cost, 0), coalesce(r.owed, 0), coalesce(r.paid, 0))
       IS DISTINCT FROM (coalesce(e.net, 0), coalesce(e.vat, 0), coalesce(e.cost, 0), coalesce(e.owed, 0), coalesce(e.paid, 0))
 LIMIT %(shown)s

-- numbers_gapless --   Numbers of orders, deliveries and returns run without a gap.
SELECT n.company_id, n.kind, n.month, n.count, c.last_number
  FROM (SELECT company_id, 'SO' AS kind, split_part(number, '-', 2) AS month, count(*) AS count
          FROM sales_order GROUP BY 1, 3
        UNION ALL
        SELECT company_id, 'DN', split_part(number, '-', 2), count(*) FROM sales_delivery GROUP BY 1, 3
        UNION ALL
        SELECT company_id, 'RT', split_part(number, '-', 2), count(*) FROM sales_return GROUP BY 1, 3) n
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
UNION ALL
SELECT o.company_id, NULL, s.company_id, NULL
  FROM sales_order o LEFT JOIN sales_shop s ON s.id = o.shop_id
 WHERE s.company_id IS DISTINCT FROM o.company_id
 LIMIT %(shown)s

-- statements_are_their_lines --   A statement's totals and counts are those of its lines, and what is paid out is what is left.
SELECT s.company_id, s.number, s.gross_amount, l.gross, s.refund_amount, l.refund, s.fee_amount, l.fee, s.payout_amount,
       l.net, s.lines, l.lines AS found
  FROM sales_statement s
  LEFT JOIN (SELECT statement_id, count(*) AS lines, sum(gross_amount) AS gross, sum(refund_amount) AS refund,
                    sum(fee_amount) AS fee, sum(net_amount) AS net,
                    bool_and(fee_amount = (SELECT coalesce(sum(f), 0) FROM unnest(fees) f)) AS fees_add_up
               FROM sales_statementline GROUP BY statement_id) l ON l.statement_id = s.id
 WHERE CASE WHEN s.state = 'imported' THEN l.statement_id IS NOT NULL
            ELSE (s.gross_amount, s.refund_amount, s.fee_amount, s.payout_amount, s.lines)
                 IS DISTINCT FROM (coalesce(l.gross, 0), coalesce(l.refund, 0), coalesce(l.fee, 0), coalesce(l.net, 0),
                                   coalesce(l.lines, 0))
              OR l.fees_add_up IS FALSE END LIMIT %(shown)s

-- orders_settle_once --   No order is settled by two lines, and an order is settled by its own shop's statement.
SELECT l.company_id, l.order_id, count(*) AS lines
  FROM sales_statementline l
  JOIN sales_statement s ON s.id = l.statement_id
  LEFT JOIN sales_order o ON o.company_id = l.company_id AND o.id = l.order_id AND o.shop_id = s.shop_id
 WHERE l.order_id IS NOT NULL AND l.result IN ('matched', 'short_paid', 'over_paid')
 GROUP BY l.company_id, l.order_id
HAVING count(*) > 1 OR bool_or(o.id IS NULL) LIMIT %(shown)s

-- differences_are_lines --   Each line that does not agree waits as a difference of the same amount, and nothing else does.
SELECT company_id, line_id, l.result, d.result AS waiting, l.difference_amount, d.amount
  FROM (SELECT company_id, id AS line_id, result, difference_amount, order_id, statement_id
          FROM sales_statementline WHERE result NOT IN ('matched', 'refund_matched')) l
  FULL JOIN (SELECT * FROM sales_difference WHERE state <> 'matched') d USING (company_id, line_id)
 WHERE (l.result, l.difference_amount, l.statement_id) IS DISTINCT FROM (d.result, d.amount, d.statement_id)
    OR l.order_id IS DISTINCT FROM d.order_id LIMIT %(shown)s

-- settled_money_is_booked --   A posted statement's event is the sums of its lines, and what is to come in is the payout.
SELECT s.company_id, s.number, s.payout_amount, e.money, l.cleared, e.receivable, l.fee, e.fee AS booked_fee
  FROM sales_statement s
  LEFT JOIN (SELECT statement_id, sum(fee_amount) AS fee,
                    sum(gross_amount) FILTER (WHERE result NOT IN ('unknown_order', 'already_settled', 'customer_order')) AS cleared
               FROM sales_statementline GROUP BY statement_id) l ON l.statement_id = s.id
  LEFT JOIN (SELECT d.statement_id, sum(x.amount) AS found
               FROM sales_difference d
               JOIN finance_event v ON v.company_id = d.company_id AND v.document_id = d.id AND v.kind = 'order_found'
               JOIN finance_eventline x ON x.event_id = v.id AND x.component = 'receivable'
              GROUP BY 1) k ON k.statement_id = s.id
  LEFT JOIN (SELECT v.document_id, sum(x.amount) FILTER (WHERE x.component = 'receivable') AS receivable,
                    sum(x.amount) FILTER (WHERE x.component NOT IN ('receivable', 'refund', 'unmatched')) AS fee,
                    sum(CASE WHEN x.component IN ('receivable', 'unmatched') THEN x.amount ELSE -x.amount END) AS money
               FROM finance_event v JOIN finance_eventline x ON x.event_id = v.id
              WHERE v.kind = 'orders_settled' GROUP BY v.document_id) e ON e.document_id = s.id
 WHERE CASE WHEN s.state IN ('posted', 'paid')
            THEN (coalesce(l.cleared, 0), coalesce(l.fee, 0), s.payout_amount)
                 <> (coalesce(e.receivable, 0) + coalesce(k.found, 0), coalesce(e.fee, 0), coalesce(e.money, 0))
            ELSE e.document_id IS NOT NULL END LIMIT %(shown)s

-- accepted_differences_are_booked --   What was accepted is in the books with its amount; what was not is not.
SELECT company_id, id, d.state, d.amount, e.amount AS booked
  FROM (SELECT company_id, id, state, amount FROM sales_difference) d
  FULL JOIN (SELECT v.company_id, v.document_id AS id, sum(x.amount * CASE x.component WHEN 'excess' THEN 1 ELSE -1 END)
               FROM finance_event v JOIN finance_eventline x ON x.event_id = v.id
              WHERE v.kind = 'difference_accepted' GROUP BY 1, 2) e(company_id, id, amount) USING (company_id, id)
 WHERE e.amount IS DISTINCT FROM CASE d.state WHEN 'accepted' THEN d.amount END LIMIT %(shown)s

-- payouts_are_receipts --   A bank receipt is the payouts of the statements of one shop it pays, each booked once; none pays anything else.
WITH booked AS (
    SELECT v.document_id, sum(x.amount) AS amount
      FROM finance_event v JOIN finance_eventline x ON x.event_id = v.id
     WHERE v.kind = 'payout_received' GROUP BY v.document_id
), paid AS (
    SELECT s.company_id, s.receipt_id, array_agg(s.id) AS ids, min(s.number) AS number, sum(s.payout_amount) AS payout,
           bool_and(s.payout_amount = coalesce(e.amount, 0)) AND count(DISTINCT s.shop_id) = 1 AS whole
      FROM sales_statement s LEFT JOIN booked e ON e.document_id = s.id
     WHERE s.state = 'paid' GROUP BY s.company_id, s.receipt_id
)
SELECT coalesce(p.company_id, r.company_id) AS company_id, p.number, p.payout, r.amount AS received, p.whole
  FROM paid p
  FULL JOIN (SELECT * FROM finance_bankreceipt WHERE state = 'tied') r ON r.company_id = p.company_id AND r.id = p.receipt_id
 WHERE p.payout IS DISTINCT FROM r.amount OR p.whole IS NOT TRUE OR (r.document_id = ANY(p.ids)) IS NOT TRUE
 UNION ALL
SELECT s.company_id, s.number, s.payout_amount, e.amount, false
  FROM sales_statement s LEFT JOIN booked e ON e.document_id = s.id
 WHERE s.state <> 'paid' AND (s.receipt_id IS NOT NULL OR e.amount IS NOT NULL) LIMIT %(shown)s

-- statement_numbers_gapless --   Numbers of statements run without a gap.
SELECT n.company_id, n.month, n.count, c.last_number
  FROM (SELECT company_id, split_part(number, '-', 2) AS month, count(*) AS count FROM sales_statement GROUP BY 1, 2) n
  LEFT JOIN core_counter c
    ON c.company_id = n.company_id AND c.kind = 'ST' AND to_char(c.month, 'YYMM') = n.month
 WHERE c.last_number IS DISTINCT FROM n.count LIMIT %(shown)s

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

-- credit_is_what_orders_say --   What an order draws by its entries is what has not left, what left, and what is revenue of it.
SELECT e.company_id, o.number, o.state, e."order", e.shipment, e.invoice, d.gone, d.shipment AS shipped, d.invoice AS invoiced
  FROM (SELECT company_id, document_id, coalesce(sum(amount) FILTER (WHERE kind = 'order'), 0) AS "order",
               coalesce(sum(amount) FILTER (WHERE kind = 'shipment'), 0) AS shipment,
               coalesce(sum(amount) FILTER (WHERE kind = 'invoice'), 0) AS invoice
          FROM finance_creditentry WHERE document_kind = 'order' GROUP BY company_id, document_id) e
  JOIN sales_order o ON o.company_id = e.company_id AND o.id = e.document_id
  LEFT JOIN (SELECT l.company_id, l.order_id, sum(l.amount) AS gone,
                    sum(l.amount - coalesce(b.amount, 0)) FILTER (WHERE l.recognised_on IS NULL) AS shipment,
                    sum(l.amount - coalesce(b.amount, 0)) FILTER (WHERE l.recognised_on IS NOT NULL) AS invoice
               FROM sales_deliveryline l
               JOIN sales_delivery h ON h.company_id = l.company_id AND h.id = l.delivery_id
                AND h.state IN ('shipped', 'recognised')
               LEFT JOIN (SELECT company_id, delivery_line_id, sum(amount) AS amount FROM sales_returnline
                           WHERE reverses IS NOT NULL GROUP BY company_id, delivery_line_id) b
                 ON b.company_id = l.company_id AND b.delivery_line_id = l.id
              WHERE l.order_id IN (SELECT document_id FROM finance_creditentry WHERE document_kind = 'order')
              GROUP BY l.company_id, l.order_id) d ON d.company_id = o.company_id AND d.order_id = o.id
 WHERE (e."order", e.shipment, e.invoice) IS DISTINCT FROM (
       CASE WHEN o.state IN ('received', 'cancelled') OR o.state = 'held' AND o.resume_state = 'received' THEN 0
            ELSE o.amount - coalesce(d.gone, 0) END, coalesce(d.shipment, 0), coalesce(d.invoice, 0)) LIMIT %(shown)s

-- changes_are_their_lines --   What a change makes of an order's amount is what its lines do.
SELECT d.company_id, d.number, d.amount_before, d.amount, l.delta
  FROM sales_changedocument d
  LEFT JOIN (SELECT document_id, sum(amount - amount_before) AS delta FROM sales_changeline GROUP BY document_id) l
    ON l.document_id = d.id
 WHERE d.amount - d.amount_before <> coalesce(l.delta, 0) LIMIT %(shown)s

-- applied_changes_left_a_version --   What the order was before an applied change is kept.
SELECT d.company_id, d.number, d.order_id, d.order_version
  FROM sales_changedocument d
 WHERE d.state = 'applied'
   AND NOT EXISTS (SELECT FROM core_documentversion v
                    WHERE v.company_id = d.company_id AND v.document_id = d.order_id AND v.version >= d.order_version)
 LIMIT %(shown)s

-- masters_are_of_one_company --   What shops, review checks and routes name belongs to their own company.
SELECT m.company_id, m.what, m.id
  FROM (SELECT s.company_id, 'shop' AS what, s.id, ARRAY[c.company_id, p.company_id, u.company_id] AS named
          FROM sales_shop s JOIN sales_channel c ON c.id = s.channel_id
          JOIN items_pricelist p ON p.id = s.price_list_id JOIN core_unit u ON u.id = s.unit_id
        UNION ALL
        SELECT k.company_id, 'review check', k.id, ARRAY[c.company_id]
          FROM sales_reviewcheck k JOIN sales_channel c ON c.id = k.channel_id
        UNION ALL
        SELECT r.company_id, 'route', r.id, ARRAY[coalesce(c.company_id, r.company_id), w.company_id]
          FROM sales_route r LEFT JOIN sales_channel c ON c.id = r.channel_id
          JOIN stock_warehouse w ON w.id = r.warehouse_id) m
 WHERE NOT m.named <@ ARRAY[m.company_id] LIMIT %(shown)s
