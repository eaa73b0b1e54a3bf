-- found --   Budgets, newest first, by key, with what is used.
SELECT g.id, s.used AS amount
  FROM finance_budget g
 CROSS JOIN LATERAL (SELECT coalesce(sum(b.used_amount), 0) AS used, coalesce(sum(b.overdrawn_amount), 0) AS over
                       FROM finance_budgetline l
                       JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
                      WHERE l.company_id = g.company_id AND l.budget_id = g.id) s
 WHERE g.company_id = %(company)s AND (%(before)s::bigint IS NULL OR g.id < %(before)s)
   AND (%(term)s::text IS NULL OR g.code ILIKE %(term)s || '%%' OR g.name ILIKE '%%' || %(term)s || '%%')
   AND (%(kind)s::text IS NULL OR g.kind = %(kind)s)
   AND (%(state)s::text IS NULL OR CASE %(state)s WHEN 'overdrawn' THEN s.over > 0 ELSE g.state = %(state)s END)
   AND (%(first)s::date IS NULL OR g.ends_on >= %(first)s)
   AND (%(last)s::date IS NULL OR g.starts_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR s.used >= %(least)s)
   AND (%(most)s::numeric IS NULL OR s.used <= %(most)s)
 ORDER BY g.id DESC LIMIT %(size)s

-- budgets --   Some budgets as the list shows them.
SELECT g.id, g.code, g.name, g.kind, g.control, g.currency_id, g.starts_on, g.ends_on,
       CASE WHEN s.over > 0 THEN 'overdrawn' ELSE g.state END AS state, s.total AS total_amount, s.reserved AS reserved_amount,
       s.used AS amount, s.total - s.reserved - s.used AS free_amount, s.over AS overdrawn_amount,
       CASE WHEN s.total > 0 THEN round(100 * s.used / s.total, 1) END AS used_pct,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                            ELSE u.last_name || u.first_name END, ''), u.username) AS person
  FROM finance_budget g
 CROSS JOIN LATERAL (SELECT coalesce(sum(b.total_amount), 0) AS total, coalesce(sum(b.reserved_amount), 0) AS reserved,
                            coalesce(sum(b.used_amount), 0) AS used, coalesce(sum(b.overdrawn_amount), 0) AS over
                       FROM finance_budgetline l
                       JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
                      WHERE l.company_id = g.company_id AND l.budget_id = g.id) s
  LEFT JOIN core_user u ON u.id = g.owner_id
 WHERE g.company_id = %(company)s AND g.id = ANY(%(ids)s::bigint[])
 ORDER BY g.id DESC

-- budget --   One budget.
SELECT g.*, coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                            ELSE u.last_name || u.first_name END, ''), u.username) AS person,
       (SELECT c.id FROM finance_budgetchange c
         WHERE c.company_id = g.company_id AND c.budget_id = g.id AND c.state = 'asked') AS waits
  FROM finance_budget g LEFT JOIN core_user u ON u.id = g.owner_id WHERE g.id = %(id)s

-- of_change --   The budget that a version is of.
SELECT budget_id, company_id FROM finance_budgetchange WHERE id = %(id)s

-- lines --   Its lines with what they may spend, have promised and have spent.
SELECT l.id, a.id AS account_id, a.code AS account, a.name_en, a.name_zh, u.code AS unit, u.name_en AS unit_en,
       u.name_zh AS unit_zh, p.code AS project, p.name_en AS project_en, p.name_zh AS project_zh, l.month, l.category,
       l.channel, l.beneficiary, l.name, b.line_id IS NOT NULL AS in_force, coalesce(b.total_amount, 0) AS total_amount,
       coalesce(b.reserved_amount, 0) AS reserved_amount, coalesce(b.used_amount, 0) AS used_amount,
       coalesce(b.total_amount - b.reserved_amount - b.used_amount, 0) AS free_amount,
       coalesce(b.overdrawn_amount, 0) AS overdrawn_amount,
       CASE WHEN b.total_amount > 0 THEN round(100 * b.used_amount / b.total_amount, 1) END AS used_pct,
       CASE WHEN b.total_amount > 0
            THEN least(100, greatest(0, round(100 * b.used_amount / b.total_amount)))::int ELSE 0 END AS used_bar,
       CASE WHEN b.total_amount > 0
            THEN least(100, greatest(0, round(100 * (b.used_amount + b.reserved_amount) / b.total_amount)))::int
            ELSE 0 END AS drawn_bar
  FROM finance_budgetline l
  LEFT JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
  LEFT JOIN finance_account a ON a.company_id = l.company_id AND a.id = l.account_id
  LEFT JOIN core_unit u ON u.company_id = l.company_id AND u.id = l.unit_id
  LEFT JOIN finance_dimensionvalue p ON p.company_id = l.company_id AND p.id = l.project_id
 WHERE l.company_id = %(company)s AND l.budget_id = %(id)s
 ORDER BY l.month NULLS FIRST, a.code, u.code, l.id LIMIT 500

