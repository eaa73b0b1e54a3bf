-- without_route --   Companies that never had a route of a kind, with the role that answers approvals there.
SELECT DISTINCT ON (m.company_id) m.company_id, m.role_id
  FROM core_membership m
  JOIN core_user u ON u.id = m.user_id AND u.is_active
  JOIN auth_group_permissions g ON g.group_id = m.role_id
  JOIN auth_permission p ON p.id = g.permission_id AND p.codename = 'answer_approvals'
 WHERE m.company_id = ANY(%(companies)s::bigint[])
   AND NOT EXISTS (SELECT FROM core_approvalroute r WHERE r.kind = %(kind)s AND coalesce(r.company_id, m.company_id) = m.company_id)
   AND NOT EXISTS (SELECT FROM core_approvalrouteevent e WHERE e.kind = %(kind)s AND e.company_id = m.company_id)
 ORDER BY m.company_id,
       EXISTS (SELECT FROM auth_group_permissions h JOIN auth_permission q ON q.id = h.permission_id
                WHERE h.group_id = m.role_id AND q.codename = 'change_approvalroute') DESC, m.role_id
