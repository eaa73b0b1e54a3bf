-- lock_shops --   Imports into a shop go one after the other, so two feeds never both find an order new.
SELECT s.id FROM sales_shop s
 WHERE s.company_id = %(company)s
   AND s.code IN (SELECT f.shop FROM sales_feedrow f
                   WHERE f.company_id = %(company)s AND f.feed_id = %(feed)s AND f.order_ordinal = ANY(%(ids)s::bigint[]))
 ORDER BY s.id FOR NO KEY UPDATE

-- judge --   One code a staged order; what cannot be stored is rejected, what a person can mend is taken in.
--   Good orders answer without a detail: its condition is that of the codes.
-- ``before`` is how contents were hashed until November 2026; read only where a known order seems to be another.
WITH staged AS (
    SELECT f.order_ordinal AS ordinal, min(f.shop) AS shop, min(f.order_no) AS order_no,
           string_agg(f.problems, ',' ORDER BY f.ordinal) AS problems,
           md5(string_agg(ROW(f.line_no, f.ordered_at, f.paid_at, f.buyer, f.phone, f.province, f.city, f.district,
               f.address, f.remark, coalesce(f.priority, 5), f.sku, trim_scale(f.quantity), trim_scale(f.unit_price),
               f.paid_amount, coalesce(f.gift, false), f.discount_amount, f.subsidy_amount, f.coupon, f.buyer_group)::text,
               E'\n' ORDER BY f.line_no)) AS content_hash
      FROM sales_feedrow f
     WHERE f.company_id = %(company)s AND f.feed_id = %(feed)s AND f.order_ordinal = ANY(%(ids)s::bigint[])
     GROUP BY f.order_ordinal
), ranked AS (
    SELECT s.*, h.id AS shop_id,
           first_value(s.content_hash) OVER copies AS first_hash, row_number() OVER copies AS copy
      FROM staged s LEFT JOIN sales_shop h ON h.company_id = %(company)s AND h.code = s.shop
    WINDOW copies AS (PARTITION BY h.id, s.order_no, s.problems IS NULL ORDER BY s.ordinal)
), before AS MATERIALIZED (
    SELECT f.order_ordinal AS ordinal,
           md5(string_agg(concat_ws('|', f.line_no, f.ordered_at, f.buyer, f.phone, f.province, f.city, f.district,
               f.address, f.sku, trim_scale(f.quantity), trim_scale(f.unit_price), f.paid_amount, f.gift,
               'd' || f.discount_amount, 's' || f.subsidy_amount, 'c' || f.coupon, 'g' || f.buyer_group),
               E'\n' ORDER BY f.line_no)) AS content_hash
      FROM sales_feedrow f
     WHERE f.company_id = %(company)s AND f.feed_id = %(feed)s AND f.order_ordinal = ANY(%(ids)s::bigint[])
     GROUP BY f.order_ordinal
)
SELECT i.id,
       CASE WHEN r.ordinal IS NULL THEN 'not_found'
            WHEN r.problems IS NOT NULL THEN 'unreadable'
            WHEN r.shop_id IS NULL THEN 'unknown_shop'
            WHEN coalesce(o.content_hash, CASE WHEN r.copy > 1 THEN r.first_hash END, r.content_hash) <> r.content_hash
                 AND (o.id IS NULL OR (r.ordinal, o.content_hash::text) NOT IN (SELECT b.ordinal, b.content_hash FROM before b))
                 THEN 'changed'
            WHEN o.id IS NOT NULL OR r.copy > 1 THEN 'already'
            ELSE 'done' END AS code,
       CASE WHEN r.problems IS NOT NULL OR r.shop_id IS NULL OR o.id IS NOT NULL OR r.copy > 1
            THEN jsonb_strip_nulls(jsonb_build_object('problems', r.problems, 'shop', r.shop, 'order_no', r.order_no,
                                                      'order', o.number)) END AS detail,
       r.content_hash
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN ranked r ON r.ordinal = i.id
  LEFT JOIN LATERAL (SELECT x.id, x.number, x.content_hash FROM sales_order x
                      WHERE x.company_id = %(company)s AND x.shop_id = r.shop_id AND x.platform_number = r.order_no
                     OFFSET 0) o ON true
 ORDER BY i.place

