-- not_shipped --   Deliveries handed to a warehouse that have not left.
SELECT 'delivery' AS kind, d.id AS document_id, d.number, d.release_on AS "on", l.quantity, l.amount
  FROM sales_delivery AS d
  JOIN LATERAL (SELECT sum(quantity) AS quantity, sum(amount) AS amount FROM sales_deliveryline
                 WHERE company_id = d.company_id AND delivery_id = d.id) AS l ON true
 WHERE d.company_id = %(company)s AND d.is_open AND d.state = 'released' AND d.release_on < %(before)s::date
 ORDER BY d.id

-- not_recognised --   Lines that left and are neither revenue nor back: what of them is still open.
SELECT 'delivery' AS kind, d.id AS document_id, min(l.id) AS line_id, d.number, d.shipped_on AS "on",
       sum(l.quantity - coalesce(r.quantity, 0)) AS quantity, sum(l.amount - coalesce(r.amount, 0)) AS amount,
       0::numeric AS book_quantity, 0::numeric AS book_amount
  FROM sales_delivery AS d
  JOIN sales_deliveryline AS l ON l.company_id = d.company_id AND l.delivery_id = d.id AND l.recognised_on IS NULL
  LEFT JOIN LATERAL (SELECT sum(quantity) AS quantity, sum(amount) AS amount FROM sales_returnline
                      WHERE company_id = l.company_id AND delivery_line_id = l.id AND reverses IS NOT NULL) AS r ON true
 WHERE d.company_id = %(company)s AND d.is_open AND d.state = 'shipped' AND d.shipped_on < %(before)s::date
   AND l.quantity > coalesce(r.quantity, 0)
 GROUP BY d.id
 ORDER BY d.id

-- returns --   Returns that have stood in a state for too long.
SELECT 'return' AS kind, r.id AS document_id, r.number, r.amount, l.quantity,
       CASE r.state WHEN 'announced' THEN r.return_on WHEN 'received' THEN r.received_on ELSE r.inspected_on END AS "on"
  FROM sales_return AS r
  JOIN LATERAL (SELECT sum(quantity) AS quantity FROM sales_returnline
                 WHERE company_id = r.company_id AND document_id = r.id) AS l ON true
 WHERE r.company_id = %(company)s AND r.state IN ('announced', 'received', 'inspected') AND r.state = %(state)s
   AND CASE r.state WHEN 'announced' THEN r.return_on WHEN 'received' THEN r.received_on
                    ELSE coalesce(r.inspected_on, r.received_on, r.return_on) END < %(before)s::date
 ORDER BY r.id

-- not_posted --   Statements that are not in the books.
SELECT 'statement' AS kind, id AS document_id, number, last_on AS "on", payout_amount AS amount, 0::numeric AS book_amount
  FROM sales_statement
 WHERE company_id = %(company)s AND state IN ('imported', 'matched') AND last_on < %(before)s::date
 ORDER BY id

-- not_paid --   Statements whose payout no bank receipt was tied to.
SELECT 'statement' AS kind, id AS document_id, number, posted_on AS "on", payout_amount AS amount, 0::numeric AS book_amount
  FROM sales_statement
 WHERE company_id = %(company)s AND state = 'posted' AND payout_amount > 0 AND posted_on < %(before)s::date
 ORDER BY id

-- differences --   Differences nobody has answered: neither accepted nor handed back.
SELECT 'difference' AS kind, d.id AS document_id, d.line_id, s.number, s.last_on AS "on", d.amount
  FROM sales_difference AS d
  JOIN sales_statement AS s ON s.company_id = d.company_id AND s.id = d.statement_id
 WHERE d.company_id = %(company)s AND d.state <> 'accepted' AND d.state = 'open' AND s.last_on < %(before)s::date
 ORDER BY d.id

-- open --   How much is on the way, whatever its age.
SELECT (count(*) FILTER (WHERE state = 'released'))::int AS to_ship,
       (count(*) FILTER (WHERE state = 'shipped'))::int AS on_the_way
  FROM sales_delivery WHERE company_id = %(company)s AND is_open

