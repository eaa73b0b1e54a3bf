import django.db.models.deletion
import interlock.core.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("items", "0001_initial"),
        ("parties", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="EventPending",
            fields=[
                ("event", models.BigIntegerField(db_column="event_id", primary_key=True, serialize=False)),
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
                ("code", models.CharField(blank=True, db_default="", max_length=24)),
                ("detail", models.JSONField(null=True)),
            ],
            options={
                "verbose_name": "pending event",
                "verbose_name_plural": "pending events",
            },
        ),
        migrations.CreateModel(
            name="Voucher",
            fields=[
                (
                    "company",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.company"
                    ),
                ),
                (
                    "id",
                    models.BigIntegerField(
                        db_default=interlock.core.fields.NextVal("core_document_id"),
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("number", models.CharField(max_length=24, null=True, verbose_name="number")),
                (
                    "origin",
                    interlock.core.fields.Choice(
                        choices=[("automatic", "automatic"), ("manual", "manual")], max_length=24
                    ),
                ),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("collecting", "collecting"), ("posted", "posted")], max_length=24
                    ),
                ),
                ("event_kind", models.CharField(blank=True, default="", max_length=40)),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.unit",
                    ),
                ),
                ("source_id", models.BigIntegerField(null=True)),
                ("posting_on", models.DateField(verbose_name="posting date")),
                ("amount", models.DecimalField(decimal_places=2, default=0, max_digits=20)),
                ("lines", models.IntegerField(default=0)),
                ("text", models.CharField(blank=True, default="", max_length=200, verbose_name="text")),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.run",
                    ),
                ),
            ],
            options={
                "verbose_name": "voucher",
                "verbose_name_plural": "vouchers",
                "permissions": [
                    ("post_events", "Post accounting events"),
                    ("post_vouchers", "Post vouchers by hand"),
                    ("seal_vouchers", "Seal collected vouchers"),
                ],
                "indexes": [models.Index(fields=["company", "posting_on", "id"], name="finance_voucher_day")],
                "constraints": [
                    models.UniqueConstraint(fields=("company", "number"), name="finance_voucher_number"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "collecting")),
                        fields=("company", "posting_on", "event_kind", "unit", "source_id"),
                        name="finance_voucher_collecting",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.company"
                    ),
                ),
                ("name_en", models.CharField(max_length=120)),
                ("name_zh", models.CharField(max_length=120)),
                ("code", models.CharField(max_length=20, verbose_name="code")),
                (
                    "kind",
                    interlock.core.fields.Choice(
                        choices=[
                            ("asset", "asset"),
                            ("liability", "liability"),
                            ("equity", "equity"),
                            ("cost", "cost"),
                            ("income", "income"),
                            ("expense", "expense"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="finance.account",
                    ),
                ),
                ("is_group", models.BooleanField(default=False, verbose_name="group of accounts")),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("open", "open"), ("closed", "closed")], default="open", max_length=24
                    ),
                ),
            ],
            options={
                "verbose_name": "account",
                "verbose_name_plural": "accounts",
                "ordering": ["code"],
                "constraints": [models.UniqueConstraint(fields=("company", "code"), name="finance_account_code")],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
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
                (
                    "id",
                    models.BigIntegerField(
                        db_default=interlock.core.fields.NextVal("core_document_id"),
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("document_id", models.BigIntegerField()),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.unit",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="parties.party",
                    ),
                ),
                ("fact_on", models.DateField()),
                ("posting_on", models.DateField()),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.run",
                    ),
                ),
            ],
            options={
                "verbose_name": "accounting event",
                "verbose_name_plural": "accounting events",
                "abstract": False,
                "indexes": [models.Index(fields=["company", "document_id"], name="finance_event_document")],
            },
        ),
        migrations.CreateModel(
            name="EventLine",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
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
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="finance.event",
                    ),
                ),
                ("component", models.CharField(max_length=16)),
                ("line_id", models.BigIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="items.item",
                    ),
                ),
                ("quantity", models.DecimalField(decimal_places=6, max_digits=20, null=True)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=20)),
            ],
            options={
                "verbose_name": "event line",
                "verbose_name_plural": "event lines",
                "abstract": False,
                "indexes": [models.Index(fields=["company", "event"], name="finance_eventline_event")],
            },
        ),
        migrations.CreateModel(
            name="PostingRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.company"
                    ),
                ),
                ("event_kind", models.CharField(max_length=40, verbose_name="event")),
                ("component", models.CharField(max_length=16, verbose_name="component")),
                (
                    "party_group",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.partygroup",
                    ),
                ),
                (
                    "item_category",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="items.category",
                    ),
                ),
                (
                    "tax_class",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="items.taxclass",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="valid from")),
                (
                    "debit_account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="finance.account",
                    ),
                ),
                (
                    "credit_account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="finance.account",
                    ),
                ),
                ("carry_party", models.BooleanField(default=True, verbose_name="carry the party")),
                ("carry_item", models.BooleanField(default=True, verbose_name="carry the item")),
                (
                    "grouping",
                    interlock.core.fields.Choice(
                        choices=[("day_unit", "one voucher a day and unit"), ("document", "one voucher a document")],
                        default="day_unit",
                        max_length=24,
                    ),
                ),
            ],
            options={
                "verbose_name": "posting rule",
                "verbose_name_plural": "posting rules",
                "ordering": ["event_kind", "component", "-valid_from"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("debit_account", models.F("credit_account")), _negated=True),
                        name="finance_rule_sides",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VoucherTotal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                (
                    "voucher",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="finance.voucher",
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="finance.account",
                    ),
                ),
                ("debit", models.DecimalField(decimal_places=2, default=0, max_digits=20)),
                ("credit", models.DecimalField(decimal_places=2, default=0, max_digits=20)),
                ("lines", models.IntegerField(default=0)),
            ],
            options={
                "verbose_name": "voucher total",
                "verbose_name_plural": "voucher totals",
                "indexes": [
                    models.Index(fields=["company", "account", "voucher"], name="finance_vouchertotal_account")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("company", "voucher", "account"), name="finance_vouchertotal_key")
                ],
            },
        ),
        migrations.CreateModel(
            name="AccountBalance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                (
                    "account",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="finance.account",
                    ),
                ),
                ("month", models.DateField()),
                ("debit", models.DecimalField(decimal_places=2, default=0, max_digits=20)),
                ("credit", models.DecimalField(decimal_places=2, default=0, max_digits=20)),
            ],
            options={
                "verbose_name": "account balance",
                "verbose_name_plural": "account balances",
                "constraints": [
                    models.UniqueConstraint(fields=("company", "account", "month"), name="finance_balance_key"),
                    models.CheckConstraint(condition=models.Q(("month__day", 1)), name="finance_balance_month"),
                ],
            },
        ),
        migrations.CreateModel(
            name="AccountEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="finance.account",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                (
                    "company",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.company",
                    ),
                ),
                ("name_en", models.CharField(max_length=120)),
                ("name_zh", models.CharField(max_length=120)),
                ("code", models.CharField(max_length=20, verbose_name="code")),
                (
                    "kind",
                    interlock.core.fields.Choice(
                        choices=[
                            ("asset", "asset"),
                            ("liability", "liability"),
                            ("equity", "equity"),
                            ("cost", "cost"),
                            ("income", "income"),
                            ("expense", "expense"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="finance.account",
                    ),
                ),
                ("is_group", models.BooleanField(default=False, verbose_name="group of accounts")),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("open", "open"), ("closed", "closed")], default="open", max_length=24
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JournalLine",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
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
                (
                    "voucher",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="finance.voucher",
                    ),
                ),
                (
                    "debit_account",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="finance.account",
                    ),
                ),
                (
                    "credit_account",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="finance.account",
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=20)),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.unit",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="parties.party",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="items.item",
                    ),
                ),
                ("quantity", models.DecimalField(decimal_places=6, max_digits=20, null=True)),
                (
                    "event_line",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="finance.eventline",
                    ),
                ),
                ("document_line_id", models.BigIntegerField(null=True)),
            ],
            options={
                "verbose_name": "journal line",
                "verbose_name_plural": "journal",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["company", "voucher"], name="finance_journal_voucher"),
                    models.Index(fields=["company", "event_line"], name="finance_journal_event_line"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("debit_account__isnull", False), ("credit_account__isnull", False), _connector="OR"
                        ),
                        name="finance_journal_side",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PostingRuleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="finance.postingrule",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                (
                    "company",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.company",
                    ),
                ),
                ("event_kind", models.CharField(max_length=40, verbose_name="event")),
                ("component", models.CharField(max_length=16, verbose_name="component")),
                (
                    "party_group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="parties.partygroup",
                    ),
                ),
                (
                    "item_category",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="items.category",
                    ),
                ),
                (
                    "tax_class",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="items.taxclass",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="valid from")),
                (
                    "debit_account",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="finance.account",
                    ),
                ),
                (
                    "credit_account",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="finance.account",
                    ),
                ),
                ("carry_party", models.BooleanField(default=True, verbose_name="carry the party")),
                ("carry_item", models.BooleanField(default=True, verbose_name="carry the item")),
                (
                    "grouping",
                    interlock.core.fields.Choice(
                        choices=[("day_unit", "one voucher a day and unit"), ("document", "one voucher a document")],
                        default="day_unit",
                        max_length=24,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_accountevent" ("code", "company_id", "id", "is_group", "kind", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."company_id", new_values."id", new_values."is_group", new_values."kind", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c18747cf4aee4cf867b27a07f082ae00680e3dde",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f26c4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="finance_account",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_accountevent" ("code", "company_id", "id", "is_group", "kind", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."company_id", new_values."id", new_values."is_group", new_values."kind", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c5b2b39c7246255365f2b8b70bfff0950dd674ab",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3bee8",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="finance_account",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a58897d000332cd96da0d1c2ca152e1396545739",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c340e",
                    table="finance_event",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eventline",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="be36e7b0da21d8e43be1e58f1186087715cc98ff",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7d455",
                    table="finance_eventline",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="postingrule",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_postingruleevent" ("carry_item", "carry_party", "company_id", "component", "credit_account_id", "debit_account_id", "event_kind", "grouping", "id", "item_category_id", "party_group_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tax_class_id", "valid_from") SELECT new_values."carry_item", new_values."carry_party", new_values."company_id", new_values."component", new_values."credit_account_id", new_values."debit_account_id", new_values."event_kind", new_values."grouping", new_values."id", new_values."item_category_id", new_values."party_group_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."tax_class_id", new_values."valid_from" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c9c4ad1323f1e2686d53823cd9e9a0f72448062b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6fa60",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="finance_postingrule",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="postingrule",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_postingruleevent" ("carry_item", "carry_party", "company_id", "component", "credit_account_id", "debit_account_id", "event_kind", "grouping", "id", "item_category_id", "party_group_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tax_class_id", "valid_from") SELECT new_values."carry_item", new_values."carry_party", new_values."company_id", new_values."component", new_values."credit_account_id", new_values."debit_account_id", new_values."event_kind", new_values."grouping", new_values."id", new_values."item_category_id", new_values."party_group_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."tax_class_id", new_values."valid_from" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ba6472c4456dba4f661ad379902a7e75d4dd368d",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_abef2",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="finance_postingrule",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="journalline",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1e270dc4b1f58458b65688bca558977493ee46e0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_929b9",
                    table="finance_journalline",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="journalline",
            trigger=pgtrigger.compiler.Trigger(
                name="balanced",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE culprit bigint;",
                    func="\n                    SELECT voucher_id INTO culprit FROM fresh\n                     WHERE debit_account_id IS NULL OR credit_account_id IS NULL\n                     GROUP BY voucher_id\n                    HAVING sum(CASE WHEN credit_account_id IS NULL THEN amount ELSE -amount END) <> 0\n                     LIMIT 1;\n                    IF culprit IS NOT NULL THEN\n                        RAISE EXCEPTION 'voucher % does not balance', culprit USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NULL;\n                ",
                    hash="c1a6ff5370f5ee0cc6e3c730065511c087865116",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_balanced_a7070",
                    referencing="REFERENCING NEW TABLE AS fresh ",
                    table="finance_journalline",
                    when="AFTER",
                ),
            ),
        ),
    ]
