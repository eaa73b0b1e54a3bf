-- try_pattern --   Whether the database, which will read it, can: it raises what is wrong.
SELECT '' ~ %(pattern)s::text
