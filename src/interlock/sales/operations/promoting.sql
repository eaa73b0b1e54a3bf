-- candidates --   Orders that claim something, or that an automatic promotion of their shop, time and buyer may concern.
SELECT o.id
  FROM sales_order o
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
   AND (o.coupon IS NOT NULL
        OR o.id IN (SELECT l.order_id FROM sales_orderline l
                     WHERE l.company_id = %(company)s AND l.order_id = ANY(%(ids)s::bigint[])
                       AND (l.discount_amount IS NOT NULL
                            OR l.is_gift AND EXISTS (SELECT FROM sales_reviewcheck c
                                                      WHERE c.company_id = %(company)s AND c.check_code = 'gift'
                                                        AND c.parameters->>'gifts' = 'due')))
        OR (o.file_id IS NOT NULL AND EXISTS (
            SELECT FROM sales_promotion p
             WHERE p.company_id = %(company)s AND p.state = 'active' AND NOT p.needs_coupon
               AND p.starts_at <= coalesce(o.paid_at, o.ordered_at) AND p.ends_at > coalesce(o.paid_at, o.ordered_at)
               AND p.buyer_group IN ('', coalesce(o.buyer_group, ''))
               AND (EXISTS (SELECT FROM sales_scope s WHERE s.company_id = p.company_id AND s.promotion_id = p.id
                               AND s.shop_id = o.shop_id)
                    OR NOT EXISTS (SELECT FROM sales_scope s WHERE s.company_id = p.company_id
                                      AND s.promotion_id = p.id AND s.shop_id IS NOT NULL)))))
 ORDER BY o.id

-- lines --   These orders with their lines, and what their channel's check tolerates.
SELECT o.id AS order_id, o.shop_id, coalesce(o.paid_at, o.ordered_at) AS at, o.coupon, coalesce(o.buyer_group, '') AS buyer_group,
       o.file_id IS NOT NULL AS from_feed, o.priority, o.ordered_at, coalesce(c.enabled, false) AS checked,
       coalesce((c.parameters->>'tolerance')::numeric, 0) AS tolerance,
       coalesce(c.parameters->>'gifts', 'listed') AS gifts, l.id, l.line_number, l.sku, l.item_id, l.quantity,
       l.unit_price, l.is_gift, coalesce(l.discount_amount, 0) AS discount, coalesce(l.subsidy_amount, 0) AS subsidy
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id
  LEFT JOIN sales_reviewcheck c
    ON c.company_id = o.company_id AND c.channel_id = s.channel_id AND c.check_code = 'gift'
  JOIN sales_orderline l ON l.company_id = o.company_id AND l.order_id = o.id AND l.order_id = ANY(%(ids)s::bigint[])
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
 ORDER BY o.priority, o.ordered_at, o.id, l.line_number, l.id

-- offers --   The promotions that hold at some moment of these orders.
SELECT p.*, i.code AS gift_code,
       ARRAY(SELECT s.shop_id FROM sales_scope s
              WHERE s.company_id = p.company_id AND s.promotion_id = p.id AND s.shop_id IS NOT NULL) AS shops,
       EXISTS (SELECT FROM sales_scope s
                WHERE s.company_id = p.company_id AND s.promotion_id = p.id AND s.shop_id IS NULL) AS narrowed,
       (SELECT jsonb_agg(jsonb_build_array(t.from_amount::text, t.percent::text, t.amount::text)) FROM sales_tier t
         WHERE t.company_id = p.company_id AND t.promotion_id = p.id) AS tiers,
       (SELECT jsonb_agg(jsonb_build_array(m.item_id, m.quantity::text)) FROM sales_bundlemember m
         WHERE m.company_id = p.company_id AND m.promotion_id = p.id) AS members
  FROM sales_promotion p
  LEFT JOIN items_item i ON i.id = p.gift_item_id
 WHERE p.company_id = %(company)s AND p.state = 'active' AND p.starts_at <= %(last)s AND p.ends_at > %(first)s
 ORDER BY p.priority, p.code

