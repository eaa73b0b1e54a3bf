-- months --   What each account moved in each month of a span, debit less credit, and held before it, with its line.
WITH moved AS (
    SELECT account_id, month, debit - credit AS amount FROM finance_accountbalance
     WHERE company_id = %(company)s AND month <= %(until)s::date
    UNION ALL
    SELECT t.account_id, date_trunc('month', v.posting_on)::date, t.credit - t.debit
      FROM finance_yearclosing y
      JOIN finance_voucher v ON v.company_id = y.company_id AND v.id = ANY(y.vouchers || y.reversals)
      JOIN finance_vouchertotal t ON t.company_id = v.company_id AND t.voucher_id = v.id
     WHERE y.company_id = %(company)s AND %(flows)s
       AND v.posting_on >= %(since)s::date AND v.posting_on < %(until)s::date + interval '1 month'
    UNION ALL
    SELECT t.account_id, c.month, t.credit - t.debit
      FROM finance_closereport r
      JOIN finance_close c ON c.company_id = r.company_id AND c.id = r.close_id
      JOIN finance_vouchertotal t ON t.company_id = r.company_id AND t.voucher_id = r.carried_id
     WHERE r.company_id = %(company)s AND r.state = 'valid' AND r.carried_id IS NOT NULL AND %(flows)s
       AND NOT EXISTS (SELECT FROM finance_yearclosing y WHERE y.company_id = r.company_id
                          AND r.carried_id = ANY(y.vouchers || y.reversals))
       AND c.month BETWEEN %(since)s::date AND %(until)s::date
), spread AS (
    SELECT account_id, coalesce(sum(amount) FILTER (WHERE month < %(since)s::date), 0) AS before,
           jsonb_object_agg(month, amount) FILTER (WHERE month >= %(since)s::date) AS months
      FROM (SELECT account_id, month, sum(amount) AS amount FROM moved GROUP BY 1, 2) AS m
     GROUP BY account_id
)
SELECT a.id AS account_id, a.code, a.name_en, a.name_zh, l.line_id, l.report, s.before, coalesce(s.months, '{}') AS months
  FROM spread s
  JOIN finance_account a ON a.company_id = %(company)s AND a.id = s.account_id
  LEFT JOIN LATERAL (
       SELECT r.line_id, n.report
         FROM finance_reportaccount r
         JOIN finance_account o ON o.company_id = r.company_id AND o.id = r.account_id
         JOIN finance_reportline n ON n.id = r.line_id
        WHERE r.company_id = a.company_id AND starts_with(a.code, o.code)
        ORDER BY length(o.code) DESC LIMIT 1
  ) AS l ON true
 WHERE NOT %(flows)s OR l.report IS DISTINCT FROM 'balance_sheet'
 ORDER BY a.code
