-- lock_budgets --   Budgets are written by one set after the other, so none is new twice.
SELECT pg_advisory_xact_lock(hashtext('finance_budget'), %(company)s::int)

-- known --   What codes on budgets stand for.
SELECT 'account' AS kind, code, id FROM finance_account
 WHERE company_id = %(company)s AND code = ANY(%(accounts)s::text[])
UNION ALL
SELECT 'unit', code, id FROM core_unit WHERE company_id = %(company)s AND code = ANY(%(units)s::text[])
UNION ALL
SELECT 'project', code, id FROM finance_dimensionvalue
 WHERE company_id = %(company)s AND dimension = 'project' AND code = ANY(%(projects)s::text[])
UNION ALL
SELECT 'owner', u.username, u.id FROM core_user u
  JOIN core_membership m ON m.user_id = u.id AND m.company_id = %(company)s
 WHERE u.username = ANY(%(owners)s::text[])

-- standing --   Budgets that are there, and whether new totals of them wait for their approval.
SELECT g.id, g.code, g.kind, g.state, g.starts_on, g.ends_on,
       EXISTS (SELECT FROM finance_budgetchange c
                WHERE c.company_id = g.company_id AND c.budget_id = g.id AND c.state = 'asked') AS waits
  FROM finance_budget g WHERE g.company_id = %(company)s AND g.code = ANY(%(codes)s::text[])

-- totals --   The lines of budgets, in force or not, by what they are for.
SELECT l.budget_id, l.id AS line_id, coalesce(b.total_amount, 0) AS total_amount, l.account_id, l.unit_id, l.project_id,
       l.month, l.category, l.channel, l.beneficiary, l.name
  FROM finance_budgetline l
  LEFT JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
 WHERE l.company_id = %(company)s AND l.budget_id = ANY(%(ids)s::bigint[])

-- save --   New budgets; of one that is there its name, control and owner may change.
INSERT INTO finance_budget AS g (company_id, code, name, kind, control, currency_id, starts_on, ends_on, owner_id, run_id)
SELECT %(company)s, n.code, n.name, n.kind, n.control, c.currency_id, n.starts_on, n.ends_on, n.owner_id, %(run)s
  FROM unnest(%(codes)s::text[], %(names)s::text[], %(kinds)s::text[], %(controls)s::text[], %(starts)s::date[],
              %(ends)s::date[], %(owners)s::bigint[]) WITH ORDINALITY
       AS n(code, name, kind, control, starts_on, ends_on, owner_id, place)
  JOIN core_company c ON c.id = %(company)s
 ORDER BY n.place
ON CONFLICT (company_id, code) DO UPDATE
   SET name = EXCLUDED.name, control = EXCLUDED.control, owner_id = coalesce(EXCLUDED.owner_id, g.owner_id)
RETURNING id, code

-- lines --   What is new of their lines.
INSERT INTO finance_budgetline (company_id, budget_id, account_id, unit_id, project_id, month, category, channel,
                                beneficiary, name)
SELECT %(company)s, l.*
  FROM unnest(%(budgets)s::bigint[], %(accounts)s::bigint[], %(units)s::bigint[], %(projects)s::bigint[],
              %(months)s::date[], %(categories)s::text[], %(channels)s::text[], %(beneficiaries)s::text[],
              %(names)s::text[]) AS l
ON CONFLICT DO NOTHING

-- change --   The next version of each.
INSERT INTO finance_budgetchange (company_id, budget_id, number, reason, state, amount, before_amount, asked_by_id, run_id)
SELECT %(company)s, n.budget_id,
       1 + coalesce((SELECT max(c.number) FROM finance_budgetchange c
                      WHERE c.company_id = %(company)s AND c.budget_id = n.budget_id), 0),
       n.reason, 'asked', 0, 0, %(me)s, %(run)s
  FROM unnest(%(budgets)s::bigint[], %(reasons)s::text[]) WITH ORDINALITY AS n(budget_id, reason, place)
 ORDER BY n.place
RETURNING id, budget_id

-- change_lines --   What each total was and becomes.
INSERT INTO finance_budgetchangeline (company_id, change_id, line_id, before_amount, amount)
SELECT %(company)s, n.*
  FROM unnest(%(changes)s::bigint[], %(lines)s::bigint[], %(befores)s::numeric[], %(totals)s::numeric[]) AS n

