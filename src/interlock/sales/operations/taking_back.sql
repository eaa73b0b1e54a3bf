-- lock_deliveries --   All deliveries that carry goods of these orders, by id; the orders are locked already.
SELECT d.id FROM sales_delivery d
 WHERE d.company_id = %(company)s
   AND d.id = ANY(ARRAY(SELECT l.delivery_id FROM sales_deliveryline l
                         WHERE l.company_id = %(company)s AND l.order_id = ANY(%(ids)s::bigint[])))
 ORDER BY d.id FOR NO KEY UPDATE

-- orders --   What the orders are, to be kept.
SELECT o.id, o.version,
       jsonb_build_object('number', o.number, 'state', o.state, 'buyer', o.buyer, 'phone', o.phone,
           'province', o.province, 'city', o.city, 'district', o.district, 'address', o.address, 'remark', o.remark,
           'wanted_on', o.wanted_on, 'coupon', o.coupon, 'buyer_group', o.buyer_group, 'amount', o.amount,
           'tax_amount', o.tax_amount, 'paid_amount', o.paid_amount, 'content_hash', o.content_hash,
           'lines', l.lines) AS snapshot
  FROM sales_order o
  JOIN (SELECT x.order_id,
               jsonb_agg(jsonb_build_object('id', x.id, 'line', x.line_number, 'sku', x.sku, 'item', x.item_id,
                   'quantity', trim_scale(x.quantity), 'unit_price', trim_scale(x.unit_price), 'amount', x.amount,
                   'tax_amount', x.tax_amount, 'gift', x.is_gift, 'discount', x.discount_amount,
                   'subsidy', x.subsidy_amount) ORDER BY x.line_number) AS lines
          FROM sales_orderline x
         WHERE x.company_id = %(company)s AND x.order_id = ANY(%(ids)s::bigint[]) GROUP BY x.order_id) l
    ON l.order_id = o.id
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
 ORDER BY o.id

-- deliveries --   The deliveries that are to be picked for these orders, with everything they carry.
WITH touched AS MATERIALIZED (
    SELECT DISTINCT d.id, d.version, d.number, d.warehouse_id, d.release_on
      FROM sales_deliveryline l
      JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id AND d.state = 'released'
     WHERE l.company_id = %(company)s AND l.order_id = ANY(%(ids)s::bigint[])
)
SELECT t.id, t.version,
       jsonb_build_object('number', t.number, 'warehouse', t.warehouse_id, 'release_on', t.release_on,
           'lines', jsonb_agg(jsonb_build_object('id', l.id, 'order', l.order_id, 'order_line', l.order_line_id,
               'item', l.item_id, 'location', l.location_id, 'quantity', trim_scale(l.quantity), 'amount', l.amount,
               'tax_amount', l.tax_amount, 'reservation', l.reservation_id) ORDER BY l.id)) AS snapshot
  FROM touched t
  JOIN sales_deliveryline l ON l.company_id = %(company)s AND l.delivery_id = t.id
   AND l.delivery_id = ANY(ARRAY(SELECT id FROM touched))
 GROUP BY t.id, t.version, t.number, t.warehouse_id, t.release_on
 ORDER BY t.id

-- remove_lines --   What these orders have in deliveries that have not left.
DELETE FROM sales_deliveryline l
 USING sales_delivery d
 WHERE l.company_id = %(company)s AND l.order_id = ANY(%(ids)s::bigint[])
   AND d.company_id = %(company)s AND d.id = l.delivery_id AND d.state = 'released'
   AND d.id = ANY(ARRAY(SELECT x.delivery_id FROM sales_deliveryline x
                         WHERE x.company_id = %(company)s AND x.order_id = ANY(%(ids)s::bigint[])))
RETURNING l.id

-- leave --   A delivery without lines is cancelled; one that carries other orders goes on without these.
UPDATE sales_delivery d
   SET version = d.version + 1, state = CASE WHEN l.delivery_id IS NULL THEN 'cancelled' ELSE d.state END
  FROM unnest(%(ids)s::bigint[]) AS i(id)
  LEFT JOIN (SELECT DISTINCT delivery_id FROM sales_deliveryline
              WHERE company_id = %(company)s AND delivery_id = ANY(%(ids)s::bigint[])) l ON l.delivery_id = i.id
 WHERE d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[]) AND d.state = 'released'
RETURNING d.id, d.state

-- promised --   What is still promised to these orders.
SELECT id FROM stock_reservation
 WHERE company_id = %(company)s AND document_id = ANY(%(ids)s::bigint[]) AND open_quantity > 0
 ORDER BY id

-- add_up --   The order's amounts are those of its lines.
UPDATE sales_order o SET amount = s.amount, tax_amount = s.tax_amount
  FROM (SELECT order_id, sum(amount) AS amount, sum(tax_amount) AS tax_amount FROM sales_orderline
         WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[]) GROUP BY order_id) s
 WHERE o.id = s.order_id AND o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
