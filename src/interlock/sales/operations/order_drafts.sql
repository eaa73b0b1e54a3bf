-- lock_drafts --   One order for all.
SELECT id FROM sales_orderdraft WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- shops_of --   The shops whose orders these drafts become.
SELECT DISTINCT shop_id AS id FROM sales_orderdraft WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- lock_shops_of --   Shops before documents, as imports do.
SELECT s.id FROM sales_shop s
 WHERE s.company_id = %(company)s
   AND s.id IN (SELECT shop_id FROM sales_orderdraft WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]))
 ORDER BY s.id FOR NO KEY UPDATE

-- standing --   The drafts as they are.
SELECT d.id, d.state, d.version, d.shop_id,
       (SELECT count(*) FROM sales_orderdraftline l WHERE l.company_id = d.company_id AND l.draft_id = d.id) AS lines
  FROM sales_orderdraft d WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])

-- heads --   Drafts with the codes of their shops and customers.
SELECT d.id, d.number, d.state, d.shop_id, s.code AS shop, coalesce(p.code, '') AS customer, d.order_no, d.wanted_on,
       d.buyer, d.phone, d.province, d.city, d.district, d.address, d.remark, d.amount
  FROM sales_orderdraft d
  JOIN sales_shop s ON s.company_id = d.company_id AND s.id = d.shop_id
  LEFT JOIN parties_party p ON p.id = d.customer_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])

-- typed --   Their lines as they are typed; a line in which nothing stands is none.
SELECT l.draft_id, l.ordinal, l.typed FROM sales_orderdraftline l
 WHERE l.company_id = %(company)s AND l.draft_id = ANY(%(ids)s::bigint[])
 ORDER BY l.draft_id, l.ordinal

-- make --   New drafts, numbered without gaps a month of the company's calendar, in the order given.
WITH given AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, g.*,
           date_trunc('month', now() AT TIME ZONE c.time_zone)::date AS month
      FROM core_company c,
           unnest(%(places)s::int[], %(shops)s::bigint[], %(customers)s::bigint[], %(wanted)s::date[],
                  %(order_nos)s::text[], %(buyers)s::text[], %(phones)s::text[], %(provinces)s::text[], %(citys)s::text[],
                  %(districts)s::text[], %(addresss)s::text[], %(remarks)s::text[])
           AS g(place, shop, customer, wanted, order_no, buyer, phone, province, city, district, address, remark)
     WHERE c.id = %(company)s
), counted AS (
    SELECT month, core_take_numbers(%(company)s, 'OD', month, count(*)) AS base FROM given GROUP BY month
), made AS (
    INSERT INTO sales_orderdraft (id, company_id, number, shop_id, customer_id, wanted_on, order_no, buyer, phone,
           province, city, district, address, remark, amount, tax_amount, author_id, editor_id, run_id)
    SELECT g.id, %(company)s, core_number((SELECT core_prefix(%(company)s, 'OD')), g.month, c.base + g.place + 1), g.shop, g.customer, g.wanted, g.order_no,
           g.buyer, g.phone, g.province, g.city, g.district, g.address, g.remark, 0, 0, %(me)s, %(me)s, %(run)s
      FROM given g JOIN counted c USING (month)
    RETURNING id
)
SELECT g.id FROM given g JOIN made USING (id) ORDER BY g.place

-- change --   Another version of the head.
UPDATE sales_orderdraft d
   SET shop_id = g.shop, customer_id = g.customer, wanted_on = g.wanted, order_no = g.order_no, buyer = g.buyer,
       phone = g.phone, province = g.province, city = g.city, district = g.district, address = g.address,
       remark = g.remark, editor_id = %(me)s, version = d.version + 1, saved_at = now()
  FROM unnest(%(ids)s::bigint[], %(shops)s::bigint[], %(customers)s::bigint[], %(wanted)s::date[],
              %(order_nos)s::text[], %(buyers)s::text[], %(phones)s::text[], %(provinces)s::text[], %(citys)s::text[],
              %(districts)s::text[], %(addresss)s::text[], %(remarks)s::text[])
       AS g(id, shop, customer, wanted, order_no, buyer, phone, province, city, district, address, remark)
 WHERE d.company_id = %(company)s AND d.id = g.id AND d.id = ANY(%(ids)s::bigint[])

-- remove --   Lines that were taken out.
DELETE FROM sales_orderdraftline
 WHERE company_id = %(company)s AND draft_id = %(draft)s AND ordinal = ANY(%(ordinals)s::int[])

-- lines --   Lines that are new or changed.
INSERT INTO sales_orderdraftline (company_id, draft_id, ordinal, typed, item_id, unit, quantity, unit_price,
                                  discount_amount)
SELECT %(company)s, %(draft)s, g.ordinal, g.typed::jsonb, g.item, g.unit, g.quantity, g.price, g.discount
  FROM unnest(%(ordinals)s::int[], %(typed)s::text[], %(items)s::bigint[], %(units)s::text[], %(quantities)s::numeric[],
              %(prices)s::numeric[], %(discounts)s::numeric[]) AS g(ordinal, typed, item, unit, quantity, price, discount)
ON CONFLICT (company_id, draft_id, ordinal) DO UPDATE
   SET typed = EXCLUDED.typed, item_id = EXCLUDED.item_id, unit = EXCLUDED.unit, quantity = EXCLUDED.quantity,
       unit_price = EXCLUDED.unit_price, discount_amount = EXCLUDED.discount_amount

-- total --   What a draft comes to, as the page shows it.
UPDATE sales_orderdraft d SET amount = g.amount, tax_amount = g.tax
  FROM unnest(%(ids)s::bigint[], %(amounts)s::numeric[], %(taxes)s::numeric[]) AS g(id, amount, tax)
 WHERE d.company_id = %(company)s AND d.id = g.id AND d.id = ANY(%(ids)s::bigint[])
RETURNING d.id, d.version, d.amount

-- judge_discard --   What became an order is cancelled there.
SELECT i.id, CASE WHEN d.id IS NULL THEN 'not_found' WHEN d.state = 'discarded' THEN 'already'
                  WHEN d.state = 'submitted' THEN 'submitted' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_orderdraft d ON d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- discard --   Its number stays taken.
UPDATE sales_orderdraft SET state = 'discarded'
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'draft'

-- submit --   It is an order now.
UPDATE sales_orderdraft d SET state = 'submitted', order_id = g.order_id
  FROM unnest(%(ids)s::bigint[], %(orders)s::bigint[]) AS g(id, order_id)
 WHERE d.company_id = %(company)s AND d.id = g.id AND d.id = ANY(%(ids)s::bigint[]) AND d.state = 'draft'

-- differing --   Drafts whose order comes to something else.
SELECT d.id FROM sales_orderdraft d
  JOIN sales_order o ON o.company_id = d.company_id AND o.id = d.order_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
   AND (d.amount <> o.amount OR d.tax_amount <> o.tax_amount)
