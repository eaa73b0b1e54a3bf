-- ends --   Where profit goes.
SELECT id, code FROM finance_account
 WHERE company_id = %(company)s AND code = ANY(%(codes)s::text[]) AND NOT is_group AND state = 'open'

-- profit_and_loss --   What the accounts of income and expense hold at the end of the month, from the balances.
SELECT b.account_id, a.code, sum(b.debit - b.credit) AS amount
  FROM finance_accountbalance AS b
  JOIN finance_account AS a ON a.company_id = b.company_id AND a.id = b.account_id AND a.kind IN ('income', 'expense')
 WHERE b.company_id = %(company)s AND b.month < %(after)s::date
 GROUP BY b.account_id, a.code
HAVING sum(b.debit - b.credit) <> 0
 ORDER BY a.code

-- held --   What the profit of the year holds before.
SELECT sum(debit - credit) FROM finance_accountbalance
 WHERE company_id = %(company)s AND account_id = %(account)s AND month < %(after)s::date

-- closes_year --   The year is closed with its last month; a year that was closed before keeps its row.
INSERT INTO finance_yearclosing (company_id, year, state, result_amount, vouchers, reversals, run_id)
SELECT %(company)s, %(year)s, 'closed', %(result)s, ARRAY[%(voucher)s::bigint], '{}', %(run)s
 WHERE NOT EXISTS (SELECT FROM finance_yearclosing WHERE company_id = %(company)s AND year = %(year)s AND state = 'closed')

-- opens_year --   The year that this voucher closed is open again.
UPDATE finance_yearclosing SET state = 'reversed', reversals = ARRAY[%(reversal)s::bigint]
 WHERE company_id = %(company)s AND state = 'closed' AND vouchers = ARRAY[%(voucher)s::bigint]

-- make --   One voucher, posted at once.
INSERT INTO finance_voucher (company_id, origin, state, event_kind, posting_on, amount, lines, text, run_id)
VALUES (%(company)s, 'manual', 'posted', %(kind)s, %(on)s, %(amount)s, %(lines)s, '', %(run)s)
RETURNING id

-- lines --   All lines in one statement, so that the trigger proves that they balance.
INSERT INTO finance_journalline (company_id, voucher_id, debit_account_id, credit_account_id, amount)
SELECT %(company)s, %(voucher)s, l.debit, l.credit, l.amount
  FROM unnest(%(debits)s::bigint[], %(credits)s::bigint[], %(amounts)s::numeric[]) WITH ORDINALITY
       AS l(debit, credit, amount, place)
 ORDER BY l.place

-- legs --   What a voucher of one-sided lines moved, a debit positive.
SELECT v.posting_on, coalesce(j.debit_account_id, j.credit_account_id) AS account_id,
       CASE WHEN j.credit_account_id IS NULL THEN j.amount ELSE -j.amount END AS amount
  FROM finance_voucher AS v
  JOIN finance_journalline AS j ON j.company_id = v.company_id AND j.voucher_id = v.id
 WHERE v.company_id = %(company)s AND v.id = %(voucher)s
 ORDER BY j.id
