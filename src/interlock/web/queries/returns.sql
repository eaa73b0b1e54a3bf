-- returns_found --   The returns a filter finds, newest first, by key.
SELECT r.id, r.amount
  FROM sales_return r
 WHERE r.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR r.id < %(before)s) /* own: r.id */
   AND (%(state)s::text IS NULL OR r.state = %(state)s)
   AND (%(reason)s::bigint IS NULL OR r.reason_id = %(reason)s)
   AND (%(shop)s::bigint IS NULL OR r.shop_id = %(shop)s)
   AND (%(customer)s::bigint IS NULL OR %(customer)s = (
         SELECT coalesce(o.customer_id, s.customer_id) FROM sales_order o JOIN sales_shop s ON s.id = o.shop_id
          WHERE o.company_id = r.company_id AND o.id = r.order_id))
   AND (%(first)s::date IS NULL OR r.return_on >= %(first)s)
   AND (%(last)s::date IS NULL OR r.return_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR r.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR r.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR r.number LIKE %(term)s || '%%' OR r.platform_number = %(term)s)
 ORDER BY r.id DESC
 LIMIT %(size)s

-- returns --   Some returns as a list shows them.
SELECT r.id, r.number, r.platform_number, r.kind, r.state, r.return_on, r.received_on, r.refunded_on, r.amount, r.order_id,
       o.number AS order_number, s.name_en, s.name_zh, c.name_en AS reason_en, c.name_zh AS reason_zh, l.pieces
  FROM (SELECT * FROM sales_return WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) OFFSET 0) r
  JOIN sales_order o ON o.company_id = r.company_id AND o.id = r.order_id
  JOIN sales_shop s ON s.company_id = r.company_id AND s.id = r.shop_id
  JOIN sales_returnreason c ON c.company_id = r.company_id AND c.id = r.reason_id
  LEFT JOIN LATERAL (SELECT sum(quantity) AS pieces FROM sales_returnline
                      WHERE company_id = r.company_id AND document_id = r.id) l ON true
 ORDER BY r.id DESC

-- reasons --   Why goods came back: returns, pieces and money of each reason among the latest returns.
SELECT c.id, c.code, c.name_en, c.name_zh, count(r.id) AS returns, sum(r.pieces) AS pieces, sum(r.amount) AS amount
  FROM sales_returnreason c
  LEFT JOIN (SELECT h.id, h.reason_id, h.amount, l.pieces
               FROM (SELECT id, reason_id, amount FROM sales_return
                      WHERE company_id = %(company)s AND state <> 'cancelled' ORDER BY id DESC LIMIT %(bound)s) h
               LEFT JOIN LATERAL (SELECT sum(quantity) AS pieces FROM sales_returnline
                                   WHERE company_id = %(company)s AND document_id = h.id) l ON true) r
    ON r.reason_id = c.id
 WHERE c.company_id = %(company)s
 GROUP BY c.id, c.code, c.name_en, c.name_zh
 ORDER BY count(r.id) DESC, c.code

-- return --   One return with its order, shop and reason.
SELECT r.id, r.company_id, r.number, r.platform_number, r.kind, r.state, r.amount, r.tax_amount, r.return_on, r.received_on,
       r.inspected_on, r.refunded_on, r.order_id, o.number AS order_number, o.state AS order_state, s.name_en, s.name_zh,
       c.name_en AS reason_en, c.name_zh AS reason_zh, r.replacement_id, x.number AS replacement,
       x.state AS replacement_state
  FROM sales_return r
  JOIN sales_order o ON o.company_id = r.company_id AND o.id = r.order_id
  JOIN sales_shop s ON s.company_id = r.company_id AND s.id = r.shop_id
  JOIN sales_returnreason c ON c.company_id = r.company_id AND c.id = r.reason_id
  LEFT JOIN sales_order x ON x.company_id = r.company_id AND x.id = r.replacement_id
 WHERE r.id = %(id)s

-- lines --   Its lines with the deliveries they left with and where they lie.
SELECT l.id, l.quantity, l.scrapped_quantity, l.amount, l.tax_amount, l.cost_amount, l.serials, i.id AS item_id, i.code AS item,
       i.name_en, i.name_zh, i.serial_tracked, d.id AS delivery_id, d.number AS delivery, w.code || '/' || b.code AS bin
  FROM sales_returnline l
  JOIN items_item i ON i.id = l.item_id
  JOIN sales_deliveryline x ON x.company_id = l.company_id AND x.id = l.delivery_line_id
  JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = x.delivery_id
  LEFT JOIN stock_location b ON b.company_id = l.company_id AND b.id = l.location_id
  LEFT JOIN stock_warehouse w ON w.company_id = l.company_id AND w.id = b.warehouse_id
 WHERE l.company_id = %(company)s AND l.document_id = %(id)s
 ORDER BY l.id
 LIMIT 500

-- of_orders --   The returns of some orders, with all their lines, for trace and timeline.
SELECT r.id, r.number, r.state, r.kind, r.order_id, r.amount, l.id AS line_id, l.quantity, l.amount AS line_amount,
       l.delivery_line_id, x.delivery_id, i.code AS item
  FROM sales_return r
  JOIN sales_returnline l ON l.company_id = r.company_id AND l.document_id = r.id
  JOIN sales_deliveryline x ON x.company_id = l.company_id AND x.id = l.delivery_line_id
  JOIN items_item i ON i.id = l.item_id
 WHERE r.company_id = %(company)s AND r.order_id = ANY(%(orders)s::bigint[])
 ORDER BY r.id, l.id
 

-- active_reasons --   The reasons that can be given.
SELECT code, name_en, name_zh FROM sales_returnreason
 WHERE company_id = %(company)s AND state = 'active' ORDER BY code

-- file --   A kept file of rows that were not taken in.
SELECT company_id, name, sha256 FROM core_file WHERE id = %(id)s AND name LIKE '%%-rejected.csv'

-- all_reasons --   The reasons of returns, for filters.
SELECT id, code, name_en, name_zh FROM sales_returnreason WHERE company_id = %(company)s ORDER BY code
