-- lock_reservations --   By id; answers the places they promise from. Only the key is left to look them up by.
SELECT DISTINCT r.item_id, r.location_id
  FROM (SELECT DISTINCT unnest(%(reservations)s::bigint[]) AS id ORDER BY 1) AS g
  LEFT JOIN LATERAL (
       SELECT o.company_id, o.item_id, o.location_id FROM stock_reservation AS o
        WHERE o.id = g.id
       OFFSET 0
          FOR NO KEY UPDATE) AS r ON r.company_id = %(company)s

-- lock_balances --   By id.
SELECT count(*)
  FROM (SELECT b.id
          FROM stock_balance AS b
         WHERE b.company_id = %(company)s
           AND b.quality = 'good'
           AND (b.item_id, b.location_id) IN (
                SELECT g.item_id, g.location_id
                  FROM unnest(%(items)s::bigint[], %(locations)s::bigint[]) AS g(item_id, location_id))
         ORDER BY b.id
           FOR NO KEY UPDATE) AS locked

-- lock_pools --   By item.
SELECT count(*)
  FROM (SELECT p.id
          FROM stock_pool AS p
         WHERE p.company_id = %(company)s AND p.item_id = ANY(%(items)s::bigint[])
         ORDER BY p.item_id
           FOR NO KEY UPDATE) AS locked
