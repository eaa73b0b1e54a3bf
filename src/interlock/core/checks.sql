-- nested_loops --   Laws look at whole tables: joins of two are hash joins, whatever the statistics of this minute say.
VALUES (set_config('enable_nestloop', %(allowed)s, true))