-- take_in --   Orders and their lines; the number is the last lock.
WITH priced AS MATERIALIZED (
    SELECT f.*, s.id AS shop_id, (f.ordered_at AT TIME ZONE c.time_zone)::date AS order_on,
           coalesce(k.item_id, t.id) AS item_id, p.tax_included, round(f.quantity * f.unit_price, 2)
             - coalesce(f.discount_amount - coalesce(f.subsidy_amount, 0), 0) AS charged
      FROM sales_feedrow f JOIN core_company c ON c.id = f.company_id
      JOIN sales_shop s ON s.company_id = f.company_id AND s.code = f.shop
      JOIN items_pricelist p ON p.id = s.price_list_id
      LEFT JOIN sales_listing k ON k.company_id = f.company_id AND k.shop_id = s.id AND k.sku = f.sku
      LEFT JOIN items_item t ON t.code = f.sku
     WHERE f.company_id = %(company)s AND f.feed_id = %(feed)s AND f.order_ordinal = ANY(%(go)s::bigint[])
), taxed AS MATERIALIZED (
    SELECT p.*, sales_tax(p.charged, r.tax_pct, p.tax_included) AS tax
      FROM priced p LEFT JOIN items_item t ON t.id = p.item_id
      LEFT JOIN items_taxrate r ON r.tax_class_id = t.tax_class_id AND r.valid_from <= p.order_on
                               AND (r.valid_to IS NULL OR r.valid_to > p.order_on)
), whole AS MATERIALIZED (
    SELECT order_ordinal, sum(charged + CASE WHEN tax_included THEN 0 ELSE tax END) AS amount, sum(tax) AS tax,
           date_trunc('month', min(order_on))::date AS month, min(buyer_group) AS buyer_group,
           CASE WHEN min(coupon) = max(coupon) THEN min(coupon) ELSE left(min(coupon) || ',' || max(coupon), 40) END AS coupon
      FROM taxed GROUP BY order_ordinal
), counted AS (
    SELECT month, core_take_numbers(%(company)s, 'SO', month, count(*)) AS base FROM whole GROUP BY month
), numbered AS (
    SELECT w.*, g.content_hash, core_number((SELECT core_prefix(%(company)s, 'SO')), w.month, c.base + row_number() OVER (
               PARTITION BY w.month ORDER BY w.order_ordinal)) AS number
      FROM whole w JOIN counted c USING (month)
      JOIN unnest(%(go)s::bigint[], %(hashes)s::text[]) AS g(ordinal, content_hash) ON g.ordinal = w.order_ordinal
), taken AS (
    INSERT INTO sales_order (company_id, number, shop_id, platform_number, ordered_at, order_on, buyer, phone, province,
           city, district, address, remark, priority, amount, tax_amount, paid_amount, paid_at, content_hash, file_id,
           coupon, buyer_group, customer_id, wanted_on)
    SELECT %(company)s, n.number, h.shop_id, h.order_no, h.ordered_at, h.order_on, coalesce(h.buyer, ''),
           coalesce(h.phone, ''), coalesce(h.province, ''), coalesce(h.city, ''), coalesce(h.district, ''),
           coalesce(h.address, ''), coalesce(h.remark, ''), coalesce(h.priority, 5), n.amount, n.tax, h.paid_amount,
           h.paid_at, n.content_hash, %(file)s, n.coupon, n.buyer_group, h.customer_id, h.wanted_on
      FROM numbered n JOIN taxed h ON h.ordinal = n.order_ordinal
     ORDER BY n.order_ordinal
    RETURNING id, shop_id, platform_number
), lines AS (
    INSERT INTO sales_orderline (company_id, order_id, line_number, sku, item_id, quantity, unit_price, amount,
           tax_amount, is_gift, discount_amount, subsidy_amount)
    SELECT %(company)s, o.id, l.line_no, l.sku, l.item_id, l.quantity, l.unit_price,
           l.charged + CASE WHEN l.tax_included THEN 0 ELSE l.tax END, l.tax, coalesce(l.gift, false),
           nullif(l.discount_amount, 0), CASE WHEN l.discount_amount > 0 THEN coalesce(l.subsidy_amount, 0) END
      FROM taken o JOIN taxed l ON l.shop_id = o.shop_id AND l.order_no = o.platform_number
     ORDER BY l.ordinal
)
SELECT id FROM taken

