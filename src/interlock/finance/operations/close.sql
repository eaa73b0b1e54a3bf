-- periods --   What is to be locked, in one order for all.
SELECT id, module, month FROM core_period WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- lock_periods --   Closing and opening take turns.
SELECT id FROM core_period WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge_close --   Finance closes with its month, when the checklist has been asked.
SELECT a.id, p.module, p.month, (p.month + interval '1 month')::date AS next_month, NULL::jsonb AS detail,
       CASE WHEN p.id IS NULL THEN 'not_found' WHEN p.state = 'closed' THEN 'already'
            WHEN p.module = 'finance' THEN 'whole_month' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS a(id, place)
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.id = a.id
 ORDER BY a.place

-- judge_open --   What the checklist has closed, a month or a side of it, is opened with a reason, as a whole.
SELECT a.id, CASE WHEN p.id IS NULL THEN 'not_found' WHEN p.state = 'open' THEN 'already'
                  WHEN c.state = 'closed' THEN 'month_closed' WHEN p.module = 'finance' THEN 'whole_month'
                  WHEN EXISTS (SELECT FROM unnest(%(steps)s::text[], %(modules)s::text[]) AS k(step, module)
                                 JOIN finance_closestep s ON s.company_id = c.company_id AND s.close_id = c.id
                                                         AND s.step = k.step
                                WHERE k.module = p.module) THEN 'step_closed' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS a(id, place)
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.id = a.id
  LEFT JOIN finance_close c ON c.company_id = p.company_id AND c.month = p.month
 ORDER BY a.place

-- change --   From one state to the other.
UPDATE core_period SET state = %(state)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = %(before)s
