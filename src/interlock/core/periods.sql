-- lock_shared --   Posting keeps the month from being closed under it.
SELECT pg_advisory_xact_lock_shared(%(company)s::int, k.key::int)
  FROM (SELECT unnest(%(keys)s::bigint[]) AS key ORDER BY 1) AS k

-- lock_exclusive --   The close waits for every posting to end.
SELECT pg_advisory_xact_lock(%(company)s::int, %(key)s::int)
