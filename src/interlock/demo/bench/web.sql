-- models --   Finished orders of a day that was really run: what many more are written after.
SELECT o.id, d.id AS delivery_id
  FROM sales_order o
  JOIN LATERAL (SELECT min(l.delivery_id) AS id, count(DISTINCT l.delivery_id) AS many FROM sales_deliveryline l
                 WHERE l.company_id = %(company)s AND l.order_id = o.id) d ON d.many = 1
 WHERE o.company_id = %(company)s AND o.state = 'recognised'
   AND NOT EXISTS (SELECT FROM sales_return r WHERE r.company_id = %(company)s AND r.order_id = o.id)
   AND NOT EXISTS (SELECT FROM sales_deliveryline x WHERE x.company_id = %(company)s AND x.delivery_id = d.id AND x.order_id <> o.id)
   AND o.coupon IS NULL
 ORDER BY o.id LIMIT 5000

-- plan_for_sets --   Sets are joined by hashing: what a statement has just written has no statistics.
SET LOCAL enable_nestloop = off

-- clone --   Orders with their lines, deliveries and delivery lines, numbered through the months before the day.
WITH wanted AS (
    SELECT n, m.model, m.delivery_id, (DATE '2026-01-01' + (n %% 5) * interval '1 month')::date AS month, n / 5 + 1 AS number
      FROM generate_series(%(first)s::bigint, %(last)s::bigint) n
      JOIN unnest(%(models)s::bigint[], %(deliveries)s::bigint[]) WITH ORDINALITY m(model, delivery_id, place)
        ON m.place = n %% cardinality(%(models)s::bigint[]) + 1),
orders AS (
    INSERT INTO sales_order (company_id, number, shop_id, platform_number, state, ordered_at, order_on, buyer, phone, province,
           city, district, address, remark, priority, amount, tax_amount, paid_amount, paid_at, content_hash, file_id, version)
    SELECT o.company_id, core_number('SO', w.month, w.number), o.shop_id, 'B' || w.n, o.state,
           w.month + (w.n %% 28) * interval '1 day', w.month + (w.n %% 28)::int, o.buyer, o.phone, o.province, o.city, o.district,
           o.address, o.remark, o.priority, o.amount, o.tax_amount, o.paid_amount, o.paid_at, o.content_hash, o.file_id, o.version
      FROM wanted w JOIN sales_order o ON o.company_id = %(company)s AND o.id = w.model AND o.id = ANY(%(models)s::bigint[])
    RETURNING id, substr(platform_number, 2)::bigint AS n),
lines AS (
    INSERT INTO sales_orderline (company_id, order_id, line_number, sku, item_id, quantity, unit_price, amount, tax_amount, is_gift,
           discount_amount, subsidy_amount)
    SELECT l.company_id, o.id, l.line_number, l.sku, l.item_id, l.quantity, l.unit_price, l.amount, l.tax_amount, l.is_gift,
           l.discount_amount, l.subsidy_amount
      FROM orders o JOIN wanted w USING (n)
      JOIN sales_orderline l ON l.company_id = %(company)s AND l.order_id = w.model AND l.order_id = ANY(%(models)s::bigint[])
    RETURNING id, order_id, line_number),
deliveries AS (
    INSERT INTO sales_delivery (company_id, number, warehouse_id, shop_id, customer_id, state, release_on, shipped_on, recognised_on)
    SELECT d.company_id, core_number('DN', w.month, w.number), d.warehouse_id, d.shop_id, d.customer_id, d.state,
           w.month + (w.n %% 28)::int, w.month + (w.n %% 28)::int, w.month + (w.n %% 28)::int
      FROM orders o JOIN wanted w USING (n)
      JOIN sales_delivery d ON d.company_id = %(company)s AND d.id = w.delivery_id AND d.id = ANY(%(deliveries)s::bigint[])
    RETURNING id, number)
INSERT INTO sales_deliveryline (company_id, delivery_id, order_id, order_line_id, reservation_id, item_id, location_id, quantity,
       amount, tax_amount, subsidy_amount, recognised_on)
SELECT x.company_id, d.id, o.id, l.id, x.reservation_id, x.item_id, x.location_id, x.quantity, x.amount, x.tax_amount,
       x.subsidy_amount, w.month + (w.n %% 28)::int
  FROM orders o
  JOIN wanted w USING (n)
  JOIN deliveries d ON d.number = core_number('DN', w.month, w.number)
  JOIN sales_deliveryline x ON x.company_id = %(company)s AND x.delivery_id = w.delivery_id AND x.order_id = w.model
       AND x.delivery_id = ANY(%(deliveries)s::bigint[])
  JOIN sales_orderline m ON m.company_id = %(company)s AND m.id = x.order_line_id AND m.order_id = ANY(%(models)s::bigint[])
  JOIN lines l ON l.order_id = o.id AND l.line_number = m.line_number

-- written --   How many were written already, by a run that was ended or a smaller one.
SELECT coalesce(max(substr(platform_number, 2)::bigint) + 1, 0) AS many
  FROM sales_order WHERE company_id = %(company)s AND platform_number ~ '^B[0-9]+$'

-- counters --   The numbers that were given, as if they had been taken one by one.
INSERT INTO core_counter (company_id, kind, month, last_number)
SELECT %(company)s, k.kind, g.month, g.many
  FROM unnest(ARRAY['SO', 'DN']) AS k(kind),
       (SELECT (DATE '2026-01-01' + (n %% 5) * interval '1 month')::date AS month, count(*) AS many
          FROM generate_series(0, %(count)s::bigint - 1) n GROUP BY 1) g
    ON CONFLICT (company_id, kind, month) DO UPDATE SET last_number = greatest(core_counter.last_number, excluded.last_number)

-- analyse --   As autovacuum would have done long since.
SELECT core_analyse(ARRAY['sales_order', 'sales_orderline', 'sales_delivery', 'sales_deliveryline'])

-- sample --   Orders the clients open: half of the day that was really run, whose trace reaches the journal, half of the rest.
(SELECT id, number, platform_number FROM sales_order WHERE company_id = %(company)s AND state = 'recognised' AND number LIKE 'SO-2606-%%'
  ORDER BY hashint8(id) LIMIT %(many)s / 2)
UNION ALL
(SELECT id, number, platform_number FROM sales_order WHERE company_id = %(company)s AND number NOT LIKE 'SO-2606-%%'
  ORDER BY hashint8(id) LIMIT %(many)s / 2)

-- sizes --   How large it is.
SELECT (SELECT count(*) FROM sales_order) AS orders, (SELECT count(*) FROM finance_journalline) AS journal_lines,
       (pg_database_size(current_database()) / 1048576)::int AS database_mb
