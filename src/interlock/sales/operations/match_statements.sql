-- lock_shops --   Statements of a shop go one after the other, so two never settle the same order.
SELECT id FROM sales_shop
 WHERE company_id = %(company)s
   AND id IN (SELECT shop_id FROM sales_statement WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]))
 ORDER BY id FOR NO KEY UPDATE

-- lock --   The statement's row is the lock of everything about it.
SELECT id FROM sales_statement WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge --   Imported, with all its rows at hand.
SELECT i.id,
       CASE WHEN s.id IS NULL THEN 'not_found'
            WHEN s.state <> 'imported' THEN 'already'
            WHEN s.lines IS DISTINCT FROM coalesce(r.rows, 0) THEN 'not_read'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_statement s ON s.id = i.id AND s.company_id = %(company)s
  LEFT JOIN (SELECT statement_id, count(*) AS rows FROM sales_statementrow
              WHERE company_id = %(company)s AND statement_id = ANY(%(ids)s::bigint[]) GROUP BY 1) r ON r.statement_id = s.id
 ORDER BY i.place

-- mark --   Lines made from here on have greater ids: the way to them without an index of their own.
SELECT nextval('core_line_id')

-- several --   Rows of orders with a row more, or with money given back: few, and only these are looked at together.
WITH row AS NOT MATERIALIZED (
    SELECT r.statement_id, r.ordinal, s.shop_id, r.order_no, r.refund_amount,
           r.gross_amount = 0 AND r.refund_amount > 0 AS gives_back
      FROM sales_statementrow r JOIN sales_statement s ON s.company_id = r.company_id AND s.id = r.statement_id
     WHERE r.company_id = %(company)s AND r.statement_id = ANY(%(ids)s::bigint[])
), several AS (
    SELECT shop_id, order_no, bool_or(NOT gives_back) AS pays
      FROM row GROUP BY shop_id, order_no HAVING count(*) > 1 OR bool_or(gives_back)
), known AS (
    SELECT row.*, row.gives_back AND (e.pays OR row_number() OVER (PARTITION BY row.shop_id, row.order_no
                                                                  ORDER BY row.statement_id, row.ordinal) > 1
               OR EXISTS (SELECT FROM sales_statementline p WHERE p.company_id = %(company)s AND p.order_id = o.id
                             AND p.result IN ('matched', 'short_paid', 'over_paid'))) AS is_refund
      FROM row JOIN several e ON e.shop_id = row.shop_id AND e.order_no = row.order_no
      LEFT JOIN sales_order o ON o.company_id = %(company)s AND o.shop_id = row.shop_id
                             AND o.platform_number = row.order_no
)
SELECT statement_id, ordinal, is_refund, count(*) FILTER (WHERE NOT is_refund) OVER upto AS copy,
       coalesce(sum(refund_amount) FILTER (WHERE is_refund) OVER whole, 0) AS given_back,
       coalesce(sum(refund_amount) FILTER (WHERE is_refund) OVER upto, 0) AS given_upto
  FROM known
WINDOW whole AS (PARTITION BY shop_id, order_no), upto AS (whole ORDER BY statement_id, ordinal)