-- scope --   Which of these items a promotion is for: named itself, or of a category below one that is named.
WITH RECURSIVE below AS (
    SELECT s.promotion_id, s.category_id FROM sales_scope s
     WHERE s.company_id = %(company)s AND s.category_id IS NOT NULL AND s.promotion_id = ANY(%(promotions)s::bigint[])
    UNION
    SELECT b.promotion_id, c.id FROM below b JOIN items_category c ON c.parent_id = b.category_id
)
SELECT s.promotion_id, s.item_id FROM sales_scope s
 WHERE s.company_id = %(company)s AND s.item_id IS NOT NULL AND s.promotion_id = ANY(%(promotions)s::bigint[])
UNION
SELECT b.promotion_id, i.id FROM below b JOIN items_item i ON i.category_id = b.category_id
 WHERE i.id = ANY(%(items)s::bigint[])

-- lock_coupons --   What a coupon has given is read and written under its balance's lock.
SELECT b.coupon_id AS id FROM sales_couponbalance b
 WHERE b.company_id = %(company)s
   AND b.coupon_id IN (SELECT c.id FROM sales_coupon c WHERE c.company_id = %(company)s AND c.code = ANY(%(codes)s::text[]))
 ORDER BY b.coupon_id FOR NO KEY UPDATE

-- coupons --   What these codes open, and what is left of them.
SELECT c.id, c.code, c.promotion_id, c.state, coalesce(c.ends_at, p.ends_at) AS ends_at, p.starts_at, p.ends_at AS promotion_ends_at,
       b.budget_amount - b.drawn_amount AS left_amount, b.most_uses - b.uses AS left_uses
  FROM sales_coupon c
  JOIN sales_promotion p ON p.id = c.promotion_id
  JOIN sales_couponbalance b ON b.company_id = c.company_id AND b.coupon_id = c.id
 WHERE c.company_id = %(company)s AND c.code = ANY(%(codes)s::text[])

-- add_gifts --   What a promotion gives and the platform forgot, as lines without a price, after the order's last one.
INSERT INTO sales_orderline (company_id, order_id, line_number, sku, item_id, quantity, unit_price, amount, tax_amount,
       is_gift)
SELECT %(company)s, g.order_id, m.last + row_number() OVER (PARTITION BY g.order_id ORDER BY g.ordinal),
       coalesce(k.sku, i.code), g.item_id, g.quantity, 0, 0, 0, true
  FROM unnest(%(orders)s::bigint[], %(items)s::bigint[], %(quantities)s::numeric[])
       WITH ORDINALITY AS g(order_id, item_id, quantity, ordinal)
  JOIN items_item i ON i.id = g.item_id
  JOIN sales_order o ON o.company_id = %(company)s AND o.id = g.order_id AND o.id = ANY(%(orders)s::bigint[])
  JOIN (SELECT order_id, max(line_number) AS last FROM sales_orderline
         WHERE company_id = %(company)s AND order_id = ANY(%(orders)s::bigint[]) GROUP BY order_id) m
    ON m.order_id = g.order_id
  LEFT JOIN LATERAL (SELECT x.sku FROM sales_listing x WHERE x.company_id = o.company_id AND x.shop_id = o.shop_id
                        AND x.item_id = g.item_id ORDER BY x.sku LIMIT 1) k ON true
 ORDER BY g.ordinal
RETURNING id, order_id, item_id

-- note_uses --   What each promotion gave on each line.
INSERT INTO sales_promotionuse (company_id, order_id, line_id, promotion_id, coupon_id, discount_amount, subsidy_amount,
       gift_quantity, run_id)
SELECT %(company)s, u.order_id, u.line_id, u.promotion_id, u.coupon_id, u.discount, u.subsidy, u.gift, %(run)s
  FROM unnest(%(orders)s::bigint[], %(lines)s::bigint[], %(promotions)s::bigint[], %(coupons)s::bigint[],
              %(discounts)s::numeric[], %(subsidies)s::numeric[], %(gifts)s::numeric[])
       AS u(order_id, line_id, promotion_id, coupon_id, discount, subsidy, gift)

