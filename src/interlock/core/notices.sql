-- lock_company --   One call at a time makes notices of a company: new rows cannot be locked before they are there.
SELECT pg_advisory_xact_lock(hashtextextended('notices ' || %(company)s::bigint, 0))

-- hearers --   Who is told of what stays overdue: members whose role in the company permits it.
SELECT DISTINCT m.user_id
  FROM core_membership m
  JOIN core_user u ON u.id = m.user_id AND u.is_active
  JOIN auth_group_permissions gp ON gp.group_id = m.role_id
  JOIN auth_permission p ON p.id = gp.permission_id AND p.codename = %(hear)s
  JOIN django_content_type c ON c.id = p.content_type_id AND c.app_label = 'core'
  JOIN core_company o ON o.id = m.company_id
 WHERE m.company_id = %(company)s
   AND (m.valid_from IS NULL OR m.valid_from <= (now() AT TIME ZONE o.time_zone)::date)
   AND (m.valid_to IS NULL OR m.valid_to > (now() AT TIME ZONE o.time_zone)::date)
 ORDER BY m.user_id

-- wanted --   Who is to be told: the owner; the hearers of what has no owner, or of what its owner has known too long.
WITH given AS (
    SELECT g.subject_id, u.id AS owner_id
      FROM unnest(%(subjects)s::bigint[], %(owners)s::bigint[]) AS g(subject_id, owner_id)
      LEFT JOIN core_user u ON u.id = g.owner_id AND u.is_active
            AND (u.is_superuser OR EXISTS (SELECT FROM core_membership m
                                            WHERE m.company_id = %(company)s AND m.user_id = u.id))),
days AS (
    SELECT coalesce((SELECT after_days FROM core_escalation WHERE company_id = %(company)s AND kind = %(kind)s),
                    (SELECT value::int FROM core_parameter WHERE company_id = %(company)s AND code = %(code)s),
                    %(days)s::int) * interval '1 day' AS patience),
late AS (
    SELECT g.subject_id, g.owner_id
      FROM given g
      LEFT JOIN core_notice n ON n.company_id = %(company)s AND n.user_id = g.owner_id AND n.kind = %(kind)s
            AND n.subject_id = g.subject_id AND n.subject_id = ANY(%(subjects)s::bigint[]) AND n.level = 1 AND n.settled_at IS NULL
     WHERE g.owner_id IS NULL OR n.made_at <= now() - (SELECT patience FROM days)),
told AS (
    SELECT subject_id, owner_id AS user_id, 1 AS level FROM given WHERE owner_id IS NOT NULL
    UNION ALL
    SELECT l.subject_id, h.user_id, 2 FROM late l JOIN unnest(%(hearers)s::bigint[]) AS h(user_id) ON h.user_id IS DISTINCT FROM l.owner_id)
SELECT t.subject_id, t.user_id, t.level, n.id IS NOT NULL AS stands
  FROM told t
  LEFT JOIN core_notice n ON n.company_id = %(company)s AND n.user_id = t.user_id AND n.kind = %(kind)s
        AND n.subject_id = t.subject_id AND n.subject_id = ANY(%(subjects)s::bigint[]) AND n.level = t.level AND n.settled_at IS NULL
 ORDER BY t.subject_id, t.level, t.user_id

-- make --   Once a person, matter and level; what was settled and is overdue again opens anew.
INSERT INTO core_notice AS n (company_id, user_id, kind, subject_id, level, parameters)
SELECT %(company)s, w.user_id, %(kind)s, w.subject_id, w.level, w.parameters::jsonb
  FROM unnest(%(users)s::bigint[], %(subjects)s::bigint[], %(levels)s::int[], %(parameters)s::text[])
       AS w(user_id, subject_id, level, parameters)
    ON CONFLICT (company_id, kind, subject_id, user_id, level) DO UPDATE
   SET made_at = now(), read_at = NULL, settled_at = NULL, parameters = excluded.parameters
 WHERE n.settled_at IS NOT NULL

-- lock_notices --   By id.
SELECT id FROM core_notice WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) ORDER BY id FOR NO KEY UPDATE

-- judge_settle --   A code an id.
SELECT i.id, CASE WHEN n.id IS NULL THEN 'not_found' WHEN n.settled_at IS NOT NULL THEN 'already' ELSE 'done' END
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN core_notice n ON n.company_id = %(company)s AND n.id = i.id AND n.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- settle --   Its matter is over.
UPDATE core_notice SET settled_at = greatest(now(), made_at) WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- judge_read --   A code an id; only one's own exist.
SELECT i.id, CASE WHEN n.id IS NULL THEN 'not_found' WHEN n.read_at IS NOT NULL THEN 'already' ELSE 'done' END
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN core_notice n ON n.company_id = %(company)s AND n.id = i.id AND n.id = ANY(%(ids)s::bigint[])
        AND n.user_id = %(user)s::bigint
 ORDER BY i.place

-- read --   Its person has seen it.
UPDATE core_notice SET read_at = greatest(now(), made_at) WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- open --   Open notices of a kind, by key.
SELECT id, user_id, subject_id, level FROM core_notice
 WHERE company_id = %(company)s AND kind = %(kind)s AND settled_at IS NULL AND id > %(after)s
 ORDER BY id
 LIMIT %(size)s
