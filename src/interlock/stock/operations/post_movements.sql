-- days --   The months to hold open.
SELECT DISTINCT m.movement_on FROM stock_movement AS m
 WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[])

-- lock_movements --   By id.
SELECT m.id FROM stock_movement AS m
 WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[])
 ORDER BY m.id
   FOR NO KEY UPDATE

-- lock_serials --   The pieces that go out, by item, bin and id.
SELECT count(*)
  FROM (SELECT s.id
          FROM stock_movement AS m
          JOIN stock_movementline AS l ON l.movement_id = m.id AND l.quantity < 0
         CROSS JOIN LATERAL jsonb_array_elements_text(l.serials) AS n(number)
          JOIN stock_serial AS s ON s.company_id = m.company_id AND s.item_id = l.item_id AND s.number = n.number
         WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[]) AND m.state = 'draft'
         ORDER BY s.item_id, s.location_id, s.id
           FOR NO KEY UPDATE OF s) AS locked

-- lock_places --   The items and bins of the drafts.
SELECT DISTINCT l.item_id, l.location_id
  FROM stock_movement AS m
  JOIN stock_movementline AS l ON l.movement_id = m.id
  JOIN stock_location AS w ON w.company_id = m.company_id AND w.id = l.location_id
 WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[]) AND m.state = 'draft'

-- lock_missing_balances --   A bin that never held the item gets an empty balance, so that there is one to lock.
INSERT INTO stock_balance (company_id, item_id, location_id, quality, on_hand, reserved)
SELECT DISTINCT m.company_id, l.item_id, l.location_id, 'good', 0, 0
  FROM stock_movement AS m
  JOIN stock_movementline AS l ON l.movement_id = m.id
  JOIN stock_location AS w ON w.company_id = m.company_id AND w.id = l.location_id
 WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[]) AND m.state = 'draft'
   AND NOT EXISTS (SELECT FROM stock_balance AS b
                    WHERE b.company_id = m.company_id AND b.item_id = l.item_id AND b.location_id = l.location_id
                      AND b.quality = 'good')
 ORDER BY l.item_id, l.location_id
    ON CONFLICT (company_id, item_id, location_id, quality) DO NOTHING

-- lock_missing_pools --   An item that never had a cost pool gets an empty one.
INSERT INTO stock_pool (company_id, item_id, quantity, amount, base_quantity, base_amount, issued_quantity,
                        returned_quantity, returned_amount)
SELECT DISTINCT m.company_id, l.item_id, 0, 0, 0, 0, 0, 0, 0
  FROM stock_movement AS m
  JOIN stock_movementline AS l ON l.movement_id = m.id
 WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[]) AND m.state = 'draft'
   AND NOT EXISTS (SELECT FROM stock_pool AS p WHERE p.company_id = m.company_id AND p.item_id = l.item_id)
 ORDER BY l.item_id
    ON CONFLICT (company_id, item_id) DO NOTHING

-- judge --   What the document itself says; what it moves is judged line by line.
SELECT g.id,
       CASE WHEN m.id IS NULL THEN 'not_found'
            WHEN m.state = 'posted' THEN 'already'
            WHEN p.id IS NULL THEN 'period_closed'
            WHEN NOT EXISTS (SELECT FROM stock_movementline AS l WHERE l.movement_id = m.id) THEN 'no_lines'
            ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS g(id, ordinal)
  LEFT JOIN stock_movement AS m ON m.company_id = %(company)s AND m.id = g.id
  LEFT JOIN core_period AS p ON p.company_id = m.company_id AND p.module = 'stock' AND p.state = 'open'
                            AND p.month = date_trunc('month', m.movement_on)::date
 ORDER BY g.ordinal

-- lines --   What each draft moves, beside what lies there.
SELECT l.movement_id, m.kind, l.id, l.item_id, l.location_id, l.quantity, l.amount, i.serial_tracked,
       i.state = 'blocked' AS is_blocked, w.company_id <> m.company_id AS is_foreign,
       coalesce(b.on_hand - b.reserved, 0) AS free, coalesce(p.quantity, 0) AS pooled,
       (SELECT count(DISTINCT n.number) FROM jsonb_array_elements_text(l.serials) AS n(number)) AS numbers
  FROM stock_movement AS m
  JOIN stock_movementline AS l ON l.movement_id = m.id
  JOIN items_item AS i ON i.id = l.item_id
  JOIN stock_location AS w ON w.id = l.location_id
  LEFT JOIN stock_balance AS b ON b.company_id = m.company_id AND b.item_id = l.item_id
                              AND b.location_id = l.location_id AND b.quality = 'good'
  LEFT JOIN stock_pool AS p ON p.company_id = m.company_id AND p.item_id = l.item_id
 WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[]) AND m.state = 'draft'
 ORDER BY l.movement_id, l.id