-- draw --   The order's draw from its coupon; above the budget or too often only on a person's word (``over``).
WITH drawn AS (
    INSERT INTO sales_couponentry (company_id, coupon_id, order_id, amount_delta, uses_delta, run_id)
    SELECT %(company)s, d.coupon_id, d.order_id, d.amount, 1, %(run)s
      FROM unnest(%(orders)s::bigint[], %(coupons)s::bigint[], %(amounts)s::numeric[])
           AS d(order_id, coupon_id, amount)
    RETURNING coupon_id, amount_delta
)
UPDATE sales_couponbalance b
   SET drawn_amount = b.drawn_amount + d.amount, uses = b.uses + d.uses,
       overdrawn_amount = CASE WHEN %(over)s THEN greatest(b.overdrawn_amount, b.drawn_amount + d.amount - b.budget_amount)
                               ELSE b.overdrawn_amount END,
       overused = CASE WHEN %(over)s THEN greatest(b.overused, b.uses + d.uses - b.most_uses) ELSE b.overused END
  FROM (SELECT coupon_id, sum(amount_delta) AS amount, count(*)::int AS uses FROM drawn GROUP BY coupon_id) d
 WHERE b.company_id = %(company)s AND b.coupon_id = d.coupon_id

-- held --   What these orders have of promotions now, and the coupons they drew from.
SELECT DISTINCT u.order_id AS id, u.coupon_id
  FROM sales_promotionuse u
 WHERE u.company_id = %(company)s AND u.order_id = ANY(%(ids)s::bigint[])
 GROUP BY u.order_id, u.line_id, u.promotion_id, u.coupon_id
HAVING (sum(u.discount_amount), sum(u.subsidy_amount), sum(u.gift_quantity)) <> (0, 0, 0)

-- lock_balances --   As ``lock_coupons``, by id.
SELECT b.coupon_id AS id FROM sales_couponbalance b
 WHERE b.company_id = %(company)s AND b.coupon_id = ANY(%(coupons)s::bigint[])
 ORDER BY b.coupon_id FOR NO KEY UPDATE

-- take_back_uses --   The uses of these orders, once more with the other sign.
INSERT INTO sales_promotionuse (company_id, order_id, line_id, promotion_id, coupon_id, discount_amount, subsidy_amount,
       gift_quantity, run_id)
SELECT %(company)s, u.order_id, u.line_id, u.promotion_id, u.coupon_id, -sum(u.discount_amount), -sum(u.subsidy_amount),
       -sum(u.gift_quantity), %(run)s
  FROM sales_promotionuse u
 WHERE u.company_id = %(company)s AND u.order_id = ANY(%(ids)s::bigint[])
 GROUP BY u.order_id, u.line_id, u.promotion_id, u.coupon_id
HAVING (sum(u.discount_amount), sum(u.subsidy_amount), sum(u.gift_quantity)) <> (0, 0, 0)

-- follow_lines --   What the lines hold by now of what was taken off them: each promotion's part of it, to the cent.
WITH held AS (
    SELECT u.order_id, u.line_id, u.promotion_id, u.coupon_id, sum(u.discount_amount) AS discount,
           sum(u.subsidy_amount) AS subsidy, sum(u.gift_quantity) AS gift
      FROM sales_promotionuse u
     WHERE u.company_id = %(company)s AND u.order_id = ANY(%(ids)s::bigint[])
     GROUP BY u.order_id, u.line_id, u.promotion_id, u.coupon_id
), placed AS (
    SELECT h.*, l.quantity, coalesce(l.discount_amount, 0) AS off, coalesce(l.subsidy_amount, 0) AS borne,
           sum(h.discount) OVER upto AS discount_upto, nullif(sum(h.discount) OVER line, 0) AS discounts,
           sum(h.subsidy) OVER upto AS subsidy_upto, nullif(sum(h.subsidy) OVER line, 0) AS subsidies,
           sum(h.gift) OVER upto AS gift_upto
      FROM held h
      JOIN sales_orderline l ON l.company_id = %(company)s AND l.id = h.line_id AND l.order_id = ANY(%(ids)s::bigint[])
    WINDOW line AS (PARTITION BY h.line_id),
           upto AS (PARTITION BY h.line_id ORDER BY h.promotion_id, h.coupon_id ROWS UNBOUNDED PRECEDING)
), changed AS (
    SELECT p.*, coalesce(round(off * discount_upto / discounts, 2)
                         - round(off * (discount_upto - discount) / discounts, 2), 0) - discount AS discount_delta,
           coalesce(round(borne * subsidy_upto / subsidies, 2)
                    - round(borne * (subsidy_upto - subsidy) / subsidies, 2), 0) - subsidy AS subsidy_delta,
           least(gift_upto, quantity) - least(gift_upto - gift, quantity) - gift AS gift_delta
      FROM placed p
)
INSERT INTO sales_promotionuse (company_id, order_id, line_id, promotion_id, coupon_id, discount_amount, subsidy_amount,
       gift_quantity, run_id)
