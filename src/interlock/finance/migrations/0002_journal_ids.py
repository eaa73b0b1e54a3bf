from django.db import migrations, models

import interlock.core.fields

# The trigger that guards a ledger's past steps aside for its owner. Through negative numbers, as an old id may be the
# new one of another line.
RENUMBER = """
ALTER TABLE finance_journalline DISABLE TRIGGER USER;
UPDATE finance_journalline SET id = -id;
UPDATE finance_journalline SET id = coalesce(event_line_id, nextval('finance_eventline_id_seq'));
ALTER TABLE finance_journalline ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    dependencies = [("finance", "0001_initial")]

    operations = [
        migrations.RunSQL(sql=RENUMBER, reverse_sql=migrations.RunSQL.noop),
        migrations.RemoveIndex(model_name="journalline", name="finance_journal_event_line"),
        migrations.RemoveField(model_name="journalline", name="event_line"),
        migrations.AlterField(
            model_name="journalline",
            name="id",
            field=models.BigIntegerField(
                db_default=interlock.core.fields.NextVal("finance_eventline_id_seq"),
                editable=False,
                primary_key=True,
                serialize=False,
            ),
        ),
    ]
