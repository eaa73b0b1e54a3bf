-- lock_accounts --   An account is revalued by one call after the other.
SELECT id FROM finance_account WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- standing --   What accounts hold in their currency and in the books at a month's end, and the rate there is for it.
SELECT i.id, a.code, a.currency_id AS currency, f.balance, b.books, r.rate,
       CASE WHEN f.balance = 0 THEN 0 ELSE round(f.balance * r.rate, 2) END AS worth
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_account a ON a.company_id = %(company)s AND a.id = i.id
  LEFT JOIN LATERAL (SELECT coalesce(sum(debit - credit), 0) AS balance FROM finance_currencybalance
                      WHERE company_id = %(company)s AND account_id = i.id AND month <= %(month)s::date) f ON true
  LEFT JOIN LATERAL (SELECT coalesce(sum(debit - credit), 0) AS books FROM finance_accountbalance
                      WHERE company_id = %(company)s AND account_id = i.id AND month <= %(month)s::date) b ON true
  LEFT JOIN LATERAL (SELECT rate FROM finance_exchangerate
                      WHERE company_id = %(company)s AND currency_id = a.currency_id AND kind = 'closing'
                        AND valid_on >= %(month)s::date AND valid_on <= %(last)s::date
                      ORDER BY valid_on DESC LIMIT 1) r ON true
 ORDER BY i.place

-- open --   Whether the month is open, and the account differences go to.
SELECT EXISTS (SELECT FROM core_period p WHERE p.company_id = %(company)s AND p.module = 'finance' AND p.state = 'open'
                  AND p.month = %(month)s::date) AS is_open,
       (SELECT id FROM finance_account WHERE company_id = %(company)s AND code = %(code)s AND state = 'open'
           AND NOT is_group) AS account_id

-- keep --   How the difference was found.
INSERT INTO finance_revaluation (company_id, account_id, month, balance, rate, before, difference, voucher_id, run_id)
SELECT %(company)s, r.account_id, %(month)s, r.balance, r.rate, r.before, r.difference, %(voucher)s, %(run)s
  FROM unnest(%(ids)s::bigint[], %(balances)s::numeric[], %(rates)s::numeric[], %(befores)s::numeric[],
              %(differences)s::numeric[]) WITH ORDINALITY
       AS r(account_id, balance, rate, before, difference, place)
 ORDER BY r.place

-- in_currency --   The accounts of a company that are kept in a currency.
SELECT id FROM finance_account WHERE company_id = %(company)s AND currency_id IS NOT NULL AND NOT is_group ORDER BY code
