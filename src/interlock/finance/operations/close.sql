-- periods --   What is to be locked, in one order for all.
SELECT id, module, month FROM core_period WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- lock_periods --   Closing and opening take turns.
SELECT id FROM core_period WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge_close --   Finance closes when nothing waits to be posted in the month; the documents that wait are named.
SELECT a.id, p.module, p.month, (p.month + interval '1 month')::date AS next_month,
       CASE WHEN p.id IS NULL THEN 'not_found' WHEN p.state = 'closed' THEN 'already'
            WHEN w.count > 0 THEN 'events_pending' ELSE 'done' END AS code,
       CASE WHEN w.count > 0 THEN jsonb_build_object('count', w.count, 'documents', w.documents, 'codes', w.codes)
       END AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS a(id, place)
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.id = a.id
  LEFT JOIN LATERAL (
       SELECT count(*) AS count, (array_agg(e.document_id ORDER BY e.id))[1:%(named)s] AS documents,
              array_agg(DISTINCT w.code) AS codes
         FROM finance_eventpending w JOIN finance_event e ON e.company_id = w.company_id AND e.id = w.event_id
        WHERE p.module = 'finance' AND p.state = 'open' AND w.company_id = p.company_id
          AND e.posting_on >= p.month AND e.posting_on < p.month + interval '1 month'
  ) AS w ON true
 ORDER BY a.place

-- judge_open --   An open month is open already; one that left a report is opened as a whole, with a reason.
SELECT a.id, CASE WHEN p.id IS NULL THEN 'not_found' WHEN p.state = 'open' THEN 'already'
                  WHEN c.id IS NOT NULL THEN 'month_closed' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS a(id, place)
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.id = a.id
  LEFT JOIN finance_close c ON c.company_id = p.company_id AND c.month = p.month AND c.state = 'closed'
 ORDER BY a.place

-- change --   From one state to the other.
UPDATE core_period SET state = %(state)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = %(before)s

-- seal_month --   What was collected in a closed month is posted for good.
UPDATE finance_voucher v SET state = 'posted'
  FROM core_period p
 WHERE p.company_id = %(company)s AND p.id = ANY(%(ids)s::bigint[]) AND p.module = 'finance'
   AND v.company_id = p.company_id AND v.state = 'collecting'
   AND v.posting_on >= p.month AND v.posting_on < p.month + interval '1 month'
