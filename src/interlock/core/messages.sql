-- write --   A message, or that the one of this key was tried again; what somebody stopped stays so unless it came in.
INSERT INTO core_message AS m (company_id, direction, door, kind, system, reference, document_kind, document_id, state,
       last_at, remark, actor_id, token_id, address, host, method, path, query, module, operation, runs, status, duration_ms,
       request_headers, request, request_bytes, request_hash, response_headers, response, response_bytes, response_hash,
       key, original)
VALUES (%(company)s, %(direction)s, %(door)s, %(kind)s, %(system)s, %(reference)s, %(document_kind)s, %(document_id)s::bigint,
       %(state)s, statement_timestamp(), %(remark)s, %(actor)s::bigint, %(token)s::bigint, %(address)s::inet, %(host)s,
       %(method)s, %(path)s, %(query)s, %(module)s, %(operation)s, %(runs)s::bigint[], %(status)s::smallint, %(duration)s::int,
       %(request_headers)s, %(request)s, %(request_bytes)s, %(request_hash)s, %(response_headers)s, %(response)s,
       %(response_bytes)s, %(response_hash)s, %(key)s::uuid, %(original)s::bytea)
ON CONFLICT (company_id, key) DO UPDATE
   SET tries = m.tries + 1, last_at = excluded.last_at, remark = excluded.remark,
       state = CASE WHEN m.state = 'stopped' AND excluded.state <> 'success' THEN m.state ELSE excluded.state END,
       runs = CASE WHEN excluded.runs = '{}' THEN m.runs ELSE excluded.runs END,
       status = excluded.status, duration_ms = excluded.duration_ms,
       request_headers = excluded.request_headers, request = excluded.request, request_bytes = excluded.request_bytes,
       request_hash = excluded.request_hash, response_headers = excluded.response_headers, response = excluded.response,
       response_bytes = excluded.response_bytes, response_hash = excluded.response_hash,
       original = CASE WHEN excluded.state = 'success' THEN NULL ELSE coalesce(excluded.original, m.original) END
RETURNING id

-- finish --   How a message ended.
UPDATE core_message
   SET state = CASE WHEN state = 'stopped' AND %(state)s <> 'success' THEN state ELSE %(state)s END,
       tries = tries + %(again)s, remark = %(remark)s, status = %(status)s::smallint, duration_ms = %(duration)s::int, last_at = statement_timestamp(),
       response_headers = %(response_headers)s, response = %(response)s, response_bytes = %(response_bytes)s,
       response_hash = %(response_hash)s, original = CASE WHEN %(state)s = 'success' THEN NULL ELSE original END
 WHERE company_id = %(company)s AND id = %(id)s

-- lock --   By id.
SELECT id FROM core_message WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge_push --   What came in is not taken in twice; of what did not, the text as it came is needed.
SELECT i.id, CASE WHEN m.id IS NULL THEN 'not_found' WHEN m.push_at IS NOT NULL THEN 'already'
                  WHEN NOT m.kind = ANY(%(kinds)s::text[]) THEN 'not_repeatable'
                  WHEN m.direction = 'in' AND m.state = 'success' THEN 'came_in'
                  WHEN m.direction = 'in' AND m.original IS NULL THEN 'content_gone' ELSE 'done' END
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN core_message m ON m.company_id = %(company)s AND m.id = i.id AND m.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- push --   It waits until the worker tries it.
UPDATE core_message SET state = 'waiting', push_at = statement_timestamp()
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- judge_stop --   What succeeded is not stopped.
SELECT i.id, CASE WHEN m.id IS NULL THEN 'not_found' WHEN m.state = 'stopped' THEN 'already'
                  WHEN m.state = 'success' THEN 'came_in' ELSE 'done' END
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN core_message m ON m.company_id = %(company)s AND m.id = i.id AND m.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- stop --   Not tried any more.
UPDATE core_message SET state = 'stopped', push_at = NULL
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
RETURNING id, kind, key, document_kind, document_id

-- claim --   What somebody wants tried again, held for longer than a call takes.
WITH due AS (
    SELECT id FROM core_message WHERE push_at <= statement_timestamp() ORDER BY push_at, id LIMIT %(size)s
       FOR NO KEY UPDATE SKIP LOCKED)
UPDATE core_message m SET push_at = statement_timestamp() + %(lease)s * interval '1 second'
  FROM due WHERE m.id = due.id
RETURNING m.id, m.company_id, m.kind, m.direction, m.system, m.reference, m.document_kind, m.document_id, m.actor_id, m.token_id,
          m.method, m.path, m.query, m.request_headers, m.key, m.original, m.tries

-- pushed --   It was tried: nobody waits for it any more.
UPDATE core_message SET push_at = NULL WHERE company_id = %(company)s AND id = %(id)s
