-- webhooks --   The subscriptions of a company, as a filter names them.
SELECT id, name FROM core_webhook WHERE company_id = %(company)s ORDER BY name

-- overview --   Each subscription with its owner, what waits and what failed, counted up to a bound.
SELECT w.id, w.name, w.url, w.kinds, w.state, w.off_reason, w.old_ends_at, w.created_at,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username) AS owner,
       (SELECT count(*) FROM (SELECT 1 FROM core_webhookdelivery d WHERE d.company_id = %(company)s
           AND d.webhook_id = w.id AND d.state = 'waiting' LIMIT %(bound)s + 1) n) AS waiting
  FROM core_webhook w
  JOIN core_user u ON u.id = w.owner_id
 WHERE w.company_id = %(company)s
 ORDER BY w.name

-- deliveries_found --   What the filters find, newest first, by key.
SELECT d.id, 0::numeric AS amount
  FROM core_webhookdelivery d
  JOIN core_webhookmessage m ON m.company_id = d.company_id AND m.id = d.message_id
 WHERE d.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR d.id < %(before)s)
   AND (%(state)s::text IS NULL OR d.state = %(state)s)
   AND (%(webhook)s::bigint IS NULL OR d.webhook_id = %(webhook)s)
   AND (%(kind)s::text IS NULL OR m.kind = %(kind)s)
   AND (%(first)s::date IS NULL OR m.happened_at >= %(first)s::date)
   AND (%(last)s::date IS NULL OR m.happened_at < %(last)s::date + 1)
 ORDER BY d.id DESC
 LIMIT %(size)s

-- deliveries --   Some deliveries as the list shows them.
SELECT d.id, 'msg_' || left(replace(d.key::text, '-', ''), 12) AS number, m.kind, w.name AS webhook, d.state, d.attempts,
       d.last_status, d.fault, d.duration_ms, m.happened_at,
       CASE WHEN d.state = 'waiting' THEN d.next_try_at END AS next_try_at,
       least(500, cardinality(m.documents) - 500 * d.part) AS documents
  FROM core_webhookdelivery d
  JOIN core_webhookmessage m ON m.company_id = d.company_id AND m.id = d.message_id
  JOIN core_webhook w ON w.company_id = d.company_id AND w.id = d.webhook_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY d.id DESC

-- delivery --   One delivery with what it tells.
SELECT d.id, d.company_id, d.key, d.state, d.attempts, d.last_status, d.fault, d.duration_ms, d.last_tried_at,
       CASE WHEN d.state = 'waiting' THEN d.next_try_at END AS next_try_at, d.webhook_id, w.name AS webhook, w.url,
       w.state AS webhook_state, m.kind, m.happened_at, c.code AS company,
       m.documents[d.part * %(part)s::int + 1 : (d.part + 1) * %(part)s::int] AS documents,
       m.numbers[d.part * %(part)s::int + 1 : (d.part + 1) * %(part)s::int] AS numbers
  FROM core_webhookdelivery d
  JOIN core_webhookmessage m ON m.company_id = d.company_id AND m.id = d.message_id
  JOIN core_webhook w ON w.company_id = d.company_id AND w.id = d.webhook_id
  JOIN core_company c ON c.id = d.company_id
 WHERE d.id = %(id)s
