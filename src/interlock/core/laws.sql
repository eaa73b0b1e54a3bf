-- counters_positive --   A counter never goes back.
SELECT id AS counter_id, kind, last_number FROM core_counter WHERE last_number < 0 LIMIT %(shown)s

-- timeline_has_run --   Every timeline entry knows who did it.
SELECT t.id AS timeline_id, t.documents[1] AS document_id
  FROM core_timeline t LEFT JOIN core_run r ON r.id = t.run_id AND r.company_id = t.company_id
 WHERE r.id IS NULL LIMIT %(shown)s

-- runs_finished --   A committed run says what it answered.
SELECT id AS run_id, operation FROM core_run WHERE duration_ms IS NULL LIMIT %(shown)s

-- notices_in_time --   A notice is read and settled after it was made, not before.
SELECT id AS notice_id, subject_id AS document_id FROM core_notice
 WHERE read_at < made_at OR settled_at < made_at LIMIT %(shown)s

-- webhooks_tell_something --   Every delivery tells of documents of a message that is there.
SELECT d.id AS delivery_id, d.message_id
  FROM core_webhookdelivery d LEFT JOIN core_webhookmessage m ON m.company_id = d.company_id AND m.id = d.message_id
 WHERE m.id IS NULL OR cardinality(m.documents) <> cardinality(m.numbers) OR 500 * d.part >= cardinality(m.documents)
 LIMIT %(shown)s

-- own_values_known --   What is filled is a field of the company's, retired or not.
SELECT v.id AS values_id, v.document_id, k.code
  FROM core_customvalues v CROSS JOIN LATERAL jsonb_object_keys(v.content) AS k(code)
 WHERE NOT EXISTS (SELECT FROM core_customfield f WHERE f.company_id = v.company_id AND f.kind = v.kind AND f.code = k.code)
 LIMIT %(shown)s
