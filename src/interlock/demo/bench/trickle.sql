-- worker_lives --   Whether a worker said so lately.
SELECT coalesce(max(last_heartbeat) > now() - interval '1 minute', false) FROM procrastinate_workers

-- done --   Orders that have come to where they wait for a person: held, or handed to the warehouse.
SELECT count(*) FROM sales_order
 WHERE company_id = ANY(%(companies)s::bigint[]) AND state NOT IN ('received', 'reviewed', 'reserved')
