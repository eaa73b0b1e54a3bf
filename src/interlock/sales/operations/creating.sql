-- lock_shops --   As imports do: orders into a shop come in one set after the other, so none is new twice.
SELECT s.id FROM sales_shop s
 WHERE s.company_id = %(company)s AND s.code = ANY(%(shops)s::text[])
 ORDER BY s.id FOR NO KEY UPDATE

-- shops --   Where they are sold.
SELECT s.id, s.code, s.state, s.price_list_id FROM sales_shop s
 WHERE s.company_id = %(company)s AND s.code = ANY(%(shops)s::text[])

-- customers --   Whoever buys of us, with the first address; one that has accounts with other companies only is not ours.
SELECT p.id, p.code, p.name, a.contact AS buyer, coalesce(nullif(a.phone, ''), p.phone) AS phone, a.province, a.city,
       a.district, a.street AS address
  FROM parties_party p
  LEFT JOIN LATERAL (SELECT * FROM parties_address x WHERE x.party_id = p.id ORDER BY x.id LIMIT 1) a ON true
 WHERE p.code = ANY(%(codes)s::text[])
   AND EXISTS (SELECT FROM parties_partyrole r WHERE r.party_id = p.id AND r.role = 'customer')
   AND (NOT EXISTS (SELECT FROM parties_account c WHERE c.party_id = p.id)
        OR EXISTS (SELECT FROM parties_account c WHERE c.party_id = p.id AND c.company_id = %(company)s))

-- items --   What a code means in a shop: its own code first, as in feeds, then ours, then the barcode.
SELECT g.shop_id, g.code AS named, i.id, i.state, i.unit_id AS unit, i.serial_tracked,
       CASE WHEN k.item_id IS NOT NULL OR i.code = g.code THEN g.code ELSE i.code END AS sku
  FROM unnest(%(shops)s::bigint[], %(codes)s::text[]) AS g(shop_id, code)
  LEFT JOIN sales_listing k ON k.company_id = %(company)s AND k.shop_id = g.shop_id AND k.sku = g.code
  LEFT JOIN items_item o ON o.code = g.code
  LEFT JOIN items_item b ON b.barcode = g.code AND b.barcode <> ''
  JOIN items_item i ON i.id = coalesce(k.item_id, o.id, b.id)

-- factors --   Base units in one of another unit.
SELECT item_id, unit_id AS unit, factor FROM items_itemunit WHERE item_id = ANY(%(items)s::bigint[])

-- prices --   All prices of these items in these lists, whatever the day.
SELECT price_list_id, item_id, price, valid_from, valid_to FROM items_price
 WHERE company_id = %(company)s AND price_list_id = ANY(%(lists)s::bigint[]) AND item_id = ANY(%(items)s::bigint[])

-- known --   The orders that have these numbers in these shops.
SELECT o.id, o.number, o.shop_id, o.platform_number, o.content_hash
  FROM (SELECT DISTINCT * FROM unnest(%(shops)s::bigint[], %(numbers)s::text[]) AS g(shop_id, number)) g
  JOIN sales_order o ON o.company_id = %(company)s AND o.shop_id = g.shop_id AND o.platform_number = g.number

-- stage --   Like the rows of a feed, under a number that no feed has.
INSERT INTO sales_feedrow (company_id, feed_id, ordinal, order_ordinal, line_no, shop, order_no, ordered_at, buyer, phone,
       province, city, district, address, remark, priority, paid_amount, paid_at, customer_id, wanted_on, sku, quantity,
       unit_price, discount_amount, subsidy_amount, gift)
SELECT %(company)s, %(feed)s, g.ordinal, g.head, g.place, g.shop, g.number, g.at, g.buyer, g.phone, g.province, g.city,
       g.district, g.address, g.remark, g.priority, g.paid, CASE WHEN g.paid IS NOT NULL THEN g.at END, g.customer, g.wanted,
       g.sku, g.quantity, g.price, g.discount, CASE WHEN g.discount IS NOT NULL THEN 0 END, false
  FROM unnest(%(heads)s::bigint[], %(places)s::int[], %(shops)s::text[], %(numbers)s::text[], %(moments)s::timestamptz[],
              %(buyers)s::text[], %(phones)s::text[], %(provinces)s::text[], %(citys)s::text[], %(districts)s::text[],
              %(addresss)s::text[], %(remarks)s::text[], %(priorities)s::int[], %(paid)s::numeric[],
              %(customers)s::bigint[], %(wanted)s::date[], %(skus)s::text[], %(quantities)s::numeric[],
              %(prices)s::numeric[], %(discounts)s::numeric[]) WITH ORDINALITY
       AS g(head, place, shop, number, at, buyer, phone, province, city, district, address, remark, priority, paid,
            customer, wanted, sku, quantity, price, discount, ordinal)

-- unstage --   They are orders now.
DELETE FROM sales_feedrow WHERE company_id = %(company)s AND feed_id = %(feed)s
