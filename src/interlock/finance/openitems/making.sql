-- accounts --   The accounts that keep open items.
SELECT a.code, i.account_id
  FROM finance_itemaccount i JOIN finance_account a ON a.company_id = i.company_id AND a.id = i.account_id
 WHERE i.company_id = %(company)s

-- of_events --   One item a document and account: what its lines move there together; a payment names the bill it is for. A
-- customer's item is due by the customer's own terms, any other by its account's days.
WITH leg AS (
    SELECT e.id AS event_id, e.kind, e.document_id, e.fact_on, e.posting_on, a.account_id, a.days, j.party_id, j.unit_id,
           j.voucher_id, x.currency, CASE WHEN a.account_id = j.debit_account_id THEN j.amount ELSE -j.amount END AS book,
           CASE WHEN a.account_id = j.debit_account_id THEN 1 ELSE -1 END * coalesce(abs(x.amount), j.amount) AS amount,
           a.side = 'receivable' AS is_owed
      FROM finance_event e
      JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
                              AND l.event_id = ANY(%(ids)s::bigint[])
      JOIN finance_journalline j ON j.company_id = l.company_id AND j.id = l.id
       AND j.id = ANY(ARRAY(SELECT n.id FROM finance_eventline n WHERE n.company_id = %(company)s
                                                                   AND n.event_id = ANY(%(ids)s::bigint[])))
      JOIN finance_itemaccount a ON a.company_id = j.company_id AND a.account_id IN (j.debit_account_id, j.credit_account_id)
       AND a.account_id = ANY(%(accounts)s::bigint[])
      LEFT JOIN finance_eventcurrency x ON x.company_id = l.company_id AND x.id = l.id AND x.event_id = l.event_id
       AND x.event_id = ANY(%(ids)s::bigint[])
      LEFT JOIN core_unit u ON u.id = e.unit_id
     WHERE e.company_id = %(company)s AND e.id = ANY(%(ids)s::bigint[])
       AND (u.kind IS DISTINCT FROM 'shop' OR EXISTS (SELECT FROM finance_itemshop s
                                                       WHERE s.company_id = e.company_id AND s.unit_id = e.unit_id))
), summed AS (
    SELECT event_id, kind, document_id, fact_on, posting_on, account_id, days, party_id, unit_id, voucher_id, currency,
           is_owed, sum(amount) AS amount, sum(book) AS book
      FROM leg GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 HAVING sum(amount) <> 0
)
INSERT INTO finance_openitem (company_id, account_id, direction, party_id, unit_id, kind, document_id, number, reference,
                              currency, amount, book_amount, open_amount, open_book, fact_on, posting_on, due_on,
                              voucher_id, run_id)
SELECT c.id, s.account_id, CASE WHEN s.amount > 0 THEN 'debit' ELSE 'credit' END, s.party_id, s.unit_id, s.kind,
       s.document_id, coalesce(p.number, x.number, ''), coalesce(p.document_number, ''),
       coalesce(s.currency, c.currency_id), abs(s.amount), abs(s.book), abs(s.amount), abs(s.book), s.fact_on, s.posting_on,
       s.fact_on + coalesce(t.credit_days, s.days), s.voucher_id, v.run_id
  FROM summed s JOIN core_company c ON c.id = %(company)s
  JOIN finance_voucher v ON v.company_id = c.id AND v.id = s.voucher_id
   AND v.id = ANY(ARRAY(SELECT n.voucher_id FROM summed n))
  LEFT JOIN finance_paymentrequest p ON s.kind = 'payment_made' AND p.company_id = c.id AND p.id = s.document_id
  LEFT JOIN finance_expenseclaim x ON s.kind = 'expense_claimed' AND x.company_id = c.id AND x.id = s.document_id
  LEFT JOIN finance_creditterm t ON s.is_owed AND t.party_id = s.party_id AND t.method <> 'prepaid'
 ORDER BY s.event_id, s.account_id

