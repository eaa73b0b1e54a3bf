-- changes --   What was and is of a document's own fields, newest first.
SELECT c.code, c.was, c.now, r.started_at,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS person
  FROM core_customchange c
  JOIN core_run r ON r.company_id = c.company_id AND r.id = c.run_id
  LEFT JOIN core_user u ON u.id = r.actor_id
 WHERE c.company_id = %(company)s AND c.document_id = %(document)s AND c.kind = %(kind)s
 ORDER BY c.id DESC
 LIMIT %(most)s
