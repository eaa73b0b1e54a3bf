-- shops --   The shops of a company, for filters.
SELECT id, code, name_en, name_zh FROM sales_shop WHERE company_id = %(company)s ORDER BY code

-- channels --   The channels of a company, for filters.
SELECT id, code, name_en, name_zh FROM sales_channel WHERE company_id = %(company)s ORDER BY code

-- orders_found --   The orders a filter finds, newest first, by key.
SELECT o.id, o.amount
  FROM sales_order o
 WHERE o.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR o.id < %(before)s) /* own: o.id */
   AND (%(state)s::text IS NULL OR o.state = %(state)s)
   AND (%(state)s::text IS NULL OR %(state)s IN ('recognised', 'cancelled') OR o.is_open)
   AND (%(shop)s::bigint IS NULL OR o.shop_id = %(shop)s)
   AND (%(channel)s::bigint IS NULL OR o.shop_id IN (SELECT id FROM sales_shop
         WHERE company_id = %(company)s AND channel_id = %(channel)s))
   AND (%(customer)s::bigint IS NULL OR o.customer_id = %(customer)s OR o.customer_id IS NULL AND o.shop_id IN (
         SELECT id FROM sales_shop WHERE company_id = %(company)s AND customer_id = %(customer)s))
   AND (%(first)s::date IS NULL OR o.order_on >= %(first)s)
   AND (%(last)s::date IS NULL OR o.order_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR o.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR o.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR o.number LIKE %(term)s || '%%' OR o.platform_number = %(term)s)
   AND (%(reason)s::text IS NULL OR o.id IN (SELECT order_id FROM sales_hold
         WHERE company_id = %(company)s AND reason = %(reason)s AND state = 'open'))
 ORDER BY o.id DESC
 LIMIT %(size)s

-- orders --   Some orders as a list shows them; they are read first, by their ids, and never by way of their shops.
SELECT o.id, o.number, o.platform_number, o.state, o.ordered_at, o.order_on, o.buyer, o.phone, o.province, o.city,
       o.amount, o.tax_amount, o.paid_amount, s.code AS shop, s.name_en, s.name_zh, c.name_en AS channel_en,
       c.name_zh AS channel_zh, h.reasons
  FROM (SELECT * FROM sales_order WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) OFFSET 0) o
  JOIN sales_shop s ON s.company_id = o.company_id AND s.id = o.shop_id
  JOIN sales_channel c ON c.company_id = o.company_id AND c.id = s.channel_id
  LEFT JOIN LATERAL (SELECT array_agg(DISTINCT reason) AS reasons FROM sales_hold
                      WHERE company_id = o.company_id AND order_id = o.id AND state = 'open' AND o.state = 'held') h ON true
 ORDER BY o.id DESC

-- order --   One order with its shop.
SELECT o.id, o.company_id, o.number, o.platform_number, o.state, o.resume_state, o.ordered_at, o.order_on, o.buyer, o.phone,
       o.province, o.city, o.district, o.address, o.remark, o.priority, o.amount, o.tax_amount, o.paid_amount, o.paid_at,
       o.coupon, o.buyer_group, o.version, o.file_id, s.id AS shop_id, s.code AS shop, s.name_en, s.name_zh, c.id AS channel_id,
       c.name_en AS channel_en, c.name_zh AS channel_zh, f.id AS feed_id, file.name AS file_name, o.wanted_on, p.code AS customer_code, p.name AS customer,
       (SELECT count(*) FROM sales_orderline n WHERE n.company_id = o.company_id AND n.order_id = o.id) AS line_count, w.changes,
       EXISTS (SELECT FROM core_approvalrequest q WHERE q.company_id = o.company_id AND q.document_id = o.id AND q.state = 'approved') AS is_approved,
       EXISTS (SELECT FROM sales_orderchange q WHERE q.company_id = o.company_id AND q.order_id = o.id AND (q.state = 'open' OR q.note <> '')) AS is_sent_again
  FROM sales_order o
  JOIN sales_shop s ON s.company_id = o.company_id AND s.id = o.shop_id
  JOIN sales_channel c ON c.company_id = o.company_id AND c.id = s.channel_id
  LEFT JOIN parties_party p ON p.id = o.customer_id
  LEFT JOIN core_file file ON file.id = o.file_id
  LEFT JOIN sales_feed f ON f.company_id = o.company_id AND f.file_id = o.file_id
  LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('id', x.id, 'number', x.number, 'state', x.state, 'reason', x.reason,
                  'text', x.text, 'on', x.change_on, 'before', x.before, 'after', x.after, 'was', x.amount_before::text,
                  'amount', x.amount::text, 'lines', coalesce(y.lines, '[]')) ORDER BY x.id DESC) AS changes
         FROM (SELECT * FROM sales_changedocument
                WHERE company_id = o.company_id AND order_id = o.id ORDER BY id DESC LIMIT 10) x
         LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('line', l.line_number, 'was', l.sku_before, 'sku', l.sku,
                    'quantity_was', l.quantity_before::text, 'quantity', l.quantity::text,
                    'price_was', l.unit_price_before::text, 'price', l.unit_price::text) ORDER BY l.ordinal) AS lines
                      FROM sales_changeline l WHERE l.company_id = x.company_id AND l.document_id = x.id) y ON true) w ON true
 WHERE o.id = %(id)s

