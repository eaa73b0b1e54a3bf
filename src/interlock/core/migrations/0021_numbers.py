"""Numbers begin with a company's own letters where it has decided so: the parameter ``numbers.<kind>``."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0020_rights_rest")]

    operations = [
        migrations.RunSQL(
            sql="""
CREATE FUNCTION core_prefix(of_company bigint, document_kind text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT p.value FROM core_parameter p
                      WHERE p.company_id = of_company AND p.code = 'numbers.' || document_kind), document_kind)
$$
""",
            reverse_sql="DROP FUNCTION core_prefix",
        ),
    ]
