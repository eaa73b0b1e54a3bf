-- targets --   The accounts that the result is carried to.
SELECT id, code FROM finance_account
 WHERE company_id = %(company)s AND code = ANY(%(codes)s::text[]) AND NOT is_group AND state = 'open'

-- judge_close --   Once a year, into an open last month, when nothing of the year waits.
SELECT i.id,
       CASE WHEN p.id IS NULL THEN 'not_found' WHEN y.id IS NOT NULL THEN 'already'
            WHEN p.state <> 'open' THEN 'period_closed' WHEN w.count > 0 THEN 'events_pending'
            WHEN %(targets)s < 2 THEN 'account_unknown' WHEN h.held IS NULL THEN 'nothing_to_close' ELSE 'done' END AS code,
       CASE WHEN w.count > 0 THEN jsonb_build_object('count', w.count) END AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'finance'
                         AND p.month = CASE WHEN i.id BETWEEN 1900 AND 9000
                                             THEN (make_date(i.id::int, %(starts)s, 1) + interval '11 months')::date END
  LEFT JOIN finance_yearclosing y ON y.company_id = p.company_id AND y.year = i.id AND y.state = 'closed'
  LEFT JOIN LATERAL (
       SELECT count(*) FROM finance_eventpending w JOIN finance_event e ON e.company_id = w.company_id AND e.id = w.event_id
        WHERE w.company_id = p.company_id AND e.posting_on < p.month + interval '1 month') AS w ON true
  LEFT JOIN LATERAL (
       SELECT true AS held FROM finance_accountbalance b
         JOIN finance_account a ON a.company_id = b.company_id AND a.id = b.account_id AND a.kind IN ('income', 'expense')
        WHERE b.company_id = p.company_id AND b.month <= p.month
        GROUP BY a.id HAVING sum(b.debit - b.credit) <> 0 LIMIT 1) AS h ON true
 ORDER BY i.place

-- held --   What income, expense and the profit of the year hold at the end of the year.
SELECT a.id, a.code, sum(b.debit - b.credit) AS amount
  FROM finance_accountbalance b
  JOIN finance_account a ON a.company_id = b.company_id AND a.id = b.account_id
 WHERE b.company_id = %(company)s AND b.month <= %(until)s::date
   AND (a.kind IN ('income', 'expense') OR a.code = %(profit)s)
 GROUP BY a.id, a.code
HAVING sum(b.debit - b.credit) <> 0
 ORDER BY a.code

-- closed --   The year and the vouchers that closed it.
INSERT INTO finance_yearclosing (company_id, year, state, result_amount, vouchers, reversals, run_id)
VALUES (%(company)s, %(year)s, 'closed', %(result)s, %(vouchers)s::bigint[], '{}', %(run)s)

-- judge_reopen --   What was closed, while its last month takes vouchers.
SELECT i.id,
       CASE WHEN y.id IS NULL AND NOT EXISTS (SELECT FROM finance_yearclosing r WHERE r.company_id = %(company)s
                                                 AND r.year = i.id) THEN 'not_found'
            WHEN y.id IS NULL THEN 'already' WHEN p.state IS DISTINCT FROM 'open' THEN 'period_closed' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_yearclosing y ON y.company_id = %(company)s AND y.year = i.id AND y.state = 'closed'
  LEFT JOIN core_period p ON p.company_id = y.company_id AND p.module = 'finance'
                         AND p.month = (make_date(y.year, %(starts)s, 1) + interval '11 months')::date
 ORDER BY i.place

-- lines --   What the closing vouchers moved, account by account.
SELECT v.id AS voucher_id, v.number, t.account_id, a.code, t.debit, t.credit
  FROM finance_yearclosing y
  JOIN finance_voucher v ON v.company_id = y.company_id AND v.id = ANY(y.vouchers)
  JOIN finance_vouchertotal t ON t.company_id = v.company_id AND t.voucher_id = v.id
  JOIN finance_account a ON a.company_id = t.company_id AND a.id = t.account_id
 WHERE y.company_id = %(company)s AND y.year = %(year)s AND y.state = 'closed'
 ORDER BY v.id, a.code

-- reopened --   Its vouchers stay; others took them back.
UPDATE finance_yearclosing SET state = 'reversed', reversals = %(reversals)s::bigint[]
 WHERE company_id = %(company)s AND year = %(year)s AND state = 'closed'
