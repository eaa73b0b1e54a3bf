-- missing --   One number a piece, for serial-numbered items only.
SELECT g.line_id, g.ordinal::int AS ordinal, (g.quantity - count(s.id))::int AS missing
  FROM unnest(%(lines)s::bigint[], %(items)s::bigint[], %(quantities)s::numeric[])
       WITH ORDINALITY AS g(line_id, item_id, quantity, ordinal)
  JOIN items_item AS i ON i.id = g.item_id AND i.serial_tracked
  LEFT JOIN stock_serial AS s ON s.company_id = %(company)s AND s.line_id = g.line_id AND s.state = 'captured'
                             AND s.line_id = ANY(%(lines)s::bigint[])
 GROUP BY g.ordinal, g.line_id, g.quantity
HAVING g.quantity <> count(s.id)
 ORDER BY g.ordinal

-- lock_given --   The pieces named, by item, bin and id.
SELECT count(*)
  FROM (SELECT s.id
          FROM unnest(%(places)s::int[], %(numbers)s::text[]) AS g(place, number)
          JOIN stock_serial AS s
            ON s.company_id = %(company)s AND s.item_id = (%(items)s::bigint[])[g.place] AND s.number = g.number
         ORDER BY s.item_id, s.location_id, s.id
           FOR NO KEY UPDATE OF s) AS locked

-- judge --   One answer a line; further reasons stand in the detail with their numbers.
WITH line AS MATERIALIZED (
    SELECT g.*, CASE WHEN i.serial_tracked THEN g.quantity ELSE 0 END AS pieces
      FROM unnest(%(lines)s::bigint[], %(items)s::bigint[], %(locations)s::bigint[], %(quantities)s::numeric[])
           WITH ORDINALITY AS g(line_id, item_id, location_id, quantity, ordinal)
      JOIN items_item AS i ON i.id = g.item_id
), named AS (
    SELECT line.ordinal, g.number,
           CASE WHEN s.id IS NULL THEN 'unknown_serial'
                WHEN s.location_id <> line.location_id THEN 'serial_elsewhere'
                WHEN s.state NOT IN ('in_stock', 'captured') OR s.line_id <> line.line_id
                  OR min(line.ordinal) OVER (PARTITION BY line.item_id, g.number) < line.ordinal THEN 'serial_taken'
                END AS code
      FROM unnest(%(places)s::int[], %(numbers)s::text[]) AS g(place, number)
      JOIN line ON line.ordinal = g.place
      LEFT JOIN stock_serial AS s
        ON s.company_id = %(company)s AND s.item_id = line.item_id AND s.number = g.number
), reason AS (
    SELECT ordinal, code, jsonb_agg(number ORDER BY number) AS what FROM named
     WHERE code IS NOT NULL GROUP BY ordinal, code
    UNION ALL
    SELECT line.ordinal, 'serial_count', jsonb_build_object('pieces', line.pieces::int, 'given', count(DISTINCT number))
      FROM line LEFT JOIN named USING (ordinal)
     GROUP BY line.ordinal, line.pieces HAVING line.pieces <> count(DISTINCT number)
)
SELECT line.line_id, coalesce(min(reason.code) FILTER (WHERE reason.rank = 1), 'done') AS code,
       coalesce(jsonb_object_agg(reason.code, reason.what) FILTER (WHERE reason.code IS NOT NULL), '{}') AS detail
  FROM line
  LEFT JOIN (SELECT *, row_number() OVER (PARTITION BY ordinal ORDER BY array_position(
                    '{unknown_serial,serial_elsewhere,serial_taken,serial_count}'::text[], code)) AS rank
               FROM reason) AS reason USING (ordinal)
 GROUP BY line.ordinal, line.line_id
 ORDER BY line.ordinal

-- replace --   What a line had captured and does not name any more goes back.
UPDATE stock_serial AS s SET state = 'in_stock', line_id = NULL
 WHERE s.company_id = %(company)s AND s.line_id = ANY(%(lines)s::bigint[]) AND s.state = 'captured'
   AND NOT EXISTS (SELECT FROM unnest(%(places)s::int[], %(numbers)s::text[]) AS g(place, number)
                    WHERE (%(lines)s::bigint[])[g.place] = s.line_id AND g.number = s.number)

-- capture_given --   The pieces named are the line's now.
UPDATE stock_serial AS s SET state = 'captured', line_id = line.line_id
  FROM unnest(%(places)s::int[], %(numbers)s::text[]) AS g(place, number)
  JOIN unnest(%(lines)s::bigint[], %(items)s::bigint[], %(locations)s::bigint[], %(quantities)s::numeric[])
       WITH ORDINALITY AS line(line_id, item_id, location_id, quantity, ordinal) ON line.ordinal = g.place
 WHERE s.company_id = %(company)s AND s.item_id = line.item_id AND s.number = g.number
   AND s.location_id = line.location_id AND (s.state = 'in_stock' OR s.line_id = line.line_id)

-- lock_free --   The first free pieces of each bin, as many as its lines miss; waits for who is taking them.
SELECT piece.id, bin.item_id, bin.location_id
  FROM (SELECT g.item_id, g.location_id, sum(g.missing)::bigint AS missing
          FROM unnest(%(items)s::bigint[], %(locations)s::bigint[], %(quantities)s::numeric[])
               AS g(item_id, location_id, missing)
         GROUP BY 1, 2 ORDER BY 1, 2) AS bin
 CROSS JOIN LATERAL (
       SELECT s.id FROM stock_serial AS s
        WHERE s.company_id = %(company)s AND s.item_id = bin.item_id AND s.location_id = bin.location_id
          AND s.state = 'in_stock'
        ORDER BY s.id LIMIT bin.missing
          FOR NO KEY UPDATE) AS piece

-- capture_first --   The locked pieces go to the lines they were dealt out to.
UPDATE stock_serial AS s SET state = 'captured', line_id = dealt.line_id
  FROM unnest(%(pieces)s::bigint[], %(lines)s::bigint[]) AS dealt(id, line_id)
 WHERE s.company_id = %(company)s AND s.id = dealt.id AND s.id = ANY(%(pieces)s::bigint[])

-- give_back --   Picked, but not to leave.
UPDATE stock_serial AS s SET state = 'in_stock', line_id = NULL
 WHERE s.company_id = %(company)s AND s.line_id = ANY(%(lines)s::bigint[]) AND s.state = 'captured'
