"""Changes of the matrix of duties are kept beside those of people and roles."""

from __future__ import annotations

from django.db import migrations

import interlock.core.fields


class Migration(migrations.Migration):
    dependencies = [("core", "0019_web_rest")]

    operations = [
        migrations.AlterField(
            model_name="rightschange",
            name="subject",
            field=interlock.core.fields.Choice(
                choices=[("person", "person"), ("role", "role"), ("matrix", "matrix of duties")], max_length=24
            ),
        ),
        # choices are nothing of the database's to Django: the column's check is ours to replace
        migrations.RunSQL(
            sql="""
ALTER TABLE core_rightschange DROP CONSTRAINT core_rightschange_subject_check;
ALTER TABLE core_rightschange ADD CONSTRAINT core_rightschange_subject_check
    CHECK (subject IN ('person', 'role', 'matrix'))
""",
            reverse_sql="""
ALTER TABLE core_rightschange DROP CONSTRAINT core_rightschange_subject_check;
ALTER TABLE core_rightschange ADD CONSTRAINT core_rightschange_subject_check CHECK (subject IN ('person', 'role'))
""",
        ),
    ]
