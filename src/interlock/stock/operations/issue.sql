-- issue_serials --   The captured pieces of these lines leave, their documents are locked; answers the lines that differ.
WITH wanted AS (
    SELECT g.line_id, sum(r.open_quantity) AS pieces
      FROM unnest(%(reservations)s::bigint[], %(lines)s::bigint[]) AS g(reservation_id, line_id)
     CROSS JOIN LATERAL (SELECT * FROM stock_reservation AS o WHERE o.id = g.reservation_id OFFSET 0) AS r
      JOIN items_item AS i ON i.id = r.item_id AND i.serial_tracked
     WHERE r.company_id = %(company)s AND r.open_quantity > 0
     GROUP BY g.line_id
), piece AS MATERIALIZED (
    SELECT s.id, s.line_id, s.location_id
      FROM stock_serial AS s
     WHERE s.company_id = %(company)s AND s.line_id = ANY(%(lines)s::bigint[]) AND s.state = 'captured'
), gone AS (
    UPDATE stock_serial AS s SET state = 'issued', location_id = NULL
     WHERE s.company_id = %(company)s AND s.line_id = ANY(%(lines)s::bigint[]) AND s.state = 'captured'
), entry AS (
    INSERT INTO stock_serialentry (company_id, serial_id, kind, location_id, line_id, run_id)
    SELECT %(company)s, id, 'issue', location_id, line_id, %(run)s FROM piece ORDER BY id
)
SELECT count(*) AS wrong
  FROM wanted AS w FULL JOIN (SELECT line_id, count(*) AS pieces FROM piece GROUP BY line_id) AS p USING (line_id)
 WHERE w.pieces IS DISTINCT FROM p.pieces

-- issue --   Quantity and value leave together; a line costs what `away`, the value gone with it and before, grew by.
WITH line AS MATERIALIZED (
    SELECT *, away - lag(away, 1, 0.00) OVER (PARTITION BY item_id ORDER BY ordinal) AS cost
      FROM (SELECT g.*, r.id AS reservation_id, r.item_id, r.location_id, r.open_quantity AS quantity, p.id AS pool_id,
                   CASE WHEN sum(r.open_quantity) OVER upto = p.quantity THEN p.amount
                        ELSE least(p.amount, greatest(0.00, p.amount - p.base_amount - p.returned_amount
                             + round(p.base_amount * (p.issued_quantity + sum(r.open_quantity) OVER upto)
                                     / p.base_quantity, 2))) END AS away
              FROM unnest(%(reservations)s::bigint[], %(documents)s::bigint[], %(lines)s::bigint[], %(units)s::bigint[],
                          %(parties)s::bigint[])
                   WITH ORDINALITY AS g(promise_id, document_id, line_id, unit_id, party_id, ordinal)
             CROSS JOIN LATERAL (SELECT * FROM stock_reservation AS o WHERE o.id = g.promise_id OFFSET 0) AS r
              JOIN stock_pool AS p ON p.company_id = %(company)s AND p.item_id = r.item_id
             WHERE r.company_id = %(company)s
            WINDOW upto AS (PARTITION BY r.item_id ORDER BY g.ordinal)) AS leaving
), entry AS (
    INSERT INTO stock_entry (company_id, kind, item_id, location_id, on_hand_delta, reserved_delta, reservation_id,
                             line_id, effective_on, run_id)
    SELECT %(company)s, 'issue', item_id, location_id, -quantity, -quantity, reservation_id, line_id, %(on)s, %(run)s
      FROM line ORDER BY ordinal
), worth AS (
    INSERT INTO stock_valueentry (company_id, pool_id, cause, item_id, line_id, quantity_delta, amount_delta,
                                  effective_on, run_id)
    SELECT %(company)s, pool_id, 'issue', item_id, line_id, -quantity, -cost, %(on)s, %(run)s FROM line ORDER BY ordinal
), reservation AS (
    UPDATE stock_reservation AS r SET open_quantity = 0
     WHERE r.company_id = %(company)s AND r.id = ANY(%(reservations)s::bigint[])
), balance AS (
    UPDATE stock_balance AS b SET on_hand = b.on_hand - place.quantity, reserved = b.reserved - place.quantity
      FROM (SELECT item_id, location_id, sum(quantity) AS quantity FROM line GROUP BY 1, 2) AS place
     WHERE b.company_id = %(company)s AND b.quality = 'good'
       AND b.item_id = place.item_id AND b.location_id = place.location_id
), pool AS (
    UPDATE stock_pool AS p SET quantity = p.quantity - whole.quantity, amount = p.amount - whole.cost,
                               issued_quantity = p.issued_quantity + whole.quantity
      FROM (SELECT pool_id, sum(quantity) AS quantity, sum(cost) AS cost FROM line GROUP BY 1) AS whole
     WHERE p.company_id = %(company)s AND p.id = whole.pool_id
)
SELECT (SELECT count(DISTINCT promise) FROM unnest(%(reservations)s::bigint[]) AS promise) = l.number AS once, l.*, d.*
  FROM (SELECT array_agg(document_id)::text AS line_documents, array_agg(line_id)::text AS line_ids,
               array_agg(item_id)::text AS items, array_agg(quantity)::text AS quantities,
               array_agg(cost)::text AS cost, bool_and(quantity > 0) AS all_open, count(*) AS number
          FROM (SELECT * FROM line ORDER BY ordinal) AS l) AS l,
       (SELECT array_agg(document_id)::text AS documents, array_agg(unit_id)::text AS units,
               array_agg(party_id)::text AS parties
          FROM (SELECT DISTINCT document_id, unit_id, party_id FROM line) AS one) AS d
