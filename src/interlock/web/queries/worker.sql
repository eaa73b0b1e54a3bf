-- heartbeat --   When a worker last said that it lives; what one said before the clock was set back says nothing.
SELECT extract(epoch FROM now() - max(last_heartbeat))::float8 AS seconds FROM procrastinate_workers
 WHERE last_heartbeat < now() + interval '1 minute'

-- orders --   What waits in each state, counted up to a bound, with the age of the oldest.
SELECT s.state, (SELECT count(*) FROM (SELECT 1 FROM sales_order o
          WHERE o.company_id = %(company)s AND o.is_open AND o.state = s.state LIMIT %(bound)s + 1) w) AS waiting,
       (SELECT extract(epoch FROM now() - r.started_at)::float8
          FROM (SELECT o.id FROM sales_order o WHERE o.company_id = %(company)s AND o.is_open AND o.state = s.state
                 ORDER BY o.id LIMIT 1) first
          JOIN LATERAL (SELECT t.run_id FROM core_timeline_of(%(company)s, ARRAY[first.id]) t
                         ORDER BY t.id LIMIT 1) t ON true
          JOIN core_run r ON r.company_id = %(company)s AND r.id = t.run_id) AS oldest
  FROM unnest(%(states)s::text[]) WITH ORDINALITY AS s(state, place)
 ORDER BY s.place

-- others --   Orders that wait for stock, events that wait for the books, and those that found no way in.
SELECT 'no_stock' AS queue, count(*) AS waiting, extract(epoch FROM now() - min(raised_at))::float8 AS oldest
  FROM (SELECT raised_at FROM sales_hold WHERE company_id = %(company)s AND state = 'open' AND reason = 'no_stock'
         LIMIT %(bound)s + 1) w
UNION ALL
SELECT 'to_post', count(*), extract(epoch FROM now() - (SELECT r.started_at FROM finance_event e
          JOIN core_run r ON r.id = e.run_id WHERE e.company_id = %(company)s AND e.id = min(w.event_id)))::float8
  FROM (SELECT event_id FROM finance_eventpending WHERE company_id = %(company)s AND code = '' LIMIT %(bound)s + 1) w
UNION ALL
SELECT 'refused', count(*), extract(epoch FROM now() - (SELECT r.started_at FROM finance_event e
          JOIN core_run r ON r.id = e.run_id WHERE e.company_id = %(company)s AND e.id = min(w.event_id)))::float8
  FROM (SELECT event_id FROM finance_eventpending WHERE company_id = %(company)s AND code <> '' LIMIT %(bound)s + 1) w
UNION ALL
SELECT 'set_aside', count(*), NULL FROM core_work WHERE company_id = %(company)s AND state = 'set_aside'

-- jobs --   Each job: how many wait and work, and how the last one ended.
SELECT j.task_name, count(*) FILTER (WHERE j.status = 'todo') AS waiting,
       count(*) FILTER (WHERE j.status = 'doing') AS working,
       count(*) FILTER (WHERE j.status = 'failed' AND e.at > now() - interval '1 day') AS failed,
       max(e.at) FILTER (WHERE j.status = 'succeeded') AS succeeded_at,
       max(e.at) FILTER (WHERE j.status = 'failed') AS failed_at
  FROM procrastinate_jobs j
  LEFT JOIN LATERAL (SELECT max(at) AS at FROM procrastinate_events e WHERE e.job_id = j.id) e ON true
 GROUP BY j.task_name
 ORDER BY j.task_name

-- rate --   Documents done in the last hours, by hour and operation; runs are as many as sets, not as documents.
SELECT date_trunc('hour', r.started_at) AS hour_at, r.operation, sum((r.counts->>'done')::bigint) AS documents,
       sum(r.duration_ms) AS milliseconds
  FROM (SELECT * FROM core_run WHERE company_id = %(company)s ORDER BY id DESC LIMIT 5000) r
 WHERE r.started_at > now() - %(hours)s * interval '1 hour' AND r.counts ? 'done'
 GROUP BY 1, 2
 ORDER BY 1 DESC, 3 DESC

-- overdue --   Orders held for longer than they should be, by the person who answers for their shop.
SELECT u.id AS owner_id, coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
               ELSE u.last_name || u.first_name END, ''), u.username, '') AS owner,
       count(DISTINCT h.order_id) AS orders, min(h.raised_at) AS oldest_at
  FROM (SELECT order_id, raised_at FROM sales_hold WHERE company_id = %(company)s AND state = 'open'
           AND raised_at < now() - %(hours)s * interval '1 hour' ORDER BY raised_at LIMIT %(bound)s + 1) h
  JOIN sales_order o ON o.company_id = %(company)s AND o.id = h.order_id
  JOIN sales_shop s ON s.company_id = o.company_id AND s.id = o.shop_id
  LEFT JOIN core_user u ON u.id = s.owner_id
 GROUP BY u.id
 ORDER BY orders DESC, owner

-- done_of_hour --   Documents done in the last hour, by company and operation.
SELECT c.code AS company, r.operation, sum((r.counts->>'done')::bigint) AS documents
  FROM (SELECT * FROM core_run ORDER BY id DESC LIMIT 5000) r
  JOIN core_company c ON c.id = r.company_id
 WHERE r.started_at > now() - interval '1 hour' AND r.counts ? 'done'
 GROUP BY 1, 2
 ORDER BY 1, 2

-- database --   How large the database is, how busy, and who holds connections.
SELECT pg_database_size(current_database()) AS bytes, current_setting('server_version') AS version,
       current_setting('max_connections')::int AS connections_most,
       (SELECT count(*) FROM pg_stat_activity a WHERE a.datname = current_database()) AS connections,
       (SELECT count(*) FROM pg_stat_activity a WHERE a.datname = current_database() AND a.state = 'active') AS active,
       (SELECT count(*) FROM pg_stat_activity a WHERE a.datname = current_database() AND a.wait_event_type = 'Lock') AS blocked,
       (SELECT extract(epoch FROM now() - min(a.xact_start))::float8 FROM pg_stat_activity a
         WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()) AS oldest_seconds,
       d.deadlocks, d.temp_bytes, round(100.0 * d.blks_hit / nullif(d.blks_hit + d.blks_read, 0), 1) AS hit_pct,
       pg_postmaster_start_time() AS since_at
  FROM pg_stat_database d WHERE d.datname = current_database()

-- largest --   The largest tables with their indexes.
SELECT c.relname AS name, pg_total_relation_size(c.oid) AS bytes, greatest(0, c.reltuples)::bigint AS rows
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
 ORDER BY 2 DESC LIMIT 10

-- running --   Statements that have been running for a while.
SELECT a.pid, extract(epoch FROM now() - a.query_start)::float8 AS seconds, coalesce(a.wait_event_type, '') AS waits,
       a.application_name AS name, left(regexp_replace(a.query, '\s+', ' ', 'g'), 200) AS query
  FROM pg_stat_activity a
 WHERE a.datname = current_database() AND a.state = 'active' AND a.pid <> pg_backend_pid()
   AND a.query_start < now() - interval '1 second'
 ORDER BY a.query_start LIMIT 10

-- slowest --   What of the last requests and operations took longest, of a company.
SELECT m.id, coalesce(nullif(m.operation, ''), m.path) AS operation, m.path, m.duration_ms, m.last_at AS at, m.status
  FROM (SELECT * FROM core_message WHERE company_id = %(company)s AND direction = 'in' ORDER BY id DESC LIMIT 5000) m
 WHERE m.last_at > now() - interval '1 day' AND m.duration_ms >= 100
 ORDER BY m.duration_ms DESC LIMIT 10
