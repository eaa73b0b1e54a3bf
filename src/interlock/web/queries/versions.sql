-- versions --   What a document was before each change, and the call that changed it, newest first.
SELECT v.id, v.version, v.snapshot, v.run_id, r.operation, r.door, r.started_at,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS person
  FROM core_documentversion v
  LEFT JOIN core_run r ON r.company_id = v.company_id AND r.id = v.run_id
  LEFT JOIN core_user u ON u.id = r.actor_id
 WHERE v.company_id = %(company)s AND v.document_id = %(id)s
 ORDER BY v.id DESC LIMIT 50

-- messages --   What the platform sent again of an order, as it was taken over.
SELECT c.content_hash, f.name AS file_name FROM sales_orderchange c LEFT JOIN core_file f ON f.id = c.file_id
 WHERE c.company_id = %(company)s AND c.order_id = %(id)s AND c.state = 'accepted' LIMIT 50

-- present --   What an order is now, in the shape its earlier versions have.
SELECT jsonb_build_object('buyer', o.buyer, 'phone', o.phone, 'province', o.province, 'city', o.city,
           'district', o.district, 'address', o.address, 'remark', o.remark,
           'wanted_on', o.wanted_on, 'coupon', o.coupon,
           'buyer_group', o.buyer_group, 'amount', o.amount, 'tax_amount', o.tax_amount, 'paid_amount', o.paid_amount,
           'content_hash', o.content_hash, 'lines', coalesce(l.lines, '[]')) AS snapshot, o.version
  FROM sales_order o
  LEFT JOIN (SELECT x.order_id, jsonb_agg(jsonb_build_object('id', x.id, 'line', x.line_number, 'sku', x.sku,
                        'item', x.item_id, 'quantity', trim_scale(x.quantity), 'unit_price', trim_scale(x.unit_price),
                        'amount', x.amount, 'tax_amount', x.tax_amount, 'gift', x.is_gift,
                        'discount', x.discount_amount, 'subsidy', x.subsidy_amount) ORDER BY x.line_number) AS lines
               FROM sales_orderline x
              WHERE x.company_id = %(company)s AND x.order_id = %(id)s GROUP BY x.order_id) l ON l.order_id = o.id
 WHERE o.company_id = %(company)s AND o.id = %(id)s

-- items --   The codes of items.
SELECT id, code FROM items_item WHERE id = ANY(%(ids)s::bigint[])
