-- installation --   Shipped longer ago than the shop's buyers may wait for the installation, and not confirmed.
SELECT d.id, d.number, s.code AS shop, s.name_en, s.name_zh, s.owner_id, d.shipped_on AS since_on,
       NULL::timestamptz AS since_at, ''::text AS about
  FROM sales_delivery d
  JOIN sales_shop s ON s.company_id = d.company_id AND s.id = d.shop_id
 WHERE d.company_id = %(company)s AND d.is_open AND d.state = 'shipped'
   AND (%(ids)s::bigint[] IS NULL OR d.id = ANY(%(ids)s::bigint[]))
   AND d.shipped_on < %(today)s::date - s.install_within_days
   AND (%(owner)s::bigint IS NULL OR s.owner_id = %(owner)s)
   AND EXISTS (SELECT FROM sales_deliveryline l JOIN items_item t ON t.id = l.item_id
                WHERE l.company_id = d.company_id AND l.delivery_id = d.id AND l.recognised_on IS NULL
                  AND t.revenue_policy = 'at_installation')
 ORDER BY d.shipped_on, d.id
 LIMIT %(size)s + 1

-- held --   Held for more than a day, for another reason than want of stock.
SELECT o.id, o.number, s.code AS shop, s.name_en, s.name_zh, s.owner_id, NULL::date AS since_on, h.since_at, h.about
  FROM sales_order o
  JOIN (SELECT order_id, min(raised_at) AS since_at, min(reason) AS about FROM sales_hold
         WHERE company_id = %(company)s AND state = 'open' AND reason <> 'no_stock'
           AND (%(ids)s::bigint[] IS NULL OR order_id = ANY(%(ids)s::bigint[]))
         GROUP BY order_id HAVING min(raised_at) < %(now)s::timestamptz - interval '1 day') h
    ON o.company_id = %(company)s AND o.id = h.order_id AND o.state = 'held'
  JOIN sales_shop s ON s.company_id = o.company_id AND s.id = o.shop_id
 WHERE (%(owner)s::bigint IS NULL OR s.owner_id = %(owner)s)
 ORDER BY h.since_at, o.id
 LIMIT %(size)s + 1

-- waiting --   Standing only for want of stock.
SELECT o.id, o.number, s.code AS shop, s.name_en, s.name_zh, s.owner_id, NULL::date AS since_on, h.since_at, h.about
  FROM sales_order o
  JOIN (SELECT order_id, min(raised_at) AS since_at, min(reason) AS about FROM sales_hold
         WHERE company_id = %(company)s AND state = 'open'
           AND (%(ids)s::bigint[] IS NULL OR order_id = ANY(%(ids)s::bigint[]))
         GROUP BY order_id HAVING bool_and(reason = 'no_stock')) h
    ON o.company_id = %(company)s AND o.id = h.order_id AND o.state = 'held'
  JOIN sales_shop s ON s.company_id = o.company_id AND s.id = o.shop_id
 WHERE (%(owner)s::bigint IS NULL OR s.owner_id = %(owner)s)
 ORDER BY h.since_at, o.id
 LIMIT %(size)s + 1

-- not_settled --   Left, or revenue, and in no statement by its shop's days; only of platforms that send statements.
-- What is looked for is overdue by a month at most, and stands as long as it is asked for by its id; rows are found as
-- they lie, which is oldest first.
SELECT o.id, o.number, s.code AS shop, s.name_en, s.name_zh, s.owner_id, o.order_on + s.days AS since_on,
       NULL::timestamptz AS since_at, ''::text AS about
  FROM sales_order o
  JOIN (SELECT h.*, k.settle_days AS days
          FROM sales_shop h CROSS JOIN LATERAL (
               SELECT m.settle_days FROM sales_statementmapping m
                WHERE m.company_id = h.company_id AND m.channel_id = h.channel_id
                  AND (m.shop_id IS NULL OR m.shop_id = h.id)
                ORDER BY m.shop_id NULLS LAST LIMIT 1) k) s ON s.company_id = o.company_id AND s.id = o.shop_id
 WHERE o.company_id = %(company)s AND o.state IN ('shipped', 'recognised') AND o.customer_id IS NULL
   AND (%(ids)s::bigint[] IS NULL OR o.id = ANY(%(ids)s::bigint[]))
   AND o.order_on <= %(today)s::date - s.days
   AND (%(ids)s::bigint[] IS NOT NULL OR o.order_on > %(today)s::date - 31 - s.days)
   AND (%(ids)s::bigint[] IS NOT NULL OR o.order_on > %(today)s::date - 31
        - (SELECT max(settle_days) FROM sales_statementmapping WHERE company_id = %(company)s))
   AND (%(owner)s::bigint IS NULL OR s.owner_id = %(owner)s) AND %(now)s::timestamptz IS NOT NULL
   AND NOT EXISTS (SELECT FROM sales_statementline l
                    WHERE l.company_id = o.company_id AND l.order_id = o.id
                      AND l.result IN ('matched', 'short_paid', 'over_paid'))
   AND NOT EXISTS (SELECT FROM sales_return b WHERE b.company_id = o.company_id AND b.number = o.platform_number)
 LIMIT %(size)s + 1

