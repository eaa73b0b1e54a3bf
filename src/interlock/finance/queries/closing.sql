-- close --   A month's close, if its finance period was ever opened; a month nobody has begun to close has no row yet.
SELECT c.id, coalesce(c.state, 'open') AS state, e.month AS earlier
  FROM core_period AS p
  LEFT JOIN finance_close AS c ON c.company_id = p.company_id AND c.month = p.month
  LEFT JOIN LATERAL (
       SELECT max(o.month) AS month
         FROM core_period AS o
        WHERE o.company_id = p.company_id AND o.module = 'finance' AND o.state = 'open' AND o.month < p.month
          AND EXISTS (SELECT FROM finance_accountbalance AS b WHERE b.company_id = o.company_id AND b.month = o.month)
  ) AS e ON true
 WHERE p.company_id = %(company)s AND p.module = 'finance' AND p.month = %(month)s::date

-- steps --   Which steps are closed, by whom and when.
SELECT s.step, r.started_at,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, r.door, '') AS person
  FROM finance_closestep AS s
  LEFT JOIN core_run AS r ON r.company_id = s.company_id AND r.id = s.run_id
  LEFT JOIN core_user AS u ON u.id = r.actor_id
 WHERE s.company_id = %(company)s AND s.close_id = %(close)s

-- reports --   What the month has left, newest first.
SELECT r.id, r.revision, r.state, r.sha256, r.previous_sha256, r.journal_sha256, r.reason, n.started_at,
       coalesce(u.username, n.door, '') AS person
  FROM finance_closereport AS r
  LEFT JOIN core_run AS n ON n.company_id = r.company_id AND n.id = r.run_id
  LEFT JOIN core_user AS u ON u.id = n.actor_id
 WHERE r.company_id = %(company)s AND r.close_id = %(close)s
 ORDER BY r.revision DESC
