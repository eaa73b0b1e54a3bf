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
 LIMIT %(shown)s
