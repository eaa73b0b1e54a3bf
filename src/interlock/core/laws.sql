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

-- imports_answered --   An import that is through has answered every row: taken in, or kept with its reason.
SELECT i.id AS import_id, i.name, i.total, i.succeeded, i.failed FROM core_import i
 WHERE i.state IN ('checked', 'taken')
   AND (i.succeeded + i.failed IS DISTINCT FROM i.total
        OR i.failed <> (SELECT count(*) FROM core_importrejection r
                         WHERE r.company_id = i.company_id AND r.document_id = i.id)) LIMIT %(shown)s
