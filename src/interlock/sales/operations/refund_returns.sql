-- judge --   Looked at, or never to come back, in an open month.
SELECT i.id,
       CASE WHEN r.id IS NULL THEN 'not_found'
            WHEN r.state = 'cancelled' THEN 'cancelled'
            WHEN r.state = 'refunded' THEN 'already'
            WHEN r.kind <> 'refund_only' AND r.state <> 'inspected' THEN 'not_inspected'
            WHEN p.id IS NULL THEN 'period_closed'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_return r ON r.id = i.id AND r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[])
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'sales' AND p.state = 'open'
                         AND p.month = date_trunc('month', %(on)s::date)::date
 ORDER BY i.place

-- lines --   Money without goods takes effect: revenue reversed, or less of it to come.
UPDATE sales_returnline l SET reverses = g.reverses
  FROM unnest(%(lines)s::bigint[], %(reverses)s::boolean[]) AS g(id, reverses)
 WHERE l.company_id = %(company)s AND l.id = g.id AND l.id = ANY(%(lines)s::bigint[])

-- refund --   Paid.
UPDATE sales_return SET state = 'refunded', refunded_on = %(on)s, version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state IN ('announced', 'inspected')

-- orders --   Whose timeline tells it too, and whether they draw from credit.
SELECT DISTINCT r.order_id, EXISTS (SELECT FROM finance_creditentry e
                                     WHERE e.company_id = %(company)s AND e.document_id = r.order_id) AS credited
  FROM sales_return r WHERE r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[]) ORDER BY 1

-- judge_cancel --   Nothing has happened yet.
SELECT i.id,
       CASE WHEN r.id IS NULL THEN 'not_found'
            WHEN r.state = 'cancelled' THEN 'already'
            WHEN r.state <> 'announced' THEN 'goods_are_back'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_return r ON r.id = i.id AND r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- cancel --   It never came.
UPDATE sales_return SET state = 'cancelled', version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'announced'
