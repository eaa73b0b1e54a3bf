-- judge --   Only a received order is reviewed; what the checks find comes on top.
SELECT i.id,
       CASE WHEN o.id IS NULL THEN 'not_found'
            WHEN o.state = 'cancelled' THEN 'cancelled'
            WHEN o.state = 'held' THEN 'held'
            WHEN o.state <> 'received' THEN 'already'
            ELSE 'done' END AS code,
       NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_order o ON o.id = i.id AND o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- authorisation --   The shop may sell, and may sell this item; every code of the shop leads to an item.
SELECT o.id AS order_id, NULL::int AS line_number, 'shop_blocked' AS reason, jsonb_build_object('shop', s.code) AS detail
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id AND s.state = 'blocked'
  JOIN sales_reviewcheck c
    ON c.company_id = o.company_id AND c.channel_id = s.channel_id AND c.check_code = 'authorisation' AND c.enabled
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
UNION ALL
SELECT o.id, l.line_number, CASE WHEN l.item_id IS NULL THEN 'unknown_item' ELSE 'not_authorised' END,
       jsonb_build_object('sku', l.sku, 'shop', s.code)
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN sales_reviewcheck c
    ON c.company_id = o.company_id AND c.channel_id = s.channel_id AND c.check_code = 'authorisation' AND c.enabled
  JOIN sales_orderline l ON l.company_id = o.company_id AND l.order_id = o.id AND l.order_id = ANY(%(ids)s::bigint[])
  LEFT JOIN items_item t ON t.id = l.item_id
  LEFT JOIN (SELECT DISTINCT shop_id, item_id FROM sales_listing
              WHERE company_id = %(company)s AND state = 'active') k ON k.shop_id = o.shop_id AND k.item_id = l.item_id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
   AND (t.id IS NULL OR t.state <> 'active' OR k.item_id IS NULL)

-- completeness --   What the channel asks to be there is there, and the telephone number is one.
SELECT o.id AS order_id, NULL::int AS line_number, f.reason, f.detail
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN sales_reviewcheck c
    ON c.company_id = o.company_id AND c.channel_id = s.channel_id AND c.check_code = 'completeness' AND c.enabled
 CROSS JOIN LATERAL (
       SELECT coalesce(c.parameters->'require', '["buyer", "phone", "address", "district"]'::jsonb) AS require,
              coalesce(c.parameters->>'phone_pattern', '^1[3-9][0-9]{9}$') AS pattern) p
 CROSS JOIN LATERAL (VALUES
       ('no_buyer', o.buyer = '' AND p.require ? 'buyer', '{}'::jsonb),
       ('no_phone', o.phone = '' AND p.require ? 'phone', '{}'::jsonb),
       ('bad_phone', o.phone <> '' AND p.require ? 'phone' AND o.phone !~ p.pattern, '{}'::jsonb),
       ('no_address', o.address = '' AND p.require ? 'address', '{}'::jsonb),
       ('no_district', o.address <> '' AND (o.district = '' OR o.province = '') AND p.require ? 'district',
        jsonb_build_object('province', o.province, 'city', o.city))) AS f(reason, found, detail)
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[]) AND f.found
   AND (o.buyer = '' OR o.phone = '' OR o.address = '' OR o.district = '' OR o.province = '' OR o.phone !~ p.pattern)

-- price --   Against the list of the day, within the channel's percentages, and never under the floor unasked.
SELECT o.id AS order_id, l.line_number, f.reason,
       jsonb_build_object('price', trim_scale(l.unit_price), 'list', trim_scale(p.price),
                          'floor', trim_scale(p.floor_price), 'price_list', h.code, 'sku', l.sku) AS detail
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN items_pricelist h ON h.id = s.price_list_id
  JOIN sales_reviewcheck c
    ON c.company_id = o.company_id AND c.channel_id = s.channel_id AND c.check_code = 'price' AND c.enabled
  JOIN sales_orderline l
    ON l.company_id = o.company_id AND l.order_id = o.id AND l.order_id = ANY(%(ids)s::bigint[])
   AND l.item_id IS NOT NULL AND NOT l.is_gift
  LEFT JOIN items_price p
    ON p.company_id = o.company_id AND p.price_list_id = s.price_list_id AND p.item_id = l.item_id
   AND p.valid_from <= o.order_on AND (p.valid_to IS NULL OR p.valid_to > o.order_on)
 CROSS JOIN LATERAL (SELECT
       CASE WHEN p.id IS NULL THEN 'no_price'
            WHEN l.unit_price < p.floor_price * (1 - coalesce((c.parameters->>'below_floor_pct')::numeric, 0) / 100)
                 THEN 'price_below_floor'
            WHEN l.unit_price > p.price * (1 + coalesce((c.parameters->>'above_list_pct')::numeric, 20) / 100)
                 THEN 'price_above_list' END AS reason) f
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[]) AND f.reason IS NOT NULL

-- credit --   The order's customer, or the shop's settlement customer, may still be sold to.
SELECT o.id AS order_id, NULL::int AS line_number, 'customer_blocked' AS reason,
       jsonb_build_object('customer', p.code || ' ' || p.name) AS detail
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN sales_reviewcheck c
    ON c.company_id = o.company_id AND c.channel_id = s.channel_id AND c.check_code = 'credit' AND c.enabled
  JOIN parties_party p ON p.id = coalesce(o.customer_id, s.customer_id)
  LEFT JOIN parties_account a ON a.company_id = o.company_id AND a.party_id = p.id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
   AND (p.state = 'blocked' OR a.credit = 'stopped')

