-- priced --   Lines of drafts with price, tax and amount of the day, as ``take_in`` will write them, and their sources.
WITH line AS MATERIALIZED (
    SELECT l.draft_id, l.ordinal, l.typed, l.item_id, i.code, i.name_en, i.name_zh, i.unit_id AS base_unit, i.tax_class_id,
           h.id AS price_list_id, h.name_en AS list_en, h.name_zh AS list_zh, h.tax_included, s.channel_id,
           (now() AT TIME ZONE c.time_zone)::date AS on_day, l.discount_amount AS discount, l.unit_price AS own_price,
           l.quantity * CASE WHEN l.unit IN ('', i.unit_id) THEN 1 ELSE u.factor END AS quantity,
           coalesce(l.typed->>'price', '') = '' AS is_listed
      FROM sales_orderdraftline l
      JOIN sales_orderdraft d ON d.company_id = l.company_id AND d.id = l.draft_id AND d.id = ANY(%(drafts)s::bigint[])
      JOIN sales_shop s ON s.company_id = d.company_id AND s.id = d.shop_id
      JOIN items_pricelist h ON h.company_id = s.company_id AND h.id = s.price_list_id
      JOIN core_company c ON c.id = l.company_id
      LEFT JOIN items_item i ON i.id = l.item_id
      LEFT JOIN items_itemunit u ON u.item_id = l.item_id AND u.unit_id = l.unit
     WHERE l.company_id = %(company)s AND l.draft_id = ANY(%(drafts)s::bigint[])
), sold AS (
    SELECT l.*, p.price AS list_price, p.floor_price, p.valid_from, p.valid_to, r.tax_pct, t.code AS tax_class,
           t.name_en AS tax_en, t.name_zh AS tax_zh, CASE WHEN l.is_listed THEN p.price ELSE l.own_price END AS price
      FROM line l
      LEFT JOIN items_price p ON p.company_id = %(company)s AND p.price_list_id = l.price_list_id AND p.item_id = l.item_id
                             AND p.valid_from <= l.on_day AND (p.valid_to IS NULL OR p.valid_to > l.on_day)
      LEFT JOIN items_taxclass t ON t.id = l.tax_class_id
      LEFT JOIN items_taxrate r ON r.tax_class_id = l.tax_class_id AND r.valid_from <= l.on_day
                               AND (r.valid_to IS NULL OR r.valid_to > l.on_day)
), charged AS (
    SELECT s.*, coalesce(greatest(round(s.quantity * s.price, 2) - coalesce(s.discount, 0), 0), 0) AS charged FROM sold s
)
SELECT c.*, sales_tax(c.charged, c.tax_pct, c.tax_included) AS tax,
       c.charged + CASE WHEN c.tax_included THEN 0 ELSE sales_tax(c.charged, c.tax_pct, c.tax_included) END AS amount,
       CASE WHEN NOT k.enabled OR c.item_id IS NULL OR c.price IS NULL THEN ''
            WHEN c.list_price IS NULL THEN 'no_price'
            WHEN c.price < c.floor_price * (1 - coalesce((k.parameters->>'below_floor_pct')::numeric, 0) / 100)
                 THEN 'price_below_floor'
            WHEN c.price > c.list_price * (1 + coalesce((k.parameters->>'above_list_pct')::numeric, 20) / 100)
                 THEN 'price_above_list' ELSE '' END AS price_mark,
       c.discount > 0 AND coalesce(g.enabled, false) AS discount_mark
  FROM charged c
  LEFT JOIN sales_reviewcheck k ON k.company_id = %(company)s AND k.channel_id = c.channel_id AND k.check_code = 'price'
  LEFT JOIN sales_reviewcheck g ON g.company_id = %(company)s AND g.channel_id = c.channel_id AND g.check_code = 'gift'
 ORDER BY c.draft_id, c.ordinal

-- find_items --   Exact codes and barcodes first, then what the shop has a price for, then what begins with the term.
SELECT i.id, i.code, i.name_en, i.name_zh, i.barcode, i.unit_id AS unit, trim_scale(p.price) AS price
  FROM items_itemsearch s
  JOIN items_item i ON i.id = s.item_id AND i.state = 'active'
  JOIN sales_shop h ON h.company_id = %(company)s AND h.id = %(shop)s
  LEFT JOIN items_price p ON p.company_id = %(company)s AND p.price_list_id = h.price_list_id AND p.item_id = i.id
                         AND p.valid_from <= %(on)s AND (p.valid_to IS NULL OR p.valid_to > %(on)s)
 WHERE s.words LIKE %(holds)s OR s.spelling LIKE %(spelled)s
 ORDER BY (lower(i.code) = %(term)s OR i.barcode = %(term)s) DESC, p.price IS NULL, lower(i.code) LIKE %(begins)s DESC,
          coalesce(s.spelling LIKE %(full)s OR s.spelling LIKE %(initials)s, false) DESC, i.code
 LIMIT %(size)s

-- find_customers --   Whoever buys of us; one that has accounts with other companies only is not ours.
SELECT p.id, p.code, p.name, p.state, a.contact AS buyer, coalesce(nullif(a.phone, ''), p.phone) AS phone, a.province,
       a.city, a.district, a.street AS address
  FROM parties_partysearch s
  JOIN parties_party p ON p.id = s.party_id AND p.state = 'active'
  LEFT JOIN LATERAL (SELECT * FROM parties_address x WHERE x.party_id = p.id ORDER BY x.id LIMIT 1) a ON true
 WHERE (s.words LIKE %(holds)s OR s.spelling LIKE %(spelled)s)
   AND (%(among)s::bigint[] IS NULL OR p.id = ANY(%(among)s::bigint[]))
   AND EXISTS (SELECT FROM parties_partyrole r WHERE r.party_id = p.id AND r.role = 'customer')
   AND (NOT EXISTS (SELECT FROM parties_account c WHERE c.party_id = p.id)
        OR EXISTS (SELECT FROM parties_account c WHERE c.party_id = p.id AND c.company_id = %(company)s))
 ORDER BY lower(p.code) = %(term)s DESC, lower(p.code) LIKE %(begins)s DESC,
          coalesce(s.spelling LIKE %(full)s OR s.spelling LIKE %(initials)s, false) DESC, p.code
 LIMIT %(size)s