-- not_told --   Deliveries whose lines of the month are other revenue than finance was told, or revenue it was never told of.
WITH told AS MATERIALIZED (
    SELECT l.line_id, h.document_id, sum(l.amount) FILTER (WHERE l.component IN ('net', 'subsidy', 'vat')) AS amount,
           sum(l.quantity) FILTER (WHERE l.component = 'net') AS quantity
      FROM finance_event AS h
      JOIN finance_eventline AS l ON l.company_id = h.company_id AND l.event_id = h.id
     WHERE h.company_id = %(company)s AND h.kind = 'revenue_recognised'
       AND h.fact_on >= %(first)s::date AND h.fact_on < %(after)s::date
     GROUP BY 1, 2
), line AS (
    SELECT d.id, d.delivery_id, d.quantity - coalesce(r.quantity, 0) AS quantity, d.amount - coalesce(r.amount, 0) AS amount
      FROM sales_deliveryline AS d
      LEFT JOIN LATERAL (SELECT sum(quantity) FILTER (WHERE cost_amount IS NOT NULL) AS quantity, sum(amount) AS amount
                           FROM sales_returnline
                          WHERE company_id = d.company_id AND delivery_line_id = d.id AND NOT reverses) AS r ON true
     WHERE d.company_id = %(company)s
       AND d.recognised_on >= %(first)s::date AND d.recognised_on < %(after)s::date
)
SELECT 'delivery' AS kind, d.id AS document_id, x.line_id, d.number, d.recognised_on AS "on", x.quantity, x.amount,
       x.book_quantity, x.book_amount
  FROM (SELECT coalesce(line.delivery_id, told.document_id) AS delivery_id, coalesce(line.id, told.line_id) AS line_id,
               line.quantity, coalesce(line.amount, 0) AS amount, told.quantity AS book_quantity,
               coalesce(told.amount, 0) AS book_amount
          FROM line FULL JOIN told ON told.line_id = line.id) AS x
  LEFT JOIN sales_delivery AS d ON d.company_id = %(company)s AND d.id = x.delivery_id
 WHERE x.amount <> x.book_amount OR (x.book_amount <> 0 AND x.book_quantity IS DISTINCT FROM x.quantity)
 ORDER BY x.line_id

-- not_booked --   Events of sales of the month that the journal does not hold with their amount.
SELECT 'event' AS kind, h.id AS document_id, h.kind AS number, h.fact_on AS "on", sum(abs(l.amount)) AS amount,
       sum(coalesce(j.amount, 0)) AS book_amount
  FROM finance_event AS h
  JOIN finance_eventline AS l ON l.company_id = h.company_id AND l.event_id = h.id
  LEFT JOIN finance_journalline AS j ON j.company_id = l.company_id AND j.id = l.id
 WHERE h.company_id = %(company)s AND h.fact_on >= %(first)s::date AND h.fact_on < %(after)s::date
   AND h.kind IN ('revenue_recognised', 'revenue_reversed', 'refund_paid', 'orders_settled', 'difference_accepted',
                  'payout_received')
 GROUP BY h.id
HAVING sum(abs(l.amount)) <> sum(coalesce(j.amount, 0))
 ORDER BY h.id

-- revenue --   Revenue of the month with VAT, without what came back before: sales' lines and the events.
WITH told AS MATERIALIZED (
    SELECT h.document_id, l.line_id, sum(l.amount) FILTER (WHERE l.component IN ('net', 'subsidy', 'vat')) AS amount,
           sum(l.quantity) FILTER (WHERE l.component = 'net') AS quantity
      FROM finance_event AS h
      JOIN finance_eventline AS l ON l.company_id = h.company_id AND l.event_id = h.id
     WHERE h.company_id = %(company)s AND h.kind = 'revenue_recognised'
       AND h.fact_on >= %(first)s::date AND h.fact_on < %(after)s::date
     GROUP BY 1, 2
)
SELECT coalesce(s.quantity, 0) AS quantity, coalesce(s.amount, 0) AS amount, coalesce(e.quantity, 0) AS book_quantity,
       coalesce(e.amount, 0) AS book_amount
  FROM (SELECT sum(quantity) AS quantity, sum(amount) AS amount FROM told) AS e,
       (SELECT sum(d.quantity - coalesce(r.quantity, 0)) FILTER (WHERE d.amount <> coalesce(r.amount, 0)) AS quantity,
               sum(d.amount - coalesce(r.amount, 0)) AS amount
          FROM sales_deliveryline AS d
          LEFT JOIN LATERAL (SELECT sum(quantity) FILTER (WHERE cost_amount IS NOT NULL) AS quantity,
                                    sum(amount) AS amount
                               FROM sales_returnline
                              WHERE company_id = d.company_id AND delivery_line_id = d.id AND NOT reverses) AS r ON true
         WHERE d.company_id = %(company)s
           AND d.recognised_on >= %(first)s::date AND d.recognised_on < %(after)s::date) AS s

