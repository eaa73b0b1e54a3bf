-- lock_drafts --   One order for all.
SELECT id FROM finance_voucherdraft WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- facts --   What a route looks at: the amount, and as its reason how the voucher came about.
SELECT id, number, version, amount, NULL::numeric AS margin_pct, ARRAY[kind::text] AS reasons,
       CASE state WHEN 'submitted' THEN '' WHEN 'cancelled' THEN 'cancelled' WHEN 'posted' THEN 'posted'
                  ELSE 'not_submitted' END AS code
  FROM finance_voucherdraft
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- hand_back --   With the approver's reason; what has moved on since stays as it is.
UPDATE finance_voucherdraft d SET state = 'sent_back', note = n.note
  FROM unnest(%(ids)s::bigint[], %(notes)s::text[]) AS n(id, note)
 WHERE d.company_id = %(company)s AND d.id = n.id AND d.id = ANY(%(ids)s::bigint[]) AND d.state = 'submitted'
