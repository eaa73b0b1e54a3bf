-- lock_alerts --   One call at a time keeps the alerts of a company: names that are not there yet cannot be locked.
SELECT pg_advisory_xact_lock(hashtextextended('alerts ' || %(company)s::bigint, 0))
