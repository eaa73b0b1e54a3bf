-- months --   The months that have balances, newest first.
SELECT DISTINCT month FROM finance_accountbalance WHERE company_id = %(company)s ORDER BY month DESC LIMIT 60

-- trial_balance --   Opening, debit, credit and closing of every account that ever moved, up to a month.
SELECT a.id, a.code, a.name_en, a.name_zh, a.kind, b.opening, b.debit, b.credit, b.opening + b.debit - b.credit AS closing
  FROM (SELECT account_id,
               sum(CASE WHEN month < %(month)s THEN debit - credit ELSE 0 END) AS opening,
               sum(CASE WHEN month = %(month)s THEN debit ELSE 0 END) AS debit,
               sum(CASE WHEN month = %(month)s THEN credit ELSE 0 END) AS credit
          FROM finance_accountbalance
         WHERE company_id = %(company)s AND month <= %(month)s
         GROUP BY account_id) b
  JOIN finance_account a ON a.company_id = %(company)s AND a.id = b.account_id
 ORDER BY a.code

-- account --   One account.
SELECT id, company_id, code, name_en, name_zh, kind, state FROM finance_account WHERE id = %(id)s

-- account_months --   What an account moved, month by month.
SELECT month, debit, credit FROM finance_accountbalance
 WHERE company_id = %(company)s AND account_id = %(id)s ORDER BY month DESC LIMIT 24

-- account_vouchers --   The vouchers that move an account in a month, with what they move there, by key.
SELECT v.id, v.number, v.state, v.origin, v.event_kind, v.posting_on, v.text, t.debit, t.credit, t.lines,
       u.name_en AS unit_en, u.name_zh AS unit_zh
  FROM finance_voucher v
  JOIN finance_vouchertotal t ON t.company_id = v.company_id AND t.voucher_id = v.id AND t.account_id = %(id)s
  LEFT JOIN core_unit u ON u.id = v.unit_id
 WHERE v.company_id = %(company)s AND v.posting_on >= %(month)s AND v.posting_on < (%(month)s::date + interval '1 month')
   AND (%(before)s::bigint IS NULL OR v.id < %(before)s)
 ORDER BY v.id DESC
 LIMIT %(size)s + 1

-- account_sums --   An account in a month: what it held before, what moved, what it holds after; from the balances.
SELECT b.opening, b.debit, b.credit, b.opening + b.debit - b.credit AS closing
  FROM (SELECT coalesce(sum(debit - credit) FILTER (WHERE month < %(month)s::date), 0) AS opening,
               coalesce(sum(debit) FILTER (WHERE month = %(month)s::date), 0) AS debit,
               coalesce(sum(credit) FILTER (WHERE month = %(month)s::date), 0) AS credit
          FROM finance_accountbalance
         WHERE company_id = %(company)s AND account_id = %(id)s AND month <= %(month)s::date) AS b

-- account_ledger --   The vouchers of an account in a month by day, as the general ledger lists them.
SELECT v.id, v.number, v.origin, v.event_kind, v.posting_on, v.text, t.debit, t.credit, u.name_en AS unit_en,
       u.name_zh AS unit_zh
  FROM finance_voucher v
  JOIN finance_vouchertotal t ON t.company_id = v.company_id AND t.voucher_id = v.id AND t.account_id = %(id)s
  LEFT JOIN core_unit u ON u.id = v.unit_id
 WHERE v.company_id = %(company)s AND v.posting_on >= %(month)s AND v.posting_on < (%(month)s::date + interval '1 month')
 ORDER BY v.posting_on, v.id
 LIMIT %(bound)s

-- units --   The departments and shops of a company, for filters.
SELECT id, code, name_en, name_zh FROM core_unit WHERE company_id = %(company)s ORDER BY code

