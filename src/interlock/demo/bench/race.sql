-- free --   Good pieces that nobody was promised, by item.
SELECT item_id, sum(on_hand - reserved) AS free
  FROM stock_balance
 WHERE company_id = %(company)s AND quality = 'good' AND item_id = ANY(%(items)s::bigint[])
 GROUP BY item_id

-- last_reservation --   What was promised before the race has this number or a lower one.
SELECT coalesce(max(id), 0) FROM stock_reservation

-- last_entry --   What moved before the race has this number or a lower one.
SELECT coalesce(max(id), 0) FROM stock_entry

-- freed --   Pieces that came back during the race and could be promised again, by item.
SELECT item_id, sum(on_hand_delta) AS pieces
  FROM stock_entry
 WHERE company_id = %(company)s AND item_id = ANY(%(items)s::bigint[]) AND id > %(after)s AND kind = 'inspect'
   AND quality = 'good'
 GROUP BY item_id

-- oversold --   Pieces below zero, pieces promised that do not lie there, and pieces promised beyond those that lay there.
WITH hot AS (
    SELECT item_id, there FROM unnest(%(items)s::bigint[], %(there)s::numeric[]) AS given (item_id, there)
), promised AS (
    SELECT item_id, sum(quantity) AS pieces FROM stock_reservation
     WHERE company_id = %(company)s AND item_id = ANY(%(items)s::bigint[]) AND id > %(after)s
     GROUP BY item_id
), lying AS (
    SELECT item_id, sum(greatest(-on_hand, 0) + greatest(reserved - greatest(on_hand, 0), 0)) AS pieces
      FROM stock_balance
     WHERE company_id = %(company)s AND item_id = ANY(%(items)s::bigint[])
     GROUP BY item_id
)
SELECT coalesce(sum(greatest(coalesce(p.pieces, 0) - h.there, 0) + coalesce(l.pieces, 0)), 0)
  FROM hot AS h LEFT JOIN promised AS p USING (item_id) LEFT JOIN lying AS l USING (item_id)
