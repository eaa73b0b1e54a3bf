-- judge --   Held over credit; whether that is all that holds it.
SELECT i.id,
       CASE WHEN o.id IS NULL THEN 'not_found'
            WHEN o.state = 'cancelled' THEN 'cancelled'
            WHEN o.state IN ('reviewed', 'reserved', 'released', 'shipped', 'recognised') THEN 'already'
            WHEN o.state <> 'held' THEN 'not_held'
            WHEN h.order_id IS NULL OR NOT h.over THEN 'not_over_credit'
            ELSE 'done' END AS code, NULL::jsonb AS detail, coalesce(h.alone, false) AS alone
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_order o ON o.id = i.id AND o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
  LEFT JOIN (SELECT order_id, bool_or(reason = 'over_credit') AS over, bool_and(reason = 'over_credit') AS alone
               FROM sales_hold
              WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[]) AND state = 'open'
              GROUP BY order_id) h ON h.order_id = o.id
 ORDER BY i.place

-- end_holds --   Who let it pass and why stays with the reason; other reasons stay open.
UPDATE sales_hold h SET state = 'released', ended_run_id = %(run)s, note = n.note
  FROM unnest(%(ids)s::bigint[], %(notes)s::text[]) AS n(order_id, note)
 WHERE h.company_id = %(company)s AND h.order_id = ANY(%(ids)s::bigint[]) AND h.state = 'open'
   AND h.order_id = n.order_id AND h.reason = 'over_credit'

-- advance --   They go on as reviewed.
UPDATE sales_order SET state = CASE resume_state WHEN 'received' THEN 'reviewed' ELSE resume_state END,
       resume_state = NULL, version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'held'

-- facts --   Orders over their credit with their amount and open reasons; the code says why a release would not do.
SELECT o.id, o.number, o.version, o.amount, NULL::numeric AS margin_pct, coalesce(h.reasons, '{}') AS reasons,
       CASE WHEN o.state = 'cancelled' THEN 'cancelled' WHEN o.state <> 'held' THEN 'not_held'
            WHEN h.over IS NOT TRUE THEN 'not_over_credit' ELSE '' END AS code
  FROM sales_order o
  LEFT JOIN (SELECT order_id, array_agg(DISTINCT reason ORDER BY reason) AS reasons,
                    bool_or(reason = 'over_credit') AS over
               FROM sales_hold
              WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[]) AND state = 'open'
              GROUP BY order_id) h ON h.order_id = o.id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
