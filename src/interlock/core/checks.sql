-- plan_for_tables --   A law reads whole tables: joined by hashing, even where the statistics still call a table empty.
SET LOCAL enable_nestloop = off

-- plan_as_before --
SET LOCAL enable_nestloop TO DEFAULT
