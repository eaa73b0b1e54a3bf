-- orders --   Orders and lines of orders, with what they are worth and whose they are.
SELECT o.id, NULL::bigint AS line, o.number, o.amount, h.customer_id AS party_id
  FROM sales_order o JOIN sales_shop h ON h.company_id = o.company_id AND h.id = o.shop_id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
UNION ALL
SELECT o.id, l.id, o.number || '/' || l.line_number, l.amount, h.customer_id
  FROM sales_orderline l
  JOIN sales_order o ON o.company_id = l.company_id AND o.id = l.order_id AND o.id = ANY(%(ids)s::bigint[])
  JOIN sales_shop h ON h.company_id = o.company_id AND h.id = o.shop_id
 WHERE l.company_id = %(company)s AND l.id = ANY(%(lines)s::bigint[])

-- numbered --   Orders by their numbers, and lines by the number of their order, a stroke and their own.
SELECT o.number, o.id, NULL::bigint AS line
  FROM sales_order o WHERE o.company_id = %(company)s AND o.number = ANY(%(numbers)s::text[])
UNION ALL
SELECT g.number, o.id, l.id
  FROM (SELECT number, regexp_replace(number, '/[0-9]{1,6}$', '') AS head, substring(number FROM '/([0-9]{1,6})$')::int AS line
          FROM unnest(%(numbers)s::text[]) AS n(number) WHERE number ~ '/[0-9]{1,6}$') AS g
  JOIN sales_order o ON o.company_id = %(company)s AND o.number = g.head
   AND o.number = ANY(ARRAY(SELECT regexp_replace(number, '/[0-9]{1,6}$', '') FROM unnest(%(numbers)s::text[]) AS n(number)))
  JOIN sales_orderline l ON l.company_id = o.company_id AND l.order_id = o.id AND l.line_number = g.line

-- payouts --   Statements of platforms whose payout is to come.
SELECT DISTINCT platform_number FROM sales_statement
 WHERE company_id = %(company)s AND state IN ('imported', 'matched', 'posted') AND platform_number = ANY(%(references)s::text[])

-- settled --   What platforms paid for the orders of deliveries, and what they owed for these.
SELECT d.delivery_id, sum(l.gross_amount) AS paid, sum(l.gross_amount - l.difference_amount) AS owed
  FROM (SELECT DISTINCT delivery_id, order_id FROM sales_deliveryline
         WHERE company_id = %(company)s AND delivery_id = ANY(%(deliveries)s::bigint[])) AS d
  JOIN sales_statementline l ON l.company_id = %(company)s AND l.order_id = d.order_id AND l.gross_amount > 0
   AND l.result IN ('matched', 'short_paid', 'over_paid', 'refund_matched', 'refund_differs')
  JOIN sales_statement s ON s.company_id = l.company_id AND s.id = l.statement_id AND s.state IN ('posted', 'paid')
 GROUP BY d.delivery_id
