-- events_of --   Event lines of documents, with the journal line each became.
SELECT e.document_id, e.id AS event_id, e.kind, e.fact_on, e.posting_on, l.component, l.line_id, l.item_id, l.quantity,
       l.amount, w.code AS pending_code, j.id AS journal_line_id, v.id AS voucher_id, v.number AS voucher_number,
       d.code AS debit_code, k.code AS credit_code
  FROM finance_event e
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
  LEFT JOIN finance_eventpending w ON w.company_id = e.company_id AND w.event_id = e.id
  LEFT JOIN finance_journalline j ON j.company_id = l.company_id AND j.id = l.id
  LEFT JOIN finance_voucher v ON v.company_id = j.company_id AND v.id = j.voucher_id
  LEFT JOIN finance_account d ON d.company_id = j.company_id AND d.id = j.debit_account_id
  LEFT JOIN finance_account k ON k.company_id = j.company_id AND k.id = j.credit_account_id
 WHERE e.company_id = %(company)s AND e.document_id = ANY(%(documents)s::bigint[])
 ORDER BY e.document_id, e.id, l.id

-- pending --   What waits, a page.
SELECT e.id AS event_id, e.kind, e.document_id, e.fact_on, e.posting_on, w.code, w.detail,
       (SELECT sum(l.amount) FROM finance_eventline l WHERE l.company_id = e.company_id AND l.event_id = e.id) AS amount
  FROM finance_eventpending w JOIN finance_event e ON e.company_id = w.company_id AND e.id = w.event_id
 WHERE w.company_id = %(company)s AND w.event_id > %(after)s AND (%(code)s::text IS NULL OR w.code = %(code)s)
 ORDER BY w.event_id
 LIMIT %(limit)s
