-- drafts_found --   The order drafts a filter finds, newest first, by key.
SELECT d.id, d.amount
  FROM sales_orderdraft d JOIN core_company c ON c.id = d.company_id
 WHERE d.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR d.id < %(before)s)
   AND (%(state)s::text IS NULL OR d.state = %(state)s)
   AND (%(shop)s::bigint IS NULL OR d.shop_id = %(shop)s)
   AND (%(author)s::bigint IS NULL OR d.author_id = %(author)s)
   AND (%(first)s::date IS NULL OR d.saved_at >= %(first)s::date::timestamp AT TIME ZONE c.time_zone)
   AND (%(last)s::date IS NULL OR d.saved_at < (%(last)s::date + 1)::timestamp AT TIME ZONE c.time_zone)
   AND (%(least)s::numeric IS NULL OR d.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR d.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR d.number LIKE %(term)s || '%%' OR d.order_no = %(term)s)
 ORDER BY d.id DESC
 LIMIT %(size)s

-- drafts --   Some order drafts as a list shows them.
SELECT d.id, d.number, d.state, d.order_no, d.wanted_on, d.buyer, d.phone, d.amount, d.saved_at, d.order_id,
       o.number AS order_number, s.name_en, s.name_zh, coalesce(p.name, '') AS customer,
       coalesce(nullif(u.last_name || u.first_name, ''), u.username, '') AS author,
       (SELECT count(*) FROM sales_orderdraftline l WHERE l.company_id = d.company_id AND l.draft_id = d.id) AS lines
  FROM sales_orderdraft d
  JOIN sales_shop s ON s.company_id = d.company_id AND s.id = d.shop_id
  LEFT JOIN parties_party p ON p.id = d.customer_id
  LEFT JOIN core_user u ON u.id = d.author_id
  LEFT JOIN sales_order o ON o.company_id = d.company_id AND o.id = d.order_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY d.id DESC

-- authors --   Who has drafts in a company, for the filter.
SELECT u.id, coalesce(nullif(u.last_name || u.first_name, ''), u.username) AS name FROM core_user u
 WHERE u.id IN (SELECT m.user_id FROM core_membership m WHERE m.company_id = %(company)s) ORDER BY u.username LIMIT 200

-- draft --   One draft with its shop and customer.
SELECT d.id, d.company_id, d.number, d.state, d.version, d.shop_id, s.code AS shop, coalesce(p.code, '') AS customer,
       coalesce(p.name, '') AS customer_name, d.order_no, d.wanted_on, d.buyer, d.phone, d.province, d.city, d.district,
       d.address, d.remark, d.amount, d.tax_amount, d.saved_at, d.order_id
  FROM sales_orderdraft d
  JOIN sales_shop s ON s.company_id = d.company_id AND s.id = d.shop_id
  LEFT JOIN parties_party p ON p.id = d.customer_id
 WHERE d.id = %(id)s

-- shops --   Where orders may be entered: the desk's first, with the list their prices come from.
SELECT s.id, s.code, s.name_en, s.name_zh, p.name_en AS list_en, p.name_zh AS list_zh, p.tax_included, p.currency_id AS currency
  FROM sales_shop s
  JOIN sales_channel c ON c.company_id = s.company_id AND c.id = s.channel_id
  JOIN items_pricelist p ON p.company_id = s.company_id AND p.id = s.price_list_id
 WHERE s.company_id = %(company)s AND s.state = 'active'
 ORDER BY c.code = 'DESK' DESC, s.code

-- units --   The units of these items besides their own.
SELECT item_id, unit_id AS unit, trim_scale(factor) AS factor FROM items_itemunit
 WHERE item_id = ANY(%(items)s::bigint[]) ORDER BY item_id, factor
