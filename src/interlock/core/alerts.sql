-- due --   Whose time has come.
SELECT id FROM core_alert WHERE is_active AND next_run_at <= statement_timestamp() ORDER BY next_run_at, id LIMIT 500

-- tried --   What was found, and when it is asked next.
UPDATE core_alert SET last_run_at = statement_timestamp(), last_count = %(count)s, last_amount = %(amount)s,
       next_run_at = statement_timestamp() + every_minutes * interval '1 minute'
 WHERE id = %(id)s

-- lock --   By id.
SELECT id FROM core_alert WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) ORDER BY id FOR NO KEY UPDATE

-- judge --   A code an id, and whether an episode ends.
WITH found AS (SELECT * FROM unnest(%(found)s::bigint[], %(counts)s::int[], %(amounts)s::numeric[]) AS f(id, count, amount)),
told AS (
    SELECT a.id, a.began_at, CASE a.measure WHEN 'count' THEN f.count ELSE f.amount END >= a.threshold AS is_over,
           EXISTS (SELECT FROM core_user u JOIN core_membership m ON m.user_id = u.id AND m.company_id = a.company_id
                    WHERE u.is_active AND (u.id = a.user_id OR m.role_id = a.role_id)) AS hears
      FROM core_alert a
      JOIN found f ON f.id = a.id
     WHERE a.company_id = %(company)s AND a.id = ANY(%(ids)s::bigint[]) AND a.is_active)
SELECT i.id, CASE WHEN t.id IS NULL THEN 'not_found' WHEN NOT t.is_over THEN 'below'
                  WHEN t.began_at IS NOT NULL THEN 'already' WHEN NOT t.hears THEN 'nobody_to_tell' ELSE 'done' END AS code,
       t.id IS NOT NULL AND NOT t.is_over AND t.began_at IS NOT NULL AS ends
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN told t ON t.id = i.id
 ORDER BY i.place

-- tell --   Each whom an alert names, once; the notice of an earlier episode opens anew.
INSERT INTO core_notice AS n (company_id, user_id, kind, subject_id, level, parameters)
SELECT DISTINCT a.company_id, u.id, %(kind)s, a.id, 1, w.parameters::jsonb
  FROM unnest(%(ids)s::bigint[], %(parameters)s::text[]) AS w(id, parameters)
  JOIN core_alert a ON a.company_id = %(company)s AND a.id = w.id AND a.id = ANY(%(ids)s::bigint[])
  JOIN core_membership m ON m.company_id = a.company_id AND (m.user_id = a.user_id OR m.role_id = a.role_id)
  JOIN core_user u ON u.id = m.user_id AND u.is_active
    ON CONFLICT (company_id, kind, subject_id, user_id, level) DO UPDATE
   SET made_at = statement_timestamp(), read_at = NULL, settled_at = NULL, parameters = excluded.parameters

-- begin --   An episode begins.
UPDATE core_alert SET began_at = statement_timestamp() WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- end --   It is over.
UPDATE core_alert SET began_at = NULL WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- settle --   What was told of it is over too.
UPDATE core_notice SET settled_at = greatest(statement_timestamp(), made_at)
 WHERE company_id = %(company)s AND kind = %(kind)s AND subject_id = ANY(%(ids)s::bigint[]) AND settled_at IS NULL
