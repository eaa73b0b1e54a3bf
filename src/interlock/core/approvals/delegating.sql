-- lock_company --   One call at a time changes the deputies of a company: who stands in for whom is one picture.
SELECT pg_advisory_xact_lock(hashtextextended('approval deputies ' || %(company)s::bigint, 0))

-- able --   Which of these persons may approve in the company.
SELECT u.id AS user_id FROM core_user u
 WHERE u.id = ANY(%(ids)s::bigint[]) AND u.is_active
   AND (u.is_superuser OR EXISTS (
        SELECT FROM core_membership m
          JOIN auth_group_permissions gp ON gp.group_id = m.role_id
          JOIN auth_permission p ON p.id = gp.permission_id AND p.codename = 'answer_approvals'
          JOIN django_content_type c ON c.id = p.content_type_id AND c.app_label = 'core'
         WHERE m.company_id = %(company)s AND m.user_id = u.id))

-- standing --   Who stands in for whom, as far as it is not over.
SELECT d.user_id, d.deputy_id, d.valid_from, d.valid_to FROM core_approvaldelegation d
  JOIN core_company c ON c.id = d.company_id
 WHERE d.company_id = %(company)s AND d.ended_at IS NULL AND d.valid_to > (now() AT TIME ZONE c.time_zone)::date

-- make --   In the order given.
INSERT INTO core_approvaldelegation (company_id, user_id, deputy_id, valid_from, valid_to, run_id)
SELECT %(company)s, %(me)s, g.deputy_id, g.valid_from, g.valid_to, %(run)s
  FROM unnest(%(deputies)s::bigint[], %(firsts)s::date[], %(lasts)s::date[])
       WITH ORDINALITY AS g(deputy_id, valid_from, valid_to, place)
 ORDER BY g.place
RETURNING id

-- judge_end --   A code an id; only one's own exist.
SELECT i.id, CASE WHEN d.id IS NULL THEN 'not_found' WHEN d.ended_at IS NOT NULL THEN 'already' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN core_approvaldelegation d ON d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[])
        AND d.user_id = %(me)s::bigint
 ORDER BY i.place

-- end --   From now on one answers oneself.
UPDATE core_approvaldelegation SET ended_at = greatest(now(), made_at)
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
