-- lock --   One call at a time changes the paper of a company: a new version cannot be locked before it is there.
SELECT pg_advisory_xact_lock(hashtextextended('paper ' || %(company)s::bigint, 0))

-- letterhead --   The pictures in use: the latest of each part.
SELECT DISTINCT ON (l.part) l.part, l.file_id, l.media_type, f.sha256, f.name
  FROM core_letterhead l
  LEFT JOIN core_file f ON f.company_id = l.company_id AND f.id = l.file_id
 WHERE l.company_id = %(company)s
 ORDER BY l.part, l.id DESC

-- templates --   The templates in use: the highest version of each form.
SELECT DISTINCT ON (form) form, version, source, made_at FROM core_papertemplate
 WHERE company_id = %(company)s
 ORDER BY form, version DESC
