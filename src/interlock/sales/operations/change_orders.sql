-- judge --   Nothing has left, or lines leave one by one and some wait for stock; and the platform waits for no answer.
SELECT i.id,
       CASE WHEN o.id IS NULL THEN 'not_found'
            WHEN o.state = 'cancelled' THEN 'cancelled'
            WHEN o.state IN ('shipped', 'recognised') OR (g.order_id IS NOT NULL AND NOT w.is_rest) THEN 'shipped'
            WHEN c.order_id IS NOT NULL THEN 'change_open'
            ELSE 'done' END AS code, NULL::jsonb AS detail, g.order_id IS NOT NULL AS is_rest
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_order o ON o.id = i.id AND o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
  LEFT JOIN (SELECT DISTINCT l.order_id
               FROM sales_deliveryline l
               JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id AND d.state <> 'released'
              WHERE l.company_id = %(company)s AND l.order_id = ANY(%(ids)s::bigint[])) g ON g.order_id = o.id
  LEFT JOIN (SELECT DISTINCT order_id FROM sales_orderchange
              WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[]) AND state = 'open') c
         ON c.order_id = o.id
 CROSS JOIN LATERAL (
       SELECT coalesce(o.state = 'held' AND o.is_parted AND o.resume_state = 'reviewed', false)
              AND NOT EXISTS (SELECT FROM sales_hold h
                               WHERE h.company_id = %(company)s AND h.order_id = o.id
                                 AND h.order_id = ANY(%(ids)s::bigint[]) AND h.state = 'open'
                                 AND h.reason <> 'no_stock') AS is_rest) AS w
 ORDER BY i.place

-- approved --   Those that somebody approved, whatever for: only an approved change makes them something else.
SELECT DISTINCT document_id AS id FROM core_approvalrequest
 WHERE company_id = %(company)s AND document_id = ANY(%(ids)s::bigint[]) AND state = 'approved'
