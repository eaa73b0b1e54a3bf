-- invoices_found --   The tax invoices a filter finds, newest first, by key.
SELECT h.id, h.amount
  FROM finance_taxinvoice h
 WHERE h.company_id = %(company)s AND (%(before)s::bigint IS NULL OR h.id < %(before)s)
   AND (%(state)s::text IS NULL OR h.state = CASE %(state)s WHEN 'made_out' THEN 'issued' WHEN 'at_office' THEN 'sending'
                                                 WHEN 'to_send' THEN 'requested' ELSE %(state)s END)
   AND (%(kind)s::text IS NULL OR h.kind = %(kind)s)
   AND (%(first)s::date IS NULL OR coalesce(h.issued_on, h.requested_on) >= %(first)s)
   AND (%(last)s::date IS NULL OR coalesce(h.issued_on, h.requested_on) <= %(last)s)
   AND (%(least)s::numeric IS NULL OR h.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR h.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR h.number LIKE %(term)s || '%%' OR h.invoice_number = %(term)s
        OR h.buyer_name LIKE %(term)s || '%%')
 ORDER BY h.id DESC
 LIMIT %(size)s

-- invoices --   Some tax invoices as a list shows them.
SELECT h.id, h.number, h.kind, h.mode, CASE h.state WHEN 'issued' THEN 'made_out' WHEN 'sending' THEN 'at_office'
       WHEN 'requested' THEN 'to_send' ELSE h.state END AS state, h.buyer_name, h.buyer_code,
       h.net_amount, h.tax_amount, h.amount, h.invoice_number, h.issued_on, h.requested_on, h.reason, u.code AS unit
  FROM finance_taxinvoice h LEFT JOIN core_unit u ON u.id = h.unit_id
 WHERE h.company_id = %(company)s AND h.id = ANY(%(ids)s::bigint[])
 ORDER BY h.id DESC

-- invoice --   One tax invoice, with what it takes back.
SELECT h.id, h.company_id, h.number, h.kind, h.mode, CASE h.state WHEN 'issued' THEN 'made_out' WHEN 'sending' THEN 'at_office'
       WHEN 'requested' THEN 'to_send' ELSE h.state END AS state, h.requested_on, h.buyer_name, h.buyer_code, h.buyer_email, h.net_amount,
       h.tax_amount, h.amount, h.invoice_number, h.issued_on, h.reason, h.original_id, o.number AS original, h.file_id, h.version,
       o.invoice_number AS original_number, u.name_en AS unit_en, u.name_zh AS unit_zh
  FROM finance_taxinvoice h
  LEFT JOIN finance_taxinvoice o ON o.company_id = h.company_id AND o.id = h.original_id
  LEFT JOIN core_unit u ON u.id = h.unit_id
 WHERE h.id = %(id)s

-- lines --   Its lines.
SELECT l.id, l.line_number, l.name, l.measure, l.quantity, l.tax_pct, l.net_amount, l.tax_amount, l.red_net_amount,
       l.red_tax_amount
  FROM finance_taxinvoiceline l WHERE l.company_id = %(company)s AND l.invoice_id = %(id)s ORDER BY l.line_number LIMIT 500

-- sources --   The deliveries whose revenue stands on it.
SELECT p.document_id, d.number, sum(p.net_amount + p.tax_amount) AS amount
  FROM finance_taxinvoicepart p
  LEFT JOIN sales_delivery d ON d.company_id = p.company_id AND d.id = p.document_id
 WHERE p.company_id = %(company)s AND p.invoice_id = %(id)s
 GROUP BY p.document_id, d.number ORDER BY p.document_id LIMIT 200

-- reds --   The red letters that take it back.
SELECT h.id, h.number, CASE h.state WHEN 'issued' THEN 'made_out' WHEN 'sending' THEN 'at_office'
       WHEN 'requested' THEN 'to_send' ELSE h.state END AS state, h.invoice_number, h.amount
  FROM finance_taxinvoice h
 WHERE h.company_id = %(company)s AND h.kind = 'red' AND h.original_id = %(id)s ORDER BY h.id

-- inputs_found --   The input invoices a filter finds, newest first, by key.
SELECT h.id, h.amount
  FROM finance_inputinvoice h
 WHERE h.company_id = %(company)s AND (%(before)s::bigint IS NULL OR h.id < %(before)s)
   AND (%(state)s::text IS NULL OR h.state = CASE %(state)s WHEN 'taken_in' THEN 'received' ELSE %(state)s END)
   AND (%(first)s::date IS NULL OR h.issued_on >= %(first)s)
   AND (%(last)s::date IS NULL OR h.issued_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR h.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR h.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR h.number LIKE %(term)s || '%%' OR h.seller_name LIKE %(term)s || '%%')
 ORDER BY h.id DESC
 LIMIT %(size)s

-- inputs --   Some input invoices as a list shows them.
SELECT h.id, h.number, CASE h.state WHEN 'received' THEN 'taken_in' ELSE h.state END AS state, h.seller_name, h.seller_code,
       h.issued_on, h.received_on, h.net_amount, h.tax_amount, h.amount, h.month, h.reason
  FROM finance_inputinvoice h
 WHERE h.company_id = %(company)s AND h.id = ANY(%(ids)s::bigint[])
 ORDER BY h.id DESC

-- input --   One input invoice.
SELECT h.id, h.company_id, h.number, CASE h.state WHEN 'received' THEN 'taken_in' ELSE h.state END AS state, h.seller_name,
       h.seller_code, h.party_id, h.issued_on, h.received_on, h.verified_on, h.net_amount, h.tax_amount, h.amount, h.month,
       h.is_special, h.reason, h.file_id, h.bill_kind, h.bill_id, h.version
  FROM finance_inputinvoice h WHERE h.id = %(id)s

-- input_lines --   Its lines.
SELECT l.line_number, l.name, l.measure, l.quantity, l.tax_pct, l.net_amount, l.tax_amount
  FROM finance_inputinvoiceline l WHERE l.company_id = %(company)s AND l.invoice_id = %(id)s ORDER BY l.line_number LIMIT 500

-- messages_found --   The messages to offices a filter finds, newest first, by key.
SELECT m.id, 0::numeric AS amount
  FROM finance_gatewaymessage m
 WHERE m.company_id = %(company)s AND (%(before)s::bigint IS NULL OR m.id < %(before)s)
   AND (%(state)s::text IS NULL OR m.state = CASE %(state)s WHEN 'to_call' THEN 'waiting' WHEN 'not_reached' THEN 'failed'
                                                 ELSE %(state)s END)
   AND (%(kind)s::text IS NULL OR m.kind = %(kind)s)
   AND (%(first)s::date IS NULL OR m.asked_on >= %(first)s)
   AND (%(last)s::date IS NULL OR m.asked_on <= %(last)s)
 ORDER BY m.id DESC
 LIMIT %(size)s

-- messages --   Some of them as a list shows them.
SELECT m.id, m.id::text AS number, m.kind, CASE m.state WHEN 'waiting' THEN 'to_call' WHEN 'failed' THEN 'not_reached'
       ELSE m.state END AS state, m.attempts, m.fault, m.last_status, m.last_tried_at, m.next_try_at, m.document_id,
       coalesce(m.body ->> 'request', m.body ->> 'month') AS request
  FROM finance_gatewaymessage m
 WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[])
 ORDER BY m.id DESC

-- numbers --   What deliveries are called.
SELECT id, number FROM sales_delivery WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
