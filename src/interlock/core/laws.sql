-- counters_positive --   A counter never goes back.
SELECT id AS counter_id, kind, last_number FROM core_counter WHERE last_number < 0 LIMIT %(shown)s

-- timeline_has_run --   Every timeline entry knows who did it.
SELECT t.id AS timeline_id, t.documents[1] AS document_id
  FROM core_timeline t LEFT JOIN core_run r ON r.id = t.run_id AND r.company_id = t.company_id
 WHERE r.id IS NULL LIMIT %(shown)s

-- runs_finished --   A committed run says what it answered.
SELECT id AS run_id, operation FROM core_run WHERE duration_ms IS NULL LIMIT %(shown)s

-- notices_in_time --   A notice is read and settled after it was made, not before.
SELECT id AS notice_id, subject_id AS document_id FROM core_notice
 WHERE read_at < made_at OR settled_at < made_at LIMIT %(shown)s

-- conflicts_explained --   Nobody holds both sides of a conflict of duties without a reason that still holds.
SELECT f.company_id, f.user_id, c.id AS conflict_id
  FROM core_dutyconflict c
  JOIN LATERAL (SELECT m.company_id, m.user_id FROM core_membership m
                  JOIN core_user u ON u.id = m.user_id AND u.is_active AND NOT u.is_superuser
                  JOIN core_company o ON o.id = m.company_id
                  JOIN auth_group_permissions gp ON gp.group_id = m.role_id
                  JOIN auth_permission p ON p.id = gp.permission_id
                  JOIN django_content_type t ON t.id = p.content_type_id
                 WHERE t.app_label || '.' || p.codename IN (c.first, c.second)
                   AND (m.valid_to IS NULL OR m.valid_to > (now() AT TIME ZONE o.time_zone)::date)
                 GROUP BY m.company_id, m.user_id
                HAVING count(DISTINCT p.id) = 2) f ON true
  JOIN core_company o ON o.id = f.company_id
 WHERE c.severity = 'refused'
    OR NOT EXISTS (SELECT FROM core_dutyexception e
                    WHERE e.company_id = f.company_id AND e.user_id = f.user_id AND e.conflict_id = c.id
                      AND e.valid_to > (now() AT TIME ZONE o.time_zone)::date)
 LIMIT %(shown)s

-- limits_on_one --   Every limit is a known dimension's, and only one's own customers name no ids.
SELECT id AS scope_id, company_id FROM core_datascope WHERE dimension = 'own' AND ids <> '{}' LIMIT %(shown)s

-- reviews_signed --   A signed review has decided every line, and what was to be taken away is gone or was given anew.
SELECT l.review_id AS document_id, l.id AS line_id
  FROM core_accessreviewline l JOIN core_accessreview r ON r.company_id = l.company_id AND r.id = l.review_id
 WHERE r.state = 'signed'
   AND (l.decision = 'open'
        OR l.decision = 'take' AND EXISTS (SELECT FROM core_membership m WHERE m.id = l.membership_id))
 LIMIT %(shown)s

-- attachments_have_files --   What hangs at a document, or did, is kept, under its company.
SELECT a.id AS attachment_id, a.document_id
  FROM core_attachment a LEFT JOIN core_file f ON f.company_id = a.company_id AND f.id = a.file_id
 WHERE f.id IS NULL OR a.removed_at < a.added_at LIMIT %(shown)s

-- comments_have_run --   Every comment knows who said it, and stands in its document's timeline.
SELECT c.id AS comment_id, c.document_id
  FROM core_comment c LEFT JOIN core_run r ON r.id = c.run_id AND r.company_id = c.company_id
 WHERE r.id IS NULL
    OR NOT EXISTS (SELECT FROM core_timeline_of(c.company_id, ARRAY[c.document_id]) t WHERE t.run_id = c.run_id)
 LIMIT %(shown)s

-- templates_without_gaps --   The versions of a form's own templates count from one.
SELECT company_id, form, count(*) AS versions, max(version) AS highest
  FROM core_papertemplate GROUP BY company_id, form HAVING count(*) <> max(version) LIMIT %(shown)s

-- imports_answered --   An import that is through has answered every row: taken in, or kept with its reason.
SELECT i.id AS import_id, i.name, i.total, i.succeeded, i.failed FROM core_import i
 WHERE i.state IN ('checked', 'taken')
   AND (i.succeeded + i.failed IS DISTINCT FROM i.total
        OR i.failed <> (SELECT count(*) FROM core_importrejection r
                         WHERE r.company_id = i.company_id AND r.document_id = i.id)) LIMIT %(shown)s

-- approvals_end_whole --   An approved request has only approved steps; one that ended asks nobody any more.
SELECT r.id AS approval_id, r.document_id FROM core_approvalrequest r
 WHERE r.state = 'approved' AND EXISTS (SELECT FROM core_approvalstep s
        WHERE s.company_id = r.company_id AND s.request_id = r.id AND s.state <> 'approved')
    OR r.state <> 'waiting' AND EXISTS (SELECT FROM core_approvaltask t
        WHERE t.company_id = r.company_id AND t.request_id = r.id AND t.state IN ('ahead', 'open'))
 LIMIT %(shown)s

-- approvals_ask_somebody --   Whatever waits for an approval waits for somebody.
SELECT r.id AS approval_id, r.document_id FROM core_approvalrequest r
 WHERE r.state = 'waiting' AND NOT EXISTS (SELECT FROM core_approvaltask t
        WHERE t.company_id = r.company_id AND t.request_id = r.id AND t.state = 'open')
 LIMIT %(shown)s

-- approvals_are_answered --   Every task that is answered has its answer, once, by its person or in their place.
SELECT t.id AS task_id, t.request_id AS document_id FROM core_approvaltask t
  LEFT JOIN core_approvalanswer a ON a.company_id = t.company_id AND a.request_id = t.request_id AND a.task_id = t.id
   AND coalesce(a.for_user_id, a.user_id) = t.user_id
 WHERE t.state = 'answered' GROUP BY t.id, t.request_id HAVING count(a.id) <> 1
 LIMIT %(shown)s

-- nobody_approves_alone --   Whoever asks does not approve, unless the route says so.
SELECT a.id AS answer_id, r.document_id FROM core_approvalanswer a
  JOIN core_approvalrequest r ON r.company_id = a.company_id AND r.id = a.request_id
 WHERE a.answer = 'approved' AND a.user_id = r.requester_id AND NOT r.own_allowed

-- webhooks_tell_something --   Every delivery tells of documents of a message that is there.
SELECT d.id AS delivery_id, d.message_id
  FROM core_webhookdelivery d LEFT JOIN core_webhookmessage m ON m.company_id = d.company_id AND m.id = d.message_id
 WHERE m.id IS NULL OR cardinality(m.documents) <> cardinality(m.numbers) OR 500 * d.part >= cardinality(m.documents)
 LIMIT %(shown)s

-- own_values_known --   What is filled is a field of the company's, retired or not.
SELECT v.id AS values_id, v.document_id, k.code
  FROM core_customvalues v CROSS JOIN LATERAL jsonb_object_keys(v.content) AS k(code)
 WHERE NOT EXISTS (SELECT FROM core_customfield f WHERE f.company_id = v.company_id AND f.kind = v.kind AND f.code = k.code)
 LIMIT %(shown)s