-- vouchers_found --   The vouchers a filter finds, newest first, by key.
SELECT v.id, v.amount
  FROM finance_voucher v
 WHERE v.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR v.id < %(before)s)
   AND (%(state)s::text IS NULL OR v.state = %(state)s)
   AND (%(origin)s::text IS NULL OR v.origin = %(origin)s)
   AND (%(unit)s::bigint IS NULL OR v.unit_id = %(unit)s)
   AND (%(first)s::date IS NULL OR v.posting_on >= %(first)s)
   AND (%(last)s::date IS NULL OR v.posting_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR v.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR v.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR v.number LIKE %(term)s || '%%')
 ORDER BY v.id DESC
 LIMIT %(size)s

-- vouchers --   Some vouchers as a list shows them.
SELECT v.id, v.number, v.state, v.origin, v.event_kind, v.posting_on, v.amount, v.lines, v.text,
       u.name_en AS unit_en, u.name_zh AS unit_zh
  FROM finance_voucher v
  LEFT JOIN core_unit u ON u.id = v.unit_id
 WHERE v.company_id = %(company)s AND v.id = ANY(%(ids)s::bigint[])
 ORDER BY v.id DESC

-- voucher --   One voucher.
SELECT v.id, v.company_id, v.number, v.state, v.origin, v.event_kind, v.posting_on, v.amount, v.lines, v.text, v.source_id,
       u.name_en AS unit_en, u.name_zh AS unit_zh, r.operation, d.id AS document_id, d.number AS document,
       EXISTS (SELECT FROM finance_revaluation x WHERE x.company_id = v.company_id AND x.voucher_id = v.id) AS revalues
  FROM finance_voucher v
  LEFT JOIN core_unit u ON u.id = v.unit_id
  LEFT JOIN core_run r ON r.company_id = v.company_id AND r.id = v.run_id
  LEFT JOIN finance_itemdocument d ON d.company_id = v.company_id AND d.voucher_id = v.id
 WHERE v.id = %(id)s

-- voucher_totals --   A voucher summarised by account.
SELECT t.account_id, a.code, a.name_en, a.name_zh, t.debit, t.credit, t.lines
  FROM finance_vouchertotal t
  JOIN finance_account a ON a.company_id = t.company_id AND a.id = t.account_id
 WHERE t.company_id = %(company)s AND t.voucher_id = %(id)s
 ORDER BY (t.debit = 0), a.code
 LIMIT 200

-- journal --   The lines of a voucher by key, of one account when named; with what they are in another currency.
SELECT j.id, j.amount, j.quantity, j.document_line_id, d.id AS debit_id, d.code AS debit, d.name_en AS debit_en,
       d.name_zh AS debit_zh, c.id AS credit_id, c.code AS credit, c.name_en AS credit_en, c.name_zh AS credit_zh,
       i.code AS item, i.name_en, i.name_zh, p.name AS party, l.event_id, l.component, e.fact_on, m.amount AS in_currency,
       a.currency_id AS currency
  FROM finance_journalline j
  LEFT JOIN finance_account d ON d.id = j.debit_account_id
  LEFT JOIN finance_account c ON c.id = j.credit_account_id
  LEFT JOIN items_item i ON i.id = j.item_id
  LEFT JOIN parties_party p ON p.id = j.party_id
  LEFT JOIN finance_eventline l ON l.company_id = j.company_id AND l.id = j.id
  LEFT JOIN finance_event e ON e.company_id = l.company_id AND e.id = l.event_id
  LEFT JOIN finance_currencyline m ON m.company_id = j.company_id AND m.id = j.id
  LEFT JOIN finance_account a ON a.company_id = m.company_id AND a.id = m.account_id
 WHERE j.company_id = %(company)s AND j.voucher_id = %(id)s
   AND (%(before)s::bigint IS NULL OR j.id < %(before)s)
   AND (%(account)s::bigint IS NULL OR j.debit_account_id = %(account)s OR j.credit_account_id = %(account)s)
 ORDER BY j.id DESC
 LIMIT %(size)s + 1

