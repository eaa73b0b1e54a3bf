-- fields --   The fields of a kind in a company, in their order, without those that are retired; every document's page asks.
SELECT id, company_id, name_en, name_zh, kind, code, type, scale, choices, target, is_required, required_from, is_searchable, place,
       is_retired
  FROM core_customfield
 WHERE company_id = %(company)s AND kind = %(kind)s AND NOT is_retired
 ORDER BY place, id
 LIMIT %(most)s

-- values --   What is filled of some documents.
SELECT document_id, content FROM core_customvalues
 WHERE company_id = %(company)s AND kind = %(kind)s AND document_id = ANY(%(ids)s::bigint[])

-- has_values --   Whether a field holds anything anywhere.
SELECT 1 FROM core_customvalues
 WHERE company_id = %(company)s AND kind = %(kind)s AND jsonb_path_exists(content, %(path)s::jsonpath) LIMIT 1

-- lock_kind --   One call at a time fills fields of a kind: rows that are not there yet cannot be locked.
SELECT pg_advisory_xact_lock(hashtextextended('custom ' || %(company)s::bigint || ' ' || %(kind)s::text, 0))

-- lock_kind_shared --   Nobody fills fields of a kind while it is asked what lacks.
SELECT pg_advisory_xact_lock_shared(hashtextextended('custom ' || %(company)s::bigint || ' ' || %(kind)s::text, 0))

-- clear --   Nothing is filled any more.
DELETE FROM core_customvalues
 WHERE company_id = %(company)s AND kind = %(kind)s AND document_id = ANY(%(ids)s::bigint[])

-- write --   What is filled now.
INSERT INTO core_customvalues (company_id, kind, document_id, content)
SELECT %(company)s, %(kind)s, w.id, w.content::jsonb FROM unnest(%(ids)s::bigint[], %(contents)s::text[]) AS w(id, content)
    ON CONFLICT (company_id, kind, document_id) DO UPDATE SET content = excluded.content

-- note --   What was and is; the run knows who and when.
INSERT INTO core_customchange (company_id, kind, document_id, code, was, now, run_id)
SELECT %(company)s, %(kind)s, c.id, c.code, c.was::jsonb, c.now::jsonb, %(run)s
  FROM unnest(%(ids)s::bigint[], %(codes)s::text[], %(was)s::text[], %(now)s::text[]) AS c(id, code, was, now)
