-- lock_serials --   The pieces named, by item, bin and id.
SELECT count(*)
  FROM (SELECT s.id
          FROM unnest(%(places)s::int[], %(numbers)s::text[]) AS g(place, number)
          JOIN stock_serial AS s
            ON s.company_id = %(company)s AND s.item_id = (%(items)s::bigint[])[g.place] AND s.number = g.number
         ORDER BY s.item_id, s.location_id, s.id
           FOR NO KEY UPDATE OF s) AS locked

-- lock_missing_balances --   A bin that never held the item in this quality gets an empty balance, to be locked.
INSERT INTO stock_balance (company_id, item_id, location_id, quality, on_hand, reserved)
SELECT %(company)s, g.item_id, g.location_id, g.quality, 0, 0
  FROM unnest(%(items)s::bigint[], %(locations)s::bigint[], %(qualities)s::text[])
       WITH ORDINALITY AS g(item_id, location_id, quality, ordinal)
 WHERE NOT EXISTS (SELECT FROM stock_balance AS b
                    WHERE b.company_id = %(company)s AND b.item_id = g.item_id AND b.location_id = g.location_id
                      AND b.quality = g.quality)
 ORDER BY g.ordinal
    ON CONFLICT (company_id, item_id, location_id, quality) DO NOTHING

-- lock_balances --   By id.
SELECT count(*)
  FROM (SELECT b.id
          FROM stock_balance AS b
         WHERE b.company_id = %(company)s
           AND (b.item_id, b.location_id, b.quality) IN (
                SELECT g.item_id, g.location_id, g.quality
                  FROM unnest(%(items)s::bigint[], %(locations)s::bigint[], %(qualities)s::text[])
                       AS g(item_id, location_id, quality))
         ORDER BY b.id
           FOR NO KEY UPDATE) AS locked

-- serials_back --   What left lies in a bin again, on hold.
WITH piece AS MATERIALIZED (
    SELECT s.id, (%(locations)s::bigint[])[g.place] AS location_id, (%(lines)s::bigint[])[g.place] AS line_id
      FROM unnest(%(places)s::int[], %(numbers)s::text[]) AS g(place, number)
      JOIN stock_serial AS s
        ON s.company_id = %(company)s AND s.item_id = (%(items)s::bigint[])[g.place] AND s.number = g.number
     WHERE s.state = 'issued'
), serial AS (
    UPDATE stock_serial AS s SET state = 'hold', location_id = piece.location_id, line_id = NULL
      FROM piece WHERE s.company_id = %(company)s AND s.id = piece.id
)
INSERT INTO stock_serialentry (company_id, serial_id, kind, location_id, line_id, run_id)
SELECT %(company)s, id, 'return', location_id, line_id, %(run)s FROM piece ORDER BY id

-- take_back --   Quantity and value come in together and change no cost; an empty pool begins anew with them.
WITH line AS MATERIALIZED (
    SELECT g.*, p.id AS pool_id
      FROM unnest(%(lines)s::bigint[], %(items)s::bigint[], %(locations)s::bigint[], %(quantities)s::numeric[],
                  %(costs)s::numeric[])
           WITH ORDINALITY AS g(line_id, item_id, location_id, quantity, cost, ordinal)
      JOIN stock_pool AS p ON p.company_id = %(company)s AND p.item_id = g.item_id
), worth AS (
    INSERT INTO stock_valueentry (company_id, pool_id, cause, item_id, line_id, quantity_delta, amount_delta,
                                  effective_on, run_id)
    SELECT %(company)s, pool_id, 'return', item_id, line_id, quantity, cost, %(on)s, %(run)s FROM line ORDER BY ordinal
), balance AS (
    UPDATE stock_balance AS b SET on_hand = b.on_hand + place.quantity
      FROM (SELECT item_id, location_id, sum(quantity) AS quantity FROM line GROUP BY 1, 2) AS place
     WHERE b.company_id = %(company)s AND b.quality = 'hold'
       AND b.item_id = place.item_id AND b.location_id = place.location_id
), pool AS (
    UPDATE stock_pool AS p
       SET quantity = p.quantity + whole.quantity, amount = p.amount + whole.cost,
           base_quantity = CASE WHEN p.quantity = 0 THEN whole.quantity ELSE p.base_quantity END,
           base_amount = CASE WHEN p.quantity = 0 THEN whole.cost ELSE p.base_amount END,
           issued_quantity = CASE WHEN p.quantity = 0 THEN 0 ELSE p.issued_quantity END,
           returned_quantity = CASE WHEN p.quantity = 0 THEN 0 ELSE p.returned_quantity + whole.quantity END,
           returned_amount = CASE WHEN p.quantity = 0 THEN 0 ELSE p.returned_amount + whole.cost END
      FROM (SELECT pool_id, sum(quantity) AS quantity, sum(cost) AS cost FROM line GROUP BY 1) AS whole
     WHERE p.company_id = %(company)s AND p.id = whole.pool_id
)
INSERT INTO stock_entry (company_id, kind, item_id, location_id, quality, on_hand_delta, reserved_delta, line_id,
                         effective_on, run_id)
SELECT %(company)s, 'return', item_id, location_id, 'hold', quantity, 0, line_id, %(on)s, %(run)s
  FROM line ORDER BY ordinal

