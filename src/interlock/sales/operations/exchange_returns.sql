-- judge --   An exchange whose goods are back and for which nothing was ordered yet, or no longer.
WITH unknown AS (
    SELECT bool_or(l.id IS NULL OR t.id IS NULL) AS any
      FROM jsonb_each_text(%(items)s) AS g(line, code)
      LEFT JOIN sales_returnline l ON l.company_id = %(company)s AND l.document_id = ANY(%(ids)s::bigint[])
                                  AND l.id::text = g.line
      LEFT JOIN items_item t ON t.code = g.code AND t.state = 'active'
)
SELECT i.id,
       CASE WHEN r.id IS NULL THEN 'not_found'
            WHEN r.replacement_id IS NOT NULL AND n.state IS DISTINCT FROM 'cancelled' THEN 'already'
            WHEN r.state = 'cancelled' THEN 'cancelled'
            WHEN r.kind <> 'exchange' THEN 'not_exchange'
            WHEN r.state = 'announced' THEN 'not_received'
            WHEN u.any THEN 'unknown_item'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
 CROSS JOIN unknown u
  LEFT JOIN sales_return r ON r.id = i.id AND r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[])
  LEFT JOIN sales_order n ON n.company_id = r.company_id AND n.id = r.replacement_id
   AND n.id = ANY(ARRAY(SELECT x.replacement_id FROM sales_return x
                         WHERE x.company_id = %(company)s AND x.id = ANY(%(ids)s::bigint[])))
 ORDER BY i.place

-- exchange --   The buyer of the order that came back, other goods, the same amount; the number is the last lock.
WITH line AS MATERIALIZED (
    SELECT r.id AS return_id, r.order_id, r.shop_id, r.number, r.replacement_id, l.id AS line_id, t.id AS item_id,
           l.quantity, l.amount, w.is_gift,
           coalesce(k.sku, t.code) AS sku, p.tax_included, sales_tax(l.amount, x.tax_pct, true) AS tax
      FROM sales_return r
      JOIN sales_returnline l ON l.company_id = r.company_id AND l.document_id = r.id
      JOIN sales_deliveryline d ON d.company_id = l.company_id AND d.id = l.delivery_line_id
      JOIN sales_orderline w ON w.company_id = d.company_id AND w.id = d.order_line_id
      JOIN sales_shop s ON s.id = r.shop_id
      JOIN items_pricelist p ON p.id = s.price_list_id
      JOIN items_item b ON b.id = l.item_id
      JOIN items_item t ON t.code = coalesce(%(items)s::jsonb ->> l.id::text, b.code)
      LEFT JOIN items_taxrate x ON x.tax_class_id = t.tax_class_id AND x.valid_from <= %(on)s
                               AND (x.valid_to IS NULL OR x.valid_to > %(on)s)
      LEFT JOIN LATERAL (SELECT g.sku FROM sales_listing g WHERE g.shop_id = s.id AND g.item_id = t.id
                          ORDER BY g.sku LIMIT 1) k ON true
     WHERE r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[])
), head AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, h.*, row_number() OVER (ORDER BY h.return_id) AS place,
           h.number || CASE WHEN b.id IS NULL THEN ''
                            ELSE '/' || coalesce(nullif(split_part(b.platform_number, '/', 2), '')::int + 1, 2) END AS own
      FROM (SELECT return_id, order_id, shop_id, number, replacement_id, sum(amount) AS amount, sum(tax) AS tax FROM line
             GROUP BY 1, 2, 3, 4, 5) h
      LEFT JOIN sales_order b ON b.company_id = %(company)s AND b.id = h.replacement_id
), counted AS (
    SELECT core_take_numbers(%(company)s, 'SO', date_trunc('month', %(on)s::date)::date, count(*)) AS base FROM head
), made AS (
    INSERT INTO sales_order (id, company_id, number, shop_id, platform_number, ordered_at, order_on, buyer, phone, province,
           city, district, address, remark, priority, amount, tax_amount, paid_amount, paid_at, content_hash,
           customer_id)
    SELECT h.id, %(company)s, core_number((SELECT core_prefix(%(company)s, 'SO')), date_trunc('month', %(on)s::date)::date, c.base + h.place), h.shop_id,
           h.own, now(), %(on)s, o.buyer, o.phone, o.province, o.city, o.district, o.address, '', o.priority,
           h.amount, h.tax, h.amount, now(), md5(h.own), o.customer_id
      FROM head h CROSS JOIN counted c
      JOIN sales_order o ON o.company_id = %(company)s AND o.id = h.order_id ORDER BY h.place
), lined AS (
    INSERT INTO sales_orderline (company_id, order_id, line_number, sku, item_id, quantity, unit_price, amount, tax_amount,
           is_gift)
    SELECT %(company)s, h.id, row_number() OVER (PARTITION BY h.id ORDER BY l.line_id), l.sku, l.item_id, l.quantity,
           round((l.amount - CASE WHEN l.tax_included THEN 0 ELSE l.tax END) / l.quantity, 6), l.amount, l.tax,
           l.is_gift
      FROM line l JOIN head h USING (return_id) ORDER BY h.place, l.line_id
), linked AS (
    UPDATE sales_return r SET replacement_id = h.id, version = version + 1 FROM head h
     WHERE r.company_id = %(company)s AND r.id = h.return_id AND r.id = ANY(%(ids)s::bigint[])
)
SELECT id, order_id FROM head ORDER BY place