-- note_change --   What came again under a known number with other content, for a person to settle.
-- A message that was noted under its hash of ``before`` keeps it, so that what was settled then stays settled.
WITH before AS MATERIALIZED (
    SELECT f.order_ordinal AS ordinal,
           md5(string_agg(concat_ws('|', f.line_no, f.ordered_at, f.buyer, f.phone, f.province, f.city, f.district,
               f.address, f.sku, trim_scale(f.quantity), trim_scale(f.unit_price), f.paid_amount, f.gift,
               'd' || f.discount_amount, 's' || f.subsidy_amount, 'c' || f.coupon, 'g' || f.buyer_group),
               E'\n' ORDER BY f.line_no)) AS content_hash
      FROM sales_feedrow f
     WHERE f.company_id = %(company)s AND f.feed_id = %(feed)s AND f.order_ordinal = ANY(%(changed)s::bigint[])
     GROUP BY f.order_ordinal
), noted AS (
    SELECT DISTINCT ON (o.id, coalesce(x.content_hash, c.content_hash)) o.id AS order_id, c.ordinal,
           coalesce(x.content_hash, c.content_hash) AS content_hash
      FROM unnest(%(changed)s::bigint[], %(hashes)s::text[]) AS c(ordinal, content_hash)
      JOIN before b ON b.ordinal = c.ordinal
      JOIN sales_feedrow h ON h.company_id = %(company)s AND h.feed_id = %(feed)s AND h.ordinal = c.ordinal
      JOIN sales_shop s ON s.company_id = %(company)s AND s.code = h.shop
      JOIN sales_order o ON o.company_id = %(company)s AND o.shop_id = s.id AND o.platform_number = h.order_no
      LEFT JOIN sales_orderchange x ON x.company_id = %(company)s AND x.order_id = o.id AND x.content_hash = b.content_hash
     ORDER BY o.id, 3, c.ordinal
)
INSERT INTO sales_orderchange (company_id, order_id, file_id, content_hash, content, run_id)
SELECT %(company)s, n.order_id, %(file)s, n.content_hash,
       (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('line', f.line_no, 'sku', f.sku, 'quantity', f.quantity,
               'unit_price', f.unit_price, 'buyer', f.buyer, 'phone', f.phone, 'province', f.province, 'city', f.city,
               'district', f.district, 'address', f.address, 'remark', f.remark, 'priority', coalesce(f.priority, 5),
               'paid_amount', f.paid_amount, 'paid_at', f.paid_at, 'gift', f.gift, 'discount', f.discount_amount,
               'subsidy', f.subsidy_amount, 'coupon', f.coupon, 'buyer_group', f.buyer_group)) ORDER BY f.line_no)
          FROM sales_feedrow f
         WHERE f.company_id = %(company)s AND f.feed_id = %(feed)s AND f.order_ordinal = n.ordinal), %(run)s
  FROM noted n
 ORDER BY n.ordinal
ON CONFLICT (company_id, order_id, content_hash)
   DO UPDATE SET state = 'open', file_id = EXCLUDED.file_id, run_id = EXCLUDED.run_id
   WHERE sales_orderchange.state = 'accepted'
RETURNING order_id