-- sum_changes --   What they make together.
UPDATE finance_budgetchange c SET amount = s.amount, before_amount = s.before_amount
  FROM (SELECT change_id, sum(amount) AS amount, sum(before_amount) AS before_amount FROM finance_budgetchangeline
         WHERE company_id = %(company)s AND change_id = ANY(%(ids)s::bigint[]) GROUP BY change_id) s
 WHERE c.company_id = %(company)s AND c.id = s.change_id AND c.id = ANY(%(ids)s::bigint[])

-- set --   They are in force.
UPDATE finance_budgetchange SET state = 'set', version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'asked'

-- begin --   Lines that were not in force before.
WITH fresh AS (
    INSERT INTO finance_budgetbalance (company_id, line_id)
    SELECT DISTINCT n.company_id, n.line_id FROM finance_budgetchangeline n
     WHERE n.company_id = %(company)s AND n.change_id = ANY(%(ids)s::bigint[])
    ON CONFLICT DO NOTHING
    RETURNING line_id
)
SELECT f.line_id, l.budget_id FROM fresh f JOIN finance_budgetline l ON l.company_id = %(company)s AND l.id = f.line_id

-- changed_lines --   The lines of changes.
SELECT line_id FROM finance_budgetchangeline WHERE company_id = %(company)s AND change_id = ANY(%(ids)s::bigint[])

-- due --   By how much totals differ from what the changes say.
SELECT n.line_id, l.budget_id, n.amount - b.total_amount AS delta
  FROM finance_budgetchangeline n
  JOIN finance_budgetline l ON l.company_id = n.company_id AND l.id = n.line_id
  JOIN finance_budgetbalance b ON b.company_id = n.company_id AND b.line_id = n.line_id
 WHERE n.company_id = %(company)s AND n.change_id = ANY(%(ids)s::bigint[]) AND n.amount <> b.total_amount
 ORDER BY n.line_id

-- lines_of --   The lines of budgets.
SELECT id FROM finance_budgetline WHERE company_id = %(company)s AND budget_id = ANY(%(ids)s::bigint[])

-- judge_close --   Nothing waits, nothing is promised.
SELECT i.id, CASE WHEN g.id IS NULL THEN 'not_found' WHEN g.state = 'closed' THEN 'already'
                  WHEN EXISTS (SELECT FROM finance_budgetchange c WHERE c.company_id = g.company_id
                                  AND c.budget_id = g.id AND c.state = 'asked') THEN 'change_waiting'
                  WHEN EXISTS (SELECT FROM finance_budgetline l
                                 JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
                                WHERE l.company_id = g.company_id AND l.budget_id = g.id AND b.reserved_amount > 0)
                  THEN 'reserved' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_budget g ON g.company_id = %(company)s AND g.id = i.id AND g.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- close --   Nothing more draws from them.
UPDATE finance_budget SET state = 'closed'
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'open'

-- reject --   They never hold.
UPDATE finance_budgetchange SET state = 'rejected', version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'asked'

-- lock_changes --   One order for all.
SELECT id FROM finance_budgetchange WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- facts --   What a route looks at: by how much the totals rise, and whether they are new, raised or cut.
SELECT c.id, g.code || ' v' || c.number AS number, c.version, greatest(c.amount - c.before_amount, 0) AS amount,
       NULL::numeric AS margin_pct,
       ARRAY[CASE WHEN c.number = 1 THEN 'new' WHEN c.amount >= c.before_amount THEN 'raise' ELSE 'cut' END] AS reasons,
       CASE c.state WHEN 'asked' THEN '' WHEN 'set' THEN 'already' ELSE 'rejected' END AS code
  FROM finance_budgetchange c JOIN finance_budget g ON g.company_id = c.company_id AND g.id = c.budget_id
 WHERE c.company_id = %(company)s AND c.id = ANY(%(ids)s::bigint[])

-- today --   The day it is in the company.
SELECT (now() AT TIME ZONE c.time_zone)::date AS day FROM core_company c WHERE c.id = %(company)s
