-- on_hand --   What lies where: a page of items by code, a row an item and warehouse, with its share of the pool's value.
WITH shown AS (
    SELECT i.id, i.code, i.name_en, i.name_zh, i.unit_id
      FROM items_item i
     WHERE (%(after)s::text IS NULL OR i.code > %(after)s)
       AND (%(term)s::text IS NULL OR i.code ILIKE %(term)s || '%%' OR lower(i.name_en) LIKE '%%' || lower(%(term)s) || '%%'
            OR i.name_zh LIKE '%%' || %(term)s || '%%')
       AND EXISTS (SELECT 1 FROM stock_balance b JOIN stock_location l ON l.company_id = b.company_id AND l.id = b.location_id
                    WHERE b.company_id = %(company)s AND b.item_id = i.id AND (%(empty)s OR b.on_hand > 0)
                      AND (%(warehouse)s::bigint IS NULL OR l.warehouse_id = %(warehouse)s)
                      AND (%(seen)s::bigint[] IS NULL OR l.warehouse_id = ANY(%(seen)s::bigint[])))
     ORDER BY i.code
     LIMIT %(size)s + 1)
SELECT s.id, s.code, s.name_en, s.name_zh, s.unit_id AS unit, w.code AS warehouse, w.name_en AS warehouse_en,
       w.name_zh AS warehouse_zh, sum(b.on_hand) AS on_hand, sum(b.reserved) AS reserved,
       sum(b.on_hand) FILTER (WHERE b.quality = 'good' AND l.kind = 'picking')
         - sum(b.reserved) FILTER (WHERE b.quality = 'good' AND l.kind = 'picking') AS available,
       p.amount / nullif(p.quantity, 0) AS unit_cost, p.amount * sum(b.on_hand) / nullif(p.quantity, 0) AS value
  FROM shown s
  JOIN stock_balance b ON b.company_id = %(company)s AND b.item_id = s.id
  JOIN stock_location l ON l.company_id = b.company_id AND l.id = b.location_id
  JOIN stock_warehouse w ON w.company_id = l.company_id AND w.id = l.warehouse_id
  LEFT JOIN stock_pool p ON p.company_id = %(company)s AND p.item_id = s.id
 WHERE (%(warehouse)s::bigint IS NULL OR w.id = %(warehouse)s) AND (%(seen)s::bigint[] IS NULL OR w.id = ANY(%(seen)s::bigint[]))
 GROUP BY s.id, s.code, s.name_en, s.name_zh, s.unit_id, w.code, w.name_en, w.name_zh, p.amount, p.quantity
 ORDER BY s.code, w.code

-- value --   What all goods of the company are worth.
SELECT coalesce(sum(amount), 0) AS amount, count(*) FILTER (WHERE quantity > 0) AS items FROM stock_pool WHERE company_id = %(company)s

-- item --   An item and its cost pool in this company.
SELECT i.id, i.code, i.name_en, i.name_zh, i.unit_id AS unit, i.kind, i.revenue_policy, i.serial_tracked, i.barcode, i.state,
       p.quantity, p.amount, p.amount / nullif(p.quantity, 0) AS unit_cost
  FROM items_item i
  LEFT JOIN stock_pool p ON p.company_id = %(company)s AND p.item_id = i.id
 WHERE i.id = %(id)s

-- bins --   Where an item lies.
SELECT w.code AS warehouse, w.name_en, w.name_zh, l.code AS bin, l.kind, b.quality, b.on_hand, b.reserved,
       b.on_hand - b.reserved AS available
  FROM stock_balance b
  JOIN stock_location l ON l.company_id = b.company_id AND l.id = b.location_id
  JOIN stock_warehouse w ON w.company_id = l.company_id AND w.id = l.warehouse_id
 WHERE b.company_id = %(company)s AND b.item_id = %(id)s AND (%(seen)s::bigint[] IS NULL OR w.id = ANY(%(seen)s::bigint[]))
 ORDER BY w.code, l.pick_order, l.code
 LIMIT 200

