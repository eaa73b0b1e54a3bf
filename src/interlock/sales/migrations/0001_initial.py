import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
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
        ("stock", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Feed",
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
                (
                    "file",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.file"
                    ),
                ),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("staged", "staged"), ("done", "done")], db_default="staged", max_length=24
                    ),
                ),
                ("rows", models.IntegerField(default=0)),
                ("orders", models.IntegerField(default=0)),
                ("counts", models.JSONField(default=dict)),
                (
                    "rejected_file",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.file",
                    ),
                ),
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
                "verbose_name": "feed",
                "verbose_name_plural": "feeds",
                "constraints": [models.UniqueConstraint(fields=("company", "file"), name="sales_feed_file")],
            },
        ),
        migrations.CreateModel(
            name="Channel",
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
            ],
            options={
                "verbose_name": "channel",
                "verbose_name_plural": "channels",
                "ordering": ["code"],
                "constraints": [models.UniqueConstraint(fields=("company", "code"), name="sales_channel_code")],
            },
        ),
        migrations.CreateModel(
            name="FeedRow",
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
                    "feed",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="sales.feed",
                    ),
                ),
                ("ordinal", models.IntegerField()),
                ("order_ordinal", models.IntegerField()),
                ("order_no", models.TextField(null=True)),
                ("line_no", models.IntegerField(null=True)),
                ("shop", models.TextField(null=True)),
                ("ordered_at", models.DateTimeField(null=True)),
                ("buyer", models.TextField(null=True)),
                ("phone", models.TextField(null=True)),
                ("province", models.TextField(null=True)),
                ("city", models.TextField(null=True)),
                ("district", models.TextField(null=True)),
                ("address", models.TextField(null=True)),
                ("sku", models.TextField(null=True)),
                ("quantity", models.DecimalField(decimal_places=6, max_digits=20, null=True)),
                ("unit_price", models.DecimalField(decimal_places=6, max_digits=20, null=True)),
                ("paid_amount", models.DecimalField(decimal_places=2, max_digits=20, null=True)),
                ("paid_at", models.DateTimeField(null=True)),
                ("gift", models.BooleanField(null=True)),
                ("remark", models.TextField(null=True)),
                ("priority", models.SmallIntegerField(null=True)),
                ("problems", models.TextField(null=True)),
            ],
            options={
                "verbose_name": "feed row",
                "verbose_name_plural": "feed rows",
                "indexes": [models.Index(fields=["feed", "order_ordinal"], name="sales_feedrow_order")],
            },
        ),
        migrations.CreateModel(
            name="ReviewCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.company"
                    ),
                ),
                (
                    "channel",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checks",
                        to="sales.channel",
                    ),
                ),
                (
                    "check_code",
                    interlock.core.fields.Choice(
                        choices=[
                            ("authorisation", "sales authorisation"),
                            ("completeness", "completeness"),
                            ("price", "price"),
                            ("credit", "credit"),
                            ("payment", "payment term"),
                            ("gift", "gifts and coupons"),
                            ("source", "stock source"),
                            ("warehouse", "warehouse assignment"),
                        ],
                        max_length=24,
                    ),
                ),
                ("enabled", models.BooleanField(default=True, verbose_name="on")),
                ("releasable", models.BooleanField(default=True, verbose_name="may be released")),
                ("parameters", models.JSONField(blank=True, default=dict, verbose_name="parameters")),
            ],
            options={
                "verbose_name": "review check",
                "verbose_name_plural": "review checks",
                "constraints": [
                    models.UniqueConstraint(fields=("company", "channel", "check_code"), name="sales_reviewcheck_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Route",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.company"
                    ),
                ),
                (
                    "channel",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sales.channel",
                    ),
                ),
                ("province", models.CharField(blank=True, default="", max_length=40, verbose_name="province")),
                (
                    "warehouse",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="stock.warehouse",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=1, verbose_name="rank")),
            ],
            options={
                "verbose_name": "sourcing route",
                "verbose_name_plural": "sourcing routes",
                "ordering": ["province", "rank"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company", "channel", "province", "warehouse"),
                        name="sales_route_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(condition=models.Q(("rank__gte", 1)), name="sales_route_rank"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Shop",
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
                (
                    "channel",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sales.channel",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.unit"
                    ),
                ),
                (
                    "customer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.party",
                    ),
                ),
                (
                    "price_list",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="items.pricelist",
                    ),
                ),
                (
                    "split",
                    interlock.core.fields.Choice(
                        choices=[
                            ("never", "one warehouse or wait"),
                            ("by_warehouse", "split by warehouse"),
                            ("wait_for_all", "split by warehouse, wait for all lines"),
                        ],
                        default="never",
                        max_length=24,
                    ),
                ),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("active", "active"), ("blocked", "blocked")], default="active", max_length=24
                    ),
                ),
            ],
            options={
                "verbose_name": "shop",
                "verbose_name_plural": "shops",
                "ordering": ["code"],
                "constraints": [models.UniqueConstraint(fields=("company", "code"), name="sales_shop_code")],
            },
        ),
        migrations.CreateModel(
            name="ChannelEvent",
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
                        to="sales.channel",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Listing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.company"
                    ),
                ),
                (
                    "shop",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="listings",
                        to="sales.shop",
                    ),
                ),
                ("sku", models.CharField(max_length=40, verbose_name="shop's code")),
                (
                    "item",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="items.item"),
                ),
                ("gift_allowed", models.BooleanField(default=False, verbose_name="may be a gift")),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("active", "active"), ("blocked", "blocked")], default="active", max_length=24
                    ),
                ),
            ],
            options={
                "verbose_name": "listing",
                "verbose_name_plural": "listings",
                "constraints": [models.UniqueConstraint(fields=("company", "shop", "sku"), name="sales_listing_sku")],
            },
        ),
        migrations.CreateModel(
            name="Order",
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
                    "shop",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.shop"
                    ),
                ),
                ("platform_number", models.CharField(max_length=64, verbose_name="platform order")),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[
                            ("received", "received"),
                            ("held", "held"),
                            ("reviewed", "reviewed"),
                            ("reserved", "reserved"),
                            ("released", "released to warehouse"),
                            ("shipped", "shipped"),
                            ("recognised", "recognised"),
                        ],
                        db_default="received",
                        max_length=24,
                    ),
                ),
                (
                    "resume_state",
                    interlock.core.fields.Choice(
                        choices=[
                            ("received", "received"),
                            ("held", "held"),
                            ("reviewed", "reviewed"),
                            ("reserved", "reserved"),
                            ("released", "released to warehouse"),
                            ("shipped", "shipped"),
                            ("recognised", "recognised"),
                        ],
                        max_length=24,
                        null=True,
                    ),
                ),
                (
                    "is_open",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Q(("state", "recognised"), _negated=True),
                        output_field=models.BooleanField(),
                    ),
                ),
                ("ordered_at", models.DateTimeField(verbose_name="ordered at")),
                ("order_on", models.DateField(verbose_name="order date")),
                ("buyer", models.CharField(blank=True, db_default="", max_length=80, verbose_name="buyer")),
                ("phone", models.CharField(blank=True, db_default="", max_length=40, verbose_name="phone")),
                ("province", models.CharField(blank=True, db_default="", max_length=40, verbose_name="province")),
                ("city", models.CharField(blank=True, db_default="", max_length=40, verbose_name="city")),
                ("district", models.CharField(blank=True, db_default="", max_length=40, verbose_name="district")),
                ("address", models.CharField(blank=True, db_default="", max_length=240, verbose_name="address")),
                ("remark", models.CharField(blank=True, db_default="", max_length=240, verbose_name="remark")),
                ("priority", models.PositiveSmallIntegerField(db_default=5, verbose_name="priority")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=20, verbose_name="amount")),
                ("tax_amount", models.DecimalField(decimal_places=2, max_digits=20, verbose_name="VAT")),
                ("paid_amount", models.DecimalField(decimal_places=2, max_digits=20, null=True, verbose_name="paid")),
                ("paid_at", models.DateTimeField(null=True, verbose_name="paid at")),
                ("content_hash", models.CharField(max_length=32)),
                (
                    "file",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.file",
                    ),
                ),
                ("version", models.IntegerField(db_default=1)),
            ],
            options={
                "verbose_name": "sales order",
                "verbose_name_plural": "sales orders",
                "permissions": [
                    ("import_orders", "Import orders"),
                    ("review_orders", "Review orders"),
                    ("release_orders", "Release held orders"),
                    ("amend_orders", "Amend held orders"),
                    ("reserve_orders", "Reserve stock for orders"),
                    ("show_buyer", "Show buyers' personal data"),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_open", True)), fields=["company", "id"], name="sales_order_open"
                    ),
                    django.contrib.postgres.indexes.BrinIndex(
                        fields=["order_on"], name="sales_order_day", pages_per_range=32
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company", "shop", "platform_number"), name="sales_order_platform_number"
                    ),
                    models.UniqueConstraint(fields=("company", "number"), name="sales_order_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("resume_state__isnull", False), ("state", "held")),
                            models.Q(models.Q(("state", "held"), _negated=True), ("resume_state__isnull", True)),
                            _connector="OR",
                        ),
                        name="sales_order_resume",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewCheckEvent",
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
                        to="sales.reviewcheck",
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
                    "channel",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sales.channel",
                    ),
                ),
                (
                    "check_code",
                    interlock.core.fields.Choice(
                        choices=[
                            ("authorisation", "sales authorisation"),
                            ("completeness", "completeness"),
                            ("price", "price"),
                            ("credit", "credit"),
                            ("payment", "payment term"),
                            ("gift", "gifts and coupons"),
                            ("source", "stock source"),
                            ("warehouse", "warehouse assignment"),
                        ],
                        max_length=24,
                    ),
                ),
                ("enabled", models.BooleanField(default=True, verbose_name="on")),
                ("releasable", models.BooleanField(default=True, verbose_name="may be released")),
                ("parameters", models.JSONField(blank=True, default=dict, verbose_name="parameters")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RouteEvent",
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
                        to="sales.route",
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
                    "channel",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sales.channel",
                    ),
                ),
                ("province", models.CharField(blank=True, default="", max_length=40, verbose_name="province")),
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
                ("rank", models.PositiveSmallIntegerField(default=1, verbose_name="rank")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ShopEvent",
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
                        to="sales.shop",
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
                (
                    "channel",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sales.channel",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.unit",
                    ),
                ),
                (
                    "customer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="parties.party",
                    ),
                ),
                (
                    "price_list",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="items.pricelist",
                    ),
                ),
                (
                    "split",
                    interlock.core.fields.Choice(
                        choices=[
                            ("never", "one warehouse or wait"),
                            ("by_warehouse", "split by warehouse"),
                            ("wait_for_all", "split by warehouse, wait for all lines"),
                        ],
                        default="never",
                        max_length=24,
                    ),
                ),
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
            name="Delivery",
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
                    "warehouse",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="stock.warehouse",
                    ),
                ),
                (
                    "shop",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="sales.shop",
                    ),
                ),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("released", "to pick"), ("shipped", "shipped"), ("recognised", "recognised")],
                        db_default="released",
                        max_length=24,
                    ),
                ),
                (
                    "is_open",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Q(("state", "recognised"), _negated=True),
                        output_field=models.BooleanField(),
                    ),
                ),
                ("release_on", models.DateField(verbose_name="released on")),
                ("shipped_on", models.DateField(null=True, verbose_name="shipped on")),
                ("recognised_on", models.DateField(null=True, verbose_name="recognised on")),
                ("version", models.IntegerField(db_default=1)),
            ],
            options={
                "verbose_name": "delivery",
                "verbose_name_plural": "deliveries",
                "permissions": [
                    ("release_deliveries", "Release deliveries to the warehouse"),
                    ("capture_serials", "Capture serial numbers"),
                    ("ship_deliveries", "Ship deliveries"),
                    ("recognise_revenue", "Recognise revenue"),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_open", True)), fields=["company", "id"], name="sales_delivery_open"
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("company", "number"), name="sales_delivery_number")],
            },
        ),
        migrations.CreateModel(
            name="Hold",
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
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="holds", to="sales.order"
                    ),
                ),
                ("reason", models.CharField(max_length=24, verbose_name="reason")),
                ("check_code", models.CharField(blank=True, db_default="", max_length=24)),
                ("line_number", models.IntegerField(null=True)),
                ("detail", models.JSONField(default=dict)),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("open", "open"), ("released", "released"), ("cleared", "cleared")],
                        db_default="open",
                        max_length=24,
                    ),
                ),
                ("raised_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
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
                (
                    "ended_run",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.run",
                    ),
                ),
                ("note", models.CharField(blank=True, db_default="", max_length=240, verbose_name="why released")),
            ],
            options={
                "verbose_name": "hold",
                "verbose_name_plural": "holds",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "open")),
                        fields=["company", "reason", "order"],
                        name="sales_hold_queue",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ListingEvent",
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
                        to="sales.listing",
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
                    "shop",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sales.shop",
                    ),
                ),
                ("sku", models.CharField(max_length=40, verbose_name="shop's code")),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="items.item",
                    ),
                ),
                ("gift_allowed", models.BooleanField(default=False, verbose_name="may be a gift")),
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
            name="OrderChange",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        db_default=interlock.core.fields.NextVal("core_document_id"),
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
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="sales.order"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.file",
                    ),
                ),
                ("content_hash", models.CharField(max_length=32)),
                ("content", models.JSONField()),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("open", "open"), ("dismissed", "dismissed")], db_default="open", max_length=24
                    ),
                ),
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
                "verbose_name": "order change",
                "verbose_name_plural": "order changes",
                "constraints": [
                    models.UniqueConstraint(fields=("company", "order", "content_hash"), name="sales_orderchange_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="OrderLine",
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
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="sales.order"
                    ),
                ),
                ("line_number", models.IntegerField(verbose_name="line")),
                ("sku", models.CharField(max_length=40, verbose_name="shop's code")),
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
                ("quantity", models.DecimalField(decimal_places=6, max_digits=20, verbose_name="quantity")),
                ("unit_price", models.DecimalField(decimal_places=6, max_digits=20, verbose_name="unit price")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=20, verbose_name="amount")),
                ("tax_amount", models.DecimalField(decimal_places=2, max_digits=20, verbose_name="VAT")),
                ("is_gift", models.BooleanField(db_default=False, verbose_name="gift")),
            ],
            options={
                "verbose_name": "order line",
                "verbose_name_plural": "order lines",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("quantity__gt", 0)), name="sales_orderline_quantity"),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0), ("tax_amount__gte", 0)), name="sales_orderline_amount"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeliveryLine",
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
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="sales.delivery"
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="delivery_lines",
                        to="sales.order",
                    ),
                ),
                (
                    "order_line",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="sales.orderline",
                    ),
                ),
                (
                    "reservation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stock.reservation",
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
                ("quantity", models.DecimalField(decimal_places=6, max_digits=20)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=20)),
                ("tax_amount", models.DecimalField(decimal_places=2, max_digits=20)),
                ("recognised_on", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "delivery line",
                "verbose_name_plural": "delivery lines",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("quantity__gt", 0)), name="sales_deliveryline_quantity")
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="channel",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_channelevent" ("code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a280866798508a36c08583756478bf81c49ff7b8",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0cf0c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="sales_channel",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="channel",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_channelevent" ("code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5e6bd59d49274c5fbf7b2e5efcd835694d6501b9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_32cf3",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="sales_channel",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewcheck",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_reviewcheckevent" ("channel_id", "check_code", "company_id", "enabled", "id", "parameters", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "releasable") SELECT new_values."channel_id", new_values."check_code", new_values."company_id", new_values."enabled", new_values."id", new_values."parameters", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."releasable" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="798d6bdb7d037e6e11d028fe29de09140983307c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2013b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="sales_reviewcheck",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewcheck",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_reviewcheckevent" ("channel_id", "check_code", "company_id", "enabled", "id", "parameters", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "releasable") SELECT new_values."channel_id", new_values."check_code", new_values."company_id", new_values."enabled", new_values."id", new_values."parameters", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."releasable" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9ea7fc180a2ddb35d3bd216cf898023dba5b1acd",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2bc98",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="sales_reviewcheck",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="route",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_routeevent" ("channel_id", "company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province", "rank", "warehouse_id") SELECT new_values."channel_id", new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."province", new_values."rank", new_values."warehouse_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="89600e825ce442fc1ad948a93277e6a3222ba68d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a9374",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="sales_route",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="route",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_routeevent" ("channel_id", "company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province", "rank", "warehouse_id") SELECT new_values."channel_id", new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."province", new_values."rank", new_values."warehouse_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a4c3c0c1e907987c52d1fc5bbd6a9bb089a98aeb",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_426df",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="sales_route",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="shop",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_shopevent" ("channel_id", "code", "company_id", "customer_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_list_id", "split", "state", "unit_id") SELECT new_values."channel_id", new_values."code", new_values."company_id", new_values."customer_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."price_list_id", new_values."split", new_values."state", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="13edfbf6d74324ee8d35bb12b4c4f45ac263576a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d3b9c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="sales_shop",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="shop",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_shopevent" ("channel_id", "code", "company_id", "customer_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_list_id", "split", "state", "unit_id") SELECT new_values."channel_id", new_values."code", new_values."company_id", new_values."customer_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."price_list_id", new_values."split", new_values."state", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b8b5b041d38fa1a2a1dd37f6bd55e5835cb83865",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dda71",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="sales_shop",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="listing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_listingevent" ("company_id", "gift_allowed", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shop_id", "sku", "state") SELECT new_values."company_id", new_values."gift_allowed", new_values."id", new_values."item_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."shop_id", new_values."sku", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="21ad74e443dd68d70b519318a295664a9e748620",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4c28d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="sales_listing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="listing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_listingevent" ("company_id", "gift_allowed", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shop_id", "sku", "state") SELECT new_values."company_id", new_values."gift_allowed", new_values."id", new_values."item_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."shop_id", new_values."sku", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8688159eff28ed9407440e3684a317c212b916cc",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0302d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="sales_listing",
                    when="AFTER",
                ),
            ),
        ),
        # Feed rows can be read again from the file; the others leave room for their state to change in place.
        migrations.RunSQL(
            sql="ALTER TABLE sales_feedrow SET UNLOGGED",
            reverse_sql="ALTER TABLE sales_feedrow SET LOGGED",
        ),
        migrations.RunSQL(
            sql="ALTER TABLE sales_order SET (fillfactor = 50)",
            reverse_sql="",
        ),
        migrations.RunSQL(
            sql="ALTER TABLE sales_delivery SET (fillfactor = 50)",
            reverse_sql="",
        ),
        migrations.RunSQL(
            sql="ALTER TABLE sales_deliveryline SET (fillfactor = 55)",
            reverse_sql="",
        ),
        # VAT of a line: within the amount where prices include it, on top where they do not; half away from zero.
        migrations.RunSQL(
            sql="""
CREATE FUNCTION sales_tax(charged numeric, tax_pct numeric, tax_included boolean) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN tax_pct IS NULL THEN 0
                WHEN tax_included THEN charged - round(charged * 100 / (100 + tax_pct), 2)
                ELSE round(charged * tax_pct / 100, 2) END
$$
""",
            reverse_sql="DROP FUNCTION sales_tax(numeric, numeric, boolean)",
        ),
    ]
