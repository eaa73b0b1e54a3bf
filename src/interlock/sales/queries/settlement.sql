-- not_settled --   Left or revenue, older than its shop's days, in no statement that settles it, no exchange and of no customer by name.
SELECT o.id, o.number, o.platform_number, o.state, o.order_on, o.amount, s.id AS shop_id, s.code AS shop, s.name_en,
       s.name_zh, %(on)s::date - o.order_on AS days, s.owner_id,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS owner
  FROM sales_order o
  JOIN sales_shop s ON s.company_id = o.company_id AND s.id = o.shop_id
  LEFT JOIN core_user u ON u.id = s.owner_id
  LEFT JOIN LATERAL (SELECT m.settle_days FROM sales_statementmapping m
                      WHERE m.company_id = s.company_id AND m.channel_id = s.channel_id
                        AND (m.shop_id IS NULL OR m.shop_id = s.id)
                      ORDER BY m.shop_id NULLS LAST LIMIT 1) k ON true
 WHERE o.company_id = %(company)s AND o.state IN ('shipped', 'recognised') AND o.customer_id IS NULL
   AND o.order_on BETWEEN %(since)s::date AND %(on)s::date - coalesce(k.settle_days, 15)
   AND (%(shop)s::bigint IS NULL OR o.shop_id = %(shop)s)
   AND (%(before)s::bigint IS NULL OR o.id < %(before)s)
   AND NOT EXISTS (SELECT FROM sales_statementline l
                    WHERE l.company_id = o.company_id AND l.order_id = o.id
                      AND l.result IN ('matched', 'short_paid', 'over_paid'))
   AND NOT EXISTS (SELECT FROM sales_return b WHERE b.company_id = o.company_id AND b.number = o.platform_number)
 ORDER BY o.id DESC
 LIMIT %(size)s + 1

-- statements --   By id: as they came.
SELECT id FROM sales_statement WHERE company_id = %(company)s AND state = %(state)s ORDER BY id

-- found --   Differences that may be judged otherwise by now: their order has come, was refunded or was cancelled.
SELECT d.id FROM sales_difference d
  JOIN sales_statementline l ON l.company_id = d.company_id AND l.id = d.line_id
  JOIN sales_order o ON o.company_id = d.company_id AND o.shop_id = d.shop_id AND o.platform_number = l.order_no
 WHERE d.company_id = %(company)s AND d.state IN ('open', 'handed_back') AND d.result <> 'customer_order'
   AND (d.result IN ('unknown_order', 'already_settled') OR o.state = 'cancelled' OR EXISTS (SELECT FROM sales_refunds(%(company)s, o.id)))
   AND (d.result <> 'already_settled' OR (l.gross_amount = 0 AND l.refund_amount > 0))
 ORDER BY d.id
