-- accounts --   Ledger accounts of the bank that statements speak of: both balances at a month's end, and how far statements reach.
WITH own AS (
    SELECT b.account_id, min(s.last_on) AS stated_to, min(s.first_on) AS since,
           sum(s.opening + s.moved) AS stated
      FROM finance_bankaccount b
      JOIN LATERAL (
           SELECT max(s.stated_on) FILTER (WHERE s.stated_on < %(after)s::date) AS last_on,
                  (array_agg(s.opening ORDER BY s.year, s.sequence))[1] AS opening,
                  least(min(s.stated_on), (SELECT min(l.booked_on) FROM finance_bankline l
                         WHERE l.company_id = b.company_id AND l.bank_account_id = b.id)) AS first_on,
                  (SELECT coalesce(sum(l.amount), 0) FROM finance_bankline l
                    WHERE l.company_id = b.company_id AND l.bank_account_id = b.id AND l.booked_on < %(after)s::date) AS moved
             FROM finance_bankstatement s
            WHERE s.company_id = b.company_id AND s.bank_account_id = b.id) AS s
        ON s.opening IS NOT NULL AND s.first_on < %(after)s::date
     WHERE b.company_id = %(company)s
     GROUP BY b.account_id
)
SELECT a.id, a.code, a.name_en, a.name_zh, coalesce(a.currency_id, c.currency_id) AS currency,
       ARRAY(SELECT b.id FROM finance_bankaccount b WHERE b.company_id = c.id AND b.account_id = a.id) AS banks,
       o.stated, o.stated_to, o.since,
       CASE WHEN a.currency_id IS NULL
            THEN (SELECT coalesce(sum(m.debit - m.credit), 0) FROM finance_accountbalance m
                   WHERE m.company_id = c.id AND m.account_id = a.id AND m.month < %(after)s::date)
            ELSE (SELECT coalesce(sum(m.debit - m.credit), 0) FROM finance_currencybalance m
                   WHERE m.company_id = c.id AND m.account_id = a.id AND m.month < %(after)s::date) END AS books
  FROM own o
  JOIN core_company c ON c.id = %(company)s
  JOIN finance_account a ON a.company_id = c.id AND a.id = o.account_id
 ORDER BY a.code

-- lines --   Lines that say what they are by themselves, and what they have booked by a month's end; open ones have booked nothing.
-- What was matched long ago and never taken back has two equal sides.
SELECT 'line' AS kind, l.id AS document_id, l.id AS line_id, l.statement_id, l.booked_on AS "on", l.reference AS number,
       coalesce(nullif(l.counterparty, ''), l.text) AS text, l.bank, l.books, sum(l.bank - l.books) OVER () AS altogether
  FROM (SELECT l.id, l.statement_id, l.booked_on, l.reference, l.counterparty, l.text, coalesce(k.amount, 0) AS books,
               CASE WHEN l.booked_on < %(after)s::date THEN l.amount ELSE 0 END AS bank
          FROM finance_bankline l
          LEFT JOIN LATERAL (
               SELECT sum(CASE WHEN e.kind = 'bank_booked' THEN 1 ELSE -1 END * coalesce(f.amount, n.amount)
                          * CASE WHEN split_part(n.component, '@', 1) IN ('fee', 'refund', 'prepaid') THEN -1 ELSE 1 END) AS amount
                 FROM finance_event e
                 JOIN finance_eventline n ON n.company_id = e.company_id AND n.event_id = e.id
                 LEFT JOIN finance_eventcurrency f ON f.company_id = n.company_id AND f.id = n.id
                WHERE e.company_id = l.company_id AND e.document_id = l.id AND e.posting_on < %(after)s::date
                  AND e.kind IN ('bank_booked', 'bank_unbooked')
                  AND NOT EXISTS (SELECT FROM finance_eventpending w WHERE w.event_id = e.id)) AS k ON true
         WHERE l.company_id = %(company)s AND l.bank_account_id = ANY(%(banks)s::bigint[])
           AND (l.state = 'open' OR l.booked_on >= %(near)s::date OR l.note <> '')
           AND (l.use IS NULL OR l.use NOT IN ('payment', 'receipt', 'booked'))) AS l
 WHERE l.bank <> l.books
 ORDER BY 4, 2
 LIMIT %(shown)s

