import django.contrib.postgres.fields
from django.db import migrations, models

# The trigger that guards a ledger's past steps aside for its owner, in whose hands the rows keep their order.
GATHER = """
ALTER TABLE core_timeline DISABLE TRIGGER USER;
CREATE TEMPORARY TABLE gathered ON COMMIT DROP AS
SELECT min(id) AS id, company_id, document_id / 128 AS bucket, run_id, code, array_agg(document_id ORDER BY id) AS documents
  FROM core_timeline GROUP BY company_id, document_id / 128, run_id, code;
DELETE FROM core_timeline;
ALTER TABLE core_timeline ADD COLUMN bucket bigint NOT NULL, ADD COLUMN documents bigint[] NOT NULL,
    DROP COLUMN document_id;
INSERT INTO core_timeline (id, company_id, bucket, run_id, code, documents)
OVERRIDING SYSTEM VALUE
SELECT id, company_id, bucket, run_id, code, documents FROM gathered ORDER BY id;
ALTER TABLE core_timeline ENABLE TRIGGER USER;
"""

TIMELINE_OF = """
CREATE FUNCTION core_timeline_of(company bigint, asked bigint[])
RETURNS TABLE (id bigint, document_id bigint, run_id bigint, code text) LANGUAGE sql STABLE AS $$
SELECT t.id, d.document_id, t.run_id, t.code
  FROM core_timeline t CROSS JOIN unnest(t.documents) AS d(document_id)
 WHERE t.company_id = company AND d.document_id = ANY(asked)
   AND t.bucket = ANY(ARRAY(SELECT DISTINCT one / 128 FROM unnest(asked) AS one))
$$
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0002_statistics")]

    operations = [
        migrations.RemoveIndex(model_name="timeline", name="core_timeline_document"),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(GATHER, migrations.RunSQL.noop)],
            state_operations=[
                migrations.RemoveField(model_name="timeline", name="document_id"),
                migrations.AddField(
                    model_name="timeline", name="bucket", field=models.BigIntegerField(), preserve_default=False
                ),
                migrations.AddField(
                    model_name="timeline",
                    name="documents",
                    field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                    preserve_default=False,
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="timeline", index=models.Index(fields=["company", "bucket"], name="core_timeline_bucket")
        ),
        # One row an operation and document, as the timeline is read.
        migrations.RunSQL(TIMELINE_OF, "DROP FUNCTION core_timeline_of(bigint, bigint[])"),
    ]
