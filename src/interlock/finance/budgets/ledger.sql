-- lock_balances --   The balance of a line is its lock, taken by line.
SELECT line_id FROM finance_budgetbalance WHERE company_id = %(company)s AND line_id = ANY(%(lines)s::bigint[])
 ORDER BY line_id FOR NO KEY UPDATE

-- balances --   What lines may spend, have promised and have spent, with the share from which they give nothing more.
SELECT b.line_id, g.code, g.control, b.total_amount, b.reserved_amount, b.used_amount, b.overdrawn_amount,
       (SELECT min(t.used_pct) FROM finance_budgetthreshold t
         WHERE t.company_id = b.company_id AND t.action = 'stop' AND (t.budget_id IS NULL OR t.budget_id = g.id))
           AS stop_pct
  FROM finance_budgetbalance b
  JOIN finance_budgetline l ON l.company_id = b.company_id AND l.id = b.line_id
  JOIN finance_budget g ON g.company_id = l.company_id AND g.id = l.budget_id
 WHERE b.company_id = %(company)s AND b.line_id = ANY(%(lines)s::bigint[])

-- fitting --   Which lines in force each spend draws from: those it names, or all whose account, unit and project it has.
SELECT s.place, l.id AS line_id, l.account_id
  FROM unnest(%(accounts)s::bigint[], %(units)s::bigint[], %(projects)s::bigint[], %(named)s::bigint[], %(days)s::date[])
       WITH ORDINALITY AS s(account_id, unit_id, project_id, line_id, day, place)
  JOIN finance_budget g ON g.company_id = %(company)s AND g.state = 'open' AND s.day BETWEEN g.starts_on AND g.ends_on
  JOIN finance_budgetline l ON l.company_id = g.company_id AND l.budget_id = g.id
   AND (l.month IS NULL OR l.month = date_trunc('month', s.day)::date)
  JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
  LEFT JOIN finance_account a ON a.company_id = %(company)s AND a.id = s.account_id
  LEFT JOIN finance_account o ON o.company_id = l.company_id AND o.id = l.account_id
 WHERE l.id = s.line_id
    OR s.line_id IS NULL AND starts_with(a.code, o.code) AND (l.unit_id IS NULL OR l.unit_id = s.unit_id)
       AND (l.project_id IS NULL OR l.project_id = s.project_id)
 ORDER BY s.place, l.id

-- held --   What documents have reserved and not given back.
SELECT document_kind, document_id, line_id, min(fact_on) AS fact_on, sum(amount) AS amount
  FROM finance_budgetentry
 WHERE company_id = %(company)s AND document_id = ANY(%(documents)s::bigint[]) AND document_kind = %(kind)s
   AND kind IN ('reserve', 'release')
 GROUP BY 1, 2, 3 HAVING sum(amount) <> 0
 ORDER BY 2, 3

-- write --   Entries and the balances they add up to; what was judged never raises what is overdrawn where it refuses.
WITH entry AS (
    INSERT INTO finance_budgetentry (company_id, line_id, kind, document_kind, document_id, number, amount, fact_on,
           run_id)
    SELECT %(company)s, n.line_id, n.kind, n.document_kind, n.document_id, n.number, n.amount, n.day, %(run)s
      FROM unnest(%(lines)s::bigint[], %(kinds)s::text[], %(document_kinds)s::text[], %(documents)s::bigint[],
                  %(numbers)s::text[], %(amounts)s::numeric[], %(days)s::date[]) WITH ORDINALITY
           AS n(line_id, kind, document_kind, document_id, number, amount, day, place)
     ORDER BY n.place
    RETURNING line_id, kind, amount
), moved AS (
    SELECT line_id, coalesce(sum(amount) FILTER (WHERE kind IN ('reserve', 'release')), 0) AS reserved,
           coalesce(sum(amount) FILTER (WHERE kind IN ('use', 'reverse')), 0) AS used,
           coalesce(sum(amount) FILTER (WHERE kind = 'adjust'), 0) AS total
      FROM entry GROUP BY line_id
)
UPDATE finance_budgetbalance b
   SET reserved_amount = b.reserved_amount + m.reserved, used_amount = b.used_amount + m.used,
       total_amount = b.total_amount + m.total,
       overdrawn_amount = CASE WHEN %(admits)s AND g.control = 'refuse' THEN least(b.overdrawn_amount, o.amount)
                               ELSE o.amount END
  FROM moved m
  JOIN finance_budgetbalance x ON x.company_id = %(company)s AND x.line_id = m.line_id
  JOIN finance_budgetline l ON l.company_id = x.company_id AND l.id = x.line_id
  JOIN finance_budget g ON g.company_id = l.company_id AND g.id = l.budget_id
 CROSS JOIN LATERAL (SELECT greatest(0, x.reserved_amount + m.reserved + x.used_amount + m.used - x.total_amount
                                        - m.total) AS amount) o
 WHERE b.company_id = x.company_id AND b.line_id = x.line_id
RETURNING b.line_id
