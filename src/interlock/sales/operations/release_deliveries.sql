-- judge --   Reserved orders are handed to the warehouse.
SELECT i.id,
       CASE WHEN o.id IS NULL THEN 'not_found'
            WHEN o.state = 'cancelled' THEN 'cancelled'
            WHEN o.state IN ('released', 'shipped', 'recognised') THEN 'already'
            WHEN o.state <> 'reserved' THEN 'not_reserved'
            ELSE 'done' END AS code, NULL::jsonb AS detail, o.state, o.is_parted, s.merge_minutes > 0 AS may_merge
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_order o ON o.id = i.id AND o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
  LEFT JOIN sales_shop s ON s.id = o.shop_id
 ORDER BY i.place

-- parts --   Standing only for want of stock in a shop that sends what is there, with lines nobody was handed yet.
SELECT o.id
  FROM sales_order o
  JOIN sales_shop s ON s.id = o.shop_id AND s.split = 'by_line'
 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[]) AND o.state = 'held' AND o.resume_state = 'reviewed'
   AND NOT EXISTS (SELECT FROM sales_hold h
                    WHERE h.company_id = o.company_id AND h.order_id = o.id AND h.order_id = ANY(%(ids)s::bigint[])
                      AND h.state = 'open' AND h.reason <> 'no_stock')
   AND EXISTS (SELECT FROM stock_reservation r
                WHERE r.company_id = o.company_id AND r.document_id = o.id AND r.document_id = ANY(%(ids)s::bigint[])
                  AND r.open_quantity > 0
                  AND NOT EXISTS (SELECT FROM sales_deliveryline l
                                   WHERE l.company_id = r.company_id AND l.order_id = o.id
                                     AND l.order_id = ANY(%(ids)s::bigint[]) AND l.order_line_id = r.line_id))

-- together --   Orders of one buyer and address that came within the shop's minutes of one another leave with the first.
SELECT g.id, first_value(g.id) OVER (PARTITION BY g.shop_id, g.buyer, g.phone, g.province, g.city, g.district,
                                                  g.address, g.customer_id, g.batch ORDER BY g.ordered_at, g.id) AS first_id
  FROM (SELECT n.*, count(*) FILTER (WHERE n.apart) OVER buyer AS batch
          FROM (SELECT o.*, o.ordered_at - lag(o.ordered_at) OVER buyer > s.merge_minutes * interval '1 minute' AS apart
                  FROM sales_order o
                  JOIN sales_shop s ON s.id = o.shop_id AND s.company_id = o.company_id AND s.merge_minutes > 0
                 WHERE o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[]) AND o.phone <> '' AND o.address <> ''
                WINDOW buyer AS (PARTITION BY o.shop_id, o.buyer, o.phone, o.province, o.city, o.district,
                                                  o.address, o.customer_id ORDER BY o.ordered_at, o.id)) n
        WINDOW buyer AS (PARTITION BY n.shop_id, n.buyer, n.phone, n.province, n.city, n.district, n.address,
                                          n.customer_id ORDER BY n.ordered_at, n.id)) g

-- deliver --   A delivery per order and warehouse, or per orders that leave together; each line its part, to the cent.
WITH part AS MATERIALIZED (
    SELECT r.id AS reservation_id, r.document_id AS order_id, coalesce(t.first_id, r.document_id) AS first_id, r.line_id, r.item_id, r.location_id, b.warehouse_id,
           r.open_quantity AS quantity, l.quantity AS whole, l.amount, l.tax_amount,
           CASE WHEN l.subsidy_amount > 0 THEN sales_net_subsidy(l.order_id, l.subsidy_amount, l.amount, l.tax_amount) END AS subsidy,
           sum(r.open_quantity) OVER (PARTITION BY r.line_id ORDER BY r.id) AS upto
      FROM stock_reservation r
      JOIN stock_location b ON b.id = r.location_id
      JOIN sales_orderline l ON l.company_id = r.company_id AND l.id = r.line_id AND l.order_id = ANY(%(ids)s::bigint[])
      LEFT JOIN unnest(%(orders)s::bigint[], %(firsts)s::bigint[]) AS t(order_id, first_id)
             ON t.order_id = r.document_id
     WHERE r.company_id = %(company)s AND r.document_id = ANY(%(ids)s::bigint[]) AND r.open_quantity > 0
       AND r.line_id NOT IN (SELECT unnest(%(carried)s::bigint[]))
), head AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, h.order_id, h.warehouse_id, o.shop_id, o.customer_id,
           row_number() OVER (ORDER BY h.order_id, h.warehouse_id) AS place
      FROM (SELECT DISTINCT first_id AS order_id, warehouse_id FROM part) h
      JOIN sales_order o ON o.company_id = %(company)s AND o.id = h.order_id AND o.id = ANY(%(ids)s::bigint[])
), counted AS (
    SELECT core_take_numbers(%(company)s, 'DN', date_trunc('month', %(on)s::date)::date, count(*)) AS base
      FROM head HAVING count(*) > 0
), delivered AS (
    INSERT INTO sales_delivery (id, company_id, number, warehouse_id, shop_id, customer_id, release_on)
    SELECT h.id, %(company)s, core_number((SELECT core_prefix(%(company)s, 'DN')), date_trunc('month', %(on)s::date)::date, c.base + h.place),
           h.warehouse_id, h.shop_id, h.customer_id, %(on)s
      FROM head h CROSS JOIN counted c ORDER BY h.place
), lined AS (
    INSERT INTO sales_deliveryline (company_id, delivery_id, order_id, order_line_id, reservation_id, item_id,
           location_id, quantity, amount, tax_amount, subsidy_amount)
    SELECT %(company)s, h.id, p.order_id, p.line_id, p.reservation_id, p.item_id, p.location_id, p.quantity,
           round(p.amount * p.upto / p.whole, 2) - round(p.amount * (p.upto - p.quantity) / p.whole, 2),
           round(p.tax_amount * p.upto / p.whole, 2) - round(p.tax_amount * (p.upto - p.quantity) / p.whole, 2),
           round(p.subsidy * p.upto / p.whole, 2) - round(p.subsidy * (p.upto - p.quantity) / p.whole, 2)
      FROM part p JOIN head h ON h.order_id = p.first_id AND h.warehouse_id = p.warehouse_id
     ORDER BY h.place, p.line_id, p.reservation_id
)
SELECT id FROM head ORDER BY place

-- advance --   The warehouse has them now.
UPDATE sales_order SET state = 'released', version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'reserved'

-- note_parts --   A part is in the warehouse, the order still stands for the rest.
UPDATE sales_order SET is_parted = true, version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'held'
