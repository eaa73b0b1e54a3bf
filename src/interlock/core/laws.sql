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

-- attachments_have_files --   What hangs at a document, or did, is kept, under its company.
SELECT a.id AS attachment_id, a.document_id
  FROM core_attachment a LEFT JOIN core_file f ON f.company_id = a.company_id AND f.id = a.file_id
 WHERE f.id IS NULL OR a.removed_at < a.added_at LIMIT %(shown)s

-- comments_have_run --   Every comment knows who said it, and stands in its document's timeline.
SELECT c.id AS comment_id, c.document_id
  FROM core_comment c LEFT JOIN core_run r ON r.id = c.run_id AND r.company_id = c.company_id
 WHERE r.id IS NULL
    OR NOT EXISTS (SELECT FROM core_timeline_of(c.company_id, ARRAY[c.document_id]) t WHERE t.run_id = c.run_id)
 LIMIT %(shown)s

-- templates_without_gaps --   The versions of a form's own templates count from one.
SELECT company_id, form, count(*) AS versions, max(version) AS highest
  FROM core_papertemplate GROUP BY company_id, form HAVING count(*) <> max(version) LIMIT %(shown)s
