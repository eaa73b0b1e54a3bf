-- comments --   What was said of some documents, by run, as the timeline shows it.
SELECT run_id, text FROM core_comment
 WHERE company_id = %(company)s AND document_id = ANY(%(documents)s::bigint[]) ORDER BY id DESC LIMIT 200

-- files --   The files of some documents, those taken away with who, when and why.
SELECT a.id, a.document_id, a.name, a.media_type, f.size_bytes, a.added_at, a.removed_at, a.reason, a.run_id, a.removed_run_id,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS person,
       coalesce(nullif(CASE WHEN w.last_name ~ '^[A-Za-z]' THEN w.first_name || ' ' || w.last_name
                             ELSE w.last_name || w.first_name END, ''), w.username, '') AS remover
  FROM core_attachment a
  JOIN core_file f ON f.company_id = a.company_id AND f.id = a.file_id
  LEFT JOIN core_run r ON r.company_id = a.company_id AND r.id = a.run_id
  LEFT JOIN core_user u ON u.id = r.actor_id
  LEFT JOIN core_run x ON x.company_id = a.company_id AND x.id = a.removed_run_id
  LEFT JOIN core_user w ON w.id = x.actor_id
 WHERE a.company_id = %(company)s AND a.document_id = ANY(%(documents)s::bigint[])
 ORDER BY a.id
 LIMIT 400

-- attachment --   One attached file with its content's hash.
SELECT a.id, a.company_id, a.kind, a.document_id, a.name, a.media_type, a.removed_at, f.sha256
  FROM core_attachment a
  JOIN core_file f ON f.company_id = a.company_id AND f.id = a.file_id
 WHERE a.id = %(id)s

-- letterhead --   The pictures a company prints with: the latest of each part.
SELECT DISTINCT ON (l.part) l.part, l.file_id, l.media_type, f.sha256, f.name, r.started_at,
       coalesce(nullif(u.last_name || u.first_name, ''), u.username, '') AS person
  FROM core_letterhead l
  LEFT JOIN core_file f ON f.company_id = l.company_id AND f.id = l.file_id
  LEFT JOIN core_run r ON r.company_id = l.company_id AND r.id = l.run_id
  LEFT JOIN core_user u ON u.id = r.actor_id
 WHERE l.company_id = %(company)s
 ORDER BY l.part, l.id DESC

-- templates --   The versions of a company's own templates, newest first, of one form or of all.
SELECT t.form, t.version, t.source, t.made_at, coalesce(nullif(u.last_name || u.first_name, ''), u.username, '') AS person
  FROM core_papertemplate t
  LEFT JOIN core_run r ON r.company_id = t.company_id AND r.id = t.run_id
  LEFT JOIN core_user u ON u.id = r.actor_id
 WHERE t.company_id = %(company)s AND (%(form)s::text IS NULL OR t.form = %(form)s)
 ORDER BY t.form, t.version DESC
 LIMIT 100
