"""What the start page draws, a value a day; what the search needs: singles and pairs of Chinese letters, and people.

Trigrams alone cannot find two Chinese letters, and under a locale that knows no Chinese they find none at all. The
singles and pairs are cut by code point, so that they are the same under every locale.
Cutting costs more than the planner would think, so it is told: it must take the index, however few rows are asked for.
"""

from __future__ import annotations

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

PERSON = "lower(username || ' ' || last_name || first_name || ' ' || first_name || ' ' || last_name)"


class Migration(migrations.Migration):
    dependencies = [("core", "0009_signin")]

    operations = [
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=24)),
                ("counted_on", models.DateField()),
                ("part", models.CharField(max_length=24)),
                ("value", models.DecimalField(decimal_places=2, max_digits=20)),
                ("made_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "company",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.company",
                    ),
                ),
            ],
            options={
                "verbose_name": "figure",
                "verbose_name_plural": "figures",
                "constraints": [
                    models.UniqueConstraint(fields=("company", "code", "counted_on", "part"), name="core_figure_once")
                ],
            },
        ),
        migrations.RunSQL(
            sql=r"""
CREATE FUNCTION core_grams(name text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
    SELECT coalesce(array_agg(DISTINCT gram), '{}')
      FROM (SELECT run[1] AS run
              FROM regexp_matches(name, '[\u2E80-\u2FDF\u3005-\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]+', 'g') AS m(run)) r
     CROSS JOIN LATERAL generate_series(1, length(r.run)) AS n
     CROSS JOIN LATERAL (VALUES (substr(r.run, n, 1)), (CASE WHEN n < length(r.run) THEN substr(r.run, n, 2) END)) AS g(gram)
     WHERE gram IS NOT NULL
$$;
"""
            + f"CREATE INDEX core_user_find ON core_user USING gin (({PERSON}) gin_trgm_ops) WITH (fastupdate = off);\n"
            + f"CREATE INDEX core_user_grams ON core_user USING gin (core_grams({PERSON})) WITH (fastupdate = off)",
            reverse_sql="DROP INDEX core_user_grams, core_user_find; DROP FUNCTION core_grams",
        ),
    ]
