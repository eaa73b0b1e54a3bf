-- people --   Who may be given something in a company: active, of the company or of none yet; administrators see all.
SELECT i.id, u.is_superuser,
       CASE WHEN u.id IS NULL OR NOT u.is_active THEN false
            WHEN %(everywhere)s::boolean OR u.company_id = %(company)s THEN true
            WHEN EXISTS (SELECT FROM core_membership m WHERE m.company_id = %(company)s AND m.user_id = u.id) THEN true
            ELSE u.company_id IS NULL AND NOT EXISTS (SELECT FROM core_membership m WHERE m.user_id = u.id) END AS found
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN core_user u ON u.id = i.id
 ORDER BY i.place

-- memberships --   Who holds a role in a company, on which days.
SELECT id, user_id, role_id, valid_from, valid_to FROM core_membership
 WHERE company_id = %(company)s AND user_id = ANY(%(users)s::bigint[]) AND role_id = %(role)s

-- give --   Given, or given on other days.
INSERT INTO core_membership AS m (company_id, user_id, role_id, valid_from, valid_to)
SELECT %(company)s, g.id, %(role)s, %(first)s, %(last)s FROM unnest(%(ids)s::bigint[]) AS g(id)
    ON CONFLICT (company_id, user_id, role_id) DO UPDATE SET valid_from = excluded.valid_from, valid_to = excluded.valid_to

-- take --   Taken away.
DELETE FROM core_membership
 WHERE company_id = %(company)s AND role_id = %(role)s AND user_id = ANY(%(ids)s::bigint[])

-- permissions_of --   What roles allow.
SELECT gp.group_id AS role_id, c.app_label || '.' || p.codename AS permission
  FROM auth_group_permissions gp
  JOIN auth_permission p ON p.id = gp.permission_id
  JOIN django_content_type c ON c.id = p.content_type_id
 WHERE gp.group_id = ANY(%(ids)s::bigint[])

-- roles --   Some roles, each in its place, with their words.
SELECT i.id, g.id IS NOT NULL AS found, g.name, r.name_en, r.name_zh, r.menu
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN auth_group g ON g.id = i.id
  LEFT JOIN core_role r ON r.group_id = g.id
 ORDER BY i.place

-- members --   Who holds some roles, where: today or later.
SELECT m.company_id, m.user_id, m.role_id FROM core_membership m JOIN core_company o ON o.id = m.company_id
 WHERE m.role_id = ANY(%(ids)s::bigint[])
   AND (m.valid_to IS NULL OR m.valid_to > (now() AT TIME ZONE o.time_zone)::date)

-- withdraw --   No longer allowed by these roles.
DELETE FROM auth_group_permissions gp
 USING auth_permission p, django_content_type c
 WHERE gp.group_id = ANY(%(ids)s::bigint[]) AND p.id = gp.permission_id AND c.id = p.content_type_id
   AND NOT c.app_label || '.' || p.codename = ANY(%(names)s::text[])

-- allow --   Allowed by these roles from now on.
INSERT INTO auth_group_permissions (group_id, permission_id)
SELECT g.id, p.id
  FROM unnest(%(ids)s::bigint[]) AS g(id)
 CROSS JOIN auth_permission p
  JOIN django_content_type c ON c.id = p.content_type_id
 WHERE c.app_label || '.' || p.codename = ANY(%(names)s::text[])
    ON CONFLICT DO NOTHING

-- word --   What roles are called, and their menus.
INSERT INTO core_role AS r (group_id, name_en, name_zh, menu)
SELECT g.id, %(name_en)s, %(name_zh)s, %(menu)s::jsonb FROM unnest(%(ids)s::bigint[]) AS g(id)
    ON CONFLICT (group_id) DO UPDATE SET name_en = excluded.name_en, name_zh = excluded.name_zh, menu = excluded.menu

-- known --   Which permissions there are.
SELECT c.app_label || '.' || p.codename AS name
  FROM auth_permission p JOIN django_content_type c ON c.id = p.content_type_id
 WHERE c.app_label || '.' || p.codename = ANY(%(names)s::text[])

-- taken_names --   Which names of roles are taken.
SELECT name FROM auth_group WHERE name = ANY(%(names)s::text[])

-- make --   New roles, answered by name.
INSERT INTO auth_group (name) SELECT unnest(%(names)s::text[]) RETURNING id, name

-- scopes --   What limits some people or roles in a company.
SELECT coalesce(user_id, role_id::bigint) AS id, dimension, ids FROM core_datascope
 WHERE company_id = %(company)s
   AND CASE WHEN %(persons)s::boolean THEN user_id = ANY(%(ids)s::bigint[]) ELSE role_id = ANY(%(ids)s::bigint[]) END

-- unlimit --   Away with what limited them.
DELETE FROM core_datascope
 WHERE company_id = %(company)s
   AND CASE WHEN %(persons)s::boolean THEN user_id = ANY(%(ids)s::bigint[]) ELSE role_id = ANY(%(ids)s::bigint[]) END

-- limit --   What limits them from now on: a row a dimension.
INSERT INTO core_datascope (company_id, user_id, role_id, dimension, ids)
SELECT %(company)s, CASE WHEN %(persons)s::boolean THEN g.id END, CASE WHEN NOT %(persons)s::boolean THEN g.id END,
       d.key, ARRAY(SELECT jsonb_array_elements_text(d.value)::bigint)
  FROM unnest(%(ids)s::bigint[]) AS g(id) CROSS JOIN jsonb_each(%(limits)s::jsonb) AS d(key, value)
