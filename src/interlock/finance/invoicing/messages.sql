-- queue --   A call a row, under a key of its own.
INSERT INTO finance_gatewaymessage (company_id, kind, document_id, asked_on, body, run_id)
SELECT %(company)s, %(kind)s, g.document, %(on)s, g.body::jsonb, %(run)s
  FROM unnest(%(documents)s::bigint[], %(bodies)s::text[]) AS g(document, body)

-- claim --   What is due in a company, held for the time a call takes at most: another worker passes by.
UPDATE finance_gatewaymessage m
   SET attempts = least(m.attempts + 1, 30000), first_tried_at = coalesce(m.first_tried_at, statement_timestamp()),
       last_tried_at = statement_timestamp(), next_try_at = statement_timestamp() + %(lease)s * interval '1 second'
 WHERE m.company_id = %(company)s
   AND m.id = ANY(ARRAY(SELECT d.id FROM finance_gatewaymessage d
                         WHERE d.company_id = %(company)s AND d.state = 'waiting' AND d.next_try_at <= statement_timestamp()
                         ORDER BY d.next_try_at, d.id LIMIT %(size)s FOR NO KEY UPDATE SKIP LOCKED))
RETURNING m.id, m.kind, m.key, m.body, m.attempts,
          extract(epoch FROM statement_timestamp() - m.first_tried_at)::float8 AS tried_for

-- put_off --   Tried without an answer; only that attempt's worker says so, and nobody after an answer came.
UPDATE finance_gatewaymessage
   SET state = %(state)s, last_status = %(status)s, fault = %(fault)s,
       next_try_at = statement_timestamp() + %(pause)s::float8 * interval '1 second'
 WHERE company_id = %(company)s AND id = %(id)s AND attempts = %(attempt)s AND state = 'waiting'

-- stop --   Not tried any more, unless somebody sends it again.
UPDATE finance_gatewaymessage SET state = 'failed', next_try_at = NULL, fault = 'stopped'
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'waiting'

-- urls --   Where the office of a company is.
SELECT url FROM finance_taxregistration WHERE company_id = %(company)s AND url <> ''

-- waiting --   The companies for which something is due.
SELECT DISTINCT company_id FROM finance_gatewaymessage
 WHERE state = 'waiting' AND next_try_at <= statement_timestamp() ORDER BY company_id

-- lock_messages --   By id.
SELECT id FROM finance_gatewaymessage WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge_retry --   A code an id.
SELECT i.id, CASE WHEN m.id IS NULL THEN 'not_found' WHEN m.state = 'waiting' THEN 'already'
                  WHEN m.state <> 'failed' THEN 'was_answered' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_gatewaymessage m ON m.company_id = %(company)s AND m.id = i.id AND m.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- retry --   As if never tried.
UPDATE finance_gatewaymessage
   SET state = 'waiting', attempts = 0, first_tried_at = NULL, next_try_at = statement_timestamp(), fault = ''
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'failed'
