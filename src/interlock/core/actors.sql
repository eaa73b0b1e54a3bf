-- grants --   What a user's roles of today allow, company by company, and what limits what they see there.
WITH held AS (
    SELECT m.company_id, m.role_id
      FROM core_membership m JOIN core_company o ON o.id = m.company_id
     WHERE m.user_id = %(user)s
       AND (m.valid_from IS NULL OR m.valid_from <= (now() AT TIME ZONE o.time_zone)::date)
       AND (m.valid_to IS NULL OR m.valid_to > (now() AT TIME ZONE o.time_zone)::date))
SELECT h.company_id,
       ARRAY(SELECT c.app_label || '.' || p.codename
               FROM (SELECT DISTINCT gp.permission_id FROM auth_group_permissions gp
                      WHERE gp.group_id = ANY(array_agg(h.role_id))) allowed
               JOIN auth_permission p ON p.id = allowed.permission_id
               JOIN django_content_type c ON c.id = p.content_type_id) AS permissions,
       (SELECT jsonb_agg(jsonb_build_array(s.dimension, s.ids))
          FROM core_datascope s
         WHERE s.company_id = h.company_id
           AND (s.user_id = %(user)s
                OR s.role_id IN (SELECT o.role_id FROM held o WHERE o.company_id = s.company_id))) AS scopes,
       jsonb_agg(DISTINCT coalesce(r.menu, '{}')) AS menus
  FROM held h
  LEFT JOIN core_role r ON r.group_id = h.role_id
 GROUP BY h.company_id

-- below --   Departments with all that belong to them.
WITH RECURSIVE below AS (
    SELECT id FROM core_unit WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
    UNION SELECT u.id FROM below b JOIN core_unit u ON u.company_id = %(company)s AND u.parent_id = b.id)
SELECT id FROM below

-- companies --   Every company there is.
SELECT id FROM core_company ORDER BY id
