from django.db import migrations

#: What no statement looks for, joins by or groups by: the planner gains nothing from a sample of it, and gathering one
#: while a day runs costs more than that of all other columns.
UNSAMPLED = {
    "core_timeline": "documents",
    "core_verdict": "detail",
    "core_run": "key arguments_hash counts started_at duration_ms",
}


def _set(target: int) -> list[str]:
    columns = [(table, column) for table, named in UNSAMPLED.items() for column in named.split()]
    return [f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS {target}" for table, column in columns]


class Migration(migrations.Migration):
    dependencies = [("core", "0016_audit_chain")]

    operations = [migrations.RunSQL(sql=_set(0), reverse_sql=_set(-1))]
