-- lock_rights --   One change of rights at a time: whether duties conflict depends on all roles of a person together.
SELECT pg_advisory_xact_lock(hashtextextended('rights', 0))

-- matrix --   The pairs that one person should not hold together.
SELECT id, first, second, severity, name_en, name_zh FROM core_dutyconflict ORDER BY id

-- held --   Which permissions of the matrix some people hold in some companies, today or later, and by which role.
SELECT m.company_id, m.user_id, m.role_id, c.app_label || '.' || p.codename AS permission
  FROM core_membership m
  JOIN core_user u ON u.id = m.user_id AND u.is_active AND NOT u.is_superuser
  JOIN core_company o ON o.id = m.company_id
  JOIN auth_group_permissions gp ON gp.group_id = m.role_id
  JOIN auth_permission p ON p.id = gp.permission_id
  JOIN django_content_type c ON c.id = p.content_type_id
 WHERE (%(company)s::bigint IS NULL OR m.company_id = %(company)s)
   AND (%(users)s::bigint[] IS NULL OR m.user_id = ANY(%(users)s::bigint[]))
   AND (m.valid_to IS NULL OR m.valid_to > (now() AT TIME ZONE o.time_zone)::date)
   AND c.app_label || '.' || p.codename = ANY(%(named)s::text[])

-- explained --   Which conflicts are explained today, for whom.
SELECT e.company_id, e.user_id, e.conflict_id, e.reason, e.valid_to
  FROM core_dutyexception e JOIN core_company o ON o.id = e.company_id
 WHERE (%(company)s::bigint IS NULL OR e.company_id = %(company)s)
   AND e.valid_to > (now() AT TIME ZONE o.time_zone)::date

-- explain --   Why a person may hold both, and until when.
INSERT INTO core_dutyexception AS e (company_id, user_id, conflict_id, reason, valid_to)
SELECT %(company)s, g.user_id, g.conflict_id, %(reason)s, %(until)s
  FROM unnest(%(users)s::bigint[], %(conflicts)s::bigint[]) AS g(user_id, conflict_id)
    ON CONFLICT (company_id, user_id, conflict_id) DO UPDATE SET reason = excluded.reason, valid_to = excluded.valid_to

-- note --   What was changed of rights: by whom (the run's actor), what it was, what it is.
INSERT INTO core_rightschange (company_id, run_id, actor_id, subject, subject_id, what, before, after)
SELECT %(company)s, %(run)s, %(actor)s, %(subject)s, g.id, g.what, g.before::jsonb, g.after::jsonb
  FROM unnest(%(ids)s::bigint[], %(whats)s::text[], %(befores)s::text[], %(afters)s::text[]) AS g(id, what, before, after)

-- names --   Roles by id, for what is told of them.
SELECT g.id, g.name, coalesce(r.name_zh, g.name) AS name_zh, coalesce(r.name_en, g.name) AS name_en
  FROM auth_group g LEFT JOIN core_role r ON r.group_id = g.id
 WHERE g.id = ANY(%(ids)s::bigint[])
