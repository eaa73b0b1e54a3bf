-- keep --   Under the version the document had; the next one is the change's.
INSERT INTO core_documentversion (company_id, kind, document_id, version, snapshot, run_id)
SELECT %(company)s, %(kind)s, d.id, d.version, d.snapshot::jsonb, %(run)s
  FROM unnest(%(documents)s::bigint[], %(versions)s::int[], %(snapshots)s::text[]) AS d(id, version, snapshot)
