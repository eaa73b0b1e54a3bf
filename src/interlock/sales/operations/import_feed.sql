-- judge --   A file is opened as a feed once.
SELECT i.id, CASE WHEN f.id IS NULL THEN 'not_found' WHEN d.id IS NOT NULL THEN 'already' ELSE 'done' END AS code,
       NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN core_file f ON f.id = i.id AND f.company_id = %(company)s
  LEFT JOIN sales_feed d ON d.company_id = %(company)s AND d.file_id = f.id
 ORDER BY i.place

-- open --   One feed a file, whoever comes first.
INSERT INTO sales_feed (company_id, file_id, rows, orders, counts, run_id)
SELECT %(company)s, i.id, 0, 0, '{}', %(run)s FROM unnest(%(ids)s::bigint[]) AS i(id)
ON CONFLICT (company_id, file_id) DO NOTHING
RETURNING id

-- clear_rows --   A feed that is read again begins anew.
DELETE FROM sales_feedrow WHERE company_id = %(company)s AND feed_id = %(feed)s

-- stage --   The parsed rows, as the columns of feeds.STAGED.
COPY sales_feedrow (company_id, feed_id, ordinal, order_ordinal, order_no, line_no, shop, ordered_at, buyer, phone,
    province, city, district, address, sku, quantity, unit_price, paid_amount, paid_at, gift, remark, priority, problems,
    discount_amount, subsidy_amount, coupon, buyer_group)
FROM STDIN (FORMAT csv)

-- analyse --   The planner should know how many rows there are before they are joined.
SELECT core_analyse(ARRAY['sales_feedrow'])

-- orders --   Where each order begins, in the order of the file.
SELECT DISTINCT order_ordinal AS id FROM sales_feedrow
 WHERE company_id = %(company)s AND feed_id = %(feed)s ORDER BY 1

-- finish --   What came of it; the rows are no longer needed.
WITH gone AS (DELETE FROM sales_feedrow WHERE company_id = %(company)s AND feed_id = %(feed)s)
UPDATE sales_feed SET state = 'done', rows = %(rows)s, orders = %(orders)s, counts = %(counts)s,
       rejected_file_id = %(rejected)s
 WHERE company_id = %(company)s AND id = %(feed)s
