-- any_route --   Whether this company has a route of a kind today.
SELECT EXISTS (SELECT FROM core_approvalroute r
                 JOIN core_company c ON c.id = %(company)s
                WHERE r.kind = %(kind)s AND (r.company_id IS NULL OR r.company_id = c.id)
                  AND (now() AT TIME ZONE c.time_zone)::date >= r.valid_from
                  AND (r.valid_to IS NULL OR (now() AT TIME ZONE c.time_zone)::date < r.valid_to))

-- match --   The route of each document: valid today, its conditions met, the smallest rank, a company's own first.
SELECT f.id, r.route_id, r.version, r.reminder_hours, r.deadline_hours, r.own_allowed
  FROM unnest(%(ids)s::bigint[], %(amounts)s::numeric[], %(margins)s::numeric[], %(reasons)s::text[])
       AS f(id, amount, margin_pct, reasons)
 CROSS JOIN LATERAL (
    SELECT r.id AS route_id, r.version, r.reminder_hours, r.deadline_hours, r.own_allowed
      FROM core_approvalroute r
      JOIN core_company c ON c.id = %(company)s
     WHERE r.kind = %(kind)s AND (r.company_id IS NULL OR r.company_id = c.id)
       AND (now() AT TIME ZONE c.time_zone)::date >= r.valid_from
       AND (r.valid_to IS NULL OR (now() AT TIME ZONE c.time_zone)::date < r.valid_to)
       AND (r.amount_from IS NULL OR f.amount >= r.amount_from)
       AND (r.amount_to IS NULL OR f.amount < r.amount_to)
       AND (r.margin_below_pct IS NULL OR f.margin_pct < r.margin_below_pct)
       AND (cardinality(r.reasons) = 0 OR r.reasons::text[] && string_to_array(f.reasons, ','))
     ORDER BY r.rank, r.company_id NULLS LAST, r.id LIMIT 1) r

-- nodes --   The nodes of routes with whoever may answer there: members of the company who may approve.
WITH able AS MATERIALIZED (
    SELECT m.user_id
      FROM core_membership m
      JOIN auth_group_permissions gp ON gp.group_id = m.role_id
      JOIN auth_permission p ON p.id = gp.permission_id AND p.codename = 'answer_approvals'
      JOIN django_content_type c ON c.id = p.content_type_id AND c.app_label = 'core'
     WHERE m.company_id = %(company)s
    UNION
    SELECT id FROM core_user WHERE is_superuser
)
SELECT n.id, n.route_id, n.sequence, n.mode, n.name_en, n.name_zh, n.amount_from, n.skip_own,
       (SELECT array_agg(u.id ORDER BY u.id) FROM core_user u
         WHERE u.is_active AND u.id IN (SELECT user_id FROM able)
           AND (u.id = n.user_id OR EXISTS (SELECT FROM core_membership m
                 WHERE m.company_id = %(company)s AND m.user_id = u.id AND m.role_id = n.role_id))) AS people
  FROM core_approvalnode n
 WHERE n.route_id = ANY(%(routes)s::bigint[])
 ORDER BY n.route_id, n.sequence, n.id

-- approved --   What was approved of these documents.
SELECT document_id, document_version, amount, reasons FROM core_approvalrequest
 WHERE company_id = %(company)s AND document_id = ANY(%(ids)s::bigint[]) AND kind = %(kind)s AND state = 'approved'
