-- exchanges --   The exchanges for which these orders were made; what an order was made for never changes.
SELECT r.id, r.order_id, o.id AS replacement_id
  FROM sales_order o
  JOIN sales_return r ON r.company_id = o.company_id AND r.number = split_part(o.platform_number, '/', 1)
                     AND r.replacement_id = o.id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[]) AND o.file_id IS NULL
 ORDER BY r.id

-- judge --   Anything that has not left can be cancelled.
WITH left_already AS (
    SELECT DISTINCT l.order_id
      FROM sales_deliveryline l
      JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id AND d.state <> 'released'
     WHERE l.company_id = %(company)s AND l.order_id = ANY(%(ids)s::bigint[])
)
SELECT i.id,
       CASE WHEN o.id IS NULL THEN 'not_found'
            WHEN o.state = 'cancelled' THEN 'already'
            WHEN o.state IN ('shipped', 'recognised') THEN 'shipped'
            ELSE 'done' END AS code,
       CASE WHEN p.order_id IS NOT NULL THEN jsonb_build_object('partly', true) END AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_order o ON o.id = i.id AND o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
  LEFT JOIN left_already p ON p.order_id = o.id AND o.state NOT IN ('shipped', 'recognised')
 ORDER BY i.place

-- note --   Why, and how much of the order is cancelled.
INSERT INTO sales_cancellation (company_id, order_id, reason, note, amount, cancelled_on, run_id)
SELECT %(company)s, o.id, %(reason)s, %(note)s, o.amount - coalesce(d.amount, 0), %(on)s, %(run)s
  FROM sales_order o
  LEFT JOIN (SELECT order_id, sum(amount) AS amount FROM sales_deliveryline
              WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[]) GROUP BY order_id) d
         ON d.order_id = o.id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
 ORDER BY o.id

-- shorten --   The lines of an order that has left in part are what has left, with its part of what was taken off.
WITH left_already AS MATERIALIZED (
    SELECT order_line_id, sum(quantity) AS quantity, sum(amount) AS amount, sum(tax_amount) AS tax_amount
      FROM sales_deliveryline
     WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[]) GROUP BY order_line_id
), kept AS (
    SELECT x.id, coalesce(d.quantity, 0) AS quantity, coalesce(d.amount, 0) AS amount,
           coalesce(d.tax_amount, 0) AS tax_amount, x.discount_amount - x.subsidy_amount AS own,
           round(d.quantity * x.unit_price, 2) - d.amount
           + CASE WHEN p.tax_included THEN 0 ELSE d.tax_amount END AS own_left,
           round(x.subsidy_amount * d.quantity / nullif(x.quantity, 0), 2) AS borne
      FROM sales_orderline x
      JOIN sales_order o ON o.company_id = x.company_id AND o.id = x.order_id AND o.id = ANY(%(ids)s::bigint[])
      JOIN sales_shop s ON s.id = o.shop_id
      JOIN items_pricelist p ON p.id = s.price_list_id
      LEFT JOIN left_already d ON d.order_line_id = x.id
     WHERE x.company_id = %(company)s AND x.order_id = ANY(%(ids)s::bigint[])
), priced AS (
    SELECT k.*, nullif(borne + least(own, greatest(0, own_left)), 0) AS off FROM kept k
)
UPDATE sales_orderline l
   SET quantity = k.quantity, amount = k.amount, tax_amount = k.tax_amount, discount_amount = k.off,
       subsidy_amount = CASE WHEN k.off IS NOT NULL THEN k.borne END
  FROM priced k
 WHERE l.company_id = %(company)s AND l.id = k.id AND l.order_id = ANY(%(ids)s::bigint[])

-- advance --   Cancelled, or as far as what has left has got.
UPDATE sales_order o SET state = coalesce(d.state, 'cancelled'), resume_state = NULL, version = version + 1
  FROM unnest(%(ids)s::bigint[]) AS i(id)
  LEFT JOIN (SELECT l.order_id, CASE WHEN bool_and(h.state = 'recognised') THEN 'recognised' ELSE 'shipped' END AS state
               FROM sales_deliveryline l
               JOIN sales_delivery h ON h.company_id = l.company_id AND h.id = l.delivery_id
              WHERE l.company_id = %(company)s AND l.order_id = ANY(%(ids)s::bigint[])
              GROUP BY l.order_id) d ON d.order_id = i.id
 WHERE o.company_id = %(company)s AND o.id = i.id AND o.id = ANY(%(ids)s::bigint[])
   AND o.state NOT IN ('shipped', 'recognised', 'cancelled')

-- settle_changes --   What the platform sent for a cancelled order is settled with it, and what somebody wrote is too late.
WITH messages AS (
    UPDATE sales_orderchange SET state = 'dismissed'
     WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[]) AND state = 'open'
)
UPDATE sales_changedocument d
   SET state = 'outdated', why = CASE o.state WHEN 'cancelled' THEN 'cancelled' ELSE 'shipped' END
  FROM sales_order o
 WHERE d.company_id = %(company)s AND d.order_id = ANY(%(ids)s::bigint[]) AND d.state IN ('draft', 'submitted', 'approved')
   AND o.company_id = d.company_id AND o.id = d.order_id AND o.id = ANY(%(ids)s::bigint[])
RETURNING d.id
