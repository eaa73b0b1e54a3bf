-- order --   Those of some ids that are of this kind, with their numbers, in the order given.
SELECT d.id, d.number
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  JOIN sales_order d ON d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- delivery --   Those of some ids that are of this kind, with their numbers, in the order given.
SELECT d.id, d.number
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  JOIN sales_delivery d ON d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- return --   Those of some ids that are of this kind, with their numbers, in the order given.
SELECT d.id, d.number
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  JOIN sales_return d ON d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- statement --   Those of some ids that are of this kind, with their numbers, in the order given.
SELECT d.id, d.number
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  JOIN sales_statement d ON d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place
