-- days --   The days that what they tell is posted on, or days of the same months.
SELECT DISTINCT asked_on FROM finance_gatewaymessage
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND kind IN ('verify', 'deduct')

-- lock_messages --   By id.
SELECT id FROM finance_gatewaymessage WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- lock_invoices --   The invoices the messages are about, by id.
SELECT h.id FROM finance_taxinvoice h
 WHERE h.company_id = %(company)s AND h.id = ANY(ARRAY(
       SELECT document_id FROM finance_gatewaymessage
        WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND kind = 'issue'))
 ORDER BY h.id FOR NO KEY UPDATE

-- lock_inputs --   The input invoices the messages are about, by id.
SELECT h.id FROM finance_inputinvoice h
 WHERE h.company_id = %(company)s AND h.id = ANY(ARRAY(
       SELECT document_id FROM finance_gatewaymessage
        WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND kind IN ('verify', 'deduct')))
 ORDER BY h.id FOR NO KEY UPDATE

-- judge --   Waits for its answer.
SELECT i.id, CASE WHEN m.id IS NULL THEN 'not_found' WHEN m.state <> 'waiting' THEN 'already' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_gatewaymessage m ON m.company_id = %(company)s AND m.id = i.id AND m.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- messages --   What was asked.
SELECT id, kind, document_id, asked_on, body FROM finance_gatewaymessage
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) ORDER BY id

-- answered --   The answer stays with the message.
UPDATE finance_gatewaymessage m
   SET state = g.state, last_status = g.status, fault = g.fault, answer = g.answer::jsonb, next_try_at = NULL
  FROM unnest(%(go)s::bigint[], %(states)s::text[], %(statuses)s::int[], %(faults)s::text[], %(answers)s::text[])
       AS g(id, state, status, fault, answer)
 WHERE m.company_id = %(company)s AND m.id = g.id AND m.id = ANY(%(go)s::bigint[])

-- issued --   Issued under the office's number, or refused with its reason.
UPDATE finance_taxinvoice h
   SET state = g.state, invoice_number = g.number, issued_on = g.day, file_id = g.file, version = h.version + 1,
       reason = CASE WHEN g.reason = '' THEN h.reason ELSE g.reason END
  FROM unnest(%(ids)s::bigint[], %(states)s::text[], %(numbers)s::text[], %(days)s::date[], %(files)s::bigint[],
              %(reasons)s::text[]) AS g(id, state, number, day, file, reason)
 WHERE h.company_id = %(company)s AND h.id = g.id AND h.id = ANY(%(ids)s::bigint[]) AND h.state = 'sending'

-- inputs --   What the office said of input invoices.
UPDATE finance_inputinvoice h
   SET state = g.state, verified_on = CASE WHEN g.state IN ('received', 'refused') THEN NULL ELSE g.verified END,
       month = g.month, reason = g.reason, version = h.version + 1
  FROM unnest(%(ids)s::bigint[], %(states)s::text[], %(verified)s::date[], %(months)s::date[], %(reasons)s::text[])
       AS g(id, state, verified, month, reason)
 WHERE h.company_id = %(company)s AND h.id = g.id AND h.id = ANY(%(ids)s::bigint[])
   AND h.state IN ('verifying', 'deducting')

-- input_rows --   The invoices with what is posted of them; one whose bill was taken back belongs to none.
SELECT h.id, h.party_id, h.net_amount, h.tax_amount, h.verified_on, h.month, h.is_special,
       CASE WHEN h.bill_kind = 'bill' AND b.state IS DISTINCT FROM 'posted' THEN '' ELSE h.bill_kind END AS bill_kind
  FROM finance_inputinvoice h
  LEFT JOIN finance_itemdocument b ON b.company_id = h.company_id AND b.id = h.bill_id AND h.bill_kind = 'bill'
 WHERE h.company_id = %(company)s AND h.id = ANY(%(ids)s::bigint[]) ORDER BY h.id

-- month --   What the office counts of a month.
UPDATE finance_taxmonth
   SET asked_at = statement_timestamp(), output_tax_amount = %(output)s::numeric, input_tax_amount = %(input)s::numeric,
       answer = %(answer)s::jsonb
 WHERE company_id = %(company)s AND id = %(id)s
