-- lock_vouchers --   A voucher is tied by one set of lines after the other.
SELECT id FROM finance_voucher WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) ORDER BY id FOR NO KEY UPDATE

-- left --   What vouchers by hand move on ledger accounts of the bank, in the account's currency, that no line is yet.
SELECT v.id AS voucher_id, a.id AS account_id,
       CASE WHEN a.currency_id IS NULL THEN t.debit - t.credit ELSE coalesce(f.amount, 0) END - coalesce(l.amount, 0) AS amount
  FROM finance_voucher v
  JOIN finance_vouchertotal t ON t.company_id = v.company_id AND t.voucher_id = v.id
  JOIN finance_account a ON a.company_id = t.company_id AND a.id = t.account_id
  LEFT JOIN LATERAL (
       SELECT sum(c.amount) AS amount
         FROM finance_journalline j
         JOIN finance_currencyline c ON c.company_id = j.company_id AND c.id = j.id AND c.account_id = a.id
        WHERE j.company_id = v.company_id AND j.voucher_id = v.id) AS f ON a.currency_id IS NOT NULL
  LEFT JOIN LATERAL (
       SELECT sum(l.amount) AS amount
         FROM finance_bankline l
         JOIN finance_bankaccount b ON b.company_id = l.company_id AND b.id = l.bank_account_id AND b.account_id = a.id
        WHERE l.company_id = v.company_id AND l.document_id = v.id AND l.use = 'booked') AS l ON true
 WHERE v.company_id = %(company)s AND v.id = ANY(%(ids)s::bigint[]) AND v.origin = 'manual' AND v.state = 'posted'
   AND EXISTS (SELECT FROM finance_bankaccount b WHERE b.company_id = a.company_id AND b.account_id = a.id)
