-- grant_all --   The application works on every table; it never truncates.
DO $$ BEGIN
    GRANT USAGE ON SCHEMA public TO interlock_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO interlock_app;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO interlock_app;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO interlock_app;
END $$

-- revoke_ledgers --   A ledger is inserted into and read, nothing else.
SELECT core_revoke_changes(t.name) FROM unnest(%(tables)s::text[]) AS t(name)
