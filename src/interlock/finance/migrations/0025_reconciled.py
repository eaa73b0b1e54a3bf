import interlock.core.fields
from django.conf import settings
from django.db import migrations, models

USES = "'receipt', 'customer', 'payment', 'fee', 'interest', 'transfer', 'refund', 'prepaid'"
#: The column's own check, which changing the field leaves as it was.
CHECK = """
ALTER TABLE finance_bankline DROP CONSTRAINT IF EXISTS finance_bankline_use_check;
ALTER TABLE finance_bankline ADD CONSTRAINT finance_bankline_use_check CHECK (use IN ({}));
"""


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0022_announcements"),
        ("finance", "0024_stated"),
        ("parties", "0005_country"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="bankline",
            name="use",
            field=interlock.core.fields.Choice(
                choices=[
                    ("receipt", "receipt"),
                    ("customer", "customer payment"),
                    ("payment", "our payment"),
                    ("fee", "bank fee"),
                    ("interest", "interest"),
                    ("transfer", "transfer between own accounts"),
                    ("refund", "repaid to a customer"),
                    ("prepaid", "paid to a supplier in advance"),
                    ("booked", "in the books by a voucher"),
                ],
                max_length=24,
                null=True,
            ),
        ),
        migrations.RunSQL(CHECK.format(f"{USES}, 'booked'"), CHECK.format(USES)),
        migrations.AlterField(
            model_name="cashitemrule",
            name="component",
            field=models.CharField(blank=True, default="", max_length=40, verbose_name="component"),
        ),
        migrations.AlterField(
            model_name="cashitemruleevent",
            name="component",
            field=models.CharField(blank=True, default="", max_length=40, verbose_name="component"),
        ),
        migrations.AlterField(
            model_name="eventline",
            name="component",
            field=models.CharField(max_length=40),
        ),
        migrations.AlterField(
            model_name="postingrule",
            name="component",
            field=models.CharField(max_length=40, verbose_name="component"),
        ),
        migrations.AlterField(
            model_name="postingruleevent",
            name="component",
            field=models.CharField(max_length=40, verbose_name="component"),
        ),
        migrations.AddConstraint(
            model_name="bankline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("use", "booked"), _negated=True), ("document_id__isnull", False), _connector="OR"
                ),
                name="finance_bankline_booked",
            ),
        ),
        migrations.AddIndex(
            model_name="bankline",
            index=models.Index(fields=["company", "bank_account", "booked_on"], name="finance_bankline_day"),
        ),
    ]
