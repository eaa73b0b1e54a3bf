-- write_down --   The set a job works, kept as it was asked for, in parts.
INSERT INTO core_work (company_id, key, number, document_ids)
SELECT %(company)s, %(key)s, (i.place - 1) / %(part)s, array_agg(i.id ORDER BY i.place)
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
 GROUP BY (i.place - 1) / %(part)s
ON CONFLICT DO NOTHING

-- parts --   What of the set is still to be worked, in order.
SELECT number, document_ids FROM core_work
 WHERE company_id = %(company)s AND key = %(key)s AND state = 'waiting' ORDER BY number

-- part_done --   The part is worked and counted.
UPDATE core_work SET state = 'done' WHERE company_id = %(company)s AND key = %(key)s AND number = %(number)s

-- forget_set --   The set of a job that is cleared away.
DELETE FROM core_work WHERE company_id = %(company)s AND key = %(key)s

-- next --   The oldest job that waits, or that a killed worker left, except those looked at already.
SELECT id, company_id FROM core_job
 WHERE state IN ('waiting', 'running') AND id <> ALL(%(seen)s::bigint[])
 ORDER BY id
 LIMIT 1

-- try_hold --   Nobody else works this job; goes with the connection.
SELECT pg_try_advisory_lock(hashtextextended(%(name)s, 0))

-- let_go --   The job may be looked at again.
SELECT pg_advisory_unlock(hashtextextended(%(name)s, 0))

-- begin --   It is being worked; false when it has ended meanwhile.
UPDATE core_job SET state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, now())
 WHERE company_id = %(company)s AND id = %(id)s AND state IN ('waiting', 'running')

-- expect --   How many there will be; what is written anew is counted anew.
UPDATE core_job SET total = %(total)s, succeeded = 0, failed = 0 WHERE company_id = %(company)s AND id = %(id)s

-- advance --   So many more are through, and whether somebody stopped it.
UPDATE core_job SET succeeded = succeeded + %(succeeded)s, failed = failed + %(failed)s
 WHERE company_id = %(company)s AND id = %(id)s
RETURNING state

-- end --   How it ended; a stop stays a stop.
UPDATE core_job SET state = CASE WHEN state = 'stopped' THEN state ELSE %(state)s END, code = %(code)s, ended_at = now()
 WHERE company_id = %(company)s AND id = %(id)s

-- stop --   Its owner has changed their mind.
UPDATE core_job SET state = 'stopped', ended_at = now()
 WHERE company_id = %(company)s AND id = %(id)s AND state IN ('waiting', 'running')