SELECT %(company)s, order_id, line_id, promotion_id, coupon_id, discount_delta, subsidy_delta, gift_delta, %(run)s
  FROM changed WHERE (discount_delta, subsidy_delta, gift_delta) <> (0, 0, 0)

-- follow_uses --   Orders hold of their coupons what the uses say; without any they do not count. Too much shrinks first.
WITH used AS (
    SELECT u.order_id, u.coupon_id, sum(u.discount_amount) AS amount, sum(u.gift_quantity) AS gifts
      FROM sales_promotionuse u
     WHERE u.company_id = %(company)s AND u.order_id = ANY(%(ids)s::bigint[]) AND u.coupon_id IS NOT NULL
     GROUP BY u.order_id, u.coupon_id
), given AS (
    INSERT INTO sales_couponentry (company_id, coupon_id, order_id, amount_delta, uses_delta, run_id)
    SELECT %(company)s, u.coupon_id, u.order_id, u.amount - e.amount,
           CASE WHEN u.amount = 0 AND u.gifts = 0 THEN -e.uses ELSE 0 END, %(run)s
      FROM (SELECT e.order_id, e.coupon_id, sum(e.amount_delta) AS amount, sum(e.uses_delta) AS uses
              FROM sales_couponentry e
             WHERE e.company_id = %(company)s AND e.order_id = ANY(%(ids)s::bigint[])
             GROUP BY e.order_id, e.coupon_id) e
      JOIN used u ON u.order_id = e.order_id AND u.coupon_id = e.coupon_id
     WHERE u.amount <> e.amount OR (u.amount = 0 AND u.gifts = 0 AND e.uses <> 0)
    RETURNING coupon_id, amount_delta, uses_delta
)
UPDATE sales_couponbalance b
   SET drawn_amount = b.drawn_amount + g.amount, uses = b.uses + g.uses,
       overdrawn_amount = CASE WHEN g.amount > 0 THEN greatest(b.overdrawn_amount, b.drawn_amount + g.amount - b.budget_amount)
                               ELSE least(b.overdrawn_amount, greatest(0, b.drawn_amount + g.amount - b.budget_amount)) END,
       overused = least(b.overused, greatest(0, b.uses + g.uses - coalesce(b.most_uses, b.uses + g.uses)))
  FROM (SELECT coupon_id, sum(amount_delta) AS amount, sum(uses_delta)::int AS uses FROM given GROUP BY coupon_id) g
 WHERE b.company_id = %(company)s AND b.coupon_id = g.coupon_id

-- wholly_back --   Orders of these returns of which every line came back, by its pieces or by its money; an exchange did not.
WITH meant AS MATERIALIZED (
    SELECT DISTINCT order_id AS id FROM sales_return
     WHERE company_id = %(company)s AND id = ANY(%(returns)s::bigint[])
), back AS (
    SELECT d.order_line_id AS id, sum(r.quantity) AS quantity, sum(r.amount) AS amount
      FROM sales_return h
      JOIN sales_returnline r ON r.company_id = h.company_id AND r.document_id = h.id
      JOIN sales_deliveryline d ON d.company_id = r.company_id AND d.id = r.delivery_line_id
      LEFT JOIN sales_order n ON n.company_id = h.company_id AND n.id = h.replacement_id
     WHERE h.company_id = %(company)s AND h.order_id = ANY(ARRAY(SELECT id FROM meant)) AND h.state = 'refunded'
       AND (h.kind <> 'exchange' OR n.state = 'cancelled')
     GROUP BY d.order_line_id
)
SELECT m.id FROM meant m
 WHERE NOT EXISTS (SELECT FROM sales_orderline l LEFT JOIN back b ON b.id = l.id
                    WHERE l.company_id = %(company)s AND l.order_id = m.id
                      AND l.order_id = ANY(ARRAY(SELECT id FROM meant)) AND NOT l.is_gift
                      AND l.quantity > coalesce(b.quantity, 0) AND (l.amount = 0 OR l.amount > coalesce(b.amount, 0)))
