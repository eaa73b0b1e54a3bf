"""Items are found by code, either name and barcode, with a letter wrong: trigrams, and pairs of Chinese letters."""

from __future__ import annotations

from django.db import migrations

TEXT = "lower(code || ' ' || name_en || ' ' || name_zh || ' ' || barcode)"


class Migration(migrations.Migration):
    dependencies = [("items", "0001_initial"), ("core", "0010_find")]

    operations = [
        migrations.RunSQL(
            sql=f"CREATE INDEX items_item_find ON items_item USING gin (({TEXT}) gin_trgm_ops) "
            "WITH (fastupdate = off);\n"
            "CREATE INDEX items_item_grams ON items_item USING gin (core_grams(name_zh)) WITH (fastupdate = off)",
            reverse_sql="DROP INDEX items_item_grams, items_item_find",
        ),
    ]
