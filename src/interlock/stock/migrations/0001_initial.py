import django.db.models.deletion
import django.db.models.expressions
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
            name="Reason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_en", models.CharField(max_length=120)),
                ("name_zh", models.CharField(max_length=120)),
                ("code", models.CharField(max_length=24, unique=True)),
            ],
            options={
                "verbose_name": "adjustment reason",
                "verbose_name_plural": "adjustment reasons",
            },
        ),
        migrations.CreateModel(
            name="Warehouse",
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
                ("code", models.CharField(max_length=24, verbose_name="code")),
                ("province", models.CharField(blank=True, max_length=40, verbose_name="province")),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("active", "active"), ("blocked", "blocked")], default="active", max_length=24
                    ),
                ),
            ],
            options={
                "verbose_name": "warehouse",
                "verbose_name_plural": "warehouses",
                "ordering": ["code"],
                "constraints": [models.UniqueConstraint(fields=("company", "code"), name="stock_warehouse_code")],
            },
        ),
        migrations.CreateModel(
            name="Pool",
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
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="items.item",
                    ),
                ),
                ("quantity", models.DecimalField(decimal_places=6, default=0, max_digits=20)),
                ("amount", models.DecimalField(decimal_places=2, default=0, max_digits=20)),
                ("base_quantity", models.DecimalField(decimal_places=6, default=0, max_digits=20)),
                ("base_amount", models.DecimalField(decimal_places=2, default=0, max_digits=20)),
                ("issued_quantity", models.DecimalField(decimal_places=6, default=0, max_digits=20)),
            ],
            options={
                "verbose_name": "cost pool",
                "verbose_name_plural": "cost pools",
                "constraints": [
                    models.UniqueConstraint(fields=("company", "item"), name="stock_pool_key"),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0), ("quantity__gte", 0)), name="stock_pool_positive"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("quantity", 0), _negated=True), ("amount", 0), _connector="OR"),
                        name="stock_pool_empty",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "quantity",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("base_quantity"), "-", models.F("issued_quantity")
                                ),
                            )
                        ),
                        name="stock_pool_base",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReasonEvent",
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
                        to="stock.reason",
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
                ("name_en", models.CharField(max_length=120)),
                ("name_zh", models.CharField(max_length=120)),
                ("code", models.CharField(max_length=24)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ValueEntry",
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
                    "pool",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stock.pool",
                    ),
                ),
                (
                    "cause",
                    interlock.core.fields.Choice(
                        choices=[
                            ("opening", "opening"),
                            ("receipt", "receipt"),
                            ("adjustment", "adjustment"),
                            ("issue", "issue"),
                            ("revaluation", "revaluation"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="items.item",
                    ),
                ),
                ("line_id", models.BigIntegerField()),
                ("quantity_delta", models.DecimalField(decimal_places=6, max_digits=20)),
                ("amount_delta", models.DecimalField(decimal_places=2, max_digits=20)),
                ("effective_on", models.DateField()),
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
                "verbose_name": "value entry",
                "verbose_name_plural": "value entries",
                "abstract": False,
                "indexes": [models.Index(fields=["company", "line_id"], name="stock_value_line")],
            },
        ),
        migrations.CreateModel(
            name="WarehouseEvent",
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
                        to="stock.warehouse",
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
                ("code", models.CharField(max_length=24, verbose_name="code")),
                ("province", models.CharField(blank=True, max_length=40, verbose_name="province")),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("active", "active"), ("blocked", "blocked")], default="active", max_length=24
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Location",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.company"
                    ),
                ),
                (
                    "warehouse",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="locations", to="stock.warehouse"
                    ),
                ),
                ("code", models.CharField(max_length=24, verbose_name="code")),
                (
                    "kind",
                    interlock.core.fields.Choice(
                        choices=[("picking", "picking"), ("quality", "quality")], default="picking", max_length=24
                    ),
                ),
                ("pick_order", models.PositiveIntegerField(default=100, verbose_name="pick order")),
            ],
            options={
                "verbose_name": "bin",
                "verbose_name_plural": "bins",
                "ordering": ["warehouse", "pick_order", "code"],
                "constraints": [
                    models.UniqueConstraint(fields=("company", "warehouse", "code"), name="stock_location_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="Movement",
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
                ("number", models.CharField(max_length=24, verbose_name="number")),
                (
                    "kind",
                    interlock.core.fields.Choice(
                        choices=[("opening", "opening"), ("receipt", "receipt"), ("adjustment", "adjustment")],
                        max_length=24,
                    ),
                ),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("draft", "draft"), ("posted", "posted")], db_default="draft", max_length=24
                    ),
                ),
                ("movement_on", models.DateField(verbose_name="date")),
                (
                    "reason",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="stock.reason",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.party",
                    ),
                ),
                ("version", models.IntegerField(db_default=1)),
            ],
            options={
                "verbose_name": "stock movement",
                "verbose_name_plural": "stock movements",
                "permissions": [
                    ("record_movements", "Record stock movements"),
                    ("post_movements", "Post stock movements"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("company", "number"), name="stock_movement_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "adjustment"), _negated=True), ("reason__isnull", False), _connector="OR"
                        ),
                        name="stock_movement_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reservation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        db_default=interlock.core.fields.NextVal("core_line_id"),
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
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
                ("document_id", models.BigIntegerField()),
                ("line_id", models.BigIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="items.item",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stock.location",
                    ),
                ),
                ("quantity", models.DecimalField(decimal_places=6, max_digits=20)),
                ("open_quantity", models.DecimalField(decimal_places=6, max_digits=20)),
            ],
            options={
                "verbose_name": "reservation",
                "verbose_name_plural": "reservations",
                "indexes": [models.Index(fields=["company", "document_id"], name="stock_reservation_document")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("open_quantity__gte", 0), ("open_quantity__lte", models.F("quantity"))),
                        name="stock_reservation_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Serial",
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
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="items.item",
                    ),
                ),
                ("number", models.CharField(max_length=40, verbose_name="serial number")),
                (
                    "location",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stock.location",
                    ),
                ),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("in_stock", "in stock"), ("captured", "picked"), ("issued", "issued")],
                        db_default="in_stock",
                        max_length=24,
                    ),
                ),
                ("line_id", models.BigIntegerField(null=True)),
            ],
            options={
                "verbose_name": "serial number",
                "verbose_name_plural": "serial numbers",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "in_stock")),
                        fields=["company", "item", "location", "id"],
                        name="stock_serial_free",
                    ),
                    models.Index(
                        condition=models.Q(("line_id__isnull", False)),
                        fields=["company", "line_id"],
                        name="stock_serial_line",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("company", "item", "number"), name="stock_serial_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("line_id__isnull", True), ("location__isnull", False), ("state", "in_stock")),
                            models.Q(("line_id__isnull", False), ("location__isnull", False), ("state", "captured")),
                            models.Q(("line_id__isnull", False), ("location__isnull", True), ("state", "issued")),
                            _connector="OR",
                        ),
                        name="stock_serial_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Balance",
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
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="items.item",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stock.location",
                    ),
                ),
                (
                    "quality",
                    interlock.core.fields.Choice(
                        choices=[("good", "good"), ("hold", "on hold")], db_default="good", max_length=24
                    ),
                ),
                ("on_hand", models.DecimalField(decimal_places=6, default=0, max_digits=20)),
                ("reserved", models.DecimalField(decimal_places=6, default=0, max_digits=20)),
            ],
            options={
                "verbose_name": "stock balance",
                "verbose_name_plural": "stock balances",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company", "item", "location", "quality"), name="stock_balance_key"
                    ),
                    models.CheckConstraint(condition=models.Q(("on_hand__gte", 0)), name="stock_balance_on_hand"),
                    models.CheckConstraint(
                        condition=models.Q(("reserved__gte", 0), ("reserved__lte", models.F("on_hand"))),
                        name="stock_balance_reserved",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LocationEvent",
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
                        to="stock.location",
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
                (
                    "warehouse",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stock.warehouse",
                    ),
                ),
                ("code", models.CharField(max_length=24, verbose_name="code")),
                (
                    "kind",
                    interlock.core.fields.Choice(
                        choices=[("picking", "picking"), ("quality", "quality")], default="picking", max_length=24
                    ),
                ),
                ("pick_order", models.PositiveIntegerField(default=100, verbose_name="pick order")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MovementLine",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        db_default=interlock.core.fields.NextVal("core_line_id"),
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
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
                    "movement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="stock.movement"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="items.item"
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="stock.location",
                    ),
                ),
                ("quantity", models.DecimalField(decimal_places=6, max_digits=20)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=20, null=True)),
                ("serials", models.JSONField(default=list)),
            ],
            options={
                "verbose_name": "movement line",
                "verbose_name_plural": "movement lines",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("quantity", 0), _negated=True), name="stock_movementline_quantity"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0), ("amount__isnull", True), _connector="OR"),
                        name="stock_movementline_amount",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SerialEntry",
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
                    "serial",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stock.serial",
                    ),
                ),
                (
                    "kind",
                    interlock.core.fields.Choice(
                        choices=[
                            ("opening", "opening"),
                            ("receipt", "receipt"),
                            ("adjustment", "adjustment"),
                            ("reserve", "reserve"),
                            ("release", "release"),
                            ("issue", "issue"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stock.location",
                    ),
                ),
                ("line_id", models.BigIntegerField()),
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
                "verbose_name": "serial entry",
                "verbose_name_plural": "serial entries",
                "abstract": False,
                "indexes": [models.Index(fields=["company", "serial"], name="stock_serialentry_serial")],
            },
        ),
        migrations.CreateModel(
            name="Entry",
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
                    "kind",
                    interlock.core.fields.Choice(
                        choices=[
                            ("opening", "opening"),
                            ("receipt", "receipt"),
                            ("adjustment", "adjustment"),
                            ("reserve", "reserve"),
                            ("release", "release"),
                            ("issue", "issue"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="items.item",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stock.location",
                    ),
                ),
                (
                    "quality",
                    interlock.core.fields.Choice(
                        choices=[("good", "good"), ("hold", "on hold")], db_default="good", max_length=24
                    ),
                ),
                ("on_hand_delta", models.DecimalField(decimal_places=6, max_digits=20)),
                ("reserved_delta", models.DecimalField(decimal_places=6, max_digits=20)),
                (
                    "reservation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stock.reservation",
                    ),
                ),
                ("line_id", models.BigIntegerField()),
                ("effective_on", models.DateField()),
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
                "verbose_name": "stock entry",
                "verbose_name_plural": "stock entries",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["company", "line_id"], name="stock_entry_line"),
                    models.Index(fields=["company", "item", "id"], name="stock_entry_item"),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reason",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stock_reasonevent" ("code", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5b567933126c3ea55007b126bda71c9601cdf25f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_73b16",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stock_reason",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reason",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stock_reasonevent" ("code", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="849521c3779c4aef5bd9eea4aca1144538a45f09",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f5f59",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stock_reason",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entry",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a177f56216bc6a435f4e06d2ea5f0d5cec9a478d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d5fb3",
                    table="stock_entry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="serialentry",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f9fabe1febb397b5356fe14c152151954b312f71",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bffd0",
                    table="stock_serialentry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="valueentry",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="751b15f7cd23dce5e89be4c5833c536b3d507faf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_29929",
                    table="stock_valueentry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="warehouse",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stock_warehouseevent" ("code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province", "state") SELECT new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."province", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7058d1699d404efa3e4af4993ddf9adf15f3a231",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_846b6",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stock_warehouse",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="warehouse",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stock_warehouseevent" ("code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province", "state") SELECT new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."province", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="bf6864c685c957906cce26ff3a4127f5a7a07c43",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7b505",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stock_warehouse",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="location",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stock_locationevent" ("code", "company_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pick_order", "warehouse_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."pick_order", new_values."warehouse_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1def5149264d59d515e829c7dfc64e306fff3ea6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_be472",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stock_location",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="location",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stock_locationevent" ("code", "company_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pick_order", "warehouse_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."pick_order", new_values."warehouse_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="748822bcbefbe8c2bff8f7046e353ac8851fc5a6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9f910",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stock_location",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(
            sql="ALTER TABLE stock_reservation SET (fillfactor = 50)",
            reverse_sql="",
        ),
    ]