-- judge_serials --   What comes in is new; what goes out is free in the bin it leaves.
SELECT piece.movement_id, piece.code, jsonb_agg(DISTINCT piece.number) AS numbers
  FROM (SELECT m.id AS movement_id, n.number,
               CASE WHEN l.quantity > 0 THEN CASE WHEN s.id IS NOT NULL THEN 'serial_known' END
                    WHEN s.id IS NULL THEN 'unknown_serial'
                    WHEN s.state = 'in_stock' AND s.location_id <> l.location_id THEN 'serial_elsewhere'
                    WHEN s.state <> 'in_stock' THEN 'serial_taken' END AS code
          FROM stock_movement AS m
          JOIN stock_movementline AS l ON l.movement_id = m.id
         CROSS JOIN LATERAL jsonb_array_elements_text(l.serials) AS n(number)
          LEFT JOIN stock_serial AS s ON s.company_id = m.company_id AND s.item_id = l.item_id AND s.number = n.number
         WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[]) AND m.state = 'draft') AS piece
 WHERE piece.code IS NOT NULL
 GROUP BY piece.movement_id, piece.code

-- shared_serials --   Numbers that more than one draft of the set names.
WITH named AS MATERIALIZED (
    SELECT m.id AS movement_id, l.item_id, n.number
      FROM stock_movement AS m
      JOIN stock_movementline AS l ON l.movement_id = m.id
     CROSS JOIN LATERAL jsonb_array_elements_text(l.serials) AS n(number)
     WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[]) AND m.state = 'draft'
)
SELECT movement_id, item_id, array_agg(DISTINCT number) AS numbers
  FROM named
  JOIN (SELECT item_id, number FROM named GROUP BY 1, 2 HAVING count(DISTINCT movement_id) > 1) AS twice
 USING (item_id, number)
 GROUP BY movement_id, item_id

-- enter --   In the order of the set.
INSERT INTO stock_entry (company_id, kind, item_id, location_id, on_hand_delta, reserved_delta, line_id, effective_on,
                         run_id)
SELECT m.company_id, m.kind, l.item_id, l.location_id, l.quantity, 0, l.id, m.movement_on, %(run)s
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS g(id, ordinal)
  JOIN stock_movement AS m ON m.company_id = %(company)s AND m.id = g.id
  JOIN stock_movementline AS l ON l.movement_id = m.id
 ORDER BY g.ordinal, l.id

-- balances --   Beside the entries, in the same transaction.
UPDATE stock_balance AS b
   SET on_hand = b.on_hand + place.quantity
  FROM (SELECT l.item_id, l.location_id, sum(l.quantity) AS quantity
          FROM stock_movement AS m
          JOIN stock_movementline AS l ON l.movement_id = m.id
         WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[])
         GROUP BY 1, 2) AS place
 WHERE b.company_id = %(company)s AND b.quality = 'good'
   AND b.item_id = place.item_id AND b.location_id = place.location_id

-- serials_in --   A row a piece, and the first step of its life.
WITH piece AS MATERIALIZED (
    SELECT nextval(pg_get_serial_sequence('stock_serial', 'id')) AS id, named.*
      FROM (SELECT m.kind, l.id AS line_id, l.item_id, l.location_id, n.number
              FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS g(id, ordinal)
              JOIN stock_movement AS m ON m.company_id = %(company)s AND m.id = g.id
              JOIN stock_movementline AS l ON l.movement_id = m.id AND l.quantity > 0
             CROSS JOIN LATERAL jsonb_array_elements_text(l.serials) WITH ORDINALITY AS n(number, nth)
             ORDER BY g.ordinal, l.id, n.nth) AS named
), serial AS (
    INSERT INTO stock_serial (id, company_id, item_id, number, location_id, state)
    SELECT id, %(company)s, item_id, number, location_id, 'in_stock' FROM piece
)
INSERT INTO stock_serialentry (company_id, serial_id, kind, location_id, line_id, run_id)
SELECT %(company)s, id, kind, location_id, line_id, %(run)s FROM piece

