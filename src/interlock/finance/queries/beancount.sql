-- one_moment --   The export sees one moment, whatever is posted meanwhile.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY

-- companies --   The companies asked for.
SELECT id, code, currency_id FROM core_company WHERE id = ANY(%(companies)s::bigint[]) ORDER BY code

-- accounts --   Accounts that have moved, open from the first voucher's day on.
SELECT a.id, a.code, a.name_en, a.name_zh, a.kind,
       (SELECT min(posting_on) FROM finance_voucher WHERE company_id = %(company)s) AS since
  FROM finance_account a
 WHERE a.company_id = %(company)s
   AND EXISTS (SELECT FROM finance_accountbalance b WHERE b.company_id = a.company_id AND b.account_id = a.id)
 ORDER BY a.code

-- transactions --   Whole vouchers by id, a page, with what each moves an account.
SELECT v.id, v.number, v.posting_on, v.state, v.event_kind, v.text, u.code AS unit, t.account_id, t.debit, t.credit
  FROM (SELECT * FROM finance_voucher WHERE company_id = %(company)s AND id > %(after)s
         ORDER BY id LIMIT %(limit)s) AS v
  JOIN finance_vouchertotal t ON t.company_id = v.company_id AND t.voucher_id = v.id
  JOIN finance_account a ON a.company_id = t.company_id AND a.id = t.account_id
  LEFT JOIN core_unit u ON u.company_id = v.company_id AND u.id = v.unit_id
 ORDER BY v.id, a.code

-- balances --   What each account holds after the last voucher, from the balances.
SELECT b.account_id, sum(b.debit - b.credit) AS amount,
       (SELECT max(posting_on) + 1 FROM finance_voucher WHERE company_id = %(company)s) AS day_after
  FROM finance_accountbalance b JOIN finance_account a ON a.company_id = b.company_id AND a.id = b.account_id
 WHERE b.company_id = %(company)s
 GROUP BY b.account_id, a.code
 ORDER BY a.code
