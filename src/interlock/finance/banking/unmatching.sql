-- payments --   The payments that lines are.
SELECT document_id AS id FROM finance_bankline
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND use = 'payment'

-- booked --   What each line has booked and nothing has taken back: its own event, or that of the payment it made.
SELECT l.id AS line_id, e.id AS event_id, e.kind, e.document_id, e.party_id, w.event_id IS NULL AS posted
  FROM finance_bankline l
  JOIN LATERAL (
       SELECT e.id, e.kind, e.document_id, e.party_id, e.run_id FROM finance_event e
        WHERE e.company_id = l.company_id
          AND e.document_id = CASE WHEN l.use = 'payment' THEN l.document_id ELSE l.id END
          AND e.kind = CASE WHEN l.use = 'payment' THEN 'payment_made' ELSE 'bank_booked' END
        ORDER BY e.id DESC LIMIT 1) AS e ON true
  LEFT JOIN finance_eventpending w ON w.company_id = l.company_id AND w.event_id = e.id
  LEFT JOIN core_run r ON r.company_id = l.company_id AND r.id = e.run_id
 WHERE l.company_id = %(company)s AND l.id = ANY(%(ids)s::bigint[]) AND l.state = 'matched'
   AND l.use NOT IN ('receipt', 'booked')
   AND (l.use <> 'payment' OR r.operation IN ('finance.match_bank_lines', 'finance.book_bank_lines'))

-- items --   The items that these documents made.
SELECT id FROM finance_openitem WHERE company_id = %(company)s AND document_id = ANY(%(documents)s::bigint[])

-- judge --   What pays a document is undone there first; what is not in the journal yet is reversed once it is.
SELECT i.id,
       CASE WHEN l.id IS NULL THEN 'not_found' WHEN l.state = 'open' THEN 'already' WHEN r.state = 'tied' THEN 'receipt_tied'
            WHEN NOT b.posted THEN 'not_posted'
            WHEN l.booked_on > %(posting)s::date OR a.applied_on > %(posting)s::date THEN 'too_early'
            WHEN p.state IS DISTINCT FROM 'open' THEN 'period_closed' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_bankline l ON l.company_id = %(company)s AND l.id = i.id AND l.id = ANY(%(ids)s::bigint[])
  LEFT JOIN finance_bankreceipt r ON l.use = 'receipt' AND r.company_id = l.company_id AND r.id = l.document_id
  LEFT JOIN unnest(%(booked)s::bigint[], %(documents)s::bigint[], %(posted)s::boolean[]) AS b(id, document_id, posted)
         ON b.id = l.id
  LEFT JOIN LATERAL (
       SELECT max(a.applied_on) AS applied_on
         FROM finance_openitem o
         JOIN finance_itemapplication a ON a.company_id = o.company_id AND o.id IN (a.debit_item_id, a.credit_item_id)
        WHERE o.company_id = l.company_id AND o.document_id = b.document_id) AS a ON true
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'finance'
                         AND p.month = date_trunc('month', %(posting)s::date)::date
 ORDER BY i.place

-- original_lines --   What is taken back.
SELECT l.id, e.document_id, l.component, l.line_id, l.amount
  FROM finance_event e
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id AND l.event_id = ANY(%(ids)s::bigint[])
 WHERE e.company_id = %(company)s AND e.id = ANY(%(ids)s::bigint[])
 ORDER BY l.id

-- reversals --   Which line each new one takes back: a document may have been booked and taken back before.
INSERT INTO finance_reversal (id, company_id, event_id, reversed_id)
SELECT n.id, %(company)s, n.event_id, o.id
  FROM finance_eventline o
  JOIN finance_eventline n ON n.company_id = o.company_id AND n.event_id = ANY(%(events)s::bigint[])
                          AND n.line_id = o.line_id AND n.component = o.component
 WHERE o.company_id = %(company)s AND o.id = ANY(%(originals)s::bigint[])
 ORDER BY n.id

-- currencies --   In the currency that what is taken back was in.
INSERT INTO finance_eventcurrency (id, company_id, event_id, currency, amount)
SELECT r.id, r.company_id, r.event_id, c.currency, c.amount
  FROM finance_reversal r
  JOIN finance_eventcurrency c ON c.company_id = r.company_id AND c.id = r.reversed_id
 WHERE r.company_id = %(company)s AND r.event_id = ANY(%(events)s::bigint[])

-- payments_back --   At the bank again, and their runs wait again; out of a withdrawn run they are approved again.
WITH back AS (
    UPDATE finance_paymentrequest p
       SET state = CASE WHEN r.state = 'withdrawn' THEN 'approved' ELSE 'sent' END,
           payment_run_id = CASE WHEN r.state = 'withdrawn' THEN NULL ELSE p.payment_run_id END,
           paid_on = NULL, bank_status = '', bank_reference = ''
      FROM finance_paymentrun r
     WHERE p.company_id = %(company)s AND p.id = ANY(%(ids)s::bigint[]) AND p.state = 'paid'
       AND r.company_id = p.company_id AND r.id = p.payment_run_id
    RETURNING p.payment_run_id
)
UPDATE finance_paymentrun r SET state = 'sent'
  FROM (SELECT DISTINCT payment_run_id AS id FROM back) AS b
 WHERE r.company_id = %(company)s AND r.id = b.id AND r.state = 'done'

-- receipts --   Receipts that came by these lines and pay nothing.
SELECT l.document_id
  FROM finance_bankline l
  JOIN finance_bankreceipt b ON b.company_id = l.company_id AND b.id = l.document_id AND b.state = 'open'
  JOIN core_run r ON r.company_id = b.company_id AND r.id = b.run_id
 WHERE l.company_id = %(company)s AND l.id = ANY(%(ids)s::bigint[]) AND l.use = 'receipt'
   AND r.operation IN ('finance.match_bank_lines', 'finance.book_bank_lines')

-- open --   Not known again, and why.
UPDATE finance_bankline SET state = 'open', use = NULL, way = NULL, party_id = NULL, document_id = NULL, note = %(reason)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'matched'

-- drop_receipts --   Nobody has tied them meanwhile.
DELETE FROM finance_bankreceipt WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'open'

-- pairs --   Items of a booking and of what took it back, both open: the latest of each.
SELECT DISTINCT ON (n.document_id, n.account_id)
       CASE WHEN n.direction = 'debit' THEN n.id ELSE o.id END AS debit_id,
       CASE WHEN n.direction = 'debit' THEN o.id ELSE n.id END AS credit_id, greatest(n.posting_on, o.posting_on) AS day
  FROM finance_openitem n
  JOIN finance_openitem o ON o.company_id = n.company_id AND o.document_id = n.document_id AND o.account_id = n.account_id
   AND o.party_id IS NOT DISTINCT FROM n.party_id AND o.direction <> n.direction AND o.amount = n.amount
   AND o.kind = CASE n.kind WHEN 'bank_unbooked' THEN 'bank_booked' ELSE 'payment_made' END AND o.open_amount = o.amount
   AND o.id < n.id
 WHERE n.company_id = %(company)s AND n.kind IN ('bank_unbooked', 'payment_unmade') AND n.open_amount = n.amount
 ORDER BY n.document_id, n.account_id, o.id DESC
