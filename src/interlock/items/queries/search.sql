-- unspelt --   Names whose spelling nobody has written yet.
SELECT s.item_id AS id, s.name FROM items_itemsearch s WHERE s.spelling IS NULL ORDER BY s.item_id LIMIT %(size)s

-- spell --   A name that changed in between stays to be spelled.
UPDATE items_itemsearch s SET spelling = CASE WHEN s.name = g.name THEN g.spelling END
  FROM unnest(%(ids)s::bigint[], %(names)s::text[], %(spellings)s::text[]) AS g(id, name, spelling)
 WHERE s.item_id = g.id AND s.item_id = ANY(%(ids)s::bigint[])
