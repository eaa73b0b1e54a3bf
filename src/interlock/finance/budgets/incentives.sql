-- lines --   Lines in force with the days of their budgets.
SELECT l.id AS line_id, l.account_id, l.budget_id, g.state, g.starts_on, g.ends_on
  FROM finance_budgetline l
  JOIN finance_budget g ON g.company_id = l.company_id AND g.id = l.budget_id
  JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
 WHERE l.company_id = %(company)s AND l.id = ANY(%(lines)s::bigint[])

-- before --   What these numbers drew from the lines before.
SELECT DISTINCT line_id, document_kind, document_id, number FROM finance_budgetentry
 WHERE company_id = %(company)s AND line_id = ANY(%(lines)s::bigint[]) AND number = ANY(%(numbers)s::text[])
   AND kind IN ('use', 'reverse')

-- lower --   From which share on a lower rate is granted, the highest first; a budget's own before that of all.
SELECT budget_id, used_pct, rate_pct FROM finance_budgetthreshold
 WHERE company_id = %(company)s AND action = 'lower'
 ORDER BY used_pct DESC, budget_id NULLS LAST
