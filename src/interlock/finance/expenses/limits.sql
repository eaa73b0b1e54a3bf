-- limited --   Lines with the limit that names most of them: grade, then department, then class of city.
SELECT l.id, l.claim_id, c.employee_id, c.claimant_id,
       l.spent_on, l.ordinal, l.expense_kind_id, l.quantity, l.book_amount, l.reason, k.measure,
       m.amount AS limit_amount, m.effect
  FROM finance_expenseclaim c
  JOIN finance_employee e ON e.company_id = c.company_id AND e.id = c.employee_id
  JOIN finance_expenseline l ON l.company_id = c.company_id AND l.claim_id = c.id
  JOIN finance_expensekind k ON k.company_id = l.company_id AND k.id = l.expense_kind_id
 CROSS JOIN LATERAL (SELECT x.amount, x.effect FROM finance_expenselimit x
                      WHERE x.company_id = c.company_id AND x.expense_kind_id = k.id AND x.grade IN ('', e.grade)
                        AND coalesce(x.unit_id, c.unit_id) = c.unit_id AND x.city_class IN ('', l.city_class)
                      ORDER BY x.grade = '', x.unit_id IS NULL, x.city_class = '' LIMIT 1) m
 WHERE c.company_id = %(company)s AND c.id = ANY(%(ids)s::bigint[])
 ORDER BY l.claim_id, l.ordinal

-- spent --   What other claims of the same people, handed in or further, hold of the same kinds and days.
SELECT c.employee_id, l.expense_kind_id, l.spent_on, sum(l.book_amount) AS amount, sum(l.quantity) AS quantity,
       max(l.quantity) AS longest
  FROM finance_expenseclaim c
  JOIN finance_expenseline l ON l.company_id = c.company_id AND l.claim_id = c.id
 WHERE c.company_id = %(company)s AND c.claimant_id = ANY(%(claimants)s::bigint[])
   AND c.state IN ('submitted', 'approved', 'posted', 'paid') AND c.reverses_id IS NULL
   AND l.spent_on = ANY(%(days)s::date[])
 GROUP BY 1, 2, 3
