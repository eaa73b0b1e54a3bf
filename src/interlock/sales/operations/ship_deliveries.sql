-- judge --   Picked completely, not stopped by a hold, in an open month.
WITH line AS MATERIALIZED (
    SELECT d.delivery_id, d.id, d.quantity, d.order_id, d.reservation_id, t.serial_tracked
      FROM sales_deliveryline d
      JOIN items_item t ON t.id = d.item_id
     WHERE d.company_id = %(company)s AND d.delivery_id = ANY(%(ids)s::bigint[])
), captured AS (
    SELECT s.line_id, count(*) AS pieces FROM stock_serial s
     WHERE s.company_id = %(company)s AND s.state = 'captured'
       AND s.line_id = ANY(ARRAY(SELECT id FROM line WHERE serial_tracked))
     GROUP BY s.line_id
), whole AS (
    SELECT l.delivery_id, bool_and(coalesce(r.open_quantity >= l.quantity, false)) AS reserved,
           sum(l.quantity - coalesce(c.pieces, 0)) FILTER (WHERE l.serial_tracked) AS serials_missing,
           bool_or(o.state = 'held' AND (NOT o.is_parted OR EXISTS (
               SELECT FROM sales_hold h WHERE h.company_id = %(company)s AND h.order_id = o.id AND h.state = 'open'
                  AND h.reason <> 'no_stock'))) AS held
      FROM line l
      LEFT JOIN captured c ON c.line_id = l.id
      LEFT JOIN stock_reservation r ON r.company_id = %(company)s AND r.id = l.reservation_id
            AND r.id = ANY(ARRAY(SELECT reservation_id FROM line))
      JOIN sales_order o ON o.company_id = %(company)s AND o.id = l.order_id
       AND o.id = ANY(ARRAY(SELECT order_id FROM line))
     GROUP BY l.delivery_id
)
SELECT i.id,
       CASE WHEN d.id IS NULL THEN 'not_found'
            WHEN d.state = 'cancelled' THEN 'cancelled'
            WHEN d.state <> 'released' THEN 'already'
            WHEN p.id IS NULL THEN 'period_closed'
            WHEN w.held THEN 'order_held'
            WHEN NOT w.reserved THEN 'not_reserved'
            WHEN w.serials_missing > 0 THEN 'serials_missing'
            ELSE 'done' END AS code,
       CASE WHEN w.serials_missing > 0 THEN jsonb_build_object('serials_missing', trim_scale(w.serials_missing)) END AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_delivery d ON d.id = i.id AND d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
  LEFT JOIN whole w ON w.delivery_id = d.id
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'stock' AND p.state = 'open'
                         AND p.month = date_trunc('month', %(on)s::date)::date
 ORDER BY i.place

-- lines --   What leaves, a place a delivery line in line order; the shop is the unit, its customer the party.
SELECT array_agg(reservation_id)::text AS reservations, array_agg(delivery_id)::text AS documents,
       array_agg(line_id)::text AS lines, array_agg(unit_id)::text AS units, array_agg(customer_id)::text AS parties
  FROM (SELECT l.id AS line_id, l.delivery_id, l.reservation_id, s.unit_id,
               coalesce(d.customer_id, s.customer_id) AS customer_id
          FROM sales_deliveryline l
          JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id AND d.id = ANY(%(ids)s::bigint[])
          JOIN sales_shop s ON s.id = d.shop_id
         WHERE l.company_id = %(company)s AND l.delivery_id = ANY(%(ids)s::bigint[])
         ORDER BY l.delivery_id, l.id) AS leaving

-- advance --   Gone.
UPDATE sales_delivery SET state = 'shipped', shipped_on = %(on)s, version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'released'
