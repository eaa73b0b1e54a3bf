-- last_day --   The day of the latest order, on which the board opens.
SELECT order_on FROM sales_order WHERE company_id = %(company)s ORDER BY id DESC LIMIT 1

-- by_hour --   Orders of two days by hour and how they stand.
SELECT o.order_on AS day, extract(hour FROM o.ordered_at AT TIME ZONE %(zone)s)::int AS hour, count(*) AS orders,
       count(*) FILTER (WHERE o.state = 'held') AS held,
       count(*) FILTER (WHERE o.state IN ('shipped', 'recognised')) AS shipped,
       count(*) FILTER (WHERE o.state = 'recognised') AS recognised, sum(o.amount) FILTER (WHERE o.state <> 'cancelled') AS amount
  FROM sales_order o
 WHERE o.company_id = %(company)s AND o.order_on IN (%(day)s::date, %(day)s::date - 1)
 GROUP BY 1, 2
 ORDER BY 1, 2

-- by_shop --   Orders of a day by shop and how they stand.
SELECT s.id, s.code, s.name_en, s.name_zh, count(*) AS orders, count(*) FILTER (WHERE o.state = 'held') AS held,
       count(*) FILTER (WHERE o.state IN ('shipped', 'recognised')) AS shipped,
       count(*) FILTER (WHERE o.state = 'recognised') AS recognised, sum(o.amount) FILTER (WHERE o.state <> 'cancelled') AS amount
  FROM sales_order o
  JOIN sales_shop s ON s.company_id = o.company_id AND s.id = o.shop_id
 WHERE o.company_id = %(company)s AND o.order_on = %(day)s::date
 GROUP BY s.id, s.code, s.name_en, s.name_zh
 ORDER BY orders DESC, s.code
 LIMIT 50

-- revenue --   Revenue net of VAT posted on two days, out of the vouchers' totals.
SELECT v.posting_on AS day, sum(t.credit - t.debit) AS revenue
  FROM finance_voucher v
  JOIN finance_vouchertotal t ON t.company_id = v.company_id AND t.voucher_id = v.id
  JOIN finance_account a ON a.company_id = t.company_id AND a.id = t.account_id AND a.code LIKE '6001%%'
 WHERE v.company_id = %(company)s AND v.posting_on IN (%(day)s::date, %(day)s::date - 1)
 GROUP BY 1

-- feeds_found --   The order feeds a filter finds, newest first, by key.
SELECT f.id, NULL::numeric AS amount
  FROM sales_feed f
  JOIN core_file c ON c.id = f.file_id
 WHERE f.company_id = %(company)s AND (%(before)s::bigint IS NULL OR f.id < %(before)s)
   AND (%(state)s::text IS NULL OR f.state = %(state)s)
   AND (%(rejected)s::text IS NULL OR (f.rejected_file_id IS NOT NULL) = (%(rejected)s = 'some'))
   AND (%(first)s::date IS NULL OR c.created_at >= %(first)s::date)
   AND (%(last)s::date IS NULL OR c.created_at < %(last)s::date + 1)
   AND (%(term)s::text IS NULL OR c.name ILIKE '%%' || %(term)s || '%%')
 ORDER BY f.id DESC
 LIMIT %(size)s

-- feeds --   Some order feeds as a list shows them.
SELECT f.id, c.name, c.size_bytes, c.created_at, f.state, f.rows, f.orders, f.counts, f.rejected_file_id, r.door,
       CASE WHEN f.rejected_file_id IS NOT NULL THEN j.name ELSE '' END AS rejected_name,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS person
  FROM sales_feed f
  JOIN core_file c ON c.id = f.file_id
  LEFT JOIN core_file j ON j.id = f.rejected_file_id
  LEFT JOIN core_run r ON r.company_id = f.company_id AND r.id = f.run_id
  LEFT JOIN core_user u ON u.id = r.actor_id
 WHERE f.company_id = %(company)s AND f.id = ANY(%(ids)s::bigint[])
 ORDER BY f.id DESC

-- feed --   One feed with its files.
SELECT f.id, f.company_id, c.name, c.sha256, c.size_bytes, c.created_at, f.state, f.rows, f.orders, f.counts,
       j.name AS rejected_name, j.sha256 AS rejected_sha256
  FROM sales_feed f
  JOIN core_file c ON c.id = f.file_id
  LEFT JOIN core_file j ON j.id = f.rejected_file_id
 WHERE f.id = %(id)s