-- match --   One line a row: what was paid for the order, against what is owed for it, said as for lines judged again.
WITH named AS (  -- the shop beside the number, so that an order is found by its whole key
    SELECT r.*, s.shop_id
      FROM sales_statementrow r JOIN sales_statement s ON s.company_id = r.company_id AND s.id = r.statement_id
     WHERE r.company_id = %(company)s AND r.statement_id = ANY(%(ids)s::bigint[]) OFFSET 0
), row AS (  -- each look-up once, however often its answer is used; a cancelled order is one given back whole
    SELECT r.*, o.id AS order_id, o.customer_id, o.amount, r.gross_amount - r.refund_amount AS paid,
           coalesce(t.is_refund, false) AS is_refund, coalesce(t.copy, 1) AS copy,
           coalesce(t.given_back, 0) AS given_back, t.given_upto,
           CASE WHEN o.state = 'cancelled' THEN o.amount
                ELSE coalesce((SELECT sum(b.amount) FROM sales_refunds(%(company)s, o.id) b), 0) END AS refunded,
           EXISTS (SELECT FROM sales_statementline p WHERE p.company_id = %(company)s AND p.order_id = o.id
                      AND p.result IN ('matched', 'short_paid', 'over_paid')) AS settled
      FROM named r
      LEFT JOIN sales_order o ON o.company_id = %(company)s AND o.shop_id = r.shop_id AND o.platform_number = r.order_no
      LEFT JOIN unnest(%(statements)s::bigint[], %(ordinals)s::int[], %(are_refunds)s::bool[], %(copies)s::int[],
                       %(given_back)s::numeric[], %(given_upto)s::numeric[])
             AS t(statement_id, ordinal, is_refund, copy, given_back, given_upto)
        ON t.statement_id = r.statement_id AND t.ordinal = r.ordinal OFFSET 0
), due AS (  -- what is still to be given back
    SELECT row.*, CASE WHEN NOT (settled AND is_refund) THEN refunded
                  ELSE refunded - amount + (SELECT sum(p.gross_amount - p.refund_amount - p.difference_amount)
                         FROM sales_statementline p WHERE p.company_id = %(company)s AND p.order_id = row.order_id
                          AND p.result NOT IN ('unknown_order', 'already_settled', 'customer_order')) END AS open
      FROM row OFFSET 0
), judged AS (
    SELECT due.*, order_id IS NULL OR customer_id IS NOT NULL OR (NOT is_refund AND (copy > 1 OR settled)) AS stray,
           sales_row_owed(is_refund, amount, open, given_back, given_upto, refund_amount) AS owed
      FROM due
)
INSERT INTO sales_statementline (company_id, statement_id, ordinal, order_no, order_id, gross_amount, refund_amount,
       fee_amount, fees, net_amount, result, difference_amount)
SELECT company_id, statement_id, ordinal, order_no, order_id, gross_amount, refund_amount, fee_amount, fees, net_amount,
       sales_row_result(order_id, customer_id, stray, is_refund, paid, owed), CASE WHEN stray THEN paid ELSE paid - owed END
  FROM judged

-- raise --   What does not agree waits for someone.
INSERT INTO sales_difference (company_id, statement_id, line_id, shop_id, order_id, result, amount)
SELECT l.company_id, l.statement_id, l.id, s.shop_id, l.order_id, l.result, l.difference_amount
  FROM sales_statementline l
  JOIN sales_statement s ON s.company_id = l.company_id AND s.id = l.statement_id
 WHERE l.company_id = %(company)s AND l.statement_id = ANY(%(ids)s::bigint[]) AND l.result NOT IN ('matched', 'refund_matched')
   AND l.id > %(after)s
 ORDER BY l.id

-- total --   What the statement says as a whole, and where its lines are.
UPDATE sales_statement s
   SET state = 'matched', version = version + 1, first_line = w.first_line, last_line = w.last_line,
       gross_amount = coalesce(w.gross, 0), refund_amount = coalesce(w.refund, 0), fee_amount = coalesce(w.fee, 0),
       payout_amount = coalesce(w.net, 0), counts = coalesce(w.counts, '{}')
  FROM unnest(%(ids)s::bigint[]) AS i(id)
  LEFT JOIN (SELECT statement_id, min(first_line) AS first_line, max(last_line) AS last_line, sum(gross) AS gross,
                    sum(refund) AS refund, sum(fee) AS fee, sum(net) AS net, jsonb_object_agg(result, lines) AS counts
               FROM (SELECT statement_id, result, count(*) AS lines, min(id) AS first_line, max(id) AS last_line,
                            sum(gross_amount) AS gross, sum(refund_amount) AS refund, sum(fee_amount) AS fee,
                            sum(net_amount) AS net
                       FROM sales_statementline
                      WHERE company_id = %(company)s AND statement_id = ANY(%(ids)s::bigint[]) AND id > %(after)s
                      GROUP BY 1, 2) AS by_result
              GROUP BY statement_id) w ON w.statement_id = i.id
 WHERE s.company_id = %(company)s AND s.id = i.id AND s.id = ANY(%(ids)s::bigint[]) AND s.state = 'imported'

-- clear --   The rows are lines now.
DELETE FROM sales_statementrow WHERE company_id = %(company)s AND statement_id = ANY(%(ids)s::bigint[])