-- changes --   Its versions, the latest first.
SELECT c.id, c.number, c.reason, c.state, c.amount, c.before_amount, c.amount - c.before_amount AS difference, c.version,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                            ELSE u.last_name || u.first_name END, ''), u.username) AS person
  FROM finance_budgetchange c LEFT JOIN core_user u ON u.id = c.asked_by_id
 WHERE c.company_id = %(company)s AND c.budget_id = %(id)s ORDER BY c.number DESC LIMIT 20

-- differences --   What versions change, line by line.
SELECT n.change_id, n.before_amount, n.amount, n.amount - n.before_amount AS difference,
       concat_ws(' · ', a.code, u.code, p.code, to_char(l.month, 'YYYY-MM'), nullif(l.name, '')) AS line
  FROM finance_budgetchangeline n
  JOIN finance_budgetline l ON l.company_id = n.company_id AND l.id = n.line_id
  LEFT JOIN finance_account a ON a.company_id = l.company_id AND a.id = l.account_id
  LEFT JOIN core_unit u ON u.company_id = l.company_id AND u.id = l.unit_id
  LEFT JOIN finance_dimensionvalue p ON p.company_id = l.company_id AND p.id = l.project_id
 WHERE n.company_id = %(company)s AND n.change_id = ANY(%(changes)s::bigint[]) AND n.amount <> n.before_amount
 ORDER BY n.change_id, n.line_id LIMIT 500

-- entries --   Its latest entries, with the documents behind them.
SELECT e.id, e.kind, e.document_kind, e.document_id, e.amount, e.fact_on, e.line_id,
       coalesce(v.number, d.number, p.number, c.number, nullif(e.number, ''), '') AS number,
       concat_ws(' · ', a.code, u.code, nullif(l.name, '')) AS line
  FROM finance_budgetline l
 CROSS JOIN LATERAL (SELECT * FROM finance_budgetentry x
                      WHERE x.company_id = l.company_id AND x.line_id = l.id
                        AND (%(before)s::bigint IS NULL OR x.id < %(before)s)
                      ORDER BY x.id DESC LIMIT %(size)s + 1) e
  LEFT JOIN finance_account a ON a.company_id = l.company_id AND a.id = l.account_id
  LEFT JOIN core_unit u ON u.company_id = l.company_id AND u.id = l.unit_id
  LEFT JOIN finance_voucher v ON e.document_kind = 'voucher' AND v.company_id = e.company_id AND v.id = e.document_id
  LEFT JOIN finance_voucherdraft d ON e.document_kind = 'voucher_draft' AND d.company_id = e.company_id
   AND d.id = e.document_id
  LEFT JOIN finance_paymentrequest p ON e.document_kind = 'payment' AND p.company_id = e.company_id AND p.id = e.document_id
  LEFT JOIN finance_expenseclaim c ON e.document_kind = 'expense_claim' AND c.company_id = e.company_id
   AND c.id = e.document_id
 WHERE l.company_id = %(company)s AND l.budget_id = %(id)s
 ORDER BY e.id DESC LIMIT %(size)s + 1

-- thresholds --   What happens from which share of a total on.
SELECT used_pct, action, rate_pct, budget_id FROM finance_budgetthreshold
 WHERE company_id = %(company)s AND (budget_id IS NULL OR budget_id = %(id)s) ORDER BY used_pct, action LIMIT 50

-- incentives_found --   Incentives in force, by key.
SELECT l.id, b.used_amount AS amount
  FROM finance_budgetline l
  JOIN finance_budget g ON g.company_id = l.company_id AND g.id = l.budget_id AND g.kind = 'incentive'
  JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
 WHERE l.company_id = %(company)s AND (%(before)s::bigint IS NULL OR l.id < %(before)s)
   AND (%(term)s::text IS NULL OR concat_ws(' ', l.category, l.channel, l.beneficiary, l.name) ILIKE '%%' || %(term)s || '%%')
   AND (%(state)s::text IS NULL OR CASE %(state)s WHEN 'overdrawn' THEN b.overdrawn_amount > 0 ELSE g.state = %(state)s END)
   AND (%(least)s::numeric IS NULL OR b.used_amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR b.used_amount <= %(most)s)
 ORDER BY l.id DESC LIMIT %(size)s

