-- before --   The report before this one, of an earlier month, and which revision this one is.
SELECT coalesce((SELECT r.sha256 FROM finance_closereport AS r
                   JOIN finance_close AS c ON c.company_id = r.company_id AND c.id = r.close_id
                  WHERE r.company_id = %(company)s AND r.state = 'valid' AND c.month < %(month)s::date
                  ORDER BY c.month DESC LIMIT 1), '') AS previous,
       (SELECT (count(*) + 1)::int FROM finance_closereport
         WHERE company_id = %(company)s AND close_id = %(close)s) AS revision

-- about --   Who closes, and whose books.
SELECT c.code, c.name_en, c.name_zh, c.uscc, c.currency_id AS currency, coalesce(u.username, '') AS person,
       to_char(r.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
  FROM core_company AS c
  JOIN core_run AS r ON r.company_id = c.id AND r.id = %(run)s
  LEFT JOIN core_user AS u ON u.id = r.actor_id
 WHERE c.id = %(company)s

-- counts --   How much the month holds, and how many facts of earlier months were posted in it.
SELECT count(*)::int AS vouchers, coalesce(sum(lines), 0)::int AS lines, coalesce(sum(amount), 0) AS amount,
       (SELECT count(*)::int FROM finance_event
         WHERE company_id = %(company)s AND posting_on = %(first)s::date AND fact_on < %(first)s::date) AS late
  FROM finance_voucher
 WHERE company_id = %(company)s AND posting_on >= %(first)s::date AND posting_on < %(after)s::date

-- revaluations --   What brought accounts in currencies to the month's closing rate.
SELECT a.code, a.currency_id AS currency, r.balance, r.rate, r.before, r.difference, coalesce(v.number, '') AS number
  FROM finance_revaluation AS r
  JOIN finance_account AS a ON a.company_id = r.company_id AND a.id = r.account_id
  JOIN finance_voucher AS v ON v.company_id = r.company_id AND v.id = r.voucher_id
 WHERE r.company_id = %(company)s AND r.month = %(first)s::date
UNION ALL
SELECT a.code || ' · ' || i.number, i.currency, r.amount, r.rate, r.before, r.difference, coalesce(v.number, '')
  FROM finance_itemrevaluation AS r
  JOIN finance_openitem AS i ON i.company_id = r.company_id AND i.id = r.item_id
  JOIN finance_account AS a ON a.company_id = i.company_id AND a.id = i.account_id
  JOIN finance_voucher AS v ON v.company_id = r.company_id AND v.id = r.voucher_id
 WHERE r.company_id = %(company)s AND r.valued_on >= %(first)s::date AND r.valued_on < %(after)s::date
   AND r.rate IS NOT NULL
 ORDER BY 1, 7

-- reports --   Every report ever signed, the superseded ones too.
SELECT r.id, r.company_id, r.sha256, r.journal_sha256, r.previous_sha256, c.month
  FROM finance_closereport AS r
  JOIN finance_close AS c ON c.company_id = r.company_id AND c.id = r.close_id
 ORDER BY r.id

-- changed_months --   The journal of a month that a valid report closed is what it was.
SELECT r.company_id, r.id AS report_id, to_char(c.month, 'YYYY-MM') AS month, r.journal_sha256 AS signed,
       finance_month_hash(c.company_id, c.month) AS found
  FROM finance_closereport AS r
  JOIN finance_close AS c ON c.company_id = r.company_id AND c.id = r.close_id
 WHERE r.state = 'valid' AND r.journal_sha256 <> finance_month_hash(c.company_id, c.month)
 ORDER BY r.id
