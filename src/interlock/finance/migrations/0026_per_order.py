import interlock.core.fields
from django.db import migrations

MODES = [
    ("on_demand", "when asked for"),
    ("per_delivery", "every delivery by itself"),
    ("per_order", "every order, when all of it is revenue"),
    ("monthly", "monthly, merged by customer and shop"),
]
OLD = "'on_demand', 'per_delivery', 'monthly'"
#: The columns' own checks, which changing the field leaves as they were.
CHECK = """
ALTER TABLE {0} DROP CONSTRAINT IF EXISTS {0}_mode_check;
ALTER TABLE {0} ADD CONSTRAINT {0}_mode_check CHECK (mode IN ({1}));
"""


class Migration(migrations.Migration):
    dependencies = [
        ("finance", "0025_reconciled"),
    ]

    operations = [
        migrations.AlterField(
            model_name="invoicerule",
            name="mode",
            field=interlock.core.fields.Choice(choices=MODES, max_length=24, verbose_name="when invoiced"),
        ),
        migrations.AlterField(
            model_name="invoiceruleevent",
            name="mode",
            field=interlock.core.fields.Choice(choices=MODES, max_length=24, verbose_name="when invoiced"),
        ),
        migrations.AlterField(
            model_name="taxinvoice",
            name="mode",
            field=interlock.core.fields.Choice(choices=MODES, max_length=24),
        ),
        *(
            migrations.RunSQL(CHECK.format(table, f"{OLD}, 'per_order'"), CHECK.format(table, OLD))
            for table in ("finance_invoicerule", "finance_invoiceruleevent", "finance_taxinvoice")
        ),
    ]
