-- give_up --   What waits for a subscription that is off is not sent any more.
UPDATE core_webhookdelivery SET state = 'failed', fault = 'switched_off', next_try_at = NULL, lease_ends_at = NULL
 WHERE company_id = %(company)s AND webhook_id = %(webhook)s AND state = 'waiting'

-- claim --   What is due, some of each subscription, held for the time a call takes at most: another worker passes by.
WITH due AS (
    SELECT d.id
      FROM core_webhook w
     CROSS JOIN LATERAL (
        SELECT d.id, d.next_try_at FROM core_webhookdelivery d
         WHERE d.company_id = w.company_id AND d.webhook_id = w.id AND d.state = 'waiting' AND d.next_try_at <= statement_timestamp()
         ORDER BY d.next_try_at, d.id
         LIMIT greatest(0, %(each)s::int - (SELECT count(*) FROM core_webhookdelivery o WHERE o.company_id = w.company_id
                AND o.webhook_id = w.id AND o.state = 'waiting' AND o.lease_ends_at > statement_timestamp()))
           FOR NO KEY UPDATE SKIP LOCKED) d
     WHERE w.state = 'active'
     ORDER BY d.next_try_at, d.id
     LIMIT %(size)s)
UPDATE core_webhookdelivery d
   SET attempts = least(d.attempts + 1, 30000), first_tried_at = coalesce(d.first_tried_at, statement_timestamp()), last_tried_at = statement_timestamp(),
       lease_ends_at = statement_timestamp() + %(lease)s * interval '1 second', next_try_at = statement_timestamp() + %(lease)s * interval '1 second'
  FROM due, core_webhook w, core_webhookmessage m, core_company c
 WHERE d.id = due.id AND w.company_id = d.company_id AND w.id = d.webhook_id AND m.company_id = d.company_id
   AND m.id = d.message_id AND c.id = d.company_id
RETURNING d.id, d.company_id, d.webhook_id, d.key, d.attempts, c.code AS company, w.name AS webhook, w.url, w.nonce, m.kind, m.happened_at,
       CASE WHEN w.old_ends_at > statement_timestamp() THEN w.old_nonce ELSE '' END AS old_nonce,
       extract(epoch FROM statement_timestamp() - d.first_tried_at)::float8 AS tried_for,
       m.documents[d.part * %(part)s::int + 1 : (d.part + 1) * %(part)s::int] AS documents,
       m.numbers[d.part * %(part)s::int + 1 : (d.part + 1) * %(part)s::int] AS numbers

-- mark --   How an attempt went; only that attempt's worker says so, and nobody after it came in.
UPDATE core_webhookdelivery
   SET state = %(state)s, last_status = %(status)s, fault = %(fault)s, duration_ms = %(duration)s, lease_ends_at = NULL,
       next_try_at = statement_timestamp() + %(pause)s::float8 * interval '1 second'
 WHERE company_id = %(company)s AND id = %(id)s AND attempts = %(attempt)s AND state = 'waiting'

-- lock --   By id.
SELECT id FROM core_webhookdelivery WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge --   A code an id.
SELECT i.id, CASE WHEN d.id IS NULL THEN 'not_found' WHEN d.state = 'waiting' THEN 'already'
                  WHEN w.state = 'off' THEN 'webhook_off' ELSE 'done' END
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN core_webhookdelivery d ON d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[])
  LEFT JOIN core_webhook w ON w.company_id = d.company_id AND w.id = d.webhook_id
 ORDER BY i.place

-- again --   As if never tried.
UPDATE core_webhookdelivery
   SET state = 'waiting', attempts = 0, first_tried_at = NULL, next_try_at = statement_timestamp(), lease_ends_at = NULL, fault = ''
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- clear_deliveries --   What came in is forgotten after a month, what failed after three.
DELETE FROM core_webhookdelivery WHERE id = ANY(ARRAY(
    SELECT d.id FROM core_webhookdelivery d JOIN core_webhookmessage m ON m.id = d.message_id
     WHERE m.happened_at < statement_timestamp() - %(days)s * interval '1 day'
       AND (d.state = 'delivered' OR d.state = 'failed' AND m.happened_at < statement_timestamp() - 3 * %(days)s * interval '1 day')
     LIMIT 20000))

-- clear_messages --   And what they told of.
DELETE FROM core_webhookmessage WHERE id = ANY(ARRAY(
    SELECT m.id FROM core_webhookmessage m
     WHERE m.happened_at < statement_timestamp() - %(days)s * interval '1 day'
       AND NOT EXISTS (SELECT FROM core_webhookdelivery d WHERE d.message_id = m.id)
     LIMIT 20000))

-- stop --   Some deliveries are not tried any more.
UPDATE core_webhookdelivery SET state = 'failed', fault = 'by_person', next_try_at = NULL, lease_ends_at = NULL
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'waiting'
