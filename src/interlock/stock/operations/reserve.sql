-- reserve --   Ids are drawn first, so that they answer to the input.
WITH given AS MATERIALIZED (
    SELECT nextval('core_line_id') AS id, g.*
      FROM unnest(%(documents)s::bigint[], %(lines)s::bigint[], %(items)s::bigint[], %(locations)s::bigint[],
                  %(quantities)s::numeric[])
           WITH ORDINALITY AS g(document_id, line_id, item_id, location_id, quantity, ordinal)
), reservation AS (
    INSERT INTO stock_reservation (id, company_id, document_id, line_id, item_id, location_id, quantity, open_quantity)
    SELECT id, %(company)s, document_id, line_id, item_id, location_id, quantity, quantity FROM given ORDER BY ordinal
), entry AS (
    INSERT INTO stock_entry (company_id, kind, item_id, location_id, on_hand_delta, reserved_delta, reservation_id,
                             line_id, effective_on, run_id)
    SELECT %(company)s, 'reserve', item_id, location_id, 0, quantity, id, line_id, %(on)s, %(run)s
      FROM given ORDER BY ordinal
), balance AS (
    UPDATE stock_balance AS b
       SET reserved = b.reserved + place.quantity
      FROM (SELECT item_id, location_id, sum(quantity) AS quantity FROM given GROUP BY 1, 2) AS place
     WHERE b.company_id = %(company)s AND b.quality = 'good'
       AND b.item_id = place.item_id AND b.location_id = place.location_id
)
SELECT id FROM given ORDER BY ordinal

-- release --   What is open goes back to free.
WITH given AS MATERIALIZED (
    SELECT r.id, r.line_id, r.item_id, r.location_id, r.open_quantity AS quantity
      FROM unnest(%(reservations)s::bigint[]) AS g(id)
     CROSS JOIN LATERAL (SELECT * FROM stock_reservation AS o WHERE o.id = g.id OFFSET 0) AS r
     WHERE r.company_id = %(company)s AND r.open_quantity > 0
), reservation AS (
    UPDATE stock_reservation AS r SET open_quantity = 0
     WHERE r.company_id = %(company)s AND r.id = ANY(%(reservations)s::bigint[]) AND r.open_quantity > 0
), entry AS (
    INSERT INTO stock_entry (company_id, kind, item_id, location_id, on_hand_delta, reserved_delta, reservation_id,
                             line_id, effective_on, run_id)
    SELECT %(company)s, 'release', item_id, location_id, 0, -quantity, id, line_id, %(on)s, %(run)s
      FROM given ORDER BY id
), balance AS (
    UPDATE stock_balance AS b
       SET reserved = b.reserved - place.quantity
      FROM (SELECT item_id, location_id, sum(quantity) AS quantity FROM given GROUP BY 1, 2) AS place
     WHERE b.company_id = %(company)s AND b.quality = 'good'
       AND b.item_id = place.item_id AND b.location_id = place.location_id
)
SELECT count(*) FROM given
