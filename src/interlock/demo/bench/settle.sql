-- orders --   Orders that are revenue, as heads: what a statement is matched with.
INSERT INTO sales_order (company_id, number, shop_id, platform_number, state, ordered_at, order_on, amount, tax_amount,
       paid_amount, content_hash)
SELECT %(company)s, 'SO-BENCH-' || lpad(n::text, 8, '0'), %(shop)s, '26061800' || lpad(n::text, 12, '0'), 'recognised',
       %(on)s::timestamptz, %(on)s, a.cents / 100.0, round(a.cents * 13 / 113 / 100.0, 2), a.cents / 100.0, ''
  FROM generate_series(1, %(count)s) AS n
  CROSS JOIN LATERAL (SELECT 1000 + (n::bigint * 7919) %% 250000 AS cents) a

-- analyse --   As autovacuum would have done long since.
SELECT core_analyse(ARRAY['sales_order'])

-- due --   What the platform pays for.
SELECT platform_number, amount FROM sales_order WHERE company_id = %(company)s AND shop_id = %(shop)s ORDER BY id
