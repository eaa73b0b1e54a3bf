-- judge --   Nothing has left, and the platform's last word is still open.
SELECT i.id,
       CASE WHEN o.id IS NULL THEN 'not_found'
            WHEN o.state = 'cancelled' THEN 'cancelled'
            WHEN c.state = 'accepted' THEN 'already'
            WHEN o.state IN ('shipped', 'recognised') OR g.order_id IS NOT NULL THEN 'shipped'
            WHEN c.state IS DISTINCT FROM 'open' THEN 'no_change'
            ELSE 'done' END AS code, NULL::jsonb AS detail, c.content::text AS content, c.content_hash
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_order o ON o.id = i.id AND o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
  LEFT JOIN (SELECT DISTINCT l.order_id
               FROM sales_deliveryline l
               JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id AND d.state <> 'released'
              WHERE l.company_id = %(company)s AND l.order_id = ANY(%(ids)s::bigint[])) g ON g.order_id = o.id
  LEFT JOIN (SELECT DISTINCT ON (order_id) order_id, state, content, content_hash FROM sales_orderchange
              WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[])
              ORDER BY order_id, (state = 'open') DESC, id DESC) c ON c.order_id = o.id
 ORDER BY i.place

-- settle --   The platform's last word is taken over, what it said before is void.
UPDATE sales_orderchange c
   SET state = CASE WHEN c.content_hash = o.content_hash THEN 'accepted' ELSE 'dismissed' END
  FROM sales_order o
 WHERE c.company_id = %(company)s AND c.order_id = ANY(%(ids)s::bigint[]) AND c.state = 'open'
   AND o.company_id = %(company)s AND o.id = c.order_id AND o.id = ANY(%(ids)s::bigint[])
