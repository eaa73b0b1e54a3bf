-- next --   Sealed vouchers that are not counted, oldest first, up to so many lines; at least one.
SELECT id, lines
  FROM (SELECT v.id, v.lines, sum(v.lines) OVER (ORDER BY v.posting_on, v.id) - v.lines AS before
          FROM (SELECT v.* FROM finance_voucher v
                 WHERE v.company_id = %(company)s AND v.state = 'posted'
                   AND (%(month)s::date IS NULL OR v.posting_on >= %(month)s::date
                                               AND v.posting_on < %(month)s::date + interval '1 month')
                   AND NOT EXISTS (SELECT FROM finance_countedvoucher c WHERE c.voucher_id = v.id)
                 ORDER BY v.posting_on, v.id LIMIT %(vouchers)s) AS v) AS found
 WHERE before < %(lines)s
 ORDER BY id

-- mark --   Whoever marks a voucher counts it; another waits here and finds it marked.
INSERT INTO finance_countedvoucher (voucher_id, company_id)
SELECT id, %(company)s FROM unnest(%(ids)s::bigint[]) AS v(id) ORDER BY id
ON CONFLICT (voucher_id) DO NOTHING RETURNING voucher_id

-- count --   Both sides of every line, summed by each dimension.
WITH leg AS (
    SELECT s.account_id, date_trunc('month', v.posting_on)::date AS month, coalesce(j.party_id, 0) AS party,
           coalesce(j.unit_id, 0) AS unit, coalesce(i.category_id, 0) AS category, coalesce(d.project_id, x.project_id, 0) AS project,
           coalesce(d.employee_id, y.value_id, 0) AS employee, sum(s.debit) AS debit, sum(s.credit) AS credit, count(*) AS lines
      FROM finance_voucher v
      JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
                                AND j.voucher_id = ANY(%(ids)s::bigint[])
     CROSS JOIN LATERAL (VALUES (j.debit_account_id, j.amount, 0.00), (j.credit_account_id, 0.00, j.amount))
             AS s(account_id, debit, credit)
      LEFT JOIN items_item i ON i.id = j.item_id
      LEFT JOIN finance_voucherdraftline d ON d.company_id = j.company_id AND d.id = j.document_line_id
                                          AND v.origin = 'manual'
      LEFT JOIN finance_expenseclaim x ON x.company_id = v.company_id AND x.id = v.source_id
                                      AND v.event_kind = 'expense_claimed'
      LEFT JOIN finance_employee y ON y.company_id = x.company_id AND y.id = x.employee_id
     WHERE v.company_id = %(company)s AND v.id = ANY(%(ids)s::bigint[]) AND s.account_id IS NOT NULL
     GROUP BY 1, 2, 3, 4, 5, 6, 7
)
INSERT INTO finance_dimensiontotal AS t (company_id, dimension, account_id, month, value_id, debit, credit, lines)
SELECT %(company)s, x.dimension, l.account_id, l.month, x.value_id, sum(l.debit), sum(l.credit), sum(l.lines)
  FROM leg l
 CROSS JOIN LATERAL (VALUES ('party', l.party), ('unit', l.unit), ('category', l.category), ('project', l.project),
                            ('employee', l.employee)) AS x(dimension, value_id)
 GROUP BY 2, 3, 4, 5
 ORDER BY 2, 3, 4, 5
ON CONFLICT (company_id, dimension, account_id, month, value_id) DO UPDATE
   SET debit = t.debit + excluded.debit, credit = t.credit + excluded.credit, lines = t.lines + excluded.lines
