-- judge --   Every open reason must be one that its channel lets a person release.
WITH reason AS (
    SELECT h.order_id, jsonb_agg(DISTINCT h.reason) FILTER (WHERE NOT (h.check_code = '' OR c.releasable OR h.reason = 'over_credit')) AS fixed,
           bool_or(h.reason = 'no_stock') AS short, bool_or(h.reason = 'unknown_item') AS unknown,
           bool_or(h.reason = 'price_below_floor') AS cheap
      FROM sales_hold h
      JOIN sales_order o ON o.company_id = h.company_id AND o.id = h.order_id
      JOIN sales_shop s ON s.id = o.shop_id
      LEFT JOIN sales_reviewcheck c
        ON c.company_id = h.company_id AND c.channel_id = s.channel_id AND c.check_code = h.check_code
     WHERE h.company_id = %(company)s AND h.order_id = ANY(%(ids)s::bigint[]) AND h.state = 'open'
     GROUP BY h.order_id
)
SELECT i.id,
       CASE WHEN o.id IS NULL THEN 'not_found'
            WHEN o.state = 'cancelled' THEN 'cancelled'
            WHEN o.state IN ('reviewed', 'reserved', 'released', 'shipped', 'recognised') THEN 'already'
            WHEN o.state <> 'held' THEN 'not_held'
            WHEN r.unknown THEN 'unknown_item'
            WHEN r.short THEN 'no_stock'
            WHEN r.fixed IS NOT NULL THEN 'not_releasable'
            ELSE 'done' END AS code,
       jsonb_strip_nulls(jsonb_build_object('reasons', r.fixed)) AS detail, o.resume_state,
       coalesce(r.cheap, false) AS cheap
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_order o ON o.id = i.id AND o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
  LEFT JOIN reason r ON r.order_id = o.id
 ORDER BY i.place

-- end_holds --   Who released it and why stays with the reason.
UPDATE sales_hold h SET state = 'released', ended_run_id = %(run)s, note = n.note
  FROM unnest(%(ids)s::bigint[], %(notes)s::text[]) AS n(order_id, note)
 WHERE h.company_id = %(company)s AND h.order_id = ANY(%(ids)s::bigint[]) AND h.state = 'open'
   AND h.order_id = n.order_id AND (%(reasons)s::text[] IS NULL OR h.reason = ANY(%(reasons)s::text[]))

-- dismiss_changes --   Releasing an order that the platform changed keeps ours.
UPDATE sales_orderchange SET state = 'dismissed'
 WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[]) AND state = 'open'

-- advance --   A received order counts as reviewed; any other goes on where it stood.
UPDATE sales_order
   SET state = CASE resume_state WHEN 'received' THEN 'reviewed' ELSE resume_state END, resume_state = NULL,
       version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'held'
