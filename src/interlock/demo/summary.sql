-- orders --   What came in and how far it got; ``day`` empty means every day.
SELECT count(*) AS accepted,
       count(*) FILTER (WHERE o.state IN ('shipped', 'recognised')) AS shipped,
       count(*) FILTER (WHERE o.state = 'recognised') AS recognised
  FROM sales_order o
 WHERE o.company_id = ANY(%(companies)s::bigint[]) AND (%(day)s::date IS NULL OR o.order_on = %(day)s)

-- sent --   Orders the files held, repeated ones included.
SELECT coalesce(sum(f.orders), 0)::bigint AS orders
  FROM sales_feed f
 WHERE f.company_id = ANY(%(companies)s::bigint[])
   AND (%(day)s::date IS NULL OR f.file_id IN (
        SELECT o.file_id FROM sales_order o
         WHERE o.company_id = ANY(%(companies)s::bigint[]) AND o.order_on = %(day)s))

-- held --   Orders by the reason they are held for; one with two reasons counts for both.
SELECT h.reason, count(DISTINCT h.order_id) AS orders
  FROM sales_hold h
  JOIN sales_order o ON o.id = h.order_id AND o.company_id = h.company_id
 WHERE h.company_id = ANY(%(companies)s::bigint[]) AND h.state = 'open'
   AND (%(day)s::date IS NULL OR o.order_on = %(day)s)
 GROUP BY h.reason ORDER BY h.reason

-- money --   What was recognised, and reversed by returns, by component, of all orders.
SELECT e.kind, l.component, sum(l.amount) AS amount
  FROM finance_event e
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
 WHERE e.company_id = ANY(%(companies)s::bigint[]) AND e.kind IN ('revenue_recognised', 'revenue_reversed')
 GROUP BY e.kind, l.component

-- money_of_day --   What was recognised, and reversed by returns, by component, of the orders of one day.
SELECT e.kind, l.component, sum(l.amount) AS amount
  FROM sales_order o
  JOIN sales_deliveryline d ON d.company_id = o.company_id AND d.order_id = o.id
  JOIN finance_event e
    ON e.company_id = d.company_id AND e.document_id = d.delivery_id AND e.kind = 'revenue_recognised'
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id AND l.line_id = d.id
 WHERE o.company_id = ANY(%(companies)s::bigint[]) AND o.order_on = %(day)s
 GROUP BY e.kind, l.component
UNION ALL
SELECT e.kind, l.component, sum(l.amount) AS amount
  FROM sales_order o
  JOIN sales_return r ON r.company_id = o.company_id AND r.order_id = o.id
  JOIN finance_event e ON e.company_id = r.company_id AND e.document_id = r.id AND e.kind = 'revenue_reversed'
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
 WHERE o.company_id = ANY(%(companies)s::bigint[]) AND o.order_on = %(day)s
 GROUP BY e.kind, l.component

-- returned --   Returns that took effect, one that concerns several orders once: goods are back, or money without them.
SELECT count(DISTINCT (r.shop_id, coalesce(nullif(r.platform_number, ''), r.number))) AS returns
  FROM sales_return r
  JOIN sales_order o ON o.company_id = r.company_id AND o.id = r.order_id
 WHERE r.company_id = ANY(%(companies)s::bigint[]) AND r.state IN ('received', 'inspected', 'refunded')
   AND (%(day)s::date IS NULL OR o.order_on = %(day)s)

-- vouchers --   Vouchers from the day on, and how many nobody typed.
SELECT count(*) AS vouchers, count(*) FILTER (WHERE v.origin = 'automatic') AS automatic
  FROM finance_voucher v
 WHERE v.company_id = ANY(%(companies)s::bigint[]) AND (%(day)s::date IS NULL OR v.posting_on >= %(day)s)

-- balance --   Both sides of the books.
SELECT coalesce(sum(b.debit), 0) AS debit, coalesce(sum(b.credit), 0) AS credit
  FROM finance_accountbalance b WHERE b.company_id = ANY(%(companies)s::bigint[])

-- last_day --   The last day whose orders came as files.
SELECT max(o.order_on) AS day FROM sales_order o
 WHERE o.company_id = ANY(%(companies)s::bigint[]) AND o.file_id IS NOT NULL

-- days --   The days that were run, how many orders their files held, and whether each has gone its way to the end:
--   nothing stands before the door, nothing waits for the journal, and the platforms have paid.
SELECT d.day AS on, sum(f.orders)::bigint AS sent,
       bool_and(f.state = 'done') AND NOT bool_or(d.is_working) AND bool_or(d.is_settled)
       AND NOT EXISTS (SELECT FROM finance_eventpending p WHERE p.company_id = ANY(%(companies)s::bigint[])) AS is_done
  FROM (SELECT o.order_on AS day, o.company_id, o.file_id,
               bool_or(o.state IN ('received', 'reviewed', 'reserved', 'released')) AS is_working,
               bool_or(EXISTS (SELECT FROM sales_statementline l
                                WHERE l.company_id = o.company_id AND l.order_id = o.id)) AS is_settled
          FROM sales_order o
         WHERE o.company_id = ANY(%(companies)s::bigint[]) AND o.file_id IS NOT NULL
         GROUP BY o.order_on, o.company_id, o.file_id) d
  JOIN sales_feed f ON f.company_id = d.company_id AND f.file_id = d.file_id
  JOIN core_file c ON c.id = f.file_id AND c.name LIKE 'orders-%%-' || to_char(d.day, 'YYYY-MM-DD') || '-%%'
 GROUP BY d.day ORDER BY d.day

-- settled --   Orders that a statement pays, in full or not.
SELECT count(*) AS orders
  FROM sales_statementline l
  JOIN sales_order o ON o.company_id = l.company_id AND o.id = l.order_id
 WHERE l.company_id = ANY(%(companies)s::bigint[]) AND l.result IN ('matched', 'short_paid', 'over_paid')
   AND (%(day)s::date IS NULL OR o.order_on = %(day)s)

-- differences --   What the statements that name these orders say otherwise, and revenue that none of them names.
WITH named AS (
    SELECT DISTINCT l.statement_id
      FROM sales_statementline l JOIN sales_order o ON o.company_id = l.company_id AND o.id = l.order_id
     WHERE l.company_id = ANY(%(companies)s::bigint[]) AND (%(day)s::date IS NULL OR o.order_on = %(day)s)
)
SELECT d.result, count(*) AS count
  FROM sales_difference d
 WHERE d.company_id = ANY(%(companies)s::bigint[]) AND d.statement_id IN (SELECT statement_id FROM named)
 GROUP BY d.result
UNION ALL
SELECT 'not_settled', count(*)
  FROM sales_order o
 WHERE o.company_id = ANY(%(companies)s::bigint[]) AND o.state = 'recognised'
   AND (%(day)s::date IS NULL OR o.order_on = %(day)s)
   AND NOT EXISTS (SELECT FROM sales_statementline l
                    WHERE l.company_id = o.company_id AND l.order_id = o.id
                      AND l.result IN ('matched', 'short_paid', 'over_paid'))
HAVING count(*) > 0
 ORDER BY 1
