"""Storage: feed rows are unlogged (the file can be read again); orders leave room for their state to change in place."""

from django.db import migrations

# VAT of a line: within the amount where prices include it, on top where they do not; rounded once, half away from zero.
TAX = """
CREATE FUNCTION sales_tax(charged numeric, tax_pct numeric, tax_included boolean) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN tax_pct IS NULL THEN 0
                WHEN tax_included THEN charged - round(charged * 100 / (100 + tax_pct), 2)
                ELSE round(charged * tax_pct / 100, 2) END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("sales", "0002_initial")]
    operations = [
        migrations.RunSQL("ALTER TABLE sales_feedrow SET UNLOGGED", "ALTER TABLE sales_feedrow SET LOGGED"),
        migrations.RunSQL("ALTER TABLE sales_order SET (fillfactor = 50)", migrations.RunSQL.noop),
        migrations.RunSQL("ALTER TABLE sales_delivery SET (fillfactor = 50)", migrations.RunSQL.noop),
        migrations.RunSQL("ALTER TABLE sales_deliveryline SET (fillfactor = 55)", migrations.RunSQL.noop),
        migrations.RunSQL(TAX, "DROP FUNCTION sales_tax(numeric, numeric, boolean)"),
    ]
