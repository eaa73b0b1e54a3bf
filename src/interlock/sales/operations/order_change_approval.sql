-- facts --   What a route looks at: the larger of both amounts, and what changes.
SELECT id, number, version, greatest(amount, amount_before) AS amount, NULL::numeric AS margin_pct, reasons,
       CASE state WHEN 'submitted' THEN '' WHEN 'draft' THEN 'not_submitted' ELSE 'not_open' END AS code
  FROM sales_changedocument
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- approve --   The last approver agreed.
UPDATE sales_changedocument SET state = 'approved'
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'submitted'

-- wait --   Approved, and something else stands in the way just now.
UPDATE sales_changedocument d SET why = g.why
  FROM unnest(%(ids)s::bigint[], %(whys)s::text[]) AS g(id, why)
 WHERE d.company_id = %(company)s AND d.id = g.id AND d.id = ANY(%(ids)s::bigint[]) AND d.state = 'approved'

-- return --   With the approver's reason; what has moved on since stays as it is.
UPDATE sales_changedocument d SET state = %(state)s, note = g.note
  FROM unnest(%(ids)s::bigint[], %(notes)s::text[]) AS g(id, note)
 WHERE d.company_id = %(company)s AND d.id = g.id AND d.id = ANY(%(ids)s::bigint[]) AND d.state = 'submitted'

-- today --   The day it is in the company.
SELECT (now() AT TIME ZONE c.time_zone)::date AS day FROM core_company c WHERE c.id = %(company)s
