-- forget_messages --   A slice of the oldest messages of other systems; ids come in order of time.
DELETE FROM core_message WHERE id = ANY(ARRAY(
    SELECT o.id FROM (SELECT id, created_at FROM core_message WHERE door <> 'web' ORDER BY id LIMIT %(size)s) o
     WHERE o.created_at < statement_timestamp() - %(days)s * interval '1 day'))

-- forget_requests --   A slice of the oldest requests of people.
DELETE FROM core_message WHERE id = ANY(ARRAY(
    SELECT o.id FROM (SELECT id, created_at FROM core_message WHERE door = 'web' ORDER BY id LIMIT %(size)s) o
     WHERE o.created_at < statement_timestamp() - %(days)s * interval '1 day'))

-- forget_verdicts --   A slice of the oldest answers that were not simply done; a repeat of their key is refused from then on.
DELETE FROM core_verdict WHERE id = ANY(ARRAY(
    SELECT o.id FROM (SELECT id, company_id, run_id FROM core_verdict ORDER BY id LIMIT %(size)s) o
      JOIN core_run r ON r.company_id = o.company_id AND r.id = o.run_id
     WHERE r.started_at < statement_timestamp() - %(days)s * interval '1 day'))

-- standing --   Each log: about how many rows, its size, its oldest entry.
SELECT l.log, greatest(0, c.reltuples)::bigint AS rows, pg_total_relation_size(c.oid) AS bytes, l.oldest_at
  FROM (VALUES
        ('logins', 'core_loginentry', (SELECT happened_at FROM core_loginentry ORDER BY id LIMIT 1)),
        ('interface', 'core_message', (SELECT created_at FROM core_message WHERE door <> 'web' ORDER BY id LIMIT 1)),
        ('requests', 'core_message', (SELECT created_at FROM core_message WHERE door = 'web' ORDER BY id LIMIT 1)),
        ('verdicts', 'core_verdict', (SELECT r.started_at FROM core_verdict v JOIN core_run r ON r.company_id = v.company_id
                                         AND r.id = v.run_id ORDER BY v.id LIMIT 1))) AS l(log, source, oldest_at)
  JOIN pg_class c ON c.oid = l.source::regclass
