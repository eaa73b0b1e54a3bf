-- movement --   Those of some ids that are of this kind, with their numbers, in the order given.
SELECT d.id, d.number
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  JOIN stock_movement d ON d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place
