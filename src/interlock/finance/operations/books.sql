-- totals --   What each voucher moves on each account; the vouchers are locked already. Answers those that touch cash.
WITH written AS (
    INSERT INTO finance_vouchertotal AS t (company_id, voucher_id, account_id, debit, credit, lines)
    SELECT %(company)s, m.voucher_id, m.account_id, sum(m.debit), sum(m.credit), sum(m.lines)
      FROM unnest(%(vouchers)s::bigint[], %(accounts)s::bigint[], %(debits)s::numeric[], %(credits)s::numeric[],
                  %(lines)s::int[]) AS m(voucher_id, account_id, debit, credit, lines)
     GROUP BY m.voucher_id, m.account_id
     ORDER BY m.voucher_id, m.account_id
    ON CONFLICT (company_id, voucher_id, account_id) DO UPDATE
       SET debit = t.debit + excluded.debit, credit = t.credit + excluded.credit, lines = t.lines + excluded.lines
    RETURNING voucher_id, account_id
)
SELECT DISTINCT w.voucher_id
  FROM written w
  JOIN finance_account a ON a.company_id = %(company)s AND a.id = w.account_id
 WHERE EXISTS (SELECT FROM finance_cashaccount c JOIN finance_account o ON o.company_id = c.company_id AND o.id = c.account_id
                WHERE c.company_id = %(company)s AND starts_with(a.code, o.code))

-- balances --   What each account moved in each month; rows are taken in the order of (account, month).
INSERT INTO finance_accountbalance AS b (company_id, account_id, month, debit, credit)
SELECT %(company)s, m.account_id, date_trunc('month', m.posting_on)::date, sum(m.debit), sum(m.credit)
  FROM unnest(%(accounts)s::bigint[], %(postings)s::date[], %(debits)s::numeric[], %(credits)s::numeric[])
       AS m(account_id, posting_on, debit, credit)
 GROUP BY 2, 3
 ORDER BY 2, 3
ON CONFLICT (company_id, account_id, month) DO UPDATE
   SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit

-- number --   Gapless a month, in the order of ids; the last lock of the transaction.
WITH fresh AS MATERIALIZED (
    SELECT v.id, date_trunc('month', v.posting_on)::date AS month,
           row_number() OVER (PARTITION BY date_trunc('month', v.posting_on) ORDER BY v.id) AS place
      FROM finance_voucher v
     WHERE v.company_id = %(company)s AND v.id = ANY(%(vouchers)s::bigint[]) AND v.number IS NULL
), month AS MATERIALIZED (
    SELECT month, count(*) AS how_many FROM fresh GROUP BY month ORDER BY month
), taken AS MATERIALIZED (
    SELECT month, core_take_numbers(%(company)s, 'JV', month, how_many) AS before FROM month ORDER BY month
)
UPDATE finance_voucher v SET number = core_number((SELECT core_prefix(%(company)s, 'JV')), f.month, t.before + f.place)
  FROM fresh f JOIN taken t ON t.month = f.month
 WHERE v.company_id = %(company)s AND v.id = f.id AND v.id = ANY(%(vouchers)s::bigint[])
