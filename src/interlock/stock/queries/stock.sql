-- stock --   A page by (item, warehouse).
SELECT b.item_id, l.warehouse_id, sum(b.on_hand) AS on_hand, sum(b.reserved) AS reserved,
       sum(b.on_hand - b.reserved) AS free,
       coalesce(round(p.amount / nullif(p.quantity, 0), 6), 0) AS unit_cost,
       coalesce(round(p.amount * sum(b.on_hand) / nullif(p.quantity, 0), 2), 0) AS value,
       coalesce(p.amount, 0) AS pool_amount
  FROM stock_balance AS b
  JOIN stock_location AS l ON l.company_id = b.company_id AND l.id = b.location_id
  LEFT JOIN stock_pool AS p ON p.company_id = b.company_id AND p.item_id = b.item_id
 WHERE b.company_id = %(company)s AND b.quality = 'good'
   AND (%(items)s::bigint[] IS NULL OR b.item_id = ANY(%(items)s::bigint[]))
   AND (%(warehouses)s::bigint[] IS NULL OR l.warehouse_id = ANY(%(warehouses)s::bigint[]))
   AND (b.item_id, l.warehouse_id) > (%(after_item)s, %(after_warehouse)s)
 GROUP BY b.item_id, l.warehouse_id, p.amount, p.quantity
 ORDER BY b.item_id, l.warehouse_id
 LIMIT %(limit)s

-- entries --   A page by id, newest first; what has no value entry only promised or released.
SELECT e.id, e.kind, e.item_id, e.location_id, e.on_hand_delta, e.reserved_delta, e.reservation_id, e.line_id,
       e.effective_on, e.run_id,
       CASE WHEN e.on_hand_delta <> 0 AND e.kind <> 'inspect'
            THEN (SELECT sum(v.amount_delta) FROM stock_valueentry AS v
                   WHERE v.company_id = e.company_id AND v.line_id = e.line_id) END AS amount
  FROM stock_entry AS e
 WHERE e.company_id = %(company)s AND e.item_id = %(item)s AND (%(before)s::bigint IS NULL OR e.id < %(before)s)
 ORDER BY e.id DESC
 LIMIT %(limit)s

-- reservations --   By document.
SELECT r.id, r.document_id, r.line_id, r.item_id, r.location_id, r.quantity, r.open_quantity
  FROM stock_reservation AS r
 WHERE r.company_id = %(company)s AND r.document_id = ANY(%(documents)s::bigint[])
 ORDER BY r.document_id, r.id

-- costs --   What the goods of a line took out of their pool.
SELECT v.line_id, -sum(v.amount_delta) AS cost
  FROM stock_valueentry AS v
 WHERE v.company_id = %(company)s AND v.line_id = ANY(%(lines)s::bigint[]) AND v.cause = 'issue'
 GROUP BY v.line_id

-- serials --   The pieces of lines.
SELECT s.line_id, s.number
  FROM stock_serial AS s
 WHERE s.company_id = %(company)s AND s.line_id = ANY(%(lines)s::bigint[])
 ORDER BY s.line_id, s.number

-- life --   The steps of one piece.
SELECT e.kind, e.location_id, e.line_id, e.run_id, r.operation, r.started_at AS at
  FROM stock_serial AS s
  JOIN stock_serialentry AS e ON e.company_id = s.company_id AND e.serial_id = s.id
  JOIN core_run AS r ON r.company_id = e.company_id AND r.id = e.run_id
 WHERE s.company_id = %(company)s AND s.item_id = %(item)s AND s.number = %(number)s
 ORDER BY e.id
