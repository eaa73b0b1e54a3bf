-- messages_found --   Messages of other systems that the filters find, newest first, by key.
SELECT m.id, 0::numeric AS amount
  FROM core_message m
 WHERE m.company_id = %(company)s AND m.door <> 'web'
   AND (%(before)s::bigint IS NULL OR m.id < %(before)s)
   AND (%(term)s::text IS NULL OR m.reference LIKE %(term)s || '%%')
   AND (%(kind)s::text IS NULL OR m.kind = %(kind)s)
   AND (%(direction)s::text IS NULL OR m.direction = %(direction)s)
   AND (%(system)s::text IS NULL OR m.system LIKE %(system)s || '%%')
   AND (%(state)s::text IS NULL OR m.state = %(state)s)
   AND (%(tries)s::numeric IS NULL OR m.tries >= %(tries)s)
   AND (%(first)s::date IS NULL OR m.created_at >= %(first)s::timestamp AT TIME ZONE
        (SELECT time_zone FROM core_company WHERE id = %(company)s))
   AND (%(last)s::date IS NULL OR m.created_at < (%(last)s::date + 1)::timestamp AT TIME ZONE
        (SELECT time_zone FROM core_company WHERE id = %(company)s))
 ORDER BY m.id DESC
 LIMIT %(size)s

-- messages --   Some messages as the list shows them.
SELECT m.id, coalesce(nullif(m.reference, ''), 'M-' || m.id) AS number, m.last_at, m.kind, m.direction, m.system, m.remark, m.tries,
       m.state, m.created_at, m.status, m.duration_ms, m.path, m.push_at, m.request_bytes, m.response_bytes
  FROM core_message m
 WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[])
 ORDER BY m.id DESC

-- requests_found --   What people and their programs asked for, newest first, by key; a text is looked for in a week unless days are named.
SELECT m.id, 0::numeric AS amount
  FROM core_message m
 WHERE m.company_id = %(company)s AND m.direction = 'in'
   AND (%(before)s::bigint IS NULL OR m.id < %(before)s)
   AND (%(module)s::text IS NULL OR m.module = %(module)s)
   AND (%(operation)s::text IS NULL OR m.operation = %(operation)s)
   AND (%(actor)s::bigint IS NULL OR m.actor_id = %(actor)s)
   AND (%(door)s::text IS NULL OR m.door = %(door)s)
   AND (%(state)s::text IS NULL OR m.state = %(state)s)
   AND (%(slow)s::numeric IS NULL OR m.duration_ms >= %(slow)s)
   AND (%(parameters)s::text IS NULL OR strpos(lower(m.path || '?' || m.query), lower(%(parameters)s)) > 0)
   AND (%(body)s::text IS NULL OR strpos(lower(m.request), lower(%(body)s)) > 0)
   AND (%(answer)s::text IS NULL OR strpos(lower(m.response || ' ' || m.remark), lower(%(answer)s)) > 0)
   AND (coalesce(%(parameters)s::text, %(body)s::text, %(answer)s::text) IS NULL OR %(first)s::date IS NOT NULL
        OR m.created_at >= statement_timestamp() - interval '7 days')
   AND (%(first)s::date IS NULL OR m.created_at >= %(first)s::timestamp AT TIME ZONE
        (SELECT time_zone FROM core_company WHERE id = %(company)s))
   AND (%(last)s::date IS NULL OR m.created_at < (%(last)s::date + 1)::timestamp AT TIME ZONE
        (SELECT time_zone FROM core_company WHERE id = %(company)s))
 ORDER BY m.id DESC
 LIMIT %(size)s

-- requests --   Some requests as the operation log shows them, texts by their beginning, with the departments a person is limited to, in both languages.
SELECT m.id, m.module, m.operation, m.method, m.path, m.query, m.door, m.host, host(m.address) AS address, m.state, m.status,
       m.last_at - m.duration_ms * interval '1 millisecond' AS asked_at, m.last_at AS answered_at, m.duration_ms, m.remark,
       left(m.request, 400) AS request, left(m.response, 400) AS response,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS person,
       d.department_en, d.department_zh
  FROM core_message m LEFT JOIN core_user u ON u.id = m.actor_id
  LEFT JOIN LATERAL (
       SELECT string_agg(DISTINCT n.name_en, ', ') AS department_en, string_agg(DISTINCT n.name_zh, '、') AS department_zh
         FROM core_datascope s JOIN core_unit n ON n.company_id = s.company_id AND n.id = ANY(s.ids)
        WHERE s.company_id = %(company)s AND s.dimension = 'department' AND s.user_id = m.actor_id) d ON true
 WHERE m.company_id = %(company)s AND m.id = ANY(%(ids)s::bigint[])
 ORDER BY m.id DESC

-- message --   One message whole, without the text as it came.
SELECT m.id, m.company_id, m.direction, m.door, m.kind, m.system, coalesce(nullif(m.reference, ''), 'M-' || m.id) AS number,
       m.document_kind, m.document_id, m.state, m.tries, m.created_at, m.last_at, m.remark, host(m.address) AS address, m.host,
       m.method, m.path, m.query, m.operation, m.runs, m.status, m.duration_ms, m.key, m.push_at, m.original IS NOT NULL AS kept,
       m.request_headers, m.request, m.request_bytes, m.request_hash, m.response_headers, m.response, m.response_bytes,
       m.response_hash, u.username AS person
  FROM core_message m LEFT JOIN core_user u ON u.id = m.actor_id
 WHERE m.id = %(id)s

-- of_run --   The request that made a run: among those whose first run is not later.
SELECT f.id FROM (SELECT m.id, m.runs FROM core_message m
                   WHERE m.company_id = %(company)s AND m.runs <> '{}' AND m.runs[1] <= %(run)s
                   ORDER BY m.runs[1] DESC LIMIT 50) f
 WHERE %(run)s = ANY(f.runs)
