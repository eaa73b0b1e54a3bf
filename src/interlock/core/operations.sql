-- begin --   The first insert of the transaction: a concurrent repeat of the key waits here.
INSERT INTO core_run (company_id, key, operation, arguments_hash, actor_id, door, counts)
VALUES (%(company)s, %(key)s, %(operation)s, %(digest)s, %(actor)s, %(door)s, '{}')
ON CONFLICT (company_id, key) DO NOTHING
RETURNING id

-- first --   The run that took the key.
SELECT id, arguments_hash, counts FROM core_run WHERE company_id = %(company)s AND key = %(key)s

-- kept --   What the first call answered where it was not done.
SELECT document_id, code, detail FROM core_verdict WHERE company_id = %(company)s AND run_id = %(run)s

-- timeline --   One row a bucket of documents and code; the run knows who, when and through which door.
INSERT INTO core_timeline (company_id, bucket, run_id, code, documents)
SELECT %(company)s, t.document_id / 128, %(run)s, (%(names)s::text[])[t.code], array_agg(t.document_id ORDER BY t.place)
  FROM unnest(%(documents)s::bigint[], %(codes)s::int[]) WITH ORDINALITY AS t(document_id, code, place)
 GROUP BY t.document_id / 128, t.code
 ORDER BY min(t.place)

-- verdicts --   Kept so that a repeat of the key answers the same.
INSERT INTO core_verdict (company_id, run_id, document_id, code, detail)
SELECT %(company)s, %(run)s, v.id, v.code, v.detail::jsonb
  FROM unnest(%(ids)s::bigint[], %(codes)s::text[], %(details)s::text[]) AS v(id, code, detail)

-- finish --   How many got which code, and how long it took; answers which events of the company somebody listens to.
UPDATE core_run SET counts = %(counts)s, duration_ms = %(duration_ms)s
 WHERE id = %(run)s AND company_id = %(company)s
RETURNING ARRAY(SELECT DISTINCT k.kind FROM core_webhook w, unnest(w.kinds) AS k(kind)
                 WHERE w.company_id = %(company)s AND w.state <> 'off') AS heard

-- plan_for_sets --   Joins of two sets are hash joins, whatever the statistics of this minute say: every table that grows is named by its ids. So the plan is the same for any ids, and made once.
VALUES (set_config('enable_nestloop', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true))