-- booked --   The events of sales of the month, and what the journal holds of them.
SELECT coalesce(sum(abs(l.amount)), 0) AS amount, coalesce(sum(j.amount), 0) AS book_amount
  FROM finance_event AS h
  JOIN finance_eventline AS l ON l.company_id = h.company_id AND l.event_id = h.id
  LEFT JOIN finance_journalline AS j ON j.company_id = l.company_id AND j.id = l.id
 WHERE h.company_id = %(company)s AND h.fact_on >= %(first)s::date AND h.fact_on < %(after)s::date
   AND h.kind IN ('revenue_recognised', 'revenue_reversed', 'refund_paid', 'orders_settled', 'difference_accepted',
                  'payout_received')

-- owed --   What platforms came to owe in the month and paid of it: statements, and account 1012 with those below it, but money
--   under way (101209), without what was by hand.
SELECT 'month' AS kind, to_char(%(first)s::date, 'YYYY-MM') AS number,
       coalesce((SELECT sum(CASE WHEN h.kind = 'orders_settled' THEN s.payout_amount ELSE -s.payout_amount END)
          FROM sales_statement AS s
          JOIN finance_event AS h ON h.company_id = s.company_id AND h.document_id = s.id
                                 AND h.kind IN ('orders_settled', 'payout_received')
         WHERE s.company_id = %(company)s AND h.posting_on >= %(first)s::date AND h.posting_on < %(after)s::date), 0)
       AS amount,
       coalesce((SELECT sum(t.debit - t.credit)
          FROM finance_voucher AS v
          JOIN finance_vouchertotal AS t ON t.company_id = v.company_id AND t.voucher_id = v.id
          JOIN finance_account AS a ON a.company_id = t.company_id AND a.id = t.account_id
                                AND a.code LIKE '1012%%' AND a.code <> '101209'
         WHERE v.company_id = %(company)s AND v.origin = 'automatic'
           AND v.posting_on >= %(first)s::date AND v.posting_on < %(after)s::date), 0) AS book_amount

-- payouts --   The statements of the month whose events are not what they pay out.
SELECT 'statement' AS kind, s.id AS document_id, s.number, s.posted_on AS "on", s.payout_amount AS amount, x.booked AS book_amount
  FROM sales_statement AS s
  JOIN LATERAL (
       SELECT sum(CASE WHEN l.component IN ('receivable', 'unmatched') THEN j.amount ELSE -j.amount END) AS booked,
              min(h.posting_on) AS posting_on
         FROM finance_event AS h
         JOIN finance_eventline AS l ON l.company_id = h.company_id AND l.event_id = h.id
         LEFT JOIN finance_journalline AS j ON j.company_id = l.company_id AND j.id = l.id
        WHERE h.company_id = s.company_id AND h.document_id = s.id AND h.kind = 'orders_settled') AS x ON true
 WHERE s.company_id = %(company)s AND x.posting_on >= %(first)s::date AND x.posting_on < %(after)s::date
   AND x.booked IS DISTINCT FROM s.payout_amount
 ORDER BY s.id

-- not_invoiced --   The deliveries whose revenue is not what is invoiced, as findings.
SELECT 'delivery' AS kind, d.id AS document_id, d.number, d.recognised_on AS "on", g.revenue AS amount, g.invoiced AS book_amount
  FROM unnest(%(ids)s::bigint[], %(revenue)s::numeric[], %(invoiced)s::numeric[]) AS g(id, revenue, invoiced)
  JOIN sales_delivery AS d ON d.company_id = %(company)s AND d.id = g.id AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY d.id
