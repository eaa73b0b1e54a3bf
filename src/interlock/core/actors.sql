-- grants --   What a user's roles allow, company by company.
SELECT m.company_id,
       array_agg(DISTINCT c.app_label || '.' || p.codename) FILTER (WHERE p.id IS NOT NULL) AS permissions
  FROM core_membership m
  LEFT JOIN auth_group_permissions gp ON gp.group_id = m.role_id
  LEFT JOIN auth_permission p ON p.id = gp.permission_id
  LEFT JOIN django_content_type c ON c.id = p.content_type_id
 WHERE m.user_id = %(user)s
 GROUP BY m.company_id
