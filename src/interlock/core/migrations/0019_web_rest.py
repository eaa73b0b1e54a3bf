"""What the search needs of a company's own fields: their values as one text, by trigrams and Chinese letters.

The values stay one row of JSON; a side table would be written twice for each change and could differ. Which fields are
searchable is asked when it is searched, so declaring one needs no filling.
"""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0018_interface_log")]

    operations = [
        migrations.RunSQL(
            sql=r"""
CREATE FUNCTION core_custom_text(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
    SELECT coalesce(string_agg(lower(v.value), ' | ' ORDER BY v.key), '') FROM jsonb_each_text(content) v
$$;
CREATE INDEX core_customvalues_find ON core_customvalues USING gin (core_custom_text(content) gin_trgm_ops)
    WITH (fastupdate = off);
CREATE INDEX core_customvalues_grams ON core_customvalues USING gin (core_grams(core_custom_text(content)))
    WITH (fastupdate = off)
""",
            reverse_sql="DROP INDEX core_customvalues_grams, core_customvalues_find; DROP FUNCTION core_custom_text",
        ),
    ]
