-- requests --   What is asked, as it was asked.
SELECT id, kind, document_id, document_version, amount, reasons, reason FROM core_approvalrequest
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- lock_requests --   By id.
SELECT id FROM core_approvalrequest WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge --   A code a request with the tasks one may answer; it is the last answer when nothing else is waited for.
WITH mine AS MATERIALIZED (
    SELECT core_stands_in_for(%(company)s, %(me)s::bigint) AS user_id
), held AS MATERIALIZED (
    SELECT t.request_id, array_agg(t.id ORDER BY t.user_id <> %(me)s::bigint, t.id) AS tasks
      FROM core_approvaltask t
     WHERE t.company_id = %(company)s AND t.request_id = ANY(%(ids)s::bigint[]) AND t.state = 'open'
       AND t.user_id IN (SELECT user_id FROM mine)
     GROUP BY t.request_id
), stays AS MATERIALIZED (
    SELECT DISTINCT s.request_id
      FROM core_approvalstep s
      LEFT JOIN held h ON h.request_id = s.request_id
     WHERE s.company_id = %(company)s AND s.request_id = ANY(%(ids)s::bigint[]) AND s.state IN ('ahead', 'open')
       AND NOT (s.state = 'open' AND CASE s.mode
           WHEN 'any' THEN EXISTS (SELECT FROM core_approvaltask t WHERE t.company_id = s.company_id
                                      AND t.step_id = s.id AND t.id = ANY(h.tasks))
           ELSE NOT EXISTS (SELECT FROM core_approvaltask t
                             WHERE t.company_id = s.company_id AND t.request_id = s.request_id AND t.step_id = s.id
                               AND t.state = 'open' AND t.id <> ALL(coalesce(h.tasks, '{}'))) END)
)
SELECT i.id,
       CASE WHEN r.id IS NULL THEN 'not_found'
            WHEN r.state = %(answer)s THEN 'already'
            WHEN r.state <> 'waiting' THEN 'not_waiting'
            WHEN r.requester_id = %(me)s::bigint AND NOT r.own_allowed THEN 'own_request'
            WHEN h.request_id IS NOT NULL THEN 'done'
            WHEN %(answer)s = 'approved' AND EXISTS (SELECT FROM core_approvalanswer a
                  WHERE a.company_id = r.company_id AND a.request_id = r.id AND a.request_id = ANY(%(ids)s::bigint[])
                    AND a.user_id = %(me)s::bigint) THEN 'already'
            ELSE 'not_yours' END AS code,
       h.tasks, r.id IS NOT NULL AND y.request_id IS NULL AS final
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN core_approvalrequest r ON r.company_id = %(company)s AND r.id = i.id AND r.id = ANY(%(ids)s::bigint[])
  LEFT JOIN held h ON h.request_id = r.id
  LEFT JOIN stays y ON y.request_id = r.id
 ORDER BY i.place

-- answer --   Who said so, and in whose place.
INSERT INTO core_approvalanswer (company_id, request_id, step_id, task_id, answer, user_id, for_user_id, comment, run_id)
SELECT %(company)s, t.request_id, t.step_id, t.id, %(answer)s, %(me)s, nullif(t.user_id, %(me)s::bigint), %(comment)s,
       %(run)s
  FROM core_approvaltask t
 WHERE t.company_id = %(company)s AND t.id = ANY(%(tasks)s::bigint[])
 ORDER BY t.id

-- answered --   They are not asked again.
UPDATE core_approvaltask SET state = 'answered'
 WHERE company_id = %(company)s AND id = ANY(%(tasks)s::bigint[]) AND state = 'open'

-- finish_steps --   One of them has approved, or all have.
UPDATE core_approvalstep s SET state = 'approved'
 WHERE s.company_id = %(company)s AND s.request_id = ANY(%(ids)s::bigint[]) AND s.state = 'open'
   AND CASE s.mode
       WHEN 'any' THEN EXISTS (SELECT FROM core_approvaltask t WHERE t.company_id = s.company_id
                                  AND t.request_id = s.request_id AND t.step_id = s.id AND t.state = 'answered')
       ELSE NOT EXISTS (SELECT FROM core_approvaltask t WHERE t.company_id = s.company_id
                           AND t.request_id = s.request_id AND t.step_id = s.id AND t.state = 'open') END

-- close_tasks --   Where one has approved, the others are not asked any more.
UPDATE core_approvaltask t SET state = 'ended'
  FROM core_approvalstep s
 WHERE t.company_id = %(company)s AND t.request_id = ANY(%(ids)s::bigint[]) AND t.state = 'open'
   AND s.company_id = %(company)s AND s.id = t.step_id AND s.request_id = ANY(%(ids)s::bigint[])
   AND s.state = 'approved'

-- finish --   Where nothing more is waited for, the document may go on.
UPDATE core_approvalrequest r SET state = 'approved', ended_at = greatest(now(), r.asked_at)
 WHERE r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[]) AND r.state = 'waiting'
   AND NOT EXISTS (SELECT FROM core_approvalstep s WHERE s.company_id = r.company_id AND s.request_id = r.id
                      AND s.request_id = ANY(%(ids)s::bigint[]) AND s.state IN ('ahead', 'open'))
RETURNING r.id
