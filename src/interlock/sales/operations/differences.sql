-- lock --   The difference's row is the lock of everything about it.
SELECT id FROM sales_difference WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge --   Of an order we know, posted, small enough, in an open month.
SELECT i.id,
       CASE WHEN d.id IS NULL THEN 'not_found'
            WHEN d.state IN ('accepted', 'matched') THEN 'already'
            WHEN d.result NOT IN ('short_paid', 'over_paid', 'refund_differs') THEN 'not_acceptable'
            WHEN s.state NOT IN ('posted', 'paid') THEN 'not_posted'
            WHEN abs(d.amount) > coalesce(m.write_off_limit, 0) THEN 'over_limit'
            WHEN p.id IS NULL THEN 'period_closed'
            ELSE 'done' END AS code,
       jsonb_strip_nulls(jsonb_build_object('amount', d.amount, 'limit', m.write_off_limit)) AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_difference d ON d.id = i.id AND d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
  LEFT JOIN sales_statement s ON s.company_id = d.company_id AND s.id = d.statement_id
  LEFT JOIN sales_shop h ON h.company_id = d.company_id AND h.id = d.shop_id
  LEFT JOIN LATERAL (SELECT write_off_limit FROM sales_statementmapping n
                      WHERE n.company_id = h.company_id AND n.channel_id = h.channel_id
                        AND (n.shop_id IS NULL OR n.shop_id = h.id)
                      ORDER BY n.shop_id NULLS LAST LIMIT 1) m ON true
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'sales' AND p.state = 'open'
                         AND p.month = date_trunc('month', %(on)s::date)::date
 ORDER BY i.place

-- accept --   Nobody waits for it any longer.
UPDATE sales_difference d SET state = 'accepted', note = %(note)s, ended_run_id = %(run)s
  FROM sales_shop h
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[]) AND d.state IN ('open', 'handed_back')
   AND h.company_id = d.company_id AND h.id = d.shop_id
RETURNING d.id, d.line_id, d.amount, h.unit_id, h.customer_id

-- judge_handing_back --   Still open, and somebody answers for it.
SELECT i.id,
       CASE WHEN d.id IS NULL THEN 'not_found'
            WHEN d.state IN ('accepted', 'matched') THEN 'accepted'
            WHEN h.owner_id IS NULL THEN 'no_owner'
            WHEN d.state = 'handed_back' AND d.note = %(note)s THEN 'already'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_difference d ON d.id = i.id AND d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
  LEFT JOIN sales_shop h ON h.company_id = d.company_id AND h.id = d.shop_id
 ORDER BY i.place

-- hand_back --   It waits for the shop's owner now, who reads what is asked.
UPDATE sales_difference SET state = 'handed_back', note = %(note)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state IN ('open', 'handed_back')
