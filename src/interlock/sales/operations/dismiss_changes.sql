-- judge --   A message is open, and no hold waits for somebody to settle it.
SELECT i.id,
       CASE WHEN o.id IS NULL THEN 'not_found'
            WHEN o.state = 'held' THEN 'held'
            WHEN c.is_open THEN 'done'
            WHEN c.order_id IS NOT NULL THEN 'already'
            ELSE 'no_change' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_order o ON o.id = i.id AND o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
  LEFT JOIN (SELECT order_id, bool_or(state = 'open') AS is_open FROM sales_orderchange
              WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[]) GROUP BY order_id) c ON c.order_id = o.id
 ORDER BY i.place

-- dismiss --   Ours stays, and why is kept with the message.
UPDATE sales_orderchange SET state = 'dismissed', note = %(note)s
 WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[]) AND state = 'open'
