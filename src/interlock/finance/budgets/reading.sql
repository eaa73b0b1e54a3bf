-- lock_readings --   One reading of a company's vouchers after the other.
SELECT pg_advisory_xact_lock(hashtext('finance_budgetreading'), %(company)s::int)

-- judge --   A voucher of the company, with lines nobody has read for its budgets.
SELECT i.id,
       CASE WHEN v.id IS NULL THEN 'not_found' WHEN r.lines = t.lines OR t.lines IS NULL THEN 'already'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_voucher v ON v.company_id = %(company)s AND v.id = i.id AND v.id = ANY(%(ids)s::bigint[])
  LEFT JOIN (SELECT voucher_id, sum(lines) AS lines FROM finance_vouchertotal
              WHERE company_id = %(company)s AND voucher_id = ANY(%(ids)s::bigint[]) GROUP BY voucher_id) t
         ON t.voucher_id = v.id
  LEFT JOIN finance_budgetreading r ON r.company_id = %(company)s AND r.voucher_id = v.id
 ORDER BY i.place

-- spent --   What vouchers moved on budgeted accounts, a debit positive, less what was taken in of them before. A project
-- stands on a line by hand, or on the expense claim.
WITH side AS MATERIALIZED (
    SELECT j.voucher_id, v.posting_on, x.account_id, j.unit_id, coalesce(d.project_id, c.project_id) AS project_id,
           sum(x.amount) AS amount
      FROM finance_voucher v
      JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
       AND j.voucher_id = ANY(%(ids)s::bigint[])
     CROSS JOIN LATERAL (VALUES (j.debit_account_id, j.amount), (j.credit_account_id, -j.amount)) AS x(account_id, amount)
      LEFT JOIN finance_voucherdraftline d ON v.origin = 'manual' AND d.company_id = j.company_id
       AND d.id = j.document_line_id
      LEFT JOIN finance_eventline n ON v.event_kind = 'expense_claimed' AND n.company_id = j.company_id AND n.id = j.id
      LEFT JOIN finance_event h ON h.company_id = n.company_id AND h.id = n.event_id
      LEFT JOIN finance_expenseclaim c ON c.company_id = h.company_id AND c.id = h.document_id
     WHERE v.company_id = %(company)s AND v.id = ANY(%(ids)s::bigint[]) AND x.account_id IS NOT NULL
       AND v.event_kind <> 'profit_carried'
       AND NOT EXISTS (SELECT FROM finance_yearclosing y
                        WHERE y.company_id = v.company_id AND v.id = ANY(y.vouchers || y.reversals))
     GROUP BY 1, 2, 3, 4, 5
), moved AS (
    SELECT s.voucher_id, l.id AS line_id, sum(s.amount) AS amount
      FROM side s
      JOIN finance_account a ON a.company_id = %(company)s AND a.id = s.account_id
      JOIN finance_budget g ON g.company_id = %(company)s AND g.state = 'open'
       AND s.posting_on BETWEEN g.starts_on AND g.ends_on
      JOIN finance_budgetline l ON l.company_id = g.company_id AND l.budget_id = g.id
       AND (l.month IS NULL OR l.month = date_trunc('month', s.posting_on)::date)
       AND (l.unit_id IS NULL OR l.unit_id = s.unit_id) AND (l.project_id IS NULL OR l.project_id = s.project_id)
      JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
      JOIN finance_account o ON o.company_id = l.company_id AND o.id = l.account_id AND starts_with(a.code, o.code)
     GROUP BY 1, 2
), before AS (
    SELECT document_id AS voucher_id, line_id, sum(amount) AS amount FROM finance_budgetentry
     WHERE company_id = %(company)s AND document_id = ANY(%(ids)s::bigint[]) AND document_kind = 'voucher'
       AND kind IN ('use', 'reverse') GROUP BY 1, 2
)
SELECT m.voucher_id, m.line_id, v.posting_on, m.amount - coalesce(b.amount, 0) AS amount
  FROM moved m JOIN finance_voucher v ON v.company_id = %(company)s AND v.id = m.voucher_id AND v.id = ANY(%(ids)s::bigint[])
  LEFT JOIN before b ON b.voucher_id = m.voucher_id AND b.line_id = m.line_id
 WHERE m.amount <> coalesce(b.amount, 0)
 ORDER BY m.line_id, m.voucher_id