-- event --   One accounting event.
SELECT e.id, e.company_id, e.kind, e.document_id, e.fact_on, e.posting_on, p.event_id IS NOT NULL AS pending, p.code, p.detail,
       x.name AS party, u.name_en AS unit_en, u.name_zh AS unit_zh, r.started_at
  FROM finance_event e
  LEFT JOIN finance_eventpending p ON p.event_id = e.id
  LEFT JOIN parties_party x ON x.id = e.party_id
  LEFT JOIN core_unit u ON u.id = e.unit_id
  LEFT JOIN core_run r ON r.company_id = e.company_id AND r.id = e.run_id
 WHERE e.id = %(id)s

-- event_lines --   Its lines with where they went.
SELECT l.id, l.component, l.line_id, l.quantity, l.amount, m.currency, m.amount AS in_currency, i.code AS item, i.name_en, i.name_zh, v.id AS voucher_id,
       v.number AS voucher, d.code AS debit, d.name_en AS debit_en, d.name_zh AS debit_zh,
       c.code AS credit, c.name_en AS credit_en, c.name_zh AS credit_zh
  FROM finance_eventline l
  LEFT JOIN items_item i ON i.id = l.item_id
  LEFT JOIN finance_eventcurrency m ON m.company_id = l.company_id AND m.id = l.id
  LEFT JOIN finance_journalline j ON j.company_id = l.company_id AND j.id = l.id
  LEFT JOIN finance_voucher v ON v.company_id = j.company_id AND v.id = j.voucher_id
  LEFT JOIN finance_account d ON d.id = j.debit_account_id
  LEFT JOIN finance_account c ON c.id = j.credit_account_id
 WHERE l.company_id = %(company)s AND l.event_id = %(id)s
 ORDER BY l.id
 LIMIT 200

-- pending_found --   The events that wait and that a filter finds, newest first, by key.
SELECT p.event_id AS id, l.amount
  FROM finance_eventpending p
  JOIN finance_event e ON e.company_id = p.company_id AND e.id = p.event_id
  LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM finance_eventline
                      WHERE company_id = e.company_id AND event_id = e.id) l ON true
 WHERE p.company_id = %(company)s AND (%(before)s::bigint IS NULL OR p.event_id < %(before)s)
   AND (%(code)s::text IS NULL OR p.code = %(code)s)
   AND (%(kind)s::text IS NULL OR e.kind = %(kind)s)
   AND (%(first)s::date IS NULL OR e.posting_on >= %(first)s)
   AND (%(last)s::date IS NULL OR e.posting_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR l.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR l.amount <= %(most)s)
 ORDER BY p.event_id DESC
 LIMIT %(size)s

-- pending --   Some events that wait, with why.
SELECT p.event_id AS id, p.code, p.detail, e.kind, e.document_id, e.posting_on, x.name AS party, l.amount, l.components,
       coalesce(o.number, d.number, m.number, t.number) AS number
  FROM finance_eventpending p
  JOIN finance_event e ON e.company_id = p.company_id AND e.id = p.event_id
  LEFT JOIN parties_party x ON x.id = e.party_id
  LEFT JOIN LATERAL (SELECT sum(amount) AS amount, array_agg(DISTINCT component) AS components FROM finance_eventline
                      WHERE company_id = e.company_id AND event_id = e.id) l ON true
  LEFT JOIN sales_order o ON o.id = e.document_id
  LEFT JOIN sales_delivery d ON d.id = e.document_id
  LEFT JOIN stock_movement m ON m.id = e.document_id
  LEFT JOIN sales_statement t ON t.id = e.document_id
 WHERE p.company_id = %(company)s AND p.event_id = ANY(%(ids)s::bigint[])
 ORDER BY p.event_id DESC

-- periods --   The periods of a company: a row a module and month.
SELECT id, module, month, state FROM core_period
 WHERE company_id = %(company)s AND month >= %(first)s ORDER BY month DESC, module
