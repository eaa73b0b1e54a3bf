-- write_down --   Filled once, in order; a repeat of the key finds the set as it was.
INSERT INTO core_work (company_id, key, number, document_ids)
SELECT %(company)s, %(key)s, (i.place - 1) / %(chunk)s, array_agg(i.id ORDER BY i.place)
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
 WHERE NOT EXISTS (SELECT FROM core_work w WHERE w.company_id = %(company)s AND w.key = %(key)s)
 GROUP BY (i.place - 1) / %(chunk)s
ON CONFLICT DO NOTHING

-- chunks --   The set as it was written down.
SELECT number, document_ids FROM core_work
 WHERE company_id = %(company)s AND key = %(key)s ORDER BY number

-- done --   The chunk is worked.
UPDATE core_work SET state = 'done' WHERE company_id = %(company)s AND key = %(key)s AND number = %(number)s

-- set_aside --   A row that meets a defect alone waits for a person.
INSERT INTO core_work (company_id, key, number, document_ids, state)
VALUES (%(company)s, %(key)s, 0, ARRAY[%(id)s::bigint], 'set_aside')
ON CONFLICT DO NOTHING

-- answered --   The run that a key was worked under, and what it answered where that was not done.
SELECT r.id, r.counts, (SELECT jsonb_agg(jsonb_build_object('id', v.document_id, 'code', v.code, 'detail', v.detail))
                          FROM core_verdict v WHERE v.company_id = r.company_id AND v.run_id = r.id) AS verdicts
  FROM core_run r WHERE r.company_id = %(company)s AND r.key = %(key)s

-- refresh_statistics --   Analyses what has outgrown what the planner knows; mostly nothing.
SELECT core_refresh_statistics()
