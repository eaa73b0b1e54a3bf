-- inbox_found --   What waits for a person, or was asked or answered by them, newest first, by key.
SELECT r.id, r.amount
  FROM core_approvalrequest r
 WHERE r.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR r.id < %(before)s)
   AND r.id IN (
        SELECT t.request_id FROM core_approvaltask t
         WHERE %(box)s::text IS NULL AND t.company_id = %(company)s AND t.state = 'open'
           AND t.user_id = ANY(ARRAY(SELECT core_stands_in_for(%(company)s, %(me)s::bigint)))
        UNION ALL
        SELECT a.id FROM core_approvalrequest a
         WHERE %(box)s = 'asked' AND a.company_id = %(company)s AND a.requester_id = %(me)s
        UNION ALL
        SELECT a.request_id FROM core_approvalanswer a
         WHERE %(box)s = 'answered' AND a.company_id = %(company)s AND a.user_id = %(me)s)
   AND (%(box)s IS NOT NULL OR r.own_allowed OR r.requester_id IS DISTINCT FROM %(me)s)
   AND (%(kind)s::text IS NULL OR r.kind = %(kind)s)
   AND (%(state)s::text IS NULL OR r.state = %(state)s)
   AND (%(term)s::text IS NULL OR r.number ILIKE %(term)s || '%%')
   AND (%(first)s::date IS NULL OR r.asked_at >= %(first)s)
   AND (%(last)s::date IS NULL OR r.asked_at < %(last)s::date + 1)
   AND (%(least)s::numeric IS NULL OR r.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR r.amount <= %(most)s)
 ORDER BY r.id DESC
 LIMIT %(size)s

-- inbox --   Some requests as the inbox shows them.
SELECT r.id, r.number, r.kind, r.document_id, r.reason, r.reasons, r.amount, r.margin_pct, r.state, r.asked_at,
       n.requester, w.waits_for, w.due_at
  FROM core_approvalrequest r
  LEFT JOIN LATERAL (
       SELECT coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                                   ELSE u.last_name || u.first_name END, ''), u.username) AS requester
         FROM core_user u WHERE u.id = r.requester_id) n ON true
  LEFT JOIN LATERAL (
       SELECT min(s.due_at) AS due_at, string_agg(DISTINCT
              coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                                   ELSE u.last_name || u.first_name END, ''), u.username), ', ') AS waits_for
         FROM core_approvaltask t
         JOIN core_approvalstep s ON s.company_id = t.company_id AND s.id = t.step_id
         JOIN core_user u ON u.id = core_deputy(t.company_id, t.user_id)
        WHERE t.company_id = r.company_id AND t.request_id = r.id AND t.request_id = ANY(%(ids)s::bigint[])
          AND t.state = 'open') w ON true
 WHERE r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[])
 ORDER BY r.id DESC

-- of_document --   A document's requests, the newest first, and whether one may answer them.
SELECT r.id, r.kind, r.number, r.reason, r.amount, r.margin_pct, r.state, r.asked_at, r.ended_at, r.document_version,
       t.code AS route, t.name_en, t.name_zh, r.route_version, r.requester_id = %(me)s::bigint AS own,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                            ELSE u.last_name || u.first_name END, ''), u.username, '') AS requester,
       r.state = 'waiting' AND (r.own_allowed OR r.requester_id IS DISTINCT FROM %(me)s::bigint)
       AND EXISTS (SELECT FROM core_approvaltask k
                    WHERE k.company_id = r.company_id AND k.request_id = r.id AND k.state = 'open'
                      AND k.user_id IN (SELECT core_stands_in_for(%(company)s, %(me)s::bigint))) AS mine
  FROM core_approvalrequest r
  LEFT JOIN core_approvalroute t ON t.id = r.route_id
  LEFT JOIN core_user u ON u.id = r.requester_id
 WHERE r.company_id = %(company)s AND r.document_id = %(document)s AND r.kind = %(kind)s
 ORDER BY r.id DESC
 LIMIT 10

-- story --   The tasks of these requests, step by step, with their answers; and what ended a request as a whole.
WITH person AS (
    SELECT id, coalesce(nullif(CASE WHEN last_name ~ '^[A-Za-z]' THEN first_name || ' ' || last_name
                                    ELSE last_name || first_name END, ''), username) AS name FROM core_user)
SELECT s.request_id, s.sequence, s.id AS step_id, s.name_en, s.name_zh, s.mode, s.state AS step_state, s.due_at, t.state,
       u.name AS person, nullif(d.name, u.name) AS deputy, a.answer, a.answered_at, a.comment,
       CASE WHEN a.for_user_id IS NOT NULL THEN b.name END AS answered_by
  FROM core_approvalstep s
  JOIN core_approvaltask t ON t.company_id = s.company_id AND t.request_id = s.request_id AND t.step_id = s.id
  LEFT JOIN person u ON u.id = t.user_id
  LEFT JOIN person d ON t.state = 'open' AND d.id = core_deputy(%(company)s, t.user_id)
  LEFT JOIN core_approvalanswer a ON a.company_id = s.company_id AND a.request_id = s.request_id AND a.task_id = t.id
  LEFT JOIN person b ON b.id = a.user_id
 WHERE s.company_id = %(company)s AND s.request_id = ANY(%(ids)s::bigint[])
 ORDER BY s.request_id DESC, s.sequence, s.id, t.id

