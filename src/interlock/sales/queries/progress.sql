-- round --   Which round of links counts; none means the first.
SELECT round FROM sales_customerlink
 WHERE company_id = (SELECT company_id FROM sales_order WHERE id = %(id)s) AND order_id = %(id)s

-- order --   What its buyer may know of an order; the buyer's data are masked where they are shown.
SELECT o.id, o.company_id, o.platform_number, o.state, o.resume_state, o.ordered_at, o.buyer, o.phone, o.province,
       o.city, s.name_en, s.name_zh, c.time_zone
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN core_company c ON c.id = o.company_id
 WHERE o.id = %(id)s

-- lines --   What was ordered, without what was taken out.
SELECT l.id, coalesce(i.name_en, l.sku) AS name_en, coalesce(i.name_zh, l.sku) AS name_zh, l.quantity, l.is_gift
  FROM sales_orderline l LEFT JOIN items_item i ON i.id = l.item_id
 WHERE l.company_id = %(company)s AND l.order_id = %(id)s AND l.quantity > 0
 ORDER BY l.line_number
 LIMIT 200

-- parts --   Its part of every delivery: one that carries other orders too shows nothing of them.
SELECT l.delivery_id, l.order_line_id, i.name_en, i.name_zh, i.revenue_policy, sum(l.quantity) AS quantity,
       CASE WHEN bool_and(l.recognised_on IS NOT NULL) THEN max(l.recognised_on) END AS recognised_on,
       d.release_on, d.shipped_on, d.state
  FROM sales_deliveryline l
  JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id
  JOIN items_item i ON i.id = l.item_id
 WHERE l.company_id = %(company)s AND l.order_id = %(id)s
 GROUP BY l.delivery_id, l.order_line_id, i.name_en, i.name_zh, i.revenue_policy, d.release_on, d.shipped_on, d.state
 ORDER BY l.delivery_id, l.order_line_id
 LIMIT 400

-- moments --   When each step was taken last.
SELECT t.document_id, r.operation, max(r.started_at) AS at
  FROM core_timeline_of(%(company)s, %(documents)s::bigint[]) t
  JOIN core_run r ON r.company_id = %(company)s AND r.id = t.run_id
 WHERE t.code IN ('done', 'released')
 GROUP BY 1, 2

-- gone --   Pieces that its lines had in an earlier version and have no longer, while the order went on.
SELECT coalesce(i.name_en, l.sku) AS name_en, coalesce(i.name_zh, l.sku) AS name_zh, m.quantity - l.quantity AS quantity
  FROM (SELECT (x.line->>'id')::bigint AS id, (x.line->>'item')::bigint AS item_id,
               max((x.line->>'quantity')::numeric) AS quantity
          FROM core_documentversion v
         CROSS JOIN LATERAL jsonb_array_elements(v.snapshot->'lines') AS x(line)
         WHERE v.company_id = %(company)s AND v.document_id = %(id)s AND v.kind = 'order'
         GROUP BY 1, 2) m
  JOIN sales_orderline l ON l.company_id = %(company)s AND l.order_id = %(id)s AND l.id = m.id
                        AND l.item_id IS NOT DISTINCT FROM m.item_id AND m.quantity > l.quantity
  LEFT JOIN items_item i ON i.id = l.item_id
 ORDER BY l.line_number
 LIMIT 200

-- holds --   Why it stands still.
SELECT reason FROM sales_hold
 WHERE company_id = %(company)s AND order_id = %(id)s AND state = 'open' ORDER BY id LIMIT 100

-- returns --   What of it comes back, the order that is sent instead beside it.
SELECT r.id, r.number, r.kind, r.state, r.return_on, r.received_on, r.refunded_on, r.replacement_id,
       n.state AS replacement_state, n.order_on AS replaced_on
  FROM sales_return r
  LEFT JOIN sales_order n ON n.company_id = r.company_id AND n.id = r.replacement_id
 WHERE r.company_id = %(company)s AND r.order_id = %(id)s ORDER BY r.id LIMIT 50

-- returned --   The pieces of its returns; money without goods has none.
SELECT l.document_id, i.name_en, i.name_zh, sum(l.quantity) AS quantity
  FROM sales_return r
  JOIN sales_returnline l ON l.company_id = r.company_id AND l.document_id = r.id
  JOIN items_item i ON i.id = l.item_id
 WHERE r.company_id = %(company)s AND r.order_id = %(id)s
 GROUP BY l.document_id, i.id, i.name_en, i.name_zh
 ORDER BY l.document_id, min(l.id) LIMIT 400
