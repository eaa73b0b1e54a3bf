-- rules --   Rules in their order, with what of them holds in a month and what they have moved in it already.
SELECT r.id, r.code, r.name_en, r.name_zh, r.sequence, r.basis, r.statistic, r.source_unit_id, r.target_account_id,
       s.code AS source_code, t.code AS target_code, b.code AS basis_code, u.code AS source_unit, u.kind AS source_kind,
       coalesce(t.state = 'closed' OR t.is_group, false) AS target_closed, p.state AS period, x.id AS run_id,
       r.state = 'active' AND r.valid_from <= %(month)s AND (r.valid_to IS NULL OR r.valid_to > %(month)s) AS holds
  FROM finance_allocationrule r
  JOIN finance_account s ON s.company_id = r.company_id AND s.id = r.source_account_id
  LEFT JOIN finance_account t ON t.company_id = r.company_id AND t.id = r.target_account_id
  LEFT JOIN finance_account b ON b.company_id = r.company_id AND b.id = r.basis_account_id
  LEFT JOIN core_unit u ON u.company_id = r.company_id AND u.id = r.source_unit_id
  LEFT JOIN core_period p ON p.company_id = r.company_id AND p.module = 'finance' AND p.month = %(month)s
  LEFT JOIN finance_allocationrun x ON x.company_id = r.company_id AND x.rule_id = r.id AND x.month = %(month)s
   AND x.state = 'posted'
 WHERE r.company_id = %(company)s
 ORDER BY r.sequence, r.code

-- targets --   Who takes a part, with the share or the month's figure it goes by.
SELECT t.rule_id, t.unit_id, u.code AS unit_code, u.kind AS unit_kind, t.share, f.value AS figure
  FROM finance_allocationtarget t
  JOIN finance_allocationrule r ON r.company_id = t.company_id AND r.id = t.rule_id
  JOIN core_unit u ON u.company_id = t.company_id AND u.id = t.unit_id
  LEFT JOIN finance_statistic f ON f.company_id = t.company_id AND f.code = r.statistic AND f.unit_id = t.unit_id
   AND f.month = %(month)s
 WHERE t.company_id = %(company)s AND t.rule_id = ANY(%(rules)s::bigint[])
 ORDER BY t.rule_id, u.code

-- required --   What accounts ask their lines for.
SELECT account_id, array_agg(dimension ORDER BY dimension) AS dimensions
  FROM finance_accountdimension WHERE company_id = %(company)s GROUP BY account_id

-- moved --   What the accounts that rules name moved in a month by unit, a debit positive.
WITH named AS MATERIALIZED (
    SELECT DISTINCT a.id, a.code
      FROM finance_allocationrule r
      JOIN finance_account o ON o.company_id = r.company_id AND o.id IN (r.source_account_id, r.basis_account_id)
      JOIN finance_account a ON a.company_id = o.company_id AND starts_with(a.code, o.code) AND NOT a.is_group
     WHERE r.company_id = %(company)s
), voucher AS MATERIALIZED (
    SELECT DISTINCT v.id
      FROM finance_voucher v
      JOIN finance_vouchertotal t ON t.company_id = v.company_id AND t.voucher_id = v.id
      JOIN named n ON n.id = t.account_id
     WHERE v.company_id = %(company)s AND v.posting_on >= %(first)s AND v.posting_on < %(after)s
       AND v.event_kind <> 'profit_carried'
       AND NOT EXISTS (SELECT FROM finance_yearclosing y
                        WHERE y.company_id = v.company_id AND v.id = ANY(y.vouchers || y.reversals))
)
SELECT n.id AS account_id, n.code, j.unit_id, sum(x.amount) AS amount
  FROM finance_journalline j
 CROSS JOIN LATERAL (VALUES (j.debit_account_id, j.amount), (j.credit_account_id, -j.amount)) AS x(account_id, amount)
  JOIN named n ON n.id = x.account_id
 WHERE j.company_id = %(company)s AND j.voucher_id = ANY(ARRAY(SELECT id FROM voucher))
 GROUP BY 1, 2, 3
 ORDER BY n.code, j.unit_id

-- make --   One a rule and month.
INSERT INTO finance_allocationrun (company_id, rule_id, month, state, amount, voucher_id, run_id)
SELECT %(company)s, n.rule_id, %(month)s, 'posted', n.amount, n.voucher_id, %(run)s
  FROM unnest(%(rules)s::bigint[], %(amounts)s::numeric[], %(vouchers)s::bigint[]) WITH ORDINALITY
       AS n(rule_id, amount, voucher_id, place)
 ORDER BY n.place
RETURNING id, rule_id

-- note --   How each amount came about.
INSERT INTO finance_allocationline (company_id, allocation_id, account_id, target_account_id, unit_id, source_amount,
                                    weight, weights, amount)
SELECT %(company)s, n.*
  FROM unnest(%(runs)s::bigint[], %(accounts)s::bigint[], %(targets)s::bigint[], %(units)s::bigint[],
              %(sources)s::numeric[], %(weights)s::numeric[], %(wholes)s::numeric[], %(amounts)s::numeric[]) AS n

-- months --   The months whose periods allocations hold.
SELECT DISTINCT month FROM finance_allocationrun WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY month

-- lock_runs --   By id.
SELECT id FROM finance_allocationrun WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge_reverse --   In force, in an open month.
SELECT i.id, CASE WHEN x.id IS NULL THEN 'not_found' WHEN x.state = 'reversed' THEN 'already'
                  WHEN p.state IS DISTINCT FROM 'open' THEN 'period_closed' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_allocationrun x ON x.company_id = %(company)s AND x.id = i.id AND x.id = ANY(%(ids)s::bigint[])
  LEFT JOIN core_period p ON p.company_id = x.company_id AND p.module = 'finance' AND p.month = x.month
 ORDER BY i.place

-- legs --   The one-sided lines of their vouchers, a debit positive.
SELECT x.id AS run_id, v.posting_on, v.text, a.code AS account, a.id AS account_id, j.unit_id,
       CASE WHEN j.credit_account_id IS NULL THEN j.amount ELSE -j.amount END AS amount
  FROM finance_allocationrun x
  JOIN finance_voucher v ON v.company_id = x.company_id AND v.id = x.voucher_id
  JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
   AND j.voucher_id = ANY(ARRAY(SELECT voucher_id FROM finance_allocationrun
                                 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])))
  JOIN finance_account a ON a.company_id = j.company_id AND a.id = coalesce(j.debit_account_id, j.credit_account_id)
 WHERE x.company_id = %(company)s AND x.id = ANY(%(ids)s::bigint[])
 ORDER BY x.id, j.id

-- reversed --   Each names the voucher that takes it back.
UPDATE finance_allocationrun x SET state = 'reversed', reversal_id = n.voucher_id
  FROM unnest(%(ids)s::bigint[], %(vouchers)s::bigint[]) AS n(id, voucher_id)
 WHERE x.company_id = %(company)s AND x.id = n.id AND x.id = ANY(%(ids)s::bigint[]) AND x.state = 'posted'
