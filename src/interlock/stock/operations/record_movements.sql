-- known --   What the masters know of the things named; the flag of an item: serial-numbered.
SELECT 'item' AS what, i.id, i.serial_tracked AS flag
  FROM items_item AS i WHERE i.id = ANY(%(items)s::bigint[])
UNION ALL
SELECT 'location', l.id, NULL
  FROM stock_location AS l WHERE l.company_id = %(company)s AND l.id = ANY(%(locations)s::bigint[])
UNION ALL
SELECT 'reason', r.id, NULL FROM stock_reason AS r WHERE r.id = ANY(%(reasons)s::bigint[])
UNION ALL
SELECT 'party', p.id, NULL FROM parties_party AS p WHERE p.id = ANY(%(parties)s::bigint[])

-- make --   The documents, numbered by month in input order.
WITH given AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, g.*, date_trunc('month', g.movement_on)::date AS month
      FROM unnest(%(kinds)s::text[], %(days)s::date[], %(reasons)s::bigint[], %(parties)s::bigint[])
           WITH ORDINALITY AS g(kind, movement_on, reason_id, party_id, ordinal)
), numbers AS MATERIALIZED (
    SELECT m.month, core_take_numbers(%(company)s, 'SM', m.month, m.documents) AS before
      FROM (SELECT month, count(*) AS documents FROM given GROUP BY month ORDER BY month) AS m
), movement AS (
    INSERT INTO stock_movement (id, company_id, number, kind, movement_on, reason_id, party_id)
    SELECT g.id, %(company)s,
           core_number((SELECT core_prefix(%(company)s, 'SM')), g.month, n.before + row_number() OVER (PARTITION BY g.month ORDER BY g.ordinal)),
           g.kind, g.movement_on, g.reason_id, g.party_id
      FROM given AS g JOIN numbers AS n USING (month)
)
SELECT id FROM given ORDER BY ordinal

-- lines --   In input order, so that the line's id keeps it.
INSERT INTO stock_movementline (company_id, movement_id, item_id, location_id, quantity, amount, serials)
SELECT %(company)s, g.movement_id, g.item_id, g.location_id, g.quantity, g.amount, g.serials::jsonb
  FROM unnest(%(movements)s::bigint[], %(items)s::bigint[], %(locations)s::bigint[], %(quantities)s::numeric[],
              %(amounts)s::numeric[], %(serials)s::text[])
       WITH ORDINALITY AS g(movement_id, item_id, location_id, quantity, amount, serials, ordinal)
 ORDER BY g.ordinal

-- recorded --   The documents of a run, as its timeline has them.
SELECT m.id AS document_id
  FROM core_timeline AS t
 CROSS JOIN unnest(t.documents) AS d(id)
  JOIN stock_movement AS m ON m.company_id = t.company_id AND m.id = d.id
 WHERE t.company_id = %(company)s AND t.run_id = %(run)s
 ORDER BY m.id
