-- judge --   Reserved orders are handed to the warehouse.
SELECT i.id,
       CASE WHEN o.id IS NULL THEN 'not_found'
            WHEN o.state = 'cancelled' THEN 'cancelled'
            WHEN o.state IN ('released', 'shipped', 'recognised') THEN 'already'
            WHEN o.state <> 'reserved' THEN 'not_reserved'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_order o ON o.id = i.id AND o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- deliver --   A delivery per order and warehouse; each line its part of the order line's amount, to the cent.
WITH part AS MATERIALIZED (
    SELECT r.id AS reservation_id, r.document_id AS order_id, r.line_id, r.item_id, r.location_id, b.warehouse_id,
           r.open_quantity AS quantity, l.quantity AS whole, l.amount, l.tax_amount,
           sum(r.open_quantity) OVER (PARTITION BY r.line_id ORDER BY r.id) AS upto
      FROM stock_reservation r
      JOIN stock_location b ON b.id = r.location_id
      JOIN sales_orderline l ON l.company_id = r.company_id AND l.id = r.line_id AND l.order_id = ANY(%(ids)s::bigint[])
     WHERE r.company_id = %(company)s AND r.document_id = ANY(%(ids)s::bigint[]) AND r.open_quantity > 0
), head AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, h.order_id, h.warehouse_id, o.shop_id,
           row_number() OVER (ORDER BY h.order_id, h.warehouse_id) AS place
      FROM (SELECT DISTINCT order_id, warehouse_id FROM part) h
      JOIN sales_order o ON o.company_id = %(company)s AND o.id = h.order_id AND o.id = ANY(%(ids)s::bigint[])
), counted AS (
    SELECT core_take_numbers(%(company)s, 'DN', date_trunc('month', %(on)s::date)::date, count(*)) AS base
      FROM head HAVING count(*) > 0
), delivered AS (
    INSERT INTO sales_delivery (id, company_id, number, warehouse_id, shop_id, release_on)
    SELECT h.id, %(company)s, core_number('DN', date_trunc('month', %(on)s::date)::date, c.base + h.place),
           h.warehouse_id, h.shop_id, %(on)s
      FROM head h CROSS JOIN counted c ORDER BY h.place
), lined AS (
    INSERT INTO sales_deliveryline (company_id, delivery_id, order_id, order_line_id, reservation_id, item_id,
           location_id, quantity, amount, tax_amount)
    SELECT %(company)s, h.id, p.order_id, p.line_id, p.reservation_id, p.item_id, p.location_id, p.quantity,
           round(p.amount * p.upto / p.whole, 2) - round(p.amount * (p.upto - p.quantity) / p.whole, 2),
           round(p.tax_amount * p.upto / p.whole, 2) - round(p.tax_amount * (p.upto - p.quantity) / p.whole, 2)
      FROM part p JOIN head h ON h.order_id = p.order_id AND h.warehouse_id = p.warehouse_id
     ORDER BY h.place, p.line_id, p.reservation_id
)
SELECT id FROM head ORDER BY place

-- advance --   The warehouse has them now.
UPDATE sales_order SET state = 'released', version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'reserved'