-- serials_out --   The pieces an adjustment takes out have left with its line.
WITH piece AS MATERIALIZED (
    SELECT s.id, s.location_id, l.id AS line_id
      FROM stock_movement AS m
      JOIN stock_movementline AS l ON l.movement_id = m.id AND l.quantity < 0
     CROSS JOIN LATERAL jsonb_array_elements_text(l.serials) AS n(number)
      JOIN stock_serial AS s ON s.company_id = m.company_id AND s.item_id = l.item_id AND s.number = n.number
     WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[])
), serial AS (
    UPDATE stock_serial AS s SET state = 'issued', location_id = NULL, line_id = piece.line_id
      FROM piece WHERE s.company_id = %(company)s AND s.id = piece.id
)
INSERT INTO stock_serialentry (company_id, serial_id, kind, location_id, line_id, run_id)
SELECT %(company)s, id, 'adjustment', location_id, line_id, %(run)s FROM piece ORDER BY id

-- value --   Line after line, each on the pool the one before it left.
WITH RECURSIVE line AS MATERIALIZED (
    SELECT m.id AS movement_id, m.kind, m.movement_on, m.party_id, l.id AS line_id, l.item_id,
           l.quantity::numeric AS quantity, l.amount::numeric AS amount,
           row_number() OVER (PARTITION BY l.item_id ORDER BY g.ordinal, l.id) AS nth
      FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS g(id, ordinal)
      JOIN stock_movement AS m ON m.company_id = %(company)s AND m.id = g.id
      JOIN stock_movementline AS l ON l.movement_id = m.id
), step AS (
    SELECT p.item_id, 0::bigint AS nth, p.id AS pool_id, p.quantity::numeric AS quantity, p.amount::numeric AS amount,
           p.base_quantity::numeric AS base_quantity, p.base_amount::numeric AS base_amount,
           p.issued_quantity::numeric AS issued, p.returned_quantity::numeric AS returned_quantity,
           p.returned_amount::numeric AS returned_amount, 0::numeric AS delta
      FROM stock_pool AS p
     WHERE p.company_id = %(company)s AND p.item_id IN (SELECT item_id FROM line)
    UNION ALL
    SELECT s.item_id, line.nth, s.pool_id, s.quantity + line.quantity, s.amount + d.delta,
           CASE WHEN line.quantity > 0 THEN s.quantity + line.quantity ELSE s.base_quantity END,
           CASE WHEN line.quantity > 0 THEN s.amount + d.delta ELSE s.base_amount END,
           CASE WHEN line.quantity > 0 THEN 0 ELSE s.issued - line.quantity END,
           CASE WHEN line.quantity > 0 THEN 0 ELSE s.returned_quantity END,
           CASE WHEN line.quantity > 0 THEN 0 ELSE s.returned_amount END, d.delta
      FROM step AS s
      JOIN line ON line.item_id = s.item_id AND line.nth = s.nth + 1
     CROSS JOIN LATERAL (SELECT CASE WHEN line.quantity > 0
                THEN coalesce(line.amount, round(s.amount * line.quantity / nullif(s.quantity, 0), 2))
                WHEN s.quantity + line.quantity = 0 THEN -s.amount
                ELSE -least(s.amount, greatest(0.00, s.amount - s.base_amount - s.returned_amount
                     + round(s.base_amount * (s.issued - line.quantity) / s.base_quantity, 2))) END AS delta) AS d
), pool AS (
    UPDATE stock_pool AS p SET quantity = s.quantity, amount = s.amount, base_quantity = s.base_quantity,
                               base_amount = s.base_amount, issued_quantity = s.issued,
                               returned_quantity = s.returned_quantity, returned_amount = s.returned_amount
      FROM (SELECT DISTINCT ON (item_id) * FROM step ORDER BY item_id, nth DESC) AS s
     WHERE p.company_id = %(company)s AND p.id = s.pool_id
), worth AS (
    INSERT INTO stock_valueentry (company_id, pool_id, cause, item_id, line_id, quantity_delta, amount_delta,
                                  effective_on, run_id)
    SELECT %(company)s, s.pool_id, l.kind, l.item_id, l.line_id, l.quantity, s.delta, l.movement_on, %(run)s
      FROM step AS s JOIN line AS l USING (item_id, nth) ORDER BY l.line_id
)
SELECT l.*, s.delta AS value FROM step AS s JOIN line AS l USING (item_id, nth) ORDER BY l.movement_id, l.line_id

-- advance --   Drafts no more.
UPDATE stock_movement AS m SET state = 'posted', version = version + 1
 WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[]) AND m.state = 'draft'