-- line_place --   The number of a line before this one, so that a page can begin with it.
SELECT l.line_number - 1 AS after FROM sales_orderline l WHERE l.company_id = %(company)s AND l.order_id = %(id)s AND l.id = %(line)s

-- lines --   Its lines behind a line number, with their items and what was reserved and shipped of them.
SELECT l.id, l.line_number, l.sku, l.quantity, l.unit_price, l.amount, l.tax_amount, l.is_gift, i.id AS item_id,
       i.code AS item, i.name_en, i.name_zh, i.serial_tracked,
       l.discount_amount, l.subsidy_amount, round(l.quantity * l.unit_price, 2) AS list_amount,
       (SELECT sum(r.open_quantity) FROM stock_reservation r
         WHERE r.company_id = l.company_id AND r.document_id = l.order_id AND r.line_id = l.id) AS reserved,
       (SELECT sum(d.quantity) FROM sales_deliveryline d JOIN sales_delivery h ON h.id = d.delivery_id
         WHERE d.order_id = l.order_id AND d.order_line_id = l.id AND h.state <> 'released') AS shipped
  FROM sales_orderline l
  LEFT JOIN items_item i ON i.id = l.item_id
 WHERE l.company_id = %(company)s AND l.order_id = %(id)s AND l.line_number > %(after)s
 ORDER BY l.line_number
 LIMIT %(size)s

-- holds --   Why it stands still, and why it did.
SELECT h.id, h.reason, h.check_code, h.line_number, h.detail, h.state, h.raised_at, h.note, r.started_at AS ended_at,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS person
  FROM sales_hold h
  LEFT JOIN core_run r ON r.company_id = h.company_id AND r.id = h.ended_run_id
  LEFT JOIN core_user u ON u.id = r.actor_id
 WHERE h.company_id = %(company)s AND h.order_id = %(id)s
 ORDER BY (h.state = 'open') DESC, h.id
 LIMIT 100

-- checks --   Which checks a person may release, for the shop's channel.
SELECT check_code FROM sales_reviewcheck
 WHERE company_id = %(company)s AND channel_id = %(channel)s AND NOT releasable

-- changes --   What the platform sent again with other content.
SELECT c.id, c.content::text AS content, c.state, c.note, f.name AS file_name
  FROM sales_orderchange c LEFT JOIN core_file f ON f.id = c.file_id
 WHERE c.company_id = %(company)s AND c.order_id = %(id)s
 ORDER BY c.id DESC LIMIT 10