-- incentives --   Some incentives as the list shows them, amounts by ten thousand.
SELECT l.id, g.id AS budget_id, l.category, l.channel, l.beneficiary, l.name, g.code, b.used_amount AS amount, b.total_amount,
       round(b.total_amount / 10000, 2) AS total_wan, round(b.used_amount / 10000, 2) AS used_wan,
       CASE WHEN b.total_amount > 0 THEN round(100 * b.used_amount / b.total_amount, 1) END AS used_pct,
       CASE WHEN b.overdrawn_amount > 0 THEN 'overdrawn' ELSE g.state END AS state
  FROM finance_budgetline l
  JOIN finance_budget g ON g.company_id = l.company_id AND g.id = l.budget_id
  JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
 WHERE l.company_id = %(company)s AND l.id = ANY(%(ids)s::bigint[])
 ORDER BY l.id DESC

-- coupons --   Coupons with a budget, which their own ledger keeps.
SELECT c.id, c.code, p.id AS promotion_id, p.name_en, p.name_zh, round(b.budget_amount / 10000, 2) AS total_wan,
       round(b.drawn_amount / 10000, 2) AS used_wan,
       CASE WHEN b.budget_amount > 0 THEN round(100 * b.drawn_amount / b.budget_amount, 1) END AS used_pct
  FROM sales_coupon c
  JOIN sales_couponbalance b ON b.company_id = c.company_id AND b.coupon_id = c.id
  JOIN sales_promotion p ON p.company_id = c.company_id AND p.id = c.promotion_id
 WHERE c.company_id = %(company)s AND b.budget_amount > 0 ORDER BY c.code LIMIT 200

-- report --   Lines of a year's budgets of accounts, with what they used month by month.
SELECT l.id, g.id AS budget_id, g.code AS budget, a.id AS account_id, a.code AS account, a.name_en, a.name_zh, u.id AS unit_id,
       u.code AS unit, u.name_en AS unit_en, u.name_zh AS unit_zh, l.month, b.total_amount, b.used_amount,
       g.starts_on, g.ends_on,
       ARRAY(SELECT coalesce(sum(e.amount), 0)
               FROM generate_series(0, 11) AS m(place)
               LEFT JOIN finance_budgetentry e ON e.company_id = l.company_id AND e.line_id = l.id
                AND e.kind IN ('use', 'reverse')
                AND e.fact_on >= (%(first)s::date + make_interval(months => m.place))::date
                AND e.fact_on < (%(first)s::date + make_interval(months => m.place + 1))::date
              GROUP BY m.place ORDER BY m.place) AS months
  FROM finance_budget g
  JOIN finance_budgetline l ON l.company_id = g.company_id AND l.budget_id = g.id
  JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
  JOIN finance_account a ON a.company_id = l.company_id AND a.id = l.account_id
  LEFT JOIN core_unit u ON u.company_id = l.company_id AND u.id = l.unit_id
 WHERE g.company_id = %(company)s AND g.starts_on < (%(first)s::date + interval '1 year')::date AND g.ends_on >= %(first)s::date
 ORDER BY u.code NULLS FIRST, g.code, a.code, l.month NULLS FIRST LIMIT 1000

-- choices --   Accounts of costs, departments and projects a line may name.
SELECT 'account' AS kind, code, name_en, name_zh FROM finance_account
 WHERE company_id = %(company)s AND kind IN ('expense', 'cost') AND state = 'open'
UNION ALL
SELECT 'unit', code, name_en, name_zh FROM core_unit WHERE company_id = %(company)s
UNION ALL
SELECT 'project', code, name_en, name_zh FROM finance_dimensionvalue
 WHERE company_id = %(company)s AND dimension = 'project' AND state = 'open'
 ORDER BY 1, 2

-- used_up --   Budgets with a line that has used the share at which its owner is told, or is above its total.
SELECT g.id, g.code AS number, ''::text AS shop, g.name AS name_en, g.name AS name_zh, g.owner_id,
       g.starts_on AS since_on, NULL::timestamptz AS since_at, ''::text AS about
  FROM finance_budget g
 CROSS JOIN LATERAL (SELECT min(t.used_pct) AS pct FROM finance_budgetthreshold t
                      WHERE t.company_id = g.company_id AND t.action = 'tell'
                        AND (t.budget_id IS NULL OR t.budget_id = g.id)) t
 WHERE g.company_id = %(company)s AND g.state = 'open' AND (%(ids)s::bigint[] IS NULL OR g.id = ANY(%(ids)s::bigint[]))
   AND (%(owner)s::bigint IS NULL OR g.owner_id = %(owner)s)
   AND EXISTS (SELECT FROM finance_budgetline l
                 JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
                WHERE l.company_id = g.company_id AND l.budget_id = g.id
                  AND (b.overdrawn_amount > 0 OR b.total_amount > 0 AND 100 * b.used_amount >= b.total_amount * t.pct))
   AND %(now)s::timestamptz IS NOT NULL AND %(today)s::date IS NOT NULL
 ORDER BY since_on, g.id LIMIT %(size)s + 1
