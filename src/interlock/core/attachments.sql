-- there --   Which documents have a file already, and how many files they carry.
SELECT i.id, coalesce(bool_or(a.file_id = %(file)s), false) AS has_it, count(a.id) AS many
  FROM unnest(%(ids)s::bigint[]) AS i(id)
  LEFT JOIN core_attachment a ON a.company_id = %(company)s AND a.document_id = i.id
        AND a.document_id = ANY(%(ids)s::bigint[]) AND a.removed_at IS NULL
 GROUP BY i.id

-- attach --   One row a document.
INSERT INTO core_attachment (company_id, kind, document_id, file_id, name, media_type, run_id)
SELECT %(company)s, %(kind)s, i.id, %(file)s, %(name)s, %(media_type)s, %(run)s FROM unnest(%(ids)s::bigint[]) AS i(id)

-- lock --   By id; what hangs at a kind one may not see is not there.
SELECT id, kind, document_id, removed_at FROM core_attachment
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND kind = ANY(%(kinds)s::text[])
 ORDER BY id FOR NO KEY UPDATE

-- remove --   It stays as a fact.
UPDATE core_attachment SET removed_at = greatest(now(), added_at), removed_run_id = %(run)s, reason = %(reason)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