-- difference --   Not settled with the platform for longer than the company allows: ``settlement.difference_days``.
SELECT d.id, coalesce(o.number, l.order_no) AS number, s.code AS shop, s.name_en, s.name_zh, s.owner_id,
       NULL::date AS since_on, d.raised_at AS since_at, ''::text AS about
  FROM sales_difference d
  JOIN sales_statementline l ON l.company_id = d.company_id AND l.id = d.line_id
  JOIN sales_shop s ON s.company_id = d.company_id AND s.id = d.shop_id
  LEFT JOIN sales_order o ON o.company_id = d.company_id AND o.id = d.order_id
 WHERE d.company_id = %(company)s AND d.state IN ('open', 'handed_back')
   AND (%(ids)s::bigint[] IS NULL OR d.id = ANY(%(ids)s::bigint[]))
   AND d.raised_at < %(now)s::timestamptz - make_interval(days => coalesce((SELECT value::int FROM core_parameter
        WHERE company_id = %(company)s AND code = 'settlement.difference_days'), 7))
   AND (%(owner)s::bigint IS NULL OR s.owner_id = %(owner)s) AND %(today)s::date IS NOT NULL
 ORDER BY d.raised_at, d.id
 LIMIT %(size)s + 1

-- sent_late --   What the platform sent again of orders that are beyond changing, and nobody has settled.
SELECT o.id, o.number, s.code AS shop, s.name_en, s.name_zh, s.owner_id, NULL::date AS since_on, c.since_at, ''::text AS about
  FROM sales_order o
  JOIN (SELECT x.order_id, min(r.started_at) AS since_at
          FROM sales_orderchange x JOIN core_run r ON r.company_id = x.company_id AND r.id = x.run_id
         WHERE x.company_id = %(company)s AND x.state = 'open'
           AND (%(ids)s::bigint[] IS NULL OR x.order_id = ANY(%(ids)s::bigint[]))
         GROUP BY x.order_id) c
    ON o.company_id = %(company)s AND o.id = c.order_id AND o.state IN ('shipped', 'recognised', 'cancelled')
  JOIN sales_shop s ON s.company_id = o.company_id AND s.id = o.shop_id
 WHERE (%(owner)s::bigint IS NULL OR s.owner_id = %(owner)s)
 ORDER BY c.since_at, o.id
 LIMIT %(size)s + 1

-- people --   The names of those who answer.
SELECT id, coalesce(nullif(CASE WHEN last_name ~ '^[A-Za-z]' THEN first_name || ' ' || last_name
                                ELSE last_name || first_name END, ''), username) AS name
  FROM core_user WHERE id = ANY(%(ids)s::bigint[])

-- review --   Access reviews that are not signed by the day they are due.
SELECT r.id, r.number, ''::text AS shop, ''::text AS name_en, ''::text AS name_zh, r.starter_id AS owner_id,
       r.due_on AS since_on, NULL::timestamptz AS since_at, ''::text AS about
  FROM core_accessreview r
 WHERE r.company_id = %(company)s AND r.state = 'open' AND r.due_on < %(today)s::date
   AND (%(ids)s::bigint[] IS NULL OR r.id = ANY(%(ids)s::bigint[]))
   AND (%(owner)s::bigint IS NULL OR r.starter_id = %(owner)s)
   AND %(now)s::timestamptz IS NOT NULL
 ORDER BY r.due_on, r.id
 LIMIT %(size)s + 1
