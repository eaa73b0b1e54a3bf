-- tables --   Ordinary logged tables with a number as key: their rows of the day can be told from older ones.
SELECT c.relname AS name
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'id' AND NOT a.attisdropped AND a.atttypid = 'int8'::regtype
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
 ORDER BY c.relname

-- columns --   What is written of a table; generated columns are not.
SELECT a.attname AS name FROM pg_attribute a
 WHERE a.attrelid = to_regclass('public.' || quote_ident(%(table)s::text)) AND a.attnum > 0 AND NOT a.attisdropped
   AND a.attgenerated = ''
 ORDER BY a.attnum

-- sizes --   What each table takes on disk, indexes and all, and how many rows were ever inserted.
SELECT c.relname AS name, pg_total_relation_size(c.oid) AS bytes, pg_stat_get_tuples_inserted(c.oid) AS inserted
  FROM pg_class c
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'

-- flush --   Let the server's statistics know what this session did.
SELECT pg_stat_force_next_flush(), pg_stat_clear_snapshot()

-- settings --   What the figures depend on.
SELECT name, setting || coalesce(' ' || unit, '') AS setting FROM pg_settings
 WHERE name IN ('fsync', 'synchronous_commit', 'shared_buffers', 'full_page_writes', 'wal_level', 'max_wal_size',
                'checkpoint_timeout', 'server_version')
 ORDER BY name
