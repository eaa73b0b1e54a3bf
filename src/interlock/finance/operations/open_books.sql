-- judge_years --   A year with a month that has no row; beside the years that are there, and after what is closed.
WITH asked AS (
    SELECT i.id, i.place, CASE WHEN i.id BETWEEN 1990 AND 2199 THEN make_date(i.id::int, %(starts)s, 1) END AS first
      FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
), known AS (
    SELECT extract(year FROM min(month) - make_interval(months => %(starts)s - 1))::int AS first,
           extract(year FROM max(month) - make_interval(months => %(starts)s - 1))::int AS last,
           max(month) FILTER (WHERE state = 'closed') AS closed
      FROM core_period WHERE company_id = %(company)s AND module = 'finance'
)
SELECT a.id, CASE WHEN a.first IS NULL THEN 'not_found' WHEN n.month IS NULL THEN 'already'
                  WHEN NOT EXISTS (SELECT FROM finance_account WHERE company_id = %(company)s) THEN 'no_books'
                  WHEN k.closed > n.month THEN 'later_month_closed'
                  WHEN s.needed > s.given THEN 'year_skipped' ELSE 'done' END AS code
  FROM asked a CROSS JOIN known k
  LEFT JOIN LATERAL (
       SELECT min(d.month)::date AS month
         FROM generate_series(a.first, a.first + interval '11 months', interval '1 month') AS d(month),
              unnest(%(modules)s::text[]) AS m(module)
        WHERE NOT EXISTS (SELECT FROM core_period p WHERE p.company_id = %(company)s AND p.module = m.module
                             AND p.month = d.month::date)) AS n ON true
  LEFT JOIN LATERAL (
       SELECT greatest(a.id - k.last, k.first - a.id, 0) AS needed, count(DISTINCT o.id) AS given FROM asked o
        WHERE (o.id > k.last AND o.id <= a.id) OR (o.id < k.first AND o.id >= a.id)) AS s ON true
 ORDER BY a.place

-- lock_company --   Whoever sets up the same books waits.
SELECT id FROM core_company WHERE id = %(company)s FOR NO KEY UPDATE

-- judge_books --   Accounts and months to the end of the year; a closed month is not preceded by a new one.
SELECT i.id, CASE WHEN m.month IS NULL THEN 'not_found'
                  WHEN n.month IS NULL AND EXISTS (SELECT FROM finance_account WHERE company_id = %(company)s) THEN 'already'
                  WHEN EXISTS (SELECT FROM core_period p WHERE p.company_id = %(company)s AND p.module = 'finance'
                                  AND p.state = 'closed' AND p.month > n.month) THEN 'later_month_closed'
                  ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN unnest(%(months)s::date[], %(lasts)s::date[]) AS m(month, last) ON to_char(m.month, 'YYYYMM') = i.id::text
  LEFT JOIN LATERAL (
       SELECT min(d.month)::date AS month
         FROM generate_series(m.month, m.last, interval '1 month') AS d(month),
              unnest(%(modules)s::text[]) AS o(module)
        WHERE NOT EXISTS (SELECT FROM core_period p WHERE p.company_id = %(company)s AND p.module = o.module
                             AND p.month = d.month::date)) AS n ON true
 ORDER BY i.place
