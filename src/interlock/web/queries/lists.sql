-- views --   The views of a list a person may open: their own and the shared ones; which one it opens with.
SELECT v.id, v.name, v.query, v.is_shared, v.user_id = %(user)s AS is_mine, d.id IS NOT NULL AS is_default,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS person
  FROM core_savedview v
  JOIN core_user u ON u.id = v.user_id
  LEFT JOIN core_defaultview d ON d.company_id = v.company_id AND d.view_id = v.id AND d.user_id = %(user)s
 WHERE v.company_id = %(company)s AND v.list_code = %(list)s AND (v.user_id = %(user)s OR v.is_shared)
 ORDER BY v.user_id <> %(user)s, lower(v.name), v.id
 LIMIT 100
