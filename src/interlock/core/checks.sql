-- other_joins --   Laws look at whole tables: joins are hash joins, whatever the statistics of this minute say. Young ones
--   took nested loops, and merges of whole companies, for cheap.
VALUES (set_config('enable_nestloop', %(allowed)s, true), set_config('enable_mergejoin', %(allowed)s, true))