-- payment --   An order that is not on account is paid, and in full; what the platform bears of it comes from there.
SELECT o.id AS order_id, NULL::int AS line_number,
       CASE WHEN o.paid_at IS NULL THEN 'not_paid' ELSE 'paid_short' END AS reason,
       jsonb_build_object('paid', o.paid_amount, 'amount', o.amount) AS detail
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN sales_reviewcheck c
    ON c.company_id = o.company_id AND c.channel_id = s.channel_id AND c.check_code = 'payment' AND c.enabled
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
   AND (o.paid_at IS NULL
        OR coalesce(o.paid_amount, 0) < o.amount - coalesce((c.parameters->>'tolerance')::numeric, 0)
           AND coalesce(o.paid_amount, 0) < o.amount - coalesce((c.parameters->>'tolerance')::numeric, 0)
               - coalesce((SELECT sum(l.subsidy_amount) FROM sales_orderline l
                            WHERE l.company_id = o.company_id AND l.order_id = o.id
                              AND l.order_id = ANY(%(ids)s::bigint[])), 0))
   AND NOT EXISTS (SELECT FROM finance_creditterm t
                    WHERE t.party_id = coalesce(o.customer_id, s.customer_id) AND t.method <> 'prepaid')

-- gift --   A gift is one the shop may give, and costs nothing.
SELECT o.id AS order_id, l.line_number, 'gift_not_allowed' AS reason,
       jsonb_build_object('sku', l.sku, 'price', trim_scale(l.unit_price)) AS detail
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN sales_reviewcheck c
    ON c.company_id = o.company_id AND c.channel_id = s.channel_id AND c.check_code = 'gift' AND c.enabled
  JOIN sales_orderline l ON l.company_id = o.company_id AND l.order_id = o.id AND l.order_id = ANY(%(ids)s::bigint[])
   AND l.is_gift
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
   AND (l.unit_price <> 0 OR NOT EXISTS (
            SELECT FROM sales_listing k WHERE k.company_id = o.company_id AND k.shop_id = o.shop_id
               AND k.item_id = l.item_id AND k.gift_allowed AND k.state = 'active'))

-- exchanged_gifts --   Of these orders those that replace what came back, with no more gifts, and no dearer ones, than came back.
SELECT o.id
  FROM sales_order o
  JOIN sales_return r ON r.company_id = o.company_id AND r.number = split_part(o.platform_number, '/', 1)
                     AND r.replacement_id = o.id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[]) AND o.file_id IS NULL
   AND (SELECT sum(l.quantity) FROM sales_orderline l
         WHERE l.company_id = o.company_id AND l.order_id = o.id AND l.order_id = ANY(%(ids)s::bigint[]) AND l.is_gift)
       <= (SELECT sum(b.quantity) FROM sales_returnline b
             JOIN sales_deliveryline d ON d.company_id = b.company_id AND d.id = b.delivery_line_id
             JOIN sales_orderline w ON w.company_id = d.company_id AND w.id = d.order_line_id AND w.is_gift
            WHERE b.company_id = r.company_id AND b.document_id = r.id)
   AND NOT EXISTS (SELECT FROM sales_orderline l
                    WHERE l.company_id = o.company_id AND l.order_id = o.id AND l.order_id = ANY(%(ids)s::bigint[])
                      AND l.is_gift AND l.unit_price <> 0)
 ORDER BY o.id

-- source --   Some warehouse of the company keeps the item at all; how much of it is for the reservation to say.
SELECT o.id AS order_id, l.line_number, 'no_source' AS reason, jsonb_build_object('sku', l.sku) AS detail
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN sales_reviewcheck c
    ON c.company_id = o.company_id AND c.channel_id = s.channel_id AND c.check_code = 'source' AND c.enabled
  JOIN sales_orderline l ON l.company_id = o.company_id AND l.order_id = o.id AND l.order_id = ANY(%(ids)s::bigint[])
   AND l.item_id IS NOT NULL
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
   AND NOT EXISTS (SELECT FROM stock_balance b WHERE b.company_id = o.company_id AND b.item_id = l.item_id)

-- warehouse --   A route leads from the buyer's province to a warehouse that works.
SELECT o.id AS order_id, NULL::int AS line_number, 'no_warehouse' AS reason,
       jsonb_build_object('province', o.province) AS detail
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN sales_reviewcheck c
    ON c.company_id = o.company_id AND c.channel_id = s.channel_id AND c.check_code = 'warehouse' AND c.enabled
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
   AND NOT EXISTS (
       SELECT FROM sales_route r JOIN stock_warehouse w ON w.id = r.warehouse_id AND w.state = 'active'
        WHERE r.company_id = o.company_id AND (r.channel_id IS NULL OR r.channel_id = s.channel_id)
          AND r.province IN ('', o.province))

-- advance --   Nothing was found: the order may be sourced.
UPDATE sales_order SET state = 'reviewed', version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'received'
