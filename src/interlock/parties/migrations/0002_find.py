"""Parties are found by code, name and credit code, with a letter wrong: trigrams, and pairs of Chinese letters."""

from __future__ import annotations

from django.db import migrations

TEXT = "lower(code || ' ' || name || ' ' || uscc)"


class Migration(migrations.Migration):
    dependencies = [("parties", "0001_initial"), ("core", "0010_find")]

    operations = [
        migrations.RunSQL(
            sql=f"CREATE INDEX parties_party_find ON parties_party USING gin (({TEXT}) gin_trgm_ops) "
            "WITH (fastupdate = off);\n"
            "CREATE INDEX parties_party_grams ON parties_party USING gin (core_grams(name)) WITH (fastupdate = off)",
            reverse_sql="DROP INDEX parties_party_grams, parties_party_find",
        ),
    ]
