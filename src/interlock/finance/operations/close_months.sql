-- opened --   Which of these months the books know.
SELECT month FROM core_period
 WHERE company_id = %(company)s AND module = 'finance' AND month = ANY(%(months)s::date[])

-- closes --   What is to be locked, in the order of months.
SELECT id, month FROM finance_close WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) ORDER BY month

-- lock_closes --   Closing and opening again take turns.
SELECT id FROM finance_close WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY month FOR NO KEY UPDATE

-- judge --   In the order of months; ``earlier`` is the last month before that has moved and is still open.
SELECT a.id, c.month, e.month AS earlier, coalesce(s.steps, '{}') AS closed,
       CASE WHEN c.id IS NULL THEN 'not_found' WHEN c.state = 'closed' THEN 'already'
            WHEN p.id IS NULL THEN 'no_period' ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) AS a(id)
  LEFT JOIN finance_close AS c ON c.company_id = %(company)s AND c.id = a.id
  LEFT JOIN core_period AS p ON p.company_id = c.company_id AND p.module = 'finance' AND p.month = c.month
  LEFT JOIN LATERAL (SELECT array_agg(step) AS steps FROM finance_closestep
                      WHERE company_id = c.company_id AND close_id = c.id) AS s ON true
  LEFT JOIN LATERAL (
       SELECT max(o.month) AS month
         FROM core_period AS o
        WHERE o.company_id = c.company_id AND o.module = 'finance' AND o.state = 'open' AND o.month < c.month
          AND EXISTS (SELECT FROM finance_accountbalance AS b WHERE b.company_id = o.company_id AND b.month = o.month)
  ) AS e ON true
 ORDER BY c.month, a.id

-- judge_reopen --   The last closed month is opened first: what was carried out of it stands in the next.
SELECT a.id, CASE WHEN c.id IS NULL THEN 'not_found'
                  WHEN c.state = 'open' AND NOT EXISTS (SELECT FROM finance_closestep AS s
                                                         WHERE s.company_id = c.company_id AND s.close_id = c.id)
                       AND NOT EXISTS (SELECT FROM core_period AS p WHERE p.company_id = c.company_id AND p.month = c.month
                                          AND p.module = 'finance' AND p.state = 'closed')
                  THEN 'already'
                  WHEN n.month IS NOT NULL THEN 'later_month_closed' ELSE 'done' END AS code,
       CASE WHEN n.month IS NOT NULL THEN jsonb_build_object('month', to_char(n.month, 'YYYY-MM')) END AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS a(id, place)
  LEFT JOIN finance_close AS c ON c.company_id = %(company)s AND c.id = a.id
  LEFT JOIN LATERAL (SELECT max(month) AS month FROM finance_close
                      WHERE company_id = c.company_id AND month > c.month AND state = 'closed'
                        AND id <> ALL(%(ids)s::bigint[])) AS n ON true
 ORDER BY a.place

-- close_steps --   A step is closed once.
INSERT INTO finance_closestep (company_id, close_id, step, run_id)
SELECT %(company)s, %(close)s, s.step, %(run)s FROM unnest(%(steps)s::text[]) AS s(step)
ON CONFLICT (company_id, close_id, step) DO NOTHING

-- close_periods --   The periods of these modules take nothing any more.
UPDATE core_period SET state = 'closed'
 WHERE company_id = %(company)s AND month = %(month)s AND module = ANY(%(modules)s::text[]) AND state = 'open'

-- collected --   What was collected in a month on days that are over: nothing of these days comes by itself any more.
SELECT id FROM finance_voucher
 WHERE company_id = %(company)s AND state = 'collecting' AND posting_on >= %(month)s::date
   AND posting_on < least(%(over)s::date, (%(month)s::date + interval '1 month')::date)
 ORDER BY id

-- seal --   What was collected in a closed month is posted for good.
UPDATE finance_voucher SET state = 'posted'
 WHERE company_id = %(company)s AND state = 'collecting'
   AND posting_on >= %(month)s::date AND posting_on < (%(month)s::date + interval '1 month')::date

-- finish --   The month is closed.
UPDATE finance_close SET state = 'closed', version = version + 1
 WHERE company_id = %(company)s AND id = %(close)s AND state = 'open'

-- month_hash --   What the month's vouchers and journal lines hash to.
SELECT finance_month_hash(%(company)s, %(month)s::date)

-- valid_reports --   What the months to be opened have left.
SELECT id, close_id, carried_id FROM finance_closereport
 WHERE company_id = %(company)s AND close_id = ANY(%(ids)s::bigint[]) AND state = 'valid'

-- supersede --   The reports stay.
UPDATE finance_closereport SET state = 'superseded', reason = %(reason)s, superseded_run_id = %(run)s
 WHERE company_id = %(company)s AND close_id = ANY(%(ids)s::bigint[]) AND state = 'valid'

-- forget_steps --   Every step is to be closed again; the timeline knows who had closed it.
DELETE FROM finance_closestep WHERE company_id = %(company)s AND close_id = ANY(%(ids)s::bigint[])

-- open_periods --   All modules of the months.
UPDATE core_period AS p SET state = 'open'
  FROM finance_close AS c
 WHERE c.company_id = %(company)s AND c.id = ANY(%(ids)s::bigint[])
   AND p.company_id = c.company_id AND p.month = c.month AND p.state = 'closed'

-- reopen --   A new round.
UPDATE finance_close SET state = 'open', version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
