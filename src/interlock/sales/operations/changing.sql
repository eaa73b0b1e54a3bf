-- heads --   The orders as they are.
SELECT o.id, o.buyer, o.phone, o.province, o.city, o.district, o.address, o.remark, o.wanted_on, s.split
  FROM sales_order o JOIN sales_shop s ON s.id = o.shop_id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])

-- lines --   Their lines as they are.
SELECT l.id, l.order_id, l.line_number, l.sku, l.item_id, l.quantity, l.unit_price, l.is_gift, t.code, t.serial_tracked,
       l.discount_amount, l.subsidy_amount
  FROM sales_orderline l LEFT JOIN items_item t ON t.id = l.item_id
 WHERE l.company_id = %(company)s AND l.order_id = ANY(%(ids)s::bigint[])
 ORDER BY l.order_id, l.line_number

-- resolve --   What a code means in the order's shop, the shop's own before the item's, and what it costs on its day.
SELECT g.order_id, g.code, t.id AS item_id, t.serial_tracked, p.price AS unit_price
  FROM unnest(%(orders)s::bigint[], %(codes)s::text[]) AS g(order_id, code)
  JOIN sales_order o ON o.company_id = %(company)s AND o.id = g.order_id AND o.id = ANY(%(orders)s::bigint[])
  JOIN sales_shop s ON s.id = o.shop_id
  LEFT JOIN sales_listing k ON k.company_id = o.company_id AND k.shop_id = o.shop_id AND k.sku = g.code
  LEFT JOIN items_item c ON c.code = g.code
  JOIN items_item t ON t.id = coalesce(k.item_id, c.id) AND t.state = 'active'
  LEFT JOIN items_price p ON p.company_id = o.company_id AND p.price_list_id = s.price_list_id AND p.item_id = t.id
                         AND p.valid_from <= o.order_on AND (p.valid_to IS NULL OR p.valid_to > o.order_on)

-- promises --   What is promised to the orders, line by line.
SELECT r.id, r.document_id, r.line_id, r.item_id, r.location_id, r.open_quantity AS quantity
  FROM stock_reservation r
 WHERE r.company_id = %(company)s AND r.document_id = ANY(%(ids)s::bigint[]) AND r.open_quantity > 0
 ORDER BY r.line_id, r.id

-- write_heads --   Empty means: leave as it is. The review looks at the order again.
UPDATE sales_order o
   SET buyer = coalesce(g.buyer, o.buyer), phone = coalesce(g.phone, o.phone),
       province = coalesce(g.province, o.province), city = coalesce(g.city, o.city),
       district = coalesce(g.district, o.district), address = coalesce(g.address, o.address),
       remark = coalesce(g.remark, o.remark), wanted_on = coalesce(g.wanted, o.wanted_on),
       paid_amount = coalesce(g.paid, o.paid_amount), paid_at = coalesce(g.paid_at, o.paid_at),
       priority = coalesce(g.priority, o.priority),
       content_hash = coalesce(g.content_hash, o.content_hash),
       coupon = CASE WHEN g.told THEN g.coupon ELSE o.coupon END,
       buyer_group = CASE WHEN g.told THEN g.buyer_group ELSE o.buyer_group END,
       state = 'received', resume_state = NULL, is_parted = false, version = o.version + 1
  FROM unnest(%(ids)s::bigint[], %(buyers)s::text[], %(phones)s::text[], %(provinces)s::text[], %(citys)s::text[],
              %(districts)s::text[], %(addresss)s::text[], %(remarks)s::text[], %(wanted)s::date[], %(paids)s::numeric[],
              %(moments)s::timestamptz[], %(priorities)s::smallint[], %(hashes)s::text[], %(told)s::boolean[],
              %(coupons)s::text[], %(groups)s::text[])
       AS g(id, buyer, phone, province, city, district, address, remark, wanted, paid, paid_at, priority, content_hash,
            told, coupon, buyer_group)
 WHERE o.company_id = %(company)s AND o.id = g.id AND o.id = ANY(%(ids)s::bigint[])

-- edit_lines --   Lines keep their ids and their numbers.
UPDATE sales_orderline l
   SET sku = g.sku, item_id = g.item_id, quantity = g.quantity, unit_price = g.unit_price, is_gift = g.is_gift,
       discount_amount = g.discount, subsidy_amount = g.subsidy
  FROM unnest(%(ids)s::bigint[], %(skus)s::text[], %(items)s::bigint[], %(quantities)s::numeric[],
              %(prices)s::numeric[], %(gifts)s::boolean[], %(discounts)s::numeric[], %(subsidies)s::numeric[])
       AS g(id, sku, item_id, quantity, unit_price, is_gift, discount, subsidy)
 WHERE l.company_id = %(company)s AND l.id = g.id AND l.id = ANY(%(ids)s::bigint[])

-- add_lines --   Under the number the platform gave, else after the last one.
INSERT INTO sales_orderline (company_id, order_id, line_number, sku, item_id, quantity, unit_price, amount, tax_amount,
       is_gift, discount_amount, subsidy_amount)
SELECT %(company)s, g.order_id,
       coalesce(g.place, m.last + count(*) FILTER (WHERE g.place IS NULL) OVER (PARTITION BY g.order_id ORDER BY g.ordinal)),
       g.sku, g.item_id, g.quantity, g.unit_price, 0, 0, g.is_gift, g.discount, g.subsidy
  FROM unnest(%(orders)s::bigint[], %(places)s::int[], %(skus)s::text[], %(items)s::bigint[], %(quantities)s::numeric[],
              %(prices)s::numeric[], %(gifts)s::boolean[], %(discounts)s::numeric[], %(subsidies)s::numeric[])
       WITH ORDINALITY AS g(order_id, place, sku, item_id, quantity, unit_price, is_gift, discount, subsidy, ordinal)
  JOIN (SELECT order_id, max(line_number) AS last FROM sales_orderline
         WHERE company_id = %(company)s AND order_id = ANY(%(orders)s::bigint[]) GROUP BY order_id) m
    ON m.order_id = g.order_id
 ORDER BY g.ordinal
RETURNING id

-- charge --   What the lines come to, taxed as their items are on the day of the order.
UPDATE sales_orderline l
   SET tax_amount = c.tax, amount = c.charged + CASE WHEN c.tax_included THEN 0 ELSE c.tax END
  FROM (SELECT x.id, x.charged, p.tax_included, sales_tax(x.charged, r.tax_pct, p.tax_included) AS tax
          FROM (SELECT id, order_id, item_id, round(quantity * unit_price, 2)
                       - coalesce(discount_amount - subsidy_amount, 0) AS charged FROM sales_orderline
                 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])) x
          JOIN sales_order o ON o.company_id = %(company)s AND o.id = x.order_id AND o.id = ANY(%(orders)s::bigint[])
          JOIN sales_shop s ON s.id = o.shop_id
          JOIN items_pricelist p ON p.id = s.price_list_id
          LEFT JOIN items_item t ON t.id = x.item_id
          LEFT JOIN items_taxrate r ON r.tax_class_id = t.tax_class_id AND r.valid_from <= o.order_on
                                   AND (r.valid_to IS NULL OR r.valid_to > o.order_on)) c
 WHERE l.company_id = %(company)s AND l.id = c.id AND l.id = ANY(%(ids)s::bigint[])