-- supply --   Where its goods are: reservations still open and the deliveries that took them.
SELECT 'reserved' AS state, r.line_id AS order_line_id, r.item_id, i.code AS item, i.name_en, i.name_zh, w.code || '/' || b.code AS bin,
       r.open_quantity AS quantity, NULL::bigint AS delivery_id, NULL::text AS delivery, NULL::date AS shipped_on
  FROM stock_reservation r
  JOIN items_item i ON i.id = r.item_id
  JOIN stock_location b ON b.company_id = r.company_id AND b.id = r.location_id
  JOIN stock_warehouse w ON w.company_id = r.company_id AND w.id = b.warehouse_id
 WHERE r.company_id = %(company)s AND r.document_id = %(id)s AND r.open_quantity > 0
   AND NOT EXISTS (SELECT 1 FROM sales_deliveryline d WHERE d.order_id = r.document_id AND d.reservation_id = r.id)
UNION ALL
SELECT d.state, l.order_line_id, l.item_id, i.code, i.name_en, i.name_zh, w.code || '/' || b.code, l.quantity, d.id, d.number, d.shipped_on
  FROM sales_deliveryline l
  JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id
  JOIN items_item i ON i.id = l.item_id
  JOIN stock_location b ON b.company_id = l.company_id AND b.id = l.location_id
  JOIN stock_warehouse w ON w.company_id = l.company_id AND w.id = b.warehouse_id
 WHERE l.company_id = %(company)s AND l.order_id = %(id)s
 ORDER BY delivery_id NULLS FIRST, item
 LIMIT 500

-- money --   The accounting events of these documents, their vouchers and accounts.
SELECT e.id AS event_id, e.kind, e.fact_on, e.posting_on, l.component, l.amount, l.line_id, p.code AS pending_code,
       p.event_id IS NOT NULL AS pending, j.voucher_id, v.number AS voucher, v.posting_on AS voucher_on,
       d.id AS debit_id, d.code AS debit, d.name_en AS debit_en, d.name_zh AS debit_zh,
       c.id AS credit_id, c.code AS credit, c.name_en AS credit_en, c.name_zh AS credit_zh, i.code AS item
  FROM finance_event e
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
  LEFT JOIN finance_eventpending p ON p.event_id = e.id
  LEFT JOIN finance_journalline j ON j.company_id = l.company_id AND j.id = l.id
  LEFT JOIN finance_voucher v ON v.company_id = j.company_id AND v.id = j.voucher_id
  LEFT JOIN finance_account d ON d.id = j.debit_account_id
  LEFT JOIN finance_account c ON c.id = j.credit_account_id
  LEFT JOIN items_item i ON i.id = l.item_id
 WHERE e.company_id = %(company)s AND e.document_id = ANY(%(documents)s::bigint[])
   AND (%(lines)s::bigint[] IS NULL OR l.line_id = ANY(%(lines)s::bigint[]))
 ORDER BY e.id, l.id
 LIMIT 500

-- delivery_ids --   The deliveries that carry goods of an order, with the lines they carry.
SELECT delivery_id, id AS line_id FROM sales_deliveryline WHERE company_id = %(company)s AND order_id = %(id)s LIMIT 1000

-- delivery_lines --   The lines of some deliveries, for the documents they serve.
SELECT id, delivery_id, order_id FROM sales_deliveryline WHERE company_id = %(company)s AND delivery_id = ANY(%(ids)s::bigint[])
 LIMIT 1000

-- of_platform --   Orders by shop code and platform number.
SELECT DISTINCT s.code AS shop, o.platform_number, o.number
  FROM unnest(%(shops)s::text[], %(numbers)s::text[]) AS g(shop, number)
  JOIN sales_shop s ON s.company_id = %(company)s AND s.code = g.shop
  JOIN sales_order o ON o.company_id = s.company_id AND o.shop_id = s.id AND o.platform_number = g.number

-- customers --   Whose orders there may be: the customers that shops settle with, and those with an account with us.
SELECT p.id, p.code || ' ' || p.name AS name
  FROM parties_party p
 WHERE p.id IN (SELECT customer_id FROM sales_shop WHERE company_id = %(company)s)
    OR p.id IN (SELECT a.party_id FROM parties_account a
                  JOIN parties_partyrole r ON r.party_id = a.party_id AND r.role = 'customer'
                 WHERE a.company_id = %(company)s)
 ORDER BY p.code
 LIMIT 500
