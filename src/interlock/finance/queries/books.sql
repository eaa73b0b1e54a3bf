-- trial_balance --   Balances only: a row an account and month.
SELECT a.id AS account_id, a.code, a.name_en, a.name_zh, a.kind, m.opening, m.debit, m.credit,
       m.opening + m.debit - m.credit AS closing
  FROM (SELECT account_id,
               coalesce(sum(debit - credit) FILTER (WHERE month < %(month)s), 0) AS opening,
               coalesce(sum(debit) FILTER (WHERE month = %(month)s), 0) AS debit,
               coalesce(sum(credit) FILTER (WHERE month = %(month)s), 0) AS credit
          FROM finance_accountbalance
         WHERE company_id = %(company)s AND month <= %(month)s::date
         GROUP BY account_id) AS m
  JOIN finance_account a ON a.company_id = %(company)s AND a.id = m.account_id
 ORDER BY a.code

-- account_ledger --   Voucher totals of the month, a page.
SELECT v.id AS voucher_id, v.number, v.posting_on, v.event_kind, v.text, v.unit_id, t.debit, t.credit, t.lines
  FROM finance_voucher v
  JOIN finance_vouchertotal t ON t.company_id = v.company_id AND t.voucher_id = v.id AND t.account_id = %(account)s
 WHERE v.company_id = %(company)s
   AND v.posting_on >= %(month)s::date AND v.posting_on < %(month)s::date + interval '1 month'
   AND (v.posting_on, v.id) > (%(after_day)s::date, %(after_voucher)s::bigint)
 ORDER BY v.posting_on, v.id
 LIMIT %(limit)s

-- vouchers --   Vouchers of the month, a page.
SELECT id, number, posting_on, origin, state, event_kind, unit_id, text, amount, lines
  FROM finance_voucher
 WHERE company_id = %(company)s
   AND posting_on >= %(month)s::date AND posting_on < %(month)s::date + interval '1 month'
   AND (posting_on, id) > (%(after_day)s::date, %(after_voucher)s::bigint)
 ORDER BY posting_on, id
 LIMIT %(limit)s

-- collecting --   What is not sealed yet.
SELECT id FROM finance_voucher
 WHERE company_id = %(company)s AND state = 'collecting' AND (%(before)s::date IS NULL OR posting_on < %(before)s)
 ORDER BY posting_on, event_kind, unit_id, source_id

-- voucher_lines --   Journal lines with the words of what they name, a page.
SELECT j.id, d.code AS debit_code, d.name_en AS debit_name_en, d.name_zh AS debit_name_zh,
       k.code AS credit_code, k.name_en AS credit_name_en, k.name_zh AS credit_name_zh,
       j.amount, j.unit_id, p.code AS party, i.code AS item, j.quantity, e.id AS event_id, e.document_id,
       j.document_line_id
  FROM (SELECT * FROM finance_journalline
         WHERE company_id = %(company)s AND voucher_id = %(voucher)s AND id > %(after)s
         ORDER BY id LIMIT %(limit)s) AS j
  LEFT JOIN finance_account d ON d.company_id = j.company_id AND d.id = j.debit_account_id
  LEFT JOIN finance_account k ON k.company_id = j.company_id AND k.id = j.credit_account_id
  LEFT JOIN parties_party p ON p.id = j.party_id
  LEFT JOIN items_item i ON i.id = j.item_id
  LEFT JOIN finance_eventline l ON l.company_id = j.company_id AND l.id = j.id
  LEFT JOIN finance_event e ON e.company_id = l.company_id AND e.id = l.event_id
 ORDER BY j.id
