-- facts --   Held orders with their open reasons and margin; the code says why a release would not go through.
WITH reason AS (
    SELECT h.order_id, array_agg(DISTINCT h.reason ORDER BY h.reason) AS reasons,
           bool_or(h.reason = 'price_below_floor') AS cheap, bool_or(h.reason = 'no_stock') AS short,
           bool_or(h.reason = 'unknown_item') AS unknown,
           bool_or(NOT (h.check_code = '' OR c.releasable OR h.reason = 'over_credit')) AS fixed
      FROM sales_hold h
      JOIN sales_order o ON o.company_id = h.company_id AND o.id = h.order_id AND o.id = ANY(%(ids)s::bigint[])
      JOIN sales_shop s ON s.id = o.shop_id
      LEFT JOIN sales_reviewcheck c
        ON c.company_id = h.company_id AND c.channel_id = s.channel_id AND c.check_code = h.check_code
     WHERE h.company_id = %(company)s AND h.order_id = ANY(%(ids)s::bigint[]) AND h.state = 'open'
     GROUP BY h.order_id
), cost AS (
    SELECT l.order_id, sum(l.amount - l.tax_amount) AS net,
           CASE WHEN bool_and(p.quantity > 0) THEN sum(l.quantity * p.amount / nullif(p.quantity, 0)) END AS cost
      FROM sales_orderline l
      LEFT JOIN stock_pool p ON p.company_id = l.company_id AND p.item_id = l.item_id
     WHERE l.company_id = %(company)s AND l.order_id = ANY(%(ids)s::bigint[]) AND l.quantity > 0
     GROUP BY l.order_id
)
SELECT o.id, o.number, o.version, o.amount,
       CASE WHEN k.net > 0 AND k.cost IS NOT NULL
            THEN greatest(round(100 * (k.net - k.cost) / k.net, 2), -999999) END AS margin_pct,
       coalesce(r.reasons, '{}') AS reasons,
       CASE WHEN o.state = 'cancelled' THEN 'cancelled' WHEN o.state <> 'held' THEN 'not_held'
            WHEN r.unknown THEN 'unknown_item' WHEN r.short THEN 'no_stock'
            WHEN r.fixed THEN 'not_releasable' WHEN r.cheap IS NOT TRUE THEN 'no_low_price' ELSE '' END AS code
  FROM sales_order o
  LEFT JOIN reason r ON r.order_id = o.id
  LEFT JOIN cost k ON k.order_id = o.id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])

-- resumes --   Where they stood when they were held.
SELECT id, resume_state FROM sales_order WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
