-- promotions --   The promotions of a company by state of time, the newest end first, with what they gave lately.
SELECT p.id, p.code, p.name_en, p.name_zh, p.kind, p.percent, p.amount, p.threshold_amount, p.repeats, p.buy_pieces,
       p.get_pieces, p.gift_pieces, p.platform_pct, p.needs_coupon, p.starts_at, p.ends_at, p.state, p.priority, i.code AS gift,
       c.budget_amount, c.drawn_amount,
       CASE WHEN p.state = 'blocked' THEN 'blocked' WHEN p.ends_at <= %(now)s THEN 'ended'
            WHEN p.starts_at > %(now)s THEN 'planned' ELSE 'running' END AS phase
  FROM sales_promotion p
  LEFT JOIN items_item i ON i.id = p.gift_item_id
  LEFT JOIN (SELECT k.promotion_id, sum(b.budget_amount) AS budget_amount, sum(b.drawn_amount) AS drawn_amount
               FROM sales_coupon k JOIN sales_couponbalance b ON b.company_id = k.company_id AND b.coupon_id = k.id
              WHERE k.company_id = %(company)s GROUP BY k.promotion_id) c ON c.promotion_id = p.id
 WHERE p.company_id = %(company)s AND (%(before)s::bigint IS NULL OR p.id < %(before)s)
   AND (%(shops)s::bigint[] IS NULL
        OR EXISTS (SELECT FROM sales_scope x WHERE x.promotion_id = p.id AND x.shop_id = ANY(%(shops)s::bigint[]))
        OR NOT EXISTS (SELECT FROM sales_scope x WHERE x.promotion_id = p.id AND x.shop_id IS NOT NULL))
 ORDER BY p.id DESC
 LIMIT %(size)s + 1

-- promotion --   One promotion.
SELECT p.*, i.code AS gift, i.name_en AS gift_en, i.name_zh AS gift_zh,
       CASE WHEN p.state = 'blocked' THEN 'blocked' WHEN p.ends_at <= %(now)s THEN 'ended'
            WHEN p.starts_at > %(now)s THEN 'planned' ELSE 'running' END AS phase
  FROM sales_promotion p LEFT JOIN items_item i ON i.id = p.gift_item_id
 WHERE p.id = %(id)s

-- holds_for --   Whether it holds for one of these shops: it names one of them, or none at all.
SELECT EXISTS (SELECT FROM sales_scope x WHERE x.promotion_id = %(id)s AND x.shop_id = ANY(%(shops)s::bigint[]))
       OR NOT EXISTS (SELECT FROM sales_scope x WHERE x.promotion_id = %(id)s AND x.shop_id IS NOT NULL) AS holds

-- scopes --   Where it holds and on what.
SELECT CASE WHEN s.shop_id IS NOT NULL THEN 'shop' WHEN s.category_id IS NOT NULL THEN 'category' ELSE 'item' END AS kind,
       coalesce(h.code, c.code, i.code) AS code, coalesce(h.name_en, c.name_en, i.name_en) AS name_en,
       coalesce(h.name_zh, c.name_zh, i.name_zh) AS name_zh
  FROM sales_scope s
  LEFT JOIN sales_shop h ON h.id = s.shop_id
  LEFT JOIN items_category c ON c.id = s.category_id
  LEFT JOIN items_item i ON i.id = s.item_id
 WHERE s.company_id = %(company)s AND s.promotion_id = %(id)s
 ORDER BY kind DESC, code
 LIMIT 200

-- steps --   Its tiers and the items of its bundle.
SELECT t.from_amount, t.percent, t.amount, NULL::numeric AS quantity, NULL AS code, NULL AS name_en, NULL AS name_zh
  FROM sales_tier t WHERE t.company_id = %(company)s AND t.promotion_id = %(id)s
UNION ALL
SELECT NULL, NULL, NULL, m.quantity, i.code, i.name_en, i.name_zh
  FROM sales_bundlemember m JOIN items_item i ON i.id = m.item_id
 WHERE m.company_id = %(company)s AND m.promotion_id = %(id)s
 ORDER BY 1, 5
 LIMIT 200

-- coupons --   Its coupons with what they gave.
SELECT c.code, c.state, c.ends_at, b.budget_amount, b.drawn_amount, b.overdrawn_amount, b.uses, b.most_uses
  FROM sales_coupon c JOIN sales_couponbalance b ON b.company_id = c.company_id AND b.coupon_id = c.id
 WHERE c.company_id = %(company)s AND c.promotion_id = %(id)s
 ORDER BY c.code LIMIT 200

-- used --   How often and how much lately, up to a bound.
SELECT count(DISTINCT u.order_id) AS orders, sum(u.discount_amount) AS discount, sum(u.subsidy_amount) AS subsidy,
       sum(u.gift_quantity) AS gifts
  FROM (SELECT * FROM sales_promotionuse WHERE company_id = %(company)s AND promotion_id = %(id)s
         ORDER BY id DESC LIMIT %(bound)s) u

-- orders --   The orders that used it last, with what it gave them.
SELECT o.id, o.number, o.state, o.ordered_at, o.amount, o.coupon, s.name_en, s.name_zh, u.discount, u.subsidy, u.gifts
  FROM (SELECT order_id, max(id) AS last, sum(discount_amount) AS discount, sum(subsidy_amount) AS subsidy,
               sum(gift_quantity) AS gifts
          FROM (SELECT * FROM sales_promotionuse WHERE company_id = %(company)s AND promotion_id = %(id)s
                 ORDER BY id DESC LIMIT %(bound)s) x
         GROUP BY order_id ORDER BY 2 DESC LIMIT 50) u
  JOIN sales_order o ON o.company_id = %(company)s AND o.id = u.order_id
  JOIN sales_shop s ON s.company_id = o.company_id AND s.id = o.shop_id
 ORDER BY u.last DESC

-- of_order --   What promotions gave the lines of an order.
SELECT u.line_id, p.id, p.code, p.name_en, p.name_zh, sum(u.discount_amount) AS discount, sum(u.gift_quantity) AS gifts
  FROM sales_promotionuse u
  LEFT JOIN sales_promotion p ON p.id = u.promotion_id
 WHERE u.company_id = %(company)s AND u.order_id = %(order)s
 GROUP BY u.line_id, p.id, p.code, p.name_en, p.name_zh
HAVING sum(u.discount_amount) <> 0 OR sum(u.gift_quantity) <> 0
 ORDER BY u.line_id, p.code
