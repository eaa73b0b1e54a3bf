-- lock_shops --   Statements of a shop go one after the other, so two lines never settle the same order.
SELECT id FROM sales_shop
 WHERE company_id = %(company)s
   AND id IN (SELECT shop_id FROM sales_difference WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]))
 ORDER BY id FOR NO KEY UPDATE

-- lock_statements --   Whether a statement is posted must not change meanwhile.
SELECT id FROM sales_statement
 WHERE company_id = %(company)s
   AND id IN (SELECT statement_id FROM sales_difference WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]))
 ORDER BY id FOR NO KEY UPDATE

-- lock --   The difference's row is the lock of everything about it.
SELECT id FROM sales_difference WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge --   Still waiting, of an order that is there; money that moves needs an open month.
SELECT i.id,
       CASE WHEN d.id IS NULL THEN 'not_found'
            WHEN d.state NOT IN ('open', 'handed_back') OR d.result = 'customer_order' THEN 'already'
            WHEN d.result = 'already_settled' AND NOT (l.gross_amount = 0 AND l.refund_amount > 0) THEN 'already'
            WHEN o.id IS NULL THEN 'unknown_order'
            WHEN d.result IN ('unknown_order', 'already_settled') AND s.state IN ('posted', 'paid') AND p.id IS NULL
            THEN 'period_closed'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_difference d ON d.id = i.id AND d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
  LEFT JOIN sales_statementline l ON l.company_id = d.company_id AND l.id = d.line_id
  LEFT JOIN sales_statement s ON s.company_id = d.company_id AND s.id = d.statement_id
  LEFT JOIN sales_order o ON o.company_id = d.company_id AND o.shop_id = d.shop_id AND o.platform_number = l.order_no
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'sales' AND p.state = 'open'
                         AND p.month = date_trunc('month', %(on)s::date)::date
 ORDER BY i.place

-- lines --   What lines would be now, judged together as match does; the other lines of their orders stay as they are.
WITH line AS MATERIALIZED (
    SELECT d.id, d.line_id, o.id AS order_id, o.customer_id, o.state, o.amount, l.gross_amount, l.refund_amount,
           l.gross_amount - l.refund_amount AS paid, d.result AS was, d.amount AS was_amount,
           d.result IN ('unknown_order', 'already_settled') AS is_new, l.gross_amount = 0 AND l.refund_amount > 0 AS gives_back
      FROM sales_difference d
      JOIN sales_statementline l ON l.company_id = d.company_id AND l.id = d.line_id
      JOIN sales_order o ON o.company_id = d.company_id AND o.shop_id = d.shop_id AND o.platform_number = l.order_no
     WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
), whole AS (  -- of an order: what we gave back, what its other lines explain, whether one of them settles it
    SELECT k.order_id, coalesce(sum(p.gross_amount - p.refund_amount - p.difference_amount), 0) AS explained,
           coalesce(bool_or(p.result IN ('matched', 'short_paid', 'over_paid')), false) AS settled,
           CASE WHEN k.state = 'cancelled' THEN k.amount
                ELSE coalesce((SELECT sum(b.amount) FROM sales_refunds(%(company)s, k.order_id) b), 0) END AS refunded
      FROM (SELECT DISTINCT order_id, state, amount FROM line) k
      LEFT JOIN sales_statementline p ON p.company_id = %(company)s AND p.order_id = k.order_id
       AND p.result NOT IN ('unknown_order', 'already_settled', 'customer_order') AND p.id <> ALL(ARRAY(SELECT line_id FROM line))
     GROUP BY k.order_id, k.state, k.amount
), placed AS (
    SELECT line.*, w.settled, w.refunded + w.explained - CASE WHEN w.settled THEN line.amount ELSE 0 END AS open,
           gives_back AND (was = 'refund_differs' OR (is_new AND (w.settled
                           OR row_number() OVER (PARTITION BY order_id ORDER BY line_id) > 1
                           OR bool_or(was IN ('short_paid', 'over_paid') OR (is_new AND NOT gives_back))
                              OVER (PARTITION BY order_id)))) AS is_refund
      FROM line JOIN whole w USING (order_id)
), due AS (
    SELECT placed.*, count(*) FILTER (WHERE NOT is_refund) OVER (PARTITION BY order_id ORDER BY is_new, line_id) AS copy,
           coalesce(sum(refund_amount) FILTER (WHERE is_refund) OVER (PARTITION BY order_id), 0) AS given_back,
           coalesce(sum(refund_amount) FILTER (WHERE is_refund) OVER (PARTITION BY order_id ORDER BY line_id), 0) AS given_upto
      FROM placed
), judged AS (
    SELECT due.*, customer_id IS NOT NULL OR (NOT is_refund AND (copy > 1 OR settled)) AS stray,
           sales_row_owed(is_refund, amount, open, given_back, given_upto, refund_amount) AS owed
      FROM due
)
SELECT id, line_id, order_id, gross_amount, refund_amount, is_new, was, was_amount,
       sales_row_result(order_id, customer_id, stray, is_refund, paid, owed) AS result, CASE WHEN stray THEN paid ELSE paid - owed END AS amount
  FROM judged ORDER BY id

-- write --   The lines and their differences as they are now.
WITH now AS MATERIALIZED (
    SELECT * FROM unnest(%(go)s::bigint[], %(lines)s::bigint[], %(orders)s::bigint[], %(results)s::text[], %(amounts)s::numeric[])
                  AS n(id, line_id, order_id, result, amount)
), written AS (
    UPDATE sales_statementline l SET order_id = n.order_id, result = n.result, difference_amount = n.amount
      FROM now n WHERE l.company_id = %(company)s AND l.id = n.line_id AND l.id = ANY(%(lines)s::bigint[])
)
UPDATE sales_difference d
   SET order_id = n.order_id,
       result = CASE WHEN n.result IN ('matched', 'refund_matched') THEN d.result ELSE n.result END,
       amount = CASE WHEN n.result IN ('matched', 'refund_matched') THEN d.amount ELSE n.amount END,
       state = CASE WHEN n.result IN ('matched', 'refund_matched') THEN 'matched' ELSE d.state END,
       ended_run_id = CASE WHEN n.result IN ('matched', 'refund_matched') THEN %(run)s::bigint END
  FROM now n WHERE d.company_id = %(company)s AND d.id = n.id AND d.id = ANY(%(go)s::bigint[])

-- posted --   Of these lines, the ones whose statement is in the books, with what an event needs.
SELECT d.id, h.unit_id, h.customer_id
  FROM sales_difference d
  JOIN sales_statement s ON s.company_id = d.company_id AND s.id = d.statement_id AND s.state IN ('posted', 'paid')
  JOIN sales_shop h ON h.company_id = d.company_id AND h.id = d.shop_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY d.id

-- count --   What the statements' lines say now.
UPDATE sales_statement s SET counts = c.counts, version = version + 1
  FROM (SELECT statement_id, jsonb_object_agg(result, lines) AS counts
          FROM (SELECT l.statement_id, l.result, count(*) AS lines
                  FROM sales_statement k
                  JOIN sales_statementline l ON l.company_id = k.company_id AND l.statement_id = k.id
                   AND l.id BETWEEN k.first_line AND k.last_line
                 WHERE k.company_id = %(company)s
                   AND k.id = ANY(ARRAY(SELECT statement_id FROM sales_difference
                                         WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])))
                 GROUP BY 1, 2) AS by_result
         GROUP BY statement_id) c
 WHERE s.company_id = %(company)s AND s.id = c.statement_id
   AND s.id = ANY(ARRAY(SELECT statement_id FROM sales_difference
                         WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])))
