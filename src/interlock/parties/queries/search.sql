-- unspelt --   Names whose spelling nobody has written yet.
SELECT s.party_id AS id, s.name FROM parties_partysearch s WHERE s.spelling IS NULL ORDER BY s.party_id LIMIT %(size)s

-- spell --   A name that changed in between stays to be spelled.
UPDATE parties_partysearch s SET spelling = CASE WHEN s.name = g.name THEN g.spelling END
  FROM unnest(%(ids)s::bigint[], %(names)s::text[], %(spellings)s::text[]) AS g(id, name, spelling)
 WHERE s.party_id = g.id AND s.party_id = ANY(%(ids)s::bigint[])
