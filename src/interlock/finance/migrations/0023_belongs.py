import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# The application's role may only insert events. This moves those that wait, under the locks of its caller; the trigger
# refuses everything else. Only to a later day, so a repeat finds nothing.
MOVE_EVENTS = """
CREATE FUNCTION finance_move_events(company bigint, ids bigint[], days date[], postings date[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE moved integer;
BEGIN
    UPDATE finance_event e SET posting_on = d.posting_on
      FROM unnest(days, postings) AS d(day, posting_on)
     WHERE e.company_id = company AND e.id = ANY(ids) AND e.posting_on = d.day AND d.posting_on > d.day;
    GET DIAGNOSTICS moved = ROW_COUNT;
    RETURN moved;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("finance", "0022_foreign")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(model_name="event", name="append_only"),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF TG_OP = 'UPDATE' THEN\n                        IF to_jsonb(OLD) - 'posting_on' = to_jsonb(NEW) - 'posting_on'\n                           AND NEW.posting_on > OLD.posting_on\n                           AND EXISTS (SELECT FROM finance_eventpending WHERE event_id = OLD.id) THEN\n                            RETURN NEW;\n                        END IF;\n                    END IF;\n                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;\n                ",
                    hash="298e701f58545568ef8148bced9d550a8667f957",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c340e",
                    table="finance_event",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="taxinvoice",
            name="buyer_email",
            field=models.EmailField(blank=True, db_default="", max_length=160, verbose_name="buyer's e-mail"),
        ),
        migrations.RunSQL(
            sql=MOVE_EVENTS, reverse_sql="DROP FUNCTION finance_move_events(bigint, bigint[], date[], date[])"
        ),
    ]
