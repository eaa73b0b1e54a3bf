-- drafts --   Movements of the month, or of one before, that nobody has posted.
SELECT 'movement' AS kind, m.id AS document_id, m.number, m.movement_on AS "on",
       (SELECT sum(l.quantity) FROM stock_movementline AS l WHERE l.company_id = m.company_id AND l.movement_id = m.id)
       AS quantity
  FROM stock_movement AS m
 WHERE m.company_id = %(company)s AND m.state = 'draft' AND m.movement_on < %(after)s::date
 ORDER BY m.id

-- pieces --   Line by line: the pieces that moved, and the pieces whose value moved; either may be missing.
SELECT 'line' AS kind, x.line_id AS document_id, x.line_id, coalesce(m.number, '') AS number, x.quantity, x.book_quantity
  FROM (SELECT line_id, sum(pieces) AS quantity, sum(valued) AS book_quantity
          FROM (SELECT line_id, on_hand_delta AS pieces, 0 AS valued FROM stock_entry
                 WHERE company_id = %(company)s AND on_hand_delta <> 0
                   AND effective_on >= %(first)s::date AND effective_on < %(after)s::date
                UNION ALL
                SELECT line_id, 0, quantity_delta FROM stock_valueentry
                 WHERE company_id = %(company)s
                   AND effective_on >= %(first)s::date AND effective_on < %(after)s::date) AS moved
         GROUP BY line_id
        HAVING sum(pieces) <> sum(valued)) AS x
  LEFT JOIN stock_movementline AS l ON l.company_id = %(company)s AND l.id = x.line_id
  LEFT JOIN stock_movement AS m ON m.company_id = %(company)s AND m.id = l.movement_id
 ORDER BY x.line_id

-- moved --   How many pieces came and went in the month, and what they were worth.
SELECT coalesce(sum(greatest(quantity_delta, 0)), 0) AS quantity_in, coalesce(-sum(least(quantity_delta, 0)), 0) AS quantity_out,
       coalesce(sum(amount_delta), 0) AS amount, count(*)::int AS entries
  FROM stock_valueentry
 WHERE company_id = %(company)s AND effective_on >= %(first)s::date AND effective_on < %(after)s::date

-- differing --   By document: what moved in the pools, and what finance was told; what only the pools know is its line.
WITH line AS (
    SELECT line_id, max(document_id) AS document_id, sum(pieces) AS quantity, sum(valued) AS amount,
           sum(told) AS book_amount
      FROM (SELECT v.line_id, NULL::bigint AS document_id, v.quantity_delta AS pieces, v.amount_delta AS valued, 0 AS told
              FROM stock_valueentry AS v
             WHERE v.company_id = %(company)s AND v.effective_on >= %(first)s::date AND v.effective_on < %(after)s::date
            UNION ALL
            SELECT l.line_id, h.document_id, 0, 0,
                   CASE WHEN h.kind = 'goods_shipped' OR l.component = 'loss' THEN -l.amount ELSE l.amount END
              FROM finance_event AS h
              JOIN finance_eventline AS l ON l.company_id = h.company_id AND l.event_id = h.id
             WHERE h.company_id = %(company)s AND h.fact_on >= %(first)s::date AND h.fact_on < %(after)s::date
               AND h.kind IN ('stock_opened', 'goods_received', 'stock_adjusted', 'goods_shipped',
                              'goods_returned', 'goods_scrapped')) AS moved
     GROUP BY line_id
    HAVING sum(valued) <> sum(told)
)
SELECT CASE WHEN line.document_id IS NULL AND m.id IS NULL THEN 'line' ELSE 'document' END AS kind,
       coalesce(line.document_id, m.movement_id, line.line_id) AS document_id, min(line.line_id) AS line_id,
       coalesce(max(n.number), '') AS number, sum(line.quantity) AS quantity, sum(line.amount) AS amount,
       sum(line.book_amount) AS book_amount
  FROM line
  LEFT JOIN stock_movementline AS m ON m.company_id = %(company)s AND m.id = line.line_id
  LEFT JOIN stock_movement AS n ON n.company_id = %(company)s AND n.id = coalesce(m.movement_id, line.document_id)
 GROUP BY 1, 2
 ORDER BY 2

-- told --   What finance was told of goods that moved in the month.
SELECT coalesce(sum(CASE WHEN h.kind = 'goods_shipped' OR l.component = 'loss' THEN -l.amount ELSE l.amount END), 0)
       AS amount
  FROM finance_event AS h
  JOIN finance_eventline AS l ON l.company_id = h.company_id AND l.event_id = h.id
 WHERE h.company_id = %(company)s AND h.fact_on >= %(first)s::date AND h.fact_on < %(after)s::date
   AND h.kind IN ('stock_opened', 'goods_received', 'stock_adjusted', 'goods_shipped', 'goods_returned',
                  'goods_scrapped')

-- worth --   The pools at the end of the month, without what moved since or was posted later, and the stock accounts.
WITH told AS (
    SELECT h.fact_on, h.posting_on,
           CASE WHEN h.kind = 'goods_shipped' OR l.component = 'loss' THEN -l.amount ELSE l.amount END AS amount
      FROM finance_event AS h
      JOIN finance_eventline AS l ON l.company_id = h.company_id AND l.event_id = h.id
     WHERE h.company_id = %(company)s AND h.posting_on >= %(after)s::date AND h.posting_on <> h.fact_on
       AND h.kind IN ('stock_opened', 'goods_received', 'stock_adjusted', 'goods_shipped', 'goods_returned',
                      'goods_scrapped')
)
SELECT 'month' AS kind, to_char(%(first)s::date, 'YYYY-MM') AS number,
       (SELECT coalesce(sum(amount), 0) FROM stock_pool WHERE company_id = %(company)s)
     - (SELECT coalesce(sum(amount_delta), 0) FROM stock_valueentry
         WHERE company_id = %(company)s AND effective_on >= %(after)s::date)
     - (SELECT coalesce(sum(amount), 0) FROM told WHERE fact_on < %(after)s::date) AS amount,
       (SELECT coalesce(sum(b.debit - b.credit), 0)
          FROM finance_accountbalance AS b
          JOIN finance_account AS a ON a.company_id = b.company_id AND a.id = b.account_id
         WHERE b.company_id = %(company)s AND b.month < %(after)s::date
           AND left(a.code, 4) IN ('1403', '1405', '1411')) AS book_amount

-- by_hand --   Vouchers of the month that somebody entered by hand on a stock account: no piece has moved for them.
SELECT 'voucher' AS kind, v.id AS document_id, v.number, v.posting_on AS "on", 0::numeric AS amount,
       sum(t.debit - t.credit) AS book_amount
  FROM finance_voucher AS v
  JOIN finance_vouchertotal AS t ON t.company_id = v.company_id AND t.voucher_id = v.id
  JOIN finance_account AS a ON a.company_id = t.company_id AND a.id = t.account_id
 WHERE v.company_id = %(company)s AND v.posting_on >= %(first)s::date AND v.posting_on < %(after)s::date
   AND v.origin = 'manual' AND left(a.code, 4) IN ('1403', '1405', '1411')
 GROUP BY v.id
HAVING sum(t.debit - t.credit) <> 0
 ORDER BY v.id
