-- changed --   Documents beyond a key that some run touched since a moment; those of a bucket stand together.
SELECT DISTINCT d.id
  FROM core_timeline t
  JOIN core_run r ON r.company_id = t.company_id AND r.id = t.run_id AND r.started_at >= %(since)s
 CROSS JOIN unnest(t.documents) AS d(id)
 WHERE t.company_id = %(company)s AND t.bucket >= %(after)s / 128 AND d.id > %(after)s
 ORDER BY d.id
 LIMIT %(most)s
