-- lock --   The statement's row is the lock of everything about it.
SELECT id FROM sales_statement WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge --   Matched, in an open month.
SELECT i.id,
       CASE WHEN s.id IS NULL THEN 'not_found'
            WHEN s.state IN ('posted', 'paid') THEN 'already'
            WHEN s.state <> 'matched' THEN 'not_matched'
            WHEN p.id IS NULL THEN 'period_closed'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_statement s ON s.id = i.id AND s.company_id = %(company)s
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'sales' AND p.state = 'open'
                         AND p.month = date_trunc('month', %(on)s::date)::date
 ORDER BY i.place

-- amounts --   What each statement moves, by component; its first line stands for all of them.
WITH head AS MATERIALIZED (
    SELECT s.id, s.first_line, s.fee_kinds, h.unit_id, h.customer_id
      FROM sales_statement s JOIN sales_shop h ON h.company_id = s.company_id AND h.id = s.shop_id
     WHERE s.company_id = %(company)s AND s.id = ANY(%(ids)s::bigint[]) AND s.first_line IS NOT NULL
), line AS NOT MATERIALIZED (
    SELECT l.statement_id, l.gross_amount, l.refund_amount, l.fees, l.result IN ('unknown_order', 'already_settled', 'customer_order') AS stray
      FROM sales_statementline l
     WHERE l.company_id = %(company)s AND l.statement_id = ANY(%(ids)s::bigint[])
       AND l.id BETWEEN (SELECT min(first_line) FROM head)
                    AND (SELECT max(last_line) FROM sales_statement
                          WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]))
), whole AS (
    SELECT statement_id, coalesce(sum(gross_amount) FILTER (WHERE NOT stray), 0) AS receivable,
           coalesce(sum(refund_amount) FILTER (WHERE NOT stray), 0) AS refund,
           coalesce(sum(gross_amount - refund_amount) FILTER (WHERE stray), 0) AS unmatched
      FROM line GROUP BY statement_id
), fee AS (
    SELECT l.statement_id, f.place, sum(f.amount) AS amount
      FROM line l CROSS JOIN LATERAL unnest(l.fees) WITH ORDINALITY AS f(amount, place)
     GROUP BY l.statement_id, f.place
), part AS (
    SELECT w.statement_id, c.component, c.amount
      FROM whole w
     CROSS JOIN LATERAL (VALUES ('receivable', w.receivable), ('refund', w.refund), ('unmatched', w.unmatched))
           AS c(component, amount)
    UNION ALL
    SELECT f.statement_id, k.component, f.amount
      FROM fee f JOIN head h ON h.id = f.statement_id
      JOIN sales_feekind k ON k.company_id = %(company)s AND k.code = h.fee_kinds[f.place]
)
SELECT h.id, h.first_line AS line_id, h.unit_id, h.customer_id, p.component, sum(p.amount) AS amount
  FROM part p JOIN head h ON h.id = p.statement_id
 GROUP BY h.id, h.first_line, h.unit_id, h.customer_id, p.component
 ORDER BY h.id, p.component

-- advance --   In the books.
UPDATE sales_statement SET state = 'posted', posted_on = %(on)s, version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'matched'
