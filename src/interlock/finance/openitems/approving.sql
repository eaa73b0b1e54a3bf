-- lock_documents --   One order for all.
SELECT id FROM finance_itemdocument WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- facts --   What a route looks at: the amount in the books' currency, and as its reason the kind.
SELECT id, number, version, round(amount * rate, 2) AS amount, NULL::numeric AS margin_pct, ARRAY[kind::text] AS reasons,
       CASE state WHEN 'draft' THEN '' WHEN 'cancelled' THEN 'cancelled' ELSE 'posted' END AS code
  FROM finance_itemdocument
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
