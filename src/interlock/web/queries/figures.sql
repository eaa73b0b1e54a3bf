-- to_count --   Which days of a figure are to be counted: the last two anew, earlier ones that never were.
SELECT d::date AS day
  FROM generate_series(%(first)s::date, %(last)s::date, interval '1 day') d
 WHERE d::date >= %(last)s::date - 1
    OR NOT EXISTS (SELECT FROM core_figure f
                    WHERE f.company_id = %(company)s AND f.code = %(code)s AND f.counted_on = d::date AND f.part = '*')
 ORDER BY 1

-- forget --   Take away what days of a figure were before.
DELETE FROM core_figure WHERE company_id = %(company)s AND code = %(code)s AND counted_on = ANY(%(days)s::date[])

-- keep --   Write the values of days, and that they were counted.
INSERT INTO core_figure (company_id, code, counted_on, part, value)
SELECT %(company)s::bigint, %(code)s::text, day, part, value
  FROM unnest(%(of)s::date[], %(parts)s::text[], %(values)s::numeric[]) AS v(day, part, value)
UNION ALL SELECT %(company)s::bigint, %(code)s::text, day, '*', 0 FROM unnest(%(days)s::date[]) AS d(day)

-- too_old --   Figures no page draws any more.
DELETE FROM core_figure WHERE company_id = %(company)s AND counted_on < %(first)s::date - 35

-- kept --   The kept values of some figures from a day on.
SELECT code, counted_on AS day, part, value, made_at
  FROM core_figure
 WHERE company_id = %(company)s AND code = ANY(%(codes)s::text[]) AND counted_on BETWEEN %(first)s::date AND %(last)s::date
 ORDER BY code, counted_on, part

-- latest --   The kept values of some figures in the days before the last that was counted.
WITH last AS (SELECT max(counted_on) AS day FROM core_figure
               WHERE company_id = %(company)s AND code = ANY(%(codes)s::text[]) AND counted_on <= %(today)s::date)
SELECT f.code, f.counted_on AS day, f.part, f.value
  FROM core_figure f, last
 WHERE f.company_id = %(company)s AND f.code = ANY(%(codes)s::text[])
   AND f.counted_on > last.day - %(days)s::int AND f.counted_on <= last.day
 ORDER BY f.code, f.counted_on, f.part

-- worked_on --   The last day, today at most, on which a company took an order or booked anything.
SELECT max(day) FROM (
    (SELECT o.order_on AS day FROM sales_order o WHERE o.company_id = %(company)s ORDER BY o.id DESC LIMIT 1)
    UNION ALL (SELECT v.posting_on FROM finance_voucher v
                WHERE v.company_id = %(company)s AND v.posting_on <= %(today)s::date ORDER BY v.posting_on DESC LIMIT 1)
) w WHERE day <= %(today)s::date

-- orders --   Orders of some days, through the day's block ranges: how many, and what they come to with VAT.
SELECT o.order_on AS day, p.part, CASE p.part WHEN 'orders' THEN count(*)
         ELSE coalesce(sum(o.amount) FILTER (WHERE o.state <> 'cancelled'), 0) END AS value
  FROM sales_order o
 CROSS JOIN (VALUES ('orders'), ('amount')) p(part)
 WHERE o.company_id = %(company)s AND o.order_on = ANY(%(days)s::date[])
   AND o.order_on BETWEEN %(first)s::date AND %(last)s::date
 GROUP BY o.order_on, p.part

-- shipped --   Deliveries shipped by hour, out of the runs that shipped them; a run is a set, so they are few.
SELECT (r.started_at AT TIME ZONE %(zone)s)::date AS day,
       lpad(extract(hour FROM r.started_at AT TIME ZONE %(zone)s)::text, 2, '0') AS part, sum((r.counts->>'done')::bigint) AS value
  FROM (SELECT started_at, operation, counts FROM core_run WHERE company_id = %(company)s ORDER BY id DESC LIMIT 20000) r
 WHERE r.operation = 'sales.ship_deliveries' AND r.counts ? 'done'
   AND (r.started_at AT TIME ZONE %(zone)s)::date = ANY(%(days)s::date[])
 GROUP BY 1, 2

-- revenue --   Revenue net of VAT posted on some days, out of the vouchers' totals.
SELECT v.posting_on AS day, '' AS part, sum(t.credit - t.debit) AS value
  FROM finance_voucher v
  JOIN finance_vouchertotal t ON t.company_id = v.company_id AND t.voucher_id = v.id
  JOIN finance_account a ON a.company_id = t.company_id AND a.id = t.account_id AND a.code LIKE '6001%%'
 WHERE v.company_id = %(company)s AND v.posting_on = ANY(%(days)s::date[])
 GROUP BY 1

-- cash --   What the bank received on some days, and what statements that end on them say is paid out.
SELECT r.received_on AS day, 'received' AS part, sum(r.amount) AS value FROM finance_bankreceipt r
 WHERE r.company_id = %(company)s AND r.received_on = ANY(%(days)s::date[]) GROUP BY 1
UNION ALL
SELECT s.last_on, 'stated', sum(s.payout_amount) FROM sales_statement s
 WHERE s.company_id = %(company)s AND s.last_on = ANY(%(days)s::date[]) GROUP BY 1

-- margin --   What finished days earned by category: revenue less the cost of what became revenue, through the events.
SELECT e.posting_on AS day, left(coalesce(c.code, ''), 24) AS part,
       sum(CASE WHEN l.component IN ('net', 'subsidy') THEN l.amount ELSE -l.amount END
           * CASE e.kind WHEN 'revenue_recognised' THEN 1 ELSE -1 END) AS value
  FROM finance_event e
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
   AND l.component IN ('net', 'subsidy', 'cost', 'gift_cost')
  LEFT JOIN items_item i ON i.id = l.item_id
  LEFT JOIN items_category c ON c.id = i.category_id
 WHERE e.company_id = %(company)s AND e.kind IN ('revenue_recognised', 'revenue_reversed')
   AND e.posting_on = ANY(%(days)s::date[]) AND e.posting_on BETWEEN %(first)s::date AND %(last)s::date
 GROUP BY 1, 2

-- categories --   The names of categories.
SELECT code, name_en, name_zh FROM items_category WHERE code = ANY(%(codes)s::text[])
