-- changes_found --   The changes a filter finds, newest first, by key.
SELECT d.id, d.amount - d.amount_before AS amount
  FROM sales_changedocument d
 WHERE d.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR d.id < %(before)s)
   AND (%(state)s::text IS NULL OR d.state = %(state)s)
   AND (%(shop)s::bigint IS NULL OR d.shop_id = %(shop)s)
   AND (%(reason)s::text IS NULL OR d.reason = %(reason)s)
   AND (%(author)s::bigint IS NULL OR d.author_id = %(author)s)
   AND (%(first)s::date IS NULL OR d.change_on >= %(first)s)
   AND (%(last)s::date IS NULL OR d.change_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR d.amount - d.amount_before >= %(least)s)
   AND (%(most)s::numeric IS NULL OR d.amount - d.amount_before <= %(most)s)
   AND (%(term)s::text IS NULL OR d.number LIKE %(term)s || '%%'
        OR d.order_id IN (SELECT o.id FROM sales_order o WHERE o.company_id = %(company)s AND o.number = %(term)s))
 ORDER BY d.id DESC
 LIMIT %(size)s

-- changes --   Some changes as the list shows them.
SELECT d.id, d.number, d.state, d.order_id, o.number AS order_number, d.reason, d.text, d.reasons, d.change_on, d.applied_at,
       d.saved_at, d.amount_before, d.amount, d.amount - d.amount_before AS delta_amount, s.name_en, s.name_zh,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                            ELSE u.last_name || u.first_name END, ''), u.username, '') AS author
  FROM sales_changedocument d
  JOIN sales_order o ON o.company_id = d.company_id AND o.id = d.order_id
  JOIN sales_shop s ON s.company_id = d.company_id AND s.id = d.shop_id
  LEFT JOIN core_user u ON u.id = d.author_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY d.id DESC

-- change --   One change with its order.
SELECT d.id, d.company_id, d.number, d.state, d.order_id, o.number AS order_number, o.state AS order_state,
       o.version AS order_now, d.order_version, d.reason, d.text, d.change_on, d.before, d.after, d.amount_before, d.amount,
       d.reasons, d.note, d.why, d.version, d.saved_at, d.applied_at, s.name_en, s.name_zh, d.author_id,
       EXISTS (SELECT FROM core_documentversion v WHERE v.company_id = d.company_id AND v.document_id = d.order_id
                  AND v.version >= d.order_version) AS moved,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                            ELSE u.last_name || u.first_name END, ''), u.username, '') AS author
  FROM sales_changedocument d
  JOIN sales_order o ON o.company_id = d.company_id AND o.id = d.order_id
  JOIN sales_shop s ON s.company_id = d.company_id AND s.id = d.shop_id
  LEFT JOIN core_user u ON u.id = d.author_id
 WHERE d.id = %(id)s

-- lines --   Its lines: what was and what shall be.
SELECT l.id, l.ordinal, l.line_number, l.sku, l.sku_before, coalesce(i.code, l.sku) AS item, i.name_en, i.name_zh,
       coalesce(b.code, l.sku_before) AS item_before, l.item_id, l.item_before_id, l.quantity, l.quantity_before,
       l.unit_price, l.unit_price_before, l.amount, l.amount_before
  FROM sales_changeline l
  LEFT JOIN items_item i ON i.id = l.item_id
  LEFT JOIN items_item b ON b.id = l.item_before_id
 WHERE l.company_id = %(company)s AND l.document_id = %(id)s
 ORDER BY l.ordinal
 LIMIT 2000
