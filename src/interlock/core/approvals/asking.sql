-- lock_of_documents --   The waiting requests of documents, by id.
SELECT id FROM core_approvalrequest
 WHERE company_id = %(company)s AND document_id = ANY(%(ids)s::bigint[]) AND kind = %(kind)s AND state = 'waiting'
 ORDER BY id FOR NO KEY UPDATE

-- lock_requests --   By id.
SELECT id FROM core_approvalrequest WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- standing --   What waits or was approved of these documents.
SELECT id, document_id, document_version, amount, reasons, state FROM core_approvalrequest
 WHERE company_id = %(company)s AND document_id = ANY(%(ids)s::bigint[]) AND kind = %(kind)s
   AND state IN ('waiting', 'approved')

-- make --   The figures as they are now; the route as it is now.
INSERT INTO core_approvalrequest (company_id, kind, document_id, document_version, number, reason, amount, margin_pct,
                                  reasons, requester_id, route_id, route_version, reminder_hours, deadline_hours,
                                  own_allowed, run_id)
SELECT %(company)s, %(kind)s, g.document_id, g.version, g.number, %(reason)s, g.amount, g.margin_pct,
       string_to_array(g.reasons, ','), %(me)s, r.id, r.version, r.reminder_hours, r.deadline_hours, r.own_allowed,
       %(run)s
  FROM unnest(%(documents)s::bigint[], %(versions)s::int[], %(numbers)s::text[], %(amounts)s::numeric[],
              %(margins)s::numeric[], %(reasons)s::text[], %(routes)s::bigint[])
       WITH ORDINALITY AS g(document_id, version, number, amount, margin_pct, reasons, route_id, place)
  JOIN core_approvalroute r ON r.id = g.route_id
 ORDER BY g.place
RETURNING id, document_id

-- steps --   The nodes as they are now.
INSERT INTO core_approvalstep (company_id, request_id, node_id, sequence, mode, name_en, name_zh)
SELECT %(company)s, g.request_id, n.id, n.sequence, n.mode, n.name_en, n.name_zh
  FROM unnest(%(requests)s::bigint[], %(nodes)s::bigint[]) AS g(request_id, node_id)
  JOIN core_approvalnode n ON n.id = g.node_id

-- tasks --   One a person and step.
INSERT INTO core_approvaltask (company_id, request_id, step_id, user_id)
SELECT %(company)s, g.request_id, s.id, g.user_id
  FROM unnest(%(requests)s::bigint[], %(nodes)s::bigint[], %(users)s::bigint[]) AS g(request_id, node_id, user_id)
  JOIN core_approvalstep s ON s.company_id = %(company)s AND s.request_id = g.request_id AND s.node_id = g.node_id
   AND s.request_id = ANY(%(requests)s::bigint[])

-- open_steps --   Where no step is open, those of the lowest number ahead; their clocks begin now.
UPDATE core_approvalstep s
   SET state = 'open', opened_at = now(), remind_at = now() + r.reminder_hours * interval '1 hour',
       due_at = now() + r.deadline_hours * interval '1 hour'
  FROM core_approvalrequest r,
       (SELECT request_id, min(sequence) FILTER (WHERE state = 'ahead') AS sequence, bool_or(state = 'open') AS waits
          FROM core_approvalstep WHERE company_id = %(company)s AND request_id = ANY(%(ids)s::bigint[])
         GROUP BY request_id) n
 WHERE s.company_id = %(company)s AND s.request_id = ANY(%(ids)s::bigint[]) AND s.state = 'ahead'
   AND n.request_id = s.request_id AND NOT n.waits AND s.sequence = n.sequence
   AND r.company_id = %(company)s AND r.id = s.request_id AND r.id = ANY(%(ids)s::bigint[])

-- open_tasks --   The persons of open steps are asked.
UPDATE core_approvaltask t SET state = 'open'
  FROM core_approvalstep s
 WHERE t.company_id = %(company)s AND t.request_id = ANY(%(ids)s::bigint[]) AND t.state = 'ahead'
   AND s.company_id = %(company)s AND s.id = t.step_id AND s.request_id = ANY(%(ids)s::bigint[]) AND s.state = 'open'

-- note --   Who took it back and why.
INSERT INTO core_approvalanswer (company_id, request_id, answer, user_id, comment, run_id)
SELECT %(company)s, i.id, 'withdrawn', %(user)s, %(comment)s, %(run)s FROM unnest(%(ids)s::bigint[]) AS i(id)

-- end_tasks --   Nobody is asked any more.
UPDATE core_approvaltask SET state = 'ended'
 WHERE company_id = %(company)s AND request_id = ANY(%(ids)s::bigint[]) AND state IN ('ahead', 'open')

-- end_steps --   Nothing more is waited for.
UPDATE core_approvalstep SET state = 'ended'
 WHERE company_id = %(company)s AND request_id = ANY(%(ids)s::bigint[]) AND state IN ('ahead', 'open')

-- end --   With the state that says why.
UPDATE core_approvalrequest SET state = %(state)s, ended_at = greatest(now(), asked_at)
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'waiting'

-- judge_withdraw --   Whoever asked, or the system, takes it back.
SELECT i.id, CASE WHEN r.id IS NULL THEN 'not_found' WHEN r.state = 'withdrawn' THEN 'already'
                  WHEN r.state <> 'waiting' THEN 'not_waiting'
                  WHEN %(me)s::bigint IS NOT NULL AND r.requester_id IS DISTINCT FROM %(me)s THEN 'not_yours'
                  ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN core_approvalrequest r
    ON r.company_id = %(company)s AND r.id = i.id AND r.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- documents --   What requests are about.
SELECT id, kind, document_id FROM core_approvalrequest
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- waiting_for --   What waits about documents, by id.
SELECT id, kind, document_id, document_version, amount, reasons FROM core_approvalrequest
 WHERE company_id = %(company)s AND document_id = ANY(%(documents)s::bigint[]) AND state = 'waiting'
 ORDER BY id FOR NO KEY UPDATE

-- waiting --   What waits longest, some thousands at most; the others follow.
SELECT id, kind, document_id, document_version, amount, reasons FROM core_approvalrequest
 WHERE company_id = %(company)s AND state = 'waiting' ORDER BY id LIMIT 5000
