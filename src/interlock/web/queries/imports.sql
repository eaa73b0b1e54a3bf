-- imports_found --   Imports of a company that match, newest first, by key.
SELECT i.id, NULL::numeric AS amount
  FROM core_import i
 WHERE i.company_id = %(company)s AND (%(before)s::bigint IS NULL OR i.id < %(before)s)
   AND (%(kind)s::text IS NULL OR i.kind = %(kind)s)
   AND (%(state)s::text IS NULL OR i.state = %(state)s)
   AND (%(term)s::text IS NULL OR i.name ILIKE '%%' || %(term)s || '%%')
   AND (%(first)s::date IS NULL OR i.created_at >= %(first)s::date)
   AND (%(last)s::date IS NULL OR i.created_at < %(last)s::date + 1)
 ORDER BY i.id DESC
 LIMIT %(size)s

-- imports --   Some imports as the list shows them.
SELECT i.id, i.kind, i.name, i.state, i.total, i.succeeded, i.failed, i.created_at, i.rejected_file_id,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS person
  FROM core_import i
  LEFT JOIN core_user u ON u.id = i.actor_id
 WHERE i.company_id = %(company)s AND i.id = ANY(%(ids)s::bigint[])
 ORDER BY i.id DESC

-- rejected --   The rows of an import that were not taken in, by row.
SELECT r.id, r.row, r.code, r.field, r.faults
  FROM core_importrejection r
 WHERE r.company_id = %(company)s AND r.document_id = %(id)s AND r.row > %(after)s
 ORDER BY r.row
 LIMIT %(size)s

-- rejected_codes --   Why, how often.
SELECT r.code, count(*) AS number
  FROM core_importrejection r
 WHERE r.company_id = %(company)s AND r.document_id = %(id)s
 GROUP BY r.code
 ORDER BY count(*) DESC, r.code