-- entries --   The pieces' ledger of an item, newest first, by key.
SELECT e.id, e.kind, e.on_hand_delta, e.reserved_delta, e.effective_on, e.line_id, w.code || '/' || l.code AS bin, r.operation, r.started_at
  FROM stock_entry e
  JOIN stock_location l ON l.company_id = e.company_id AND l.id = e.location_id
  JOIN stock_warehouse w ON w.company_id = l.company_id AND w.id = l.warehouse_id
  LEFT JOIN core_run r ON r.company_id = e.company_id AND r.id = e.run_id
 WHERE e.company_id = %(company)s AND e.item_id = %(id)s AND (%(before)s::bigint IS NULL OR e.id < %(before)s)
   AND (%(seen)s::bigint[] IS NULL OR w.id = ANY(%(seen)s::bigint[]))
 ORDER BY e.id DESC
 LIMIT %(size)s + 1

-- values --   The money's ledger of an item: of the lines its entries name.
SELECT v.id, v.cause, v.quantity_delta, v.amount_delta, v.effective_on, v.line_id
  FROM stock_valueentry v
 WHERE v.company_id = %(company)s AND v.item_id = %(id)s
   AND v.line_id = ANY(%(lines)s::bigint[])
 ORDER BY v.id DESC
 LIMIT 200

-- documents --   The documents that lines of any kind belong to.
SELECT l.id AS line_id, 'order' AS kind, l.order_id AS id, o.number FROM sales_orderline l JOIN sales_order o ON o.id = l.order_id
 WHERE l.company_id = %(company)s AND l.id = ANY(%(lines)s::bigint[])
UNION ALL
SELECT l.id, 'delivery', l.delivery_id, d.number FROM sales_deliveryline l JOIN sales_delivery d ON d.id = l.delivery_id
 WHERE l.company_id = %(company)s AND l.id = ANY(%(lines)s::bigint[])
UNION ALL
SELECT l.id, 'movement', l.movement_id, m.number FROM stock_movementline l JOIN stock_movement m ON m.id = l.movement_id
 WHERE l.company_id = %(company)s AND l.id = ANY(%(lines)s::bigint[])
UNION ALL
SELECT l.id, 'statement', l.statement_id, s.number FROM sales_statementline l JOIN sales_statement s ON s.id = l.statement_id
 WHERE l.company_id = %(company)s AND l.id = ANY(%(lines)s::bigint[])
UNION ALL
SELECT l.id, 'draft', l.draft_id, d.number FROM finance_voucherdraftline l JOIN finance_voucherdraft d ON d.id = l.draft_id
 WHERE l.company_id = %(company)s AND l.id = ANY(%(lines)s::bigint[])

-- serials --   Pieces by serial number: exact, of any item, through the key that begins with the item; where one may look.
SELECT s.id, s.number, s.state, s.line_id, i.id AS item_id, i.code AS item, i.name_en, i.name_zh,
       w.code || '/' || l.code AS bin
  FROM items_item i
  JOIN stock_serial s ON s.company_id = %(company)s AND s.item_id = i.id AND s.number = %(number)s
  LEFT JOIN stock_location l ON l.company_id = s.company_id AND l.id = s.location_id
  LEFT JOIN stock_warehouse w ON w.company_id = l.company_id AND w.id = l.warehouse_id
 WHERE i.serial_tracked AND (%(seen)s::bigint[] IS NULL OR w.id = ANY(%(seen)s::bigint[]))
 ORDER BY i.code
 LIMIT 20

-- item_serials --   The pieces of an item that are here, by key.
SELECT s.id, s.number, s.state, s.line_id, w.code || '/' || l.code AS bin
  FROM stock_serial s
  JOIN stock_location l ON l.company_id = s.company_id AND l.id = s.location_id
  JOIN stock_warehouse w ON w.company_id = l.company_id AND w.id = l.warehouse_id
 WHERE s.company_id = %(company)s AND s.item_id = %(id)s AND s.state <> 'issued'
   AND (%(seen)s::bigint[] IS NULL OR w.id = ANY(%(seen)s::bigint[]))
 ORDER BY s.number
 LIMIT 100