-- held_behind --   What the documents in these vouchers still hold: drafts that were posted, documents of their events.
WITH document AS MATERIALIZED (
    SELECT d.id, v.posting_on
      FROM finance_voucher v
      JOIN finance_voucherdraft d ON d.company_id = v.company_id AND d.voucher_id = v.id AND d.state = 'posted'
     WHERE v.company_id = %(company)s AND v.id = ANY(%(ids)s::bigint[])
    UNION
    SELECT h.document_id, v.posting_on
      FROM finance_voucher v
      JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
       AND j.voucher_id = ANY(%(ids)s::bigint[])
      JOIN finance_account a ON a.company_id = j.company_id AND a.id = j.debit_account_id
      JOIN finance_eventline n ON n.company_id = j.company_id AND n.id = j.id
      JOIN finance_event h ON h.company_id = n.company_id AND h.id = n.event_id
     WHERE v.company_id = %(company)s AND v.id = ANY(%(ids)s::bigint[]) AND v.origin = 'automatic'
       AND EXISTS (SELECT FROM finance_budgetline l
                     JOIN finance_account o ON o.company_id = l.company_id AND o.id = l.account_id
                    WHERE l.company_id = %(company)s AND starts_with(a.code, o.code))
)
SELECT e.document_kind, e.document_id, e.line_id, max(d.posting_on) AS posting_on, sum(e.amount) AS amount
  FROM (SELECT id, max(posting_on) AS posting_on FROM document GROUP BY id) d
  JOIN finance_budgetentry e ON e.company_id = %(company)s AND e.document_id = d.id AND e.kind IN ('reserve', 'release')
   AND e.document_id = ANY(ARRAY(SELECT id FROM document))
 GROUP BY 1, 2, 3 HAVING sum(e.amount) <> 0
 ORDER BY 3, 2

-- note_reading --   They were read as far as they go.
INSERT INTO finance_budgetreading AS r (company_id, voucher_id, lines)
SELECT %(company)s, voucher_id, sum(lines) FROM finance_vouchertotal
 WHERE company_id = %(company)s AND voucher_id = ANY(%(ids)s::bigint[]) GROUP BY voucher_id
ON CONFLICT (company_id, voucher_id) DO UPDATE SET lines = EXCLUDED.lines

-- unread --   Vouchers on accounts with a budget, in its days, that were not read whole.
SELECT DISTINCT v.id
  FROM finance_budget g
  JOIN finance_budgetline l ON l.company_id = g.company_id AND l.budget_id = g.id
  JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
  JOIN finance_account o ON o.company_id = l.company_id AND o.id = l.account_id
  JOIN finance_account a ON a.company_id = o.company_id AND starts_with(a.code, o.code)
  JOIN finance_vouchertotal t ON t.company_id = a.company_id AND t.account_id = a.id
  JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id
   AND v.posting_on BETWEEN g.starts_on AND g.ends_on
  LEFT JOIN finance_budgetreading r ON r.company_id = v.company_id AND r.voucher_id = v.id
 WHERE g.company_id = %(company)s AND g.state = 'open'
   AND r.lines IS DISTINCT FROM (SELECT sum(x.lines) FROM finance_vouchertotal x
                                  WHERE x.company_id = v.company_id AND x.voucher_id = v.id)
 ORDER BY v.id

-- forget --   Of the vouchers in a budget's days.
DELETE FROM finance_budgetreading r
 USING finance_voucher v, finance_budget g
 WHERE r.company_id = %(company)s AND v.company_id = r.company_id AND v.id = r.voucher_id
   AND g.company_id = r.company_id AND g.id = ANY(%(budgets)s::bigint[]) AND v.posting_on BETWEEN g.starts_on AND g.ends_on
