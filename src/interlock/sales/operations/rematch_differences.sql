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

-- judge --   Of an order that was unknown and has come.
SELECT i.id,
       CASE WHEN d.id IS NULL THEN 'not_found'
            WHEN d.result <> 'unknown_order' OR d.state = 'matched' THEN 'already'
            WHEN o.id IS NULL THEN 'unknown_order'
            WHEN s.state IN ('posted', 'paid') AND p.id IS NULL THEN 'period_closed'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_difference d ON d.id = i.id AND d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
  LEFT JOIN sales_statementline l ON l.company_id = d.company_id AND l.id = d.line_id
  LEFT JOIN sales_statement s ON s.company_id = d.company_id AND s.id = d.statement_id
  LEFT JOIN sales_order o ON o.company_id = d.company_id AND o.shop_id = d.shop_id AND o.platform_number = l.order_no
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'sales' AND p.state = 'open'
                         AND p.month = date_trunc('month', %(on)s::date)::date
 ORDER BY i.place

-- rematch --   The first line of an order that nothing has settled settles it.
WITH line AS MATERIALIZED (
    SELECT d.id, d.line_id, o.id AS order_id, l.gross_amount, l.refund_amount, s.state IN ('posted', 'paid') AS is_posted,
           h.unit_id, h.customer_id, l.gross_amount - l.refund_amount AS paid,
           o.amount - coalesce((SELECT sum(b.amount) FROM sales_return b
                                 WHERE b.company_id = %(company)s AND b.order_id = o.id AND b.state = 'refunded'
                                   AND b.kind <> 'exchange'), 0) AS owed,
           row_number() OVER (PARTITION BY o.id ORDER BY d.line_id) > 1
           OR EXISTS (SELECT FROM sales_statementline p
                       WHERE p.company_id = %(company)s AND p.order_id = o.id
                         AND p.result IN ('matched', 'short_paid', 'over_paid')) AS settled
      FROM sales_difference d
      JOIN sales_statementline l ON l.company_id = d.company_id AND l.id = d.line_id
      JOIN sales_statement s ON s.company_id = d.company_id AND s.id = d.statement_id
      JOIN sales_shop h ON h.company_id = d.company_id AND h.id = d.shop_id
      JOIN sales_order o ON o.company_id = d.company_id AND o.shop_id = d.shop_id AND o.platform_number = l.order_no
     WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
), judged AS MATERIALIZED (
    SELECT line.*, CASE WHEN settled THEN paid ELSE paid - owed END AS difference,
           CASE WHEN settled THEN 'already_settled' WHEN paid < owed THEN 'short_paid'
                WHEN paid > owed THEN 'over_paid' ELSE 'matched' END AS result
      FROM line
), written AS (
    UPDATE sales_statementline l SET order_id = j.order_id, result = j.result, difference_amount = j.difference
      FROM judged j WHERE l.company_id = %(company)s AND l.id = j.line_id
), waits AS (
    UPDATE sales_difference d
       SET order_id = j.order_id, result = CASE j.result WHEN 'matched' THEN d.result ELSE j.result END,
           amount = CASE j.result WHEN 'matched' THEN d.amount ELSE j.difference END,
           state = CASE j.result WHEN 'matched' THEN 'matched' ELSE d.state END,
           ended_run_id = CASE j.result WHEN 'matched' THEN %(run)s::bigint END
      FROM judged j WHERE d.company_id = %(company)s AND d.id = j.id AND d.id = ANY(%(ids)s::bigint[])
)
SELECT id, line_id, result, is_posted, unit_id, customer_id, gross_amount, refund_amount FROM judged ORDER BY id

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