-- payments --   Payments by what the bank's lines say of them, and by what the books say by a month's end.
SELECT 'payment' AS kind, p.id AS document_id, p.line_id, p.statement_id, coalesce(p.booked_on, p.paid_on) AS "on",
       p.number, p.payee AS text, p.bank, p.books, sum(p.bank - p.books) OVER () AS altogether
  FROM (SELECT p.id, p.number, p.payee, p.paid_on, l.id AS line_id, l.statement_id, l.booked_on,
               coalesce(k.amount, 0) AS books, CASE WHEN l.booked_on < %(after)s::date THEN l.amount ELSE 0 END AS bank, k.first_on
          FROM finance_paymentrequest p
          LEFT JOIN finance_bankline l ON l.company_id = p.company_id AND l.document_id = p.id AND l.use = 'payment'
          LEFT JOIN LATERAL (
               SELECT sum(CASE WHEN e.kind = 'payment_made' THEN -1 ELSE 1 END * coalesce(f.amount, n.amount)) AS amount,
                      min(e.posting_on) AS first_on
                 FROM finance_event e
                 JOIN finance_eventline n ON n.company_id = e.company_id AND n.event_id = e.id
                 LEFT JOIN finance_eventcurrency f ON f.company_id = n.company_id AND f.id = n.id
                WHERE e.company_id = p.company_id AND e.document_id = p.id AND e.posting_on < %(after)s::date
                  AND e.kind IN ('payment_made', 'payment_unmade')
                  AND NOT EXISTS (SELECT FROM finance_eventpending w WHERE w.event_id = e.id)) AS k ON true
         WHERE p.company_id = %(company)s AND p.bank_account_id = ANY(%(banks)s::bigint[])
           AND (p.state IN ('sent', 'paid') OR l.id IS NOT NULL)
           AND (l.id IS NULL OR greatest(l.booked_on, p.paid_on) >= %(near)s::date)
       ) AS p
 WHERE p.bank <> p.books AND (p.line_id IS NOT NULL OR p.first_on >= %(since)s::date)
 ORDER BY 4, 2
 LIMIT %(shown)s

-- receipts --   Receipts by the bank's lines, and by whether what they pay is in the books by a month's end.
SELECT 'receipt' AS kind, r.id AS document_id, r.line_id, r.statement_id, coalesce(r.booked_on, r.received_on) AS "on",
       r.bank_number AS number, r.payer AS text, r.bank, r.books, sum(r.bank - r.books) OVER () AS altogether
  FROM (SELECT r.id, r.bank_number, r.payer, r.received_on, l.id AS line_id, l.statement_id, l.booked_on, e.posting_on,
               CASE WHEN l.booked_on < %(after)s::date THEN l.amount ELSE 0 END AS bank,
               CASE WHEN e.posting_on IS NULL THEN 0 ELSE r.amount END AS books
          FROM finance_bankreceipt r
          LEFT JOIN finance_bankline l ON l.company_id = r.company_id AND l.document_id = r.id AND l.use = 'receipt'
          LEFT JOIN LATERAL (
               SELECT min(e.posting_on) AS posting_on FROM finance_event e
                WHERE e.company_id = r.company_id AND e.document_id = r.document_id AND e.kind = 'payout_received'
                  AND e.posting_on < %(after)s::date
                  AND NOT EXISTS (SELECT FROM finance_eventpending w WHERE w.event_id = e.id)) AS e ON r.state = 'tied'
         WHERE r.company_id = %(company)s AND r.account_id = %(account)s) AS r
 WHERE r.bank <> r.books AND (r.line_id IS NOT NULL OR r.posting_on >= %(since)s::date)
 ORDER BY 4, 2
 LIMIT %(shown)s

-- vouchers --   Vouchers by hand on the account, in its currency, and the lines that somebody has tied to them by a month's end.
SELECT 'voucher' AS kind, v.id AS document_id, v.line_id, NULL::bigint AS statement_id, coalesce(v.booked_on, v.posting_on) AS "on",
       v.number, v.text, v.bank, v.books, sum(v.bank - v.books) OVER () AS altogether
  FROM (SELECT v.id, v.number, v.text, v.posting_on, l.line_id, l.booked_on, coalesce(l.amount, 0) AS bank,
               CASE WHEN v.posting_on >= %(after)s::date THEN 0 WHEN a.currency_id IS NULL THEN t.debit - t.credit
                    ELSE coalesce(f.amount, 0) END AS books
          FROM finance_account a
          JOIN finance_vouchertotal t ON t.company_id = a.company_id AND t.account_id = a.id
          JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id AND v.origin = 'manual'
          LEFT JOIN LATERAL (
               SELECT sum(c.amount) AS amount
                 FROM finance_journalline j
                 JOIN finance_currencyline c ON c.company_id = j.company_id AND c.id = j.id AND c.account_id = a.id
                WHERE j.company_id = v.company_id AND j.voucher_id = v.id) AS f ON a.currency_id IS NOT NULL
          LEFT JOIN LATERAL (
               SELECT min(l.id) AS line_id, min(l.booked_on) AS booked_on,
                      sum(l.amount) FILTER (WHERE l.booked_on < %(after)s::date) AS amount
                 FROM finance_bankline l
                WHERE l.company_id = v.company_id AND l.document_id = v.id AND l.use = 'booked'
                  AND l.bank_account_id = ANY(%(banks)s::bigint[])) AS l ON true
         WHERE a.company_id = %(company)s AND a.id = %(account)s) AS v
 WHERE v.bank <> v.books AND (v.line_id IS NOT NULL OR v.posting_on >= %(since)s::date)
 ORDER BY 4, 2
 LIMIT %(shown)s
