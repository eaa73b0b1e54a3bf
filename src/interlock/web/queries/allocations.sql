-- runs --   What rules moved in a month, the latest first.
SELECT x.id, x.state, x.amount, r.code, r.name_en, r.name_zh, x.voucher_id, v.number AS voucher, x.reversal_id,
       w.number AS reversal
  FROM finance_allocationrun x
  JOIN finance_allocationrule r ON r.company_id = x.company_id AND r.id = x.rule_id
  JOIN finance_voucher v ON v.company_id = x.company_id AND v.id = x.voucher_id
  LEFT JOIN finance_voucher w ON w.company_id = x.company_id AND w.id = x.reversal_id
 WHERE x.company_id = %(company)s AND x.month = %(month)s
 ORDER BY x.id DESC LIMIT 100

-- parts --   How each amount of runs came about.
SELECT l.allocation_id, a.code AS account, t.code AS target, u.code AS unit, u.name_en, u.name_zh, l.source_amount, l.weight,
       l.weights, l.amount
  FROM finance_allocationline l
  JOIN finance_account a ON a.company_id = l.company_id AND a.id = l.account_id
  JOIN finance_account t ON t.company_id = l.company_id AND t.id = l.target_account_id
  JOIN core_unit u ON u.company_id = l.company_id AND u.id = l.unit_id
 WHERE l.company_id = %(company)s AND l.allocation_id = ANY(%(runs)s::bigint[])
 ORDER BY l.allocation_id, l.id LIMIT 2000
