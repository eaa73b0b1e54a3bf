-- lock_messages --   By id.
SELECT id FROM finance_bankmessage WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge_again --   What the bank has answered is not sent again, nor the file of a withdrawn run.
SELECT i.id, CASE WHEN m.id IS NULL THEN 'not_found' WHEN m.state = 'answered' THEN 'answered'
                  WHEN m.state = 'withdrawn' THEN 'withdrawn'
                  WHEN m.state = 'waiting' AND m.next_try_at <= statement_timestamp() THEN 'already' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_bankmessage m ON m.company_id = %(company)s AND m.id = i.id AND m.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- again --   At once, whoever holds it now: its answer is the bank's.
UPDATE finance_bankmessage SET state = 'waiting', next_try_at = statement_timestamp(), fault = ''
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state NOT IN ('answered', 'withdrawn')

-- stop --   Not tried any more, unless somebody sends it again.
UPDATE finance_bankmessage SET state = 'failed', next_try_at = NULL, fault = 'stopped'
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'waiting'

-- lock_gateways --   By id.
SELECT id FROM finance_bankgateway WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge_ask --   One question at a time.
SELECT i.id, CASE WHEN g.id IS NULL THEN 'not_found' WHEN g.state <> 'active' THEN 'gateway_off'
                  WHEN EXISTS (SELECT FROM finance_bankmessage m WHERE m.company_id = g.company_id AND m.gateway_id = g.id
                                  AND m.kind = 'fetch' AND m.state = 'waiting') THEN 'already'
                  ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_bankgateway g ON g.company_id = %(company)s AND g.id = i.id AND g.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- ask --   A question a gateway.
INSERT INTO finance_bankmessage (company_id, gateway_id, kind)
SELECT %(company)s, g.id, 'fetch' FROM unnest(%(ids)s::bigint[]) AS g(id)

-- claim --   The next that is due, held for the time a call takes at most: another worker passes by.
WITH due AS (
    SELECT m.id FROM finance_bankmessage m
     WHERE m.state = 'waiting' AND m.next_try_at <= statement_timestamp()
       AND (%(only)s::bigint IS NULL OR m.company_id = %(only)s)
     ORDER BY m.next_try_at, m.id LIMIT 1
       FOR NO KEY UPDATE SKIP LOCKED)
UPDATE finance_bankmessage m
   SET attempts = least(m.attempts + 1, 30000), last_tried_at = statement_timestamp(),
       lease_ends_at = statement_timestamp() + %(lease)s * interval '1 second',
       next_try_at = statement_timestamp() + %(lease)s * interval '1 second'
  FROM due, finance_bankgateway g
 WHERE m.id = due.id AND g.company_id = m.company_id AND g.id = m.gateway_id
RETURNING m.id, m.company_id, m.gateway_id, m.kind, m.payment_run_id, m.key, m.attempts, g.url, g.code AS gateway,
          (SELECT r.sha256 FROM finance_paymentrun r WHERE r.company_id = m.company_id AND r.id = m.payment_run_id) AS sha256,
          (SELECT r.message FROM finance_paymentrun r WHERE r.company_id = m.company_id AND r.id = m.payment_run_id) AS message

-- mark --   How an attempt went.
UPDATE finance_bankmessage
   SET state = %(state)s, last_status = %(status)s, fault = %(fault)s, lease_ends_at = NULL,
       next_try_at = statement_timestamp() + %(pause)s::float8 * interval '1 second'
 WHERE company_id = %(company)s AND id = %(id)s AND state = 'waiting' AND attempts = %(attempt)s

-- accounts --   The accounts a gateway is asked about.
SELECT number FROM finance_bankaccount WHERE company_id = %(company)s AND gateway_id = %(gateway)s ORDER BY number

-- last --   The last number that came through a gateway.
SELECT max(number) FROM finance_bankreceived WHERE company_id = %(company)s AND gateway_id = %(gateway)s

-- keep --   Once a number; what came before stays as it was.
INSERT INTO finance_bankreceived (company_id, gateway_id, number, name, sha256, state)
SELECT %(company)s, %(gateway)s, f.number, f.name, f.sha256, 'waiting'
  FROM unnest(%(numbers)s::bigint[], %(names)s::text[], %(hashes)s::text[]) AS f(number, name, sha256)
 ORDER BY f.number
ON CONFLICT (company_id, gateway_id, number) DO NOTHING
