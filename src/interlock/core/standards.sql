-- has_permissions --   Whether there are permissions at all: not before the first migration.
SELECT to_regclass('auth_permission') IS NOT NULL AS there

-- permissions --   Every permission by its name.
SELECT c.app_label || '.' || p.codename AS name FROM auth_permission p JOIN django_content_type c ON c.id = p.content_type_id

-- give --   A permission to the roles that hold another.
INSERT INTO auth_group_permissions (group_id, permission_id)
SELECT g.group_id, n.id
  FROM auth_permission n JOIN django_content_type nc ON nc.id = n.content_type_id AND nc.app_label || '.' || n.codename = %(name)s
  JOIN auth_permission o ON true JOIN django_content_type oc ON oc.id = o.content_type_id AND oc.app_label || '.' || o.codename = %(source)s
  JOIN auth_group_permissions g ON g.permission_id = o.id
ON CONFLICT DO NOTHING

-- pairs_once --   Pairs that were in the matrix at some time: whoever took one out meant it.
SELECT DISTINCT first, second FROM core_dutyconflictevent

-- holders --   Whether anybody holds both sides in one company.
SELECT m.company_id, m.user_id
  FROM core_membership m
  JOIN auth_group_permissions g ON g.group_id = m.role_id
  JOIN auth_permission p ON p.id = g.permission_id
  JOIN django_content_type c ON c.id = p.content_type_id
 WHERE c.app_label || '.' || p.codename IN (%(first)s, %(second)s)
 GROUP BY m.company_id, m.user_id HAVING count(DISTINCT p.id) = 2
 LIMIT 1
