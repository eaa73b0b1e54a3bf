-- judge --   Any order of the company.
SELECT i.id, CASE WHEN o.id IS NULL THEN 'not_found' ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_order o ON o.id = i.id AND o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- next_round --   The round is part of what signs a link.
INSERT INTO sales_customerlink (company_id, order_id, round)
SELECT %(company)s, i.id, 1 FROM unnest(%(ids)s::bigint[]) AS i(id) ORDER BY i.id
ON CONFLICT (company_id, order_id) DO UPDATE SET round = sales_customerlink.round + 1
