-- write_down --   Filled once, in order; a repeat of the key finds the set as it was.
INSERT INTO core_work (company_id, key, ordinal, document_id)
SELECT %(company)s, %(key)s, i.ordinal - 1, i.id
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, ordinal)
 WHERE NOT EXISTS (SELECT FROM core_work w WHERE w.company_id = %(company)s AND w.key = %(key)s)
ON CONFLICT DO NOTHING

-- size --   How many ids the set holds.
SELECT count(*)::int AS count FROM core_work WHERE company_id = %(company)s AND key = %(key)s

-- part --   One chunk, in order.
SELECT document_id FROM core_work
 WHERE company_id = %(company)s AND key = %(key)s AND ordinal >= %(first)s AND ordinal < %(last)s
 ORDER BY ordinal

-- done --   The chunk is worked; rows set aside stay so.
UPDATE core_work SET state = 'done'
 WHERE company_id = %(company)s AND key = %(key)s AND ordinal >= %(first)s AND ordinal < %(last)s
   AND state = 'waiting'

-- set_aside --   A row that meets a defect alone waits for a person.
UPDATE core_work SET state = 'set_aside'
 WHERE company_id = %(company)s AND document_id = %(id)s AND state = 'waiting'
