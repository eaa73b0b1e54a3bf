-- write --   One row a document.
INSERT INTO core_comment (company_id, kind, document_id, text, told, run_id)
SELECT %(company)s, %(kind)s, i.id, %(text)s, %(told)s::bigint[], %(run)s FROM unnest(%(ids)s::bigint[]) AS i(id)

-- tell --   One notice a person and document: named again, it is new and unread again.
INSERT INTO core_notice AS n (company_id, user_id, kind, subject_id, level, parameters)
SELECT %(company)s, w.user_id, %(kind)s, w.subject_id, 1, w.parameters::jsonb
  FROM unnest(%(users)s::bigint[], %(subjects)s::bigint[], %(parameters)s::text[]) AS w(user_id, subject_id, parameters)
 ORDER BY w.subject_id, w.user_id
    ON CONFLICT (company_id, kind, subject_id, user_id, level) DO UPDATE
   SET made_at = now(), read_at = NULL, settled_at = NULL, parameters = excluded.parameters

-- people --   Who may see a kind of document in a company.
SELECT u.id, u.username,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username) AS name
  FROM core_user u
 WHERE u.is_active
   AND (u.is_superuser OR EXISTS (
        SELECT FROM core_membership m
          JOIN auth_group_permissions g ON g.group_id = m.role_id
          JOIN auth_permission p ON p.id = g.permission_id
          JOIN django_content_type c ON c.id = p.content_type_id
         WHERE m.company_id = %(company)s AND m.user_id = u.id
           AND c.app_label || '.' || p.codename = ANY(%(permissions)s::text[])))
 ORDER BY u.username
 LIMIT 500
