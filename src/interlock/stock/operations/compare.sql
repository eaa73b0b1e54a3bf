-- differing --   By document; what only the pools know of is named by its movement, or else by its line.
WITH line AS (
    SELECT line_id, max(document_id) AS document_id, sum(valued) AS valued, sum(told) AS told
      FROM (SELECT v.line_id, NULL::bigint AS document_id, v.amount_delta AS valued, 0 AS told
              FROM stock_valueentry AS v
             WHERE v.company_id = %(company)s AND v.effective_on >= %(first)s AND v.effective_on < %(after)s
            UNION ALL
            SELECT l.line_id, h.document_id, 0,
                   CASE WHEN h.kind = 'goods_shipped' OR l.component = 'loss' THEN -l.amount ELSE l.amount END
              FROM finance_event AS h
              JOIN finance_eventline AS l ON l.company_id = h.company_id AND l.event_id = h.id
             WHERE h.company_id = %(company)s AND h.fact_on >= %(first)s AND h.fact_on < %(after)s
               AND h.kind IN ('stock_opened', 'goods_received', 'stock_adjusted', 'goods_shipped',
                        'goods_returned', 'goods_scrapped')) AS moved
     GROUP BY line_id
    HAVING sum(valued) <> sum(told)
)
SELECT coalesce(line.document_id, m.movement_id, line.line_id) AS document_id, sum(line.valued) AS stock,
       sum(line.told) AS books
  FROM line
  LEFT JOIN stock_movementline AS m ON m.company_id = %(company)s AND m.id = line.line_id
 GROUP BY 1
 ORDER BY 1
