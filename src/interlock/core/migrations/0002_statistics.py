from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [
        # Only the owner may ANALYZE, so the application asks through this. A small sample is enough to tell a table of
        # one company from one of many, and an id from a state; SKIP_LOCKED leaves alone what another call is analysing.
        migrations.RunSQL(
            sql="""
CREATE FUNCTION core_refresh_statistics() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET default_statistics_target = 20 AS $$
DECLARE one text; refreshed integer := 0;
BEGIN
    FOR one IN
        SELECT c.relname FROM pg_class c
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
           AND pg_relation_size(c.oid) / current_setting('block_size')::int > 32 + 2 * greatest(c.relpages, 0)
    LOOP
        EXECUTE format('ANALYZE (SKIP_LOCKED) public.%I', one);
        refreshed := refreshed + 1;
    END LOOP;
    RETURN refreshed;
END $$
""",
            reverse_sql="DROP FUNCTION core_refresh_statistics()",
        ),
        migrations.RunSQL(
            sql="ALTER FUNCTION core_analyse(text[]) SET default_statistics_target = 20",
            reverse_sql="ALTER FUNCTION core_analyse(text[]) RESET default_statistics_target",
        ),
    ]
