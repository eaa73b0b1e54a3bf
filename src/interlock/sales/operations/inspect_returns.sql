-- judge --   Goods that are here and were not looked at, in an open month.
SELECT i.id,
       CASE WHEN r.id IS NULL THEN 'not_found'
            WHEN r.state = 'cancelled' THEN 'cancelled'
            WHEN r.kind = 'refund_only' THEN 'no_goods'
            WHEN r.state IN ('inspected', 'refunded') THEN 'already'
            WHEN r.state <> 'received' THEN 'not_received'
            WHEN p.id IS NULL THEN 'period_closed'
            WHEN %(location)s::bigint IS NOT NULL AND b.id IS NULL THEN 'foreign_location'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_return r ON r.id = i.id AND r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[])
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'stock' AND p.state = 'open'
                         AND p.month = date_trunc('month', %(on)s::date)::date
  LEFT JOIN stock_location b ON b.company_id = %(company)s AND b.id = %(location)s::bigint
 ORDER BY i.place

-- lines --   What of it was of no use.
UPDATE sales_returnline l SET scrapped_quantity = g.quantity
  FROM unnest(%(lines)s::bigint[], %(quantities)s::numeric[]) AS g(id, quantity)
 WHERE l.company_id = %(company)s AND l.id = g.id AND l.id = ANY(%(lines)s::bigint[])

-- advance --   Looked at.
UPDATE sales_return SET state = 'inspected', inspected_on = %(on)s, version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'received'