-- serial_life --   What happened to some pieces.
SELECT e.serial_id, e.kind, e.line_id, w.code || '/' || l.code AS bin, r.started_at, r.operation
  FROM stock_serialentry e
  LEFT JOIN stock_location l ON l.company_id = e.company_id AND l.id = e.location_id
  LEFT JOIN stock_warehouse w ON w.company_id = l.company_id AND w.id = l.warehouse_id
  LEFT JOIN core_run r ON r.company_id = e.company_id AND r.id = e.run_id
 WHERE e.company_id = %(company)s AND e.serial_id = ANY(%(ids)s::bigint[])
 ORDER BY e.id

-- movements_found --   The stock movements a filter finds, newest first, by key.
SELECT m.id, l.amount
  FROM stock_movement m
  LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM stock_movementline
                      WHERE company_id = m.company_id AND movement_id = m.id) l ON true
 WHERE m.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR m.id < %(before)s)
   AND (%(state)s::text IS NULL OR m.state = %(state)s)
   AND (%(kind)s::text IS NULL OR m.kind = %(kind)s)
   AND (%(party)s::bigint IS NULL OR m.party_id = %(party)s)
   AND (%(first)s::date IS NULL OR m.movement_on >= %(first)s)
   AND (%(last)s::date IS NULL OR m.movement_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR l.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR l.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR m.number LIKE %(term)s || '%%')
   AND (%(warehouse)s::bigint IS NULL OR EXISTS (SELECT FROM stock_movementline x
         WHERE x.company_id = %(company)s AND x.movement_id = m.id AND x.location_id IN (SELECT id FROM stock_location
               WHERE company_id = %(company)s AND warehouse_id = %(warehouse)s)))
 ORDER BY m.id DESC
 LIMIT %(size)s

-- movements --   Some stock movements as a list shows them.
SELECT m.id, m.number, m.kind, m.state, m.movement_on, r.name_en AS reason_en, r.name_zh AS reason_zh, p.name AS party,
       l.lines, l.pieces, l.amount
  FROM stock_movement m
  LEFT JOIN stock_reason r ON r.id = m.reason_id
  LEFT JOIN parties_party p ON p.id = m.party_id
  LEFT JOIN LATERAL (SELECT count(*) AS lines, sum(quantity) AS pieces, sum(amount) AS amount FROM stock_movementline
                      WHERE company_id = m.company_id AND movement_id = m.id) l ON true
 WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[])
 ORDER BY m.id DESC

-- movement --   One stock movement.
SELECT m.id, m.company_id, m.number, m.kind, m.state, m.movement_on, r.name_en AS reason_en, r.name_zh AS reason_zh,
       r.code AS reason, p.name AS party
  FROM stock_movement m
  LEFT JOIN stock_reason r ON r.id = m.reason_id
  LEFT JOIN parties_party p ON p.id = m.party_id
 WHERE m.id = %(id)s

-- movement_lines --   Its lines.
SELECT l.id, l.quantity, l.amount, l.serials, i.id AS item_id, i.code AS item, i.name_en, i.name_zh, w.code || '/' || b.code AS bin
  FROM stock_movementline l
  JOIN items_item i ON i.id = l.item_id
  JOIN stock_location b ON b.company_id = l.company_id AND b.id = l.location_id
  JOIN stock_warehouse w ON w.company_id = b.company_id AND w.id = b.warehouse_id
 WHERE l.company_id = %(company)s AND l.movement_id = %(id)s AND (%(after)s::bigint IS NULL OR l.id > %(after)s)
 ORDER BY l.id
 LIMIT 201

-- reasons --   Why stock may be adjusted.
SELECT id, code, name_en, name_zh FROM stock_reason ORDER BY code

-- suppliers --   Who may deliver goods, for the form.
SELECT p.id, p.code, p.name FROM parties_party p JOIN parties_partyrole r ON r.party_id = p.id AND r.role = 'supplier'
 WHERE p.state = 'active' ORDER BY p.code LIMIT 500

-- line_items --   Items and bins by the codes a form named.
SELECT 'item' AS kind, i.code, i.id, i.serial_tracked FROM items_item i WHERE i.code = ANY(%(items)s::text[])
UNION ALL
SELECT 'bin', w.code || '/' || b.code, b.id, false
  FROM stock_location b JOIN stock_warehouse w ON w.company_id = b.company_id AND w.id = b.warehouse_id
 WHERE b.company_id = %(company)s AND w.code || '/' || b.code = ANY(%(bins)s::text[])
