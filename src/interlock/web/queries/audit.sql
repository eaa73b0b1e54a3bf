-- logins_found --   Entries of the login log a filter finds, newest first, by key: of people of the company, of people of none, of names nobody has.
SELECT l.id, 0::numeric AS amount
  FROM core_loginentry l
 WHERE (l.user_id IS NULL
        OR EXISTS (SELECT FROM core_membership m WHERE m.user_id = l.user_id AND m.company_id = %(company)s)
        OR NOT EXISTS (SELECT FROM core_membership m WHERE m.user_id = l.user_id))
   AND (%(before)s::bigint IS NULL OR l.id < %(before)s)
   AND (%(term)s::text IS NULL OR l.name LIKE %(term)s || '%%')
   AND (%(what)s::text IS NULL OR l.what = %(what)s)
   AND (%(door)s::text IS NULL OR l.door = %(door)s)
   AND (%(address)s::text IS NULL OR host(l.address) = %(address)s)
   AND (%(first)s::date IS NULL OR l.happened_at >= %(first)s::timestamp AT TIME ZONE
        (SELECT time_zone FROM core_company WHERE id = %(company)s))
   AND (%(last)s::date IS NULL OR l.happened_at < (%(last)s::date + 1)::timestamp AT TIME ZONE
        (SELECT time_zone FROM core_company WHERE id = %(company)s))
 ORDER BY l.id DESC
 LIMIT %(size)s

-- login_seen --   The name of one entry, if it is one the company's list shows (see logins_found).
SELECT l.name
  FROM core_loginentry l
 WHERE l.id = ANY(ARRAY[%(id)s::bigint])
   AND (l.user_id IS NULL
        OR EXISTS (SELECT FROM core_membership m WHERE m.user_id = l.user_id AND m.company_id = %(company)s)
        OR NOT EXISTS (SELECT FROM core_membership m WHERE m.user_id = l.user_id))

-- logins --   Some entries as the list shows them.
SELECT l.id, l.what, l.name, l.method, l.door, host(l.address) AS address, l.user_agent, l.happened_at,
       coalesce(b.username, '') AS by
  FROM core_loginentry l LEFT JOIN core_user b ON b.id = l.by_id
 WHERE l.id = ANY(%(ids)s::bigint[])
 ORDER BY l.id DESC

-- runs_found --   Runs of operations a filter finds, newest first, by key; the amount is the documents worked.
SELECT r.id, (SELECT coalesce(sum(c.value::numeric), 0) FROM jsonb_each_text(r.counts) c) AS amount
  FROM core_run r
 WHERE r.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR r.id < %(before)s)
   AND (%(module)s::text IS NULL OR r.operation LIKE %(module)s || '.%%')
   AND (%(operation)s::text IS NULL OR r.operation = %(operation)s)
   AND (%(door)s::text IS NULL OR r.door = %(door)s)
   AND (%(actor)s::bigint IS NULL OR r.actor_id = %(actor)s)
   AND (%(code)s::text IS NULL OR r.counts ? %(code)s)
   AND (%(slow)s::numeric IS NULL OR r.duration_ms >= %(slow)s)
   AND (%(first)s::date IS NULL OR r.started_at >= %(first)s::timestamp AT TIME ZONE
        (SELECT time_zone FROM core_company WHERE id = %(company)s))
   AND (%(last)s::date IS NULL OR r.started_at < (%(last)s::date + 1)::timestamp AT TIME ZONE
        (SELECT time_zone FROM core_company WHERE id = %(company)s))
 ORDER BY r.id DESC
 LIMIT %(size)s

-- runs --   Some runs as the list shows them, with the roles of whoever called, in both languages.
SELECT r.id, r.key, r.operation, split_part(r.operation, '.', 1) AS module, r.door, r.counts, r.started_at, r.duration_ms,
       r.started_at + r.duration_ms * interval '1 millisecond' AS ended_at, r.arguments_hash,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS person,
       w.role_en, w.role_zh
  FROM core_run r LEFT JOIN core_user u ON u.id = r.actor_id
  LEFT JOIN LATERAL (
       SELECT string_agg(DISTINCT coalesce(nullif(o.name_en, ''), g.name), ', ') AS role_en,
              string_agg(DISTINCT coalesce(nullif(o.name_zh, ''), g.name), '、') AS role_zh
         FROM core_membership m JOIN auth_group g ON g.id = m.role_id LEFT JOIN core_role o ON o.group_id = g.id
        WHERE m.company_id = %(company)s AND m.user_id = r.actor_id) w ON true
 WHERE r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[])
 ORDER BY r.id DESC

-- people --   Who works in the company, for a filter.
SELECT DISTINCT u.id, u.username AS name FROM core_membership m JOIN core_user u ON u.id = m.user_id
 WHERE m.company_id = %(company)s ORDER BY u.username

-- run_answers --   What a run answered where it was not simply done, as long as that is kept.
SELECT document_id, code, detail FROM core_verdict WHERE company_id = %(company)s AND run_id = %(run)s ORDER BY id LIMIT 200

-- seals --   The latest seals, with how many rows each holds.
SELECT s.id, s.kind, s.hash, s.made_at, p.rows, p.tables
  FROM core_seal s
  JOIN LATERAL (SELECT sum(rows) AS rows, count(*) AS tables FROM core_sealpart WHERE seal_id = s.id) p ON true
 ORDER BY s.id DESC LIMIT 50

-- sealed_tables --   How far each table of the audit trail is sealed.
SELECT p.source, sum(p.rows) FILTER (WHERE s.kind = 'rows') AS rows, sum(p.rows) FILTER (WHERE s.kind = 'pruned') AS pruned,
       max(p.top) AS top, max(s.made_at) AS made_at
  FROM core_sealpart p JOIN core_seal s ON s.id = p.seal_id
 GROUP BY p.source ORDER BY p.source