-- approvers --   Who approved a document, in the order in which they did; the latest request counts.
SELECT coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                            ELSE u.last_name || u.first_name END, ''), u.username) AS name
  FROM core_approvalanswer a
  JOIN core_user u ON u.id = a.user_id
 WHERE a.company_id = %(company)s AND a.answer = 'approved'
   AND a.request_id = (SELECT max(r.id) FROM core_approvalrequest r
                        WHERE r.company_id = %(company)s AND r.document_id = %(document)s)
 ORDER BY a.id

-- askers --   The roles that may ask for a kind of approval and are held by somebody in the company, with the permission it names.
SELECT g.name, coalesce(r.name_en, g.name) AS name_en, coalesce(r.name_zh, g.name) AS name_zh
  FROM auth_group g
  LEFT JOIN core_role r ON r.group_id = g.id
 WHERE EXISTS (SELECT FROM core_membership m WHERE m.role_id = g.id AND m.company_id = %(company)s)
   AND 2 = (SELECT count(DISTINCT t.app_label || '.' || p.codename)
              FROM auth_group_permissions a
              JOIN auth_permission p ON p.id = a.permission_id
              JOIN django_content_type t ON t.id = p.content_type_id
             WHERE a.group_id = g.id AND t.app_label || '.' || p.codename IN ('core.ask_approvals', %(asks)s))
 ORDER BY g.name
 LIMIT 10

-- where --   Which document a request, or a task of one, is about.
SELECT company_id, document_id FROM core_approvalrequest WHERE id = %(id)s
UNION ALL
SELECT r.company_id, r.document_id FROM core_approvaltask t
  JOIN core_approvalrequest r ON r.company_id = t.company_id AND r.id = t.request_id
 WHERE t.id = %(id)s

-- of_tasks --   The requests that some tasks belong to.
SELECT t.id, t.request_id AS act_id FROM core_approvaltask t
 WHERE t.company_id = %(company)s AND t.id = ANY(%(ids)s::bigint[])

-- delegations --   Whom a person handed approvals over to, and for whom they answer, newest first.
SELECT d.id, d.user_id = %(me)s::bigint AS own, d.valid_from, d.valid_to, d.ended_at,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                            ELSE u.last_name || u.first_name END, ''), u.username) AS person
  FROM core_approvaldelegation d
  JOIN core_user u ON u.id = CASE WHEN d.user_id = %(me)s::bigint THEN d.deputy_id ELSE d.user_id END
 WHERE d.company_id = %(company)s AND (d.user_id = %(me)s::bigint OR d.deputy_id = %(me)s::bigint)
 ORDER BY d.id DESC
 LIMIT 100

-- deputies --   Who could answer in a person's place.
SELECT DISTINCT u.id, coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                                           ELSE u.last_name || u.first_name END, ''), u.username) AS name
  FROM core_user u
  JOIN core_membership m ON m.user_id = u.id AND m.company_id = %(company)s
  JOIN auth_group_permissions gp ON gp.group_id = m.role_id
  JOIN auth_permission p ON p.id = gp.permission_id AND p.codename = 'answer_approvals'
  JOIN django_content_type c ON c.id = p.content_type_id AND c.app_label = 'core'
 WHERE u.is_active AND u.id <> %(me)s::bigint
 ORDER BY name LIMIT 500

-- unanswered --   Tasks whose reminder is due: told to whoever answers them today.
SELECT t.id, r.number, ''::text AS shop, ''::text AS name_en, ''::text AS name_zh, o.owner_id, NULL::date AS since_on,
       s.opened_at AS since_at, ''::text AS about
  FROM core_approvalstep s
  JOIN core_approvaltask t ON t.company_id = s.company_id AND t.step_id = s.id AND t.state = 'open'
  JOIN core_approvalrequest r ON r.company_id = s.company_id AND r.id = s.request_id
 CROSS JOIN LATERAL (SELECT core_deputy(t.company_id, t.user_id) AS owner_id) o
 WHERE s.company_id = %(company)s AND s.state = 'open' AND s.remind_at <= %(now)s::timestamptz AND %(today)s::date IS NOT NULL
   AND (%(ids)s::bigint[] IS NULL OR t.id = ANY(%(ids)s::bigint[]))
   AND (%(owner)s::bigint IS NULL OR o.owner_id = %(owner)s)
 ORDER BY s.opened_at, t.id
 LIMIT %(size)s + 1

-- late --   Requests past their deadline: nobody's any more, so whoever hears escalations is told at once.
SELECT r.id, r.number, ''::text AS shop, ''::text AS name_en, ''::text AS name_zh, NULL::bigint AS owner_id,
       NULL::date AS since_on, min(s.due_at) AS since_at, ''::text AS about
  FROM core_approvalstep s
  JOIN core_approvalrequest r ON r.company_id = s.company_id AND r.id = s.request_id
 WHERE s.company_id = %(company)s AND s.state = 'open' AND s.due_at <= %(now)s::timestamptz AND %(today)s::date IS NOT NULL
   AND (%(ids)s::bigint[] IS NULL OR r.id = ANY(%(ids)s::bigint[]))
   AND %(owner)s::bigint IS NULL
 GROUP BY r.id, r.number
 ORDER BY min(s.due_at), r.id
 LIMIT %(size)s + 1