-- serials_freed --   A piece that was looked at can be picked again.
WITH piece AS MATERIALIZED (
    SELECT s.id, (%(targets)s::bigint[])[g.place] AS location_id, (%(lines)s::bigint[])[g.place] AS line_id
      FROM unnest(%(places)s::int[], %(numbers)s::text[]) AS g(place, number)
      JOIN stock_serial AS s
        ON s.company_id = %(company)s AND s.item_id = (%(items)s::bigint[])[g.place] AND s.number = g.number
     WHERE s.state = 'hold'
), serial AS (
    UPDATE stock_serial AS s SET state = 'in_stock', location_id = piece.location_id
      FROM piece WHERE s.company_id = %(company)s AND s.id = piece.id
)
INSERT INTO stock_serialentry (company_id, serial_id, kind, location_id, line_id, run_id)
SELECT %(company)s, id, 'inspect', location_id, line_id, %(run)s FROM piece ORDER BY id

-- free --   Out of hold and into good: two entries a line, no change of value.
WITH line AS MATERIALIZED (
    SELECT g.*
      FROM unnest(%(lines)s::bigint[], %(items)s::bigint[], %(locations)s::bigint[], %(quantities)s::numeric[],
                  %(targets)s::bigint[])
           WITH ORDINALITY AS g(line_id, item_id, location_id, quantity, target_id, ordinal)
), move AS MATERIALIZED (
    SELECT ordinal, line_id, item_id, location_id, 'hold' AS quality, -quantity AS quantity FROM line
    UNION ALL
    SELECT ordinal, line_id, item_id, target_id, 'good', quantity FROM line
), balance AS (
    UPDATE stock_balance AS b SET on_hand = b.on_hand + place.quantity
      FROM (SELECT item_id, location_id, quality, sum(quantity) AS quantity FROM move GROUP BY 1, 2, 3) AS place
     WHERE b.company_id = %(company)s AND b.quality = place.quality
       AND b.item_id = place.item_id AND b.location_id = place.location_id
)
INSERT INTO stock_entry (company_id, kind, item_id, location_id, quality, on_hand_delta, reserved_delta, line_id,
                         effective_on, run_id)
SELECT %(company)s, 'inspect', item_id, location_id, quality, quantity, 0, line_id, %(on)s, %(run)s
  FROM move ORDER BY ordinal, quantity

-- serials_gone --   A scrapped piece has left with the line of its return.
WITH piece AS MATERIALIZED (
    SELECT s.id, s.location_id, (%(lines)s::bigint[])[g.place] AS line_id
      FROM unnest(%(places)s::int[], %(numbers)s::text[]) AS g(place, number)
      JOIN stock_serial AS s
        ON s.company_id = %(company)s AND s.item_id = (%(items)s::bigint[])[g.place] AND s.number = g.number
     WHERE s.state = 'hold'
), serial AS (
    UPDATE stock_serial AS s SET state = 'scrapped', location_id = NULL, line_id = piece.line_id
      FROM piece WHERE s.company_id = %(company)s AND s.id = piece.id
)
INSERT INTO stock_serialentry (company_id, serial_id, kind, location_id, line_id, run_id)
SELECT %(company)s, id, 'scrap', location_id, line_id, %(run)s FROM piece ORDER BY id

-- scrap --   Out of hold at the pool's cost, like an issue: a line loses what `away` grew by.
WITH line AS MATERIALIZED (
    SELECT *, away - lag(away, 1, 0.00) OVER (PARTITION BY item_id ORDER BY ordinal) AS cost
      FROM (SELECT g.*, p.id AS pool_id,
                   CASE WHEN sum(g.quantity) OVER upto = p.quantity THEN p.amount
                        ELSE least(p.amount, greatest(0.00, p.amount - p.base_amount - p.returned_amount
                             + round(p.base_amount * (p.issued_quantity + sum(g.quantity) OVER upto)
                                     / p.base_quantity, 2))) END AS away
              FROM unnest(%(lines)s::bigint[], %(items)s::bigint[], %(locations)s::bigint[], %(quantities)s::numeric[])
                   WITH ORDINALITY AS g(line_id, item_id, location_id, quantity, ordinal)
              JOIN stock_pool AS p ON p.company_id = %(company)s AND p.item_id = g.item_id
            WINDOW upto AS (PARTITION BY g.item_id ORDER BY g.ordinal)) AS leaving
), entry AS (
    INSERT INTO stock_entry (company_id, kind, item_id, location_id, quality, on_hand_delta, reserved_delta, line_id,
                             effective_on, run_id)
    SELECT %(company)s, 'scrap', item_id, location_id, 'hold', -quantity, 0, line_id, %(on)s, %(run)s
      FROM line ORDER BY ordinal
), worth AS (
    INSERT INTO stock_valueentry (company_id, pool_id, cause, item_id, line_id, quantity_delta, amount_delta,
                                  effective_on, run_id)
    SELECT %(company)s, pool_id, 'scrap', item_id, line_id, -quantity, -cost, %(on)s, %(run)s FROM line ORDER BY ordinal
), balance AS (
    UPDATE stock_balance AS b SET on_hand = b.on_hand - place.quantity
      FROM (SELECT item_id, location_id, sum(quantity) AS quantity FROM line GROUP BY 1, 2) AS place
     WHERE b.company_id = %(company)s AND b.quality = 'hold'
       AND b.item_id = place.item_id AND b.location_id = place.location_id
), pool AS (
    UPDATE stock_pool AS p SET quantity = p.quantity - whole.quantity, amount = p.amount - whole.cost,
                               issued_quantity = p.issued_quantity + whole.quantity
      FROM (SELECT pool_id, sum(quantity) AS quantity, sum(cost) AS cost FROM line GROUP BY 1) AS whole
     WHERE p.company_id = %(company)s AND p.id = whole.pool_id
)
SELECT line_id, cost FROM line ORDER BY ordinal
