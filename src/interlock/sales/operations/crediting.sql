-- on_account --   Orders whose customer has terms that are not prepaid, most urgent and oldest first.
SELECT o.id, o.amount, t.group_id, t.share, t.party_id, t.credit_days * interval '1 day' AS credit_term, g.code, g.currency_id,
       coalesce(c.enabled, false) AS checked, (now() AT TIME ZONE f.time_zone)::date AS day,
       finance_credit_rate(o.company_id, g.currency_id, (now() AT TIME ZONE f.time_zone)::date) AS rate
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN finance_creditterm t ON t.party_id = coalesce(o.customer_id, s.customer_id) AND t.method <> 'prepaid'
  JOIN finance_creditgroup g ON g.id = t.group_id
  JOIN core_company f ON f.id = o.company_id
  LEFT JOIN sales_reviewcheck c
    ON c.company_id = o.company_id AND c.channel_id = s.channel_id AND c.check_code = 'credit'
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
 ORDER BY o.priority, o.ordered_at, o.id

-- terms --   By when what these orders become is to be paid, and the rate of the day.
SELECT o.id, coalesce(t.credit_days, 0) * interval '1 day' AS credit_term,
       coalesce(%(on)s::date, (now() AT TIME ZONE f.time_zone)::date) AS day,
       finance_credit_rate(o.company_id, g.currency_id,
                           coalesce(%(on)s::date, (now() AT TIME ZONE f.time_zone)::date)) AS rate
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN core_company f ON f.id = o.company_id
  JOIN finance_creditterm t ON t.party_id = coalesce(o.customer_id, s.customer_id)
  JOIN finance_creditgroup g ON g.id = t.group_id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])

-- targets --   What orders draw by their documents: what has not left, what left and is not revenue, what is.
WITH gone AS MATERIALIZED (
    SELECT l.order_id, l.id, l.amount, l.recognised_on
      FROM sales_deliveryline l
      JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id AND d.state IN ('shipped', 'recognised')
     WHERE l.company_id = %(company)s AND l.order_id = ANY(%(ids)s::bigint[])
), back AS (
    SELECT r.delivery_line_id AS id, sum(r.amount) AS amount FROM sales_returnline r
     WHERE r.company_id = %(company)s AND r.delivery_line_id = ANY(ARRAY(SELECT id FROM gone)) AND r.reverses IS NOT NULL
     GROUP BY r.delivery_line_id
), left_by AS (
    SELECT g.order_id, sum(g.amount) AS gone,
           sum(g.amount - coalesce(b.amount, 0)) FILTER (WHERE g.recognised_on IS NULL) AS shipment,
           sum(g.amount - coalesce(b.amount, 0)) FILTER (WHERE g.recognised_on IS NOT NULL) AS invoice,
           max(g.recognised_on) AS invoiced_on
      FROM gone g LEFT JOIN back b ON b.id = g.id GROUP BY g.order_id
)
SELECT o.id, CASE WHEN o.state IN ('received', 'cancelled') OR o.state = 'held' AND o.resume_state = 'received' THEN 0
                  ELSE o.amount - coalesce(l.gone, 0) END AS "order",
       coalesce(l.shipment, 0) AS shipment, coalesce(l.invoice, 0) AS invoice, l.invoiced_on
  FROM sales_order o
  LEFT JOIN left_by l ON l.order_id = o.id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])

-- deliveries --   Deliveries whose customer has terms that are not prepaid, with their orders and the group's policy.
SELECT d.id, t.group_id, t.share, g.code, g.stops_overdrawn, g.overdue_days,
       ARRAY(SELECT DISTINCT l.order_id FROM sales_deliveryline l
              WHERE l.company_id = d.company_id AND l.delivery_id = d.id AND l.delivery_id = ANY(%(ids)s::bigint[])) AS orders
  FROM sales_delivery d
  JOIN sales_shop s ON s.id = d.shop_id
  JOIN finance_creditterm t ON t.party_id = coalesce(d.customer_id, s.customer_id) AND t.method <> 'prepaid'
  JOIN finance_creditgroup g ON g.id = t.group_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY d.id