-- of_vouchers --   One item a voucher, account, party and unit; what the origin says goes before what the voucher says.
WITH told AS (
    SELECT * FROM unnest(%(told)s::bigint[], %(kinds)s::text[], %(documents)s::bigint[], %(numbers)s::text[],
                         %(facts)s::date[], %(dues)s::date[], %(references)s::text[], %(currencies)s::text[])
           AS t(voucher_id, kind, document_id, number, fact_on, due_on, reference, currency)
), foreign_amount AS (
    SELECT * FROM unnest(%(amount_vouchers)s::bigint[], %(amount_accounts)s::text[], %(amounts)s::numeric[])
           AS f(voucher_id, account, amount)
), summed AS (
    SELECT j.voucher_id, a.account_id, a.days, j.party_id, j.unit_id, a.side = 'receivable' AS is_owed,
           sum(CASE WHEN a.account_id = j.debit_account_id THEN j.amount ELSE -j.amount END) AS amount
      FROM finance_journalline j
      JOIN finance_itemaccount a ON a.company_id = j.company_id AND a.account_id IN (j.debit_account_id, j.credit_account_id)
       AND a.account_id = ANY(%(accounts)s::bigint[])
     WHERE j.company_id = %(company)s AND j.voucher_id = ANY(%(ids)s::bigint[])
     GROUP BY 1, 2, 3, 4, 5, 6
)
INSERT INTO finance_openitem (company_id, account_id, direction, party_id, unit_id, kind, document_id, number, reference,
                              currency, amount, book_amount, open_amount, open_book, fact_on, posting_on, due_on,
                              voucher_id, run_id)
SELECT c.id, s.account_id, CASE WHEN s.amount > 0 THEN 'debit' ELSE 'credit' END, s.party_id, s.unit_id,
       coalesce(t.kind, 'voucher'), coalesce(t.document_id, v.id), coalesce(t.number, v.number, ''),
       coalesce(t.reference, left(v.text, 120)), coalesce(nullif(t.currency, ''), c.currency_id), o.amount, abs(s.amount),
       o.amount, abs(s.amount), coalesce(t.fact_on, v.posting_on), v.posting_on,
       coalesce(t.due_on, coalesce(t.fact_on, v.posting_on) + coalesce(k.credit_days, s.days)), v.id, v.run_id
  FROM summed s JOIN core_company c ON c.id = %(company)s
  JOIN finance_voucher v ON v.company_id = c.id AND v.id = s.voucher_id AND v.id = ANY(%(ids)s::bigint[])
  JOIN finance_account a ON a.company_id = c.id AND a.id = s.account_id
  LEFT JOIN told t ON t.voucher_id = v.id
  LEFT JOIN finance_creditterm k ON s.is_owed AND k.party_id = s.party_id AND k.method <> 'prepaid'
  LEFT JOIN foreign_amount f ON f.voucher_id = v.id AND f.account = a.code
 CROSS JOIN LATERAL (SELECT coalesce(f.amount, abs(s.amount)) AS amount) o
 WHERE s.amount <> 0
 ORDER BY v.id, s.account_id

-- keep --   The default accounts, where a company has none.
INSERT INTO finance_itemaccount (company_id, account_id, side, days)
SELECT %(company)s, a.id, g.side, g.days
  FROM unnest(%(codes)s::text[], %(sides)s::text[], %(days)s::int[]) AS g(code, side, days)
  JOIN finance_account a ON a.company_id = %(company)s AND a.code = g.code AND NOT a.is_group
 WHERE NOT EXISTS (SELECT FROM finance_itemaccount o WHERE o.company_id = %(company)s)
RETURNING account_id

-- earlier --   What was posted on these accounts before they kept items: events that are no shop's, vouchers by hand.
WITH voucher AS MATERIALIZED (
    SELECT v.id, v.origin
      FROM finance_vouchertotal t
      JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id
      LEFT JOIN core_unit u ON u.id = v.unit_id
     WHERE t.company_id = %(company)s AND t.account_id = ANY(%(accounts)s::bigint[])
       AND (v.origin = 'manual' OR u.kind IS DISTINCT FROM 'shop')
)
SELECT id, false AS automatic FROM voucher WHERE origin = 'manual'
UNION
SELECT l.event_id, true
  FROM finance_journalline j
  JOIN finance_eventline l ON l.company_id = j.company_id AND l.id = j.id
 WHERE j.company_id = %(company)s
   AND j.voucher_id = ANY(ARRAY(SELECT id FROM voucher WHERE origin = 'automatic'))
 ORDER BY 1
