-- lock_kind --   One file of a kind at a time; ends with the transaction.
SELECT pg_advisory_xact_lock(hashtextextended(%(name)s, 0))
