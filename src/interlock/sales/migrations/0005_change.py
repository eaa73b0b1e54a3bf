import django.db.models.deletion
import interlock.core.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


def checked(table, column, choices):
    """Let the column's own check know all its choices: altering the field leaves it as it was."""
    values = ", ".join(f"'{choice}'" for choice in choices.split())
    name = f"{table}_{column}_check"
    return migrations.RunSQL(
        sql=f"ALTER TABLE {table} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} CHECK ({column} IN ({values}))",
        reverse_sql="",
    )


ORDER = "received held reviewed reserved released shipped recognised cancelled"
SPLIT = "never by_warehouse wait_for_all by_line"


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0004_document_versions"),
        ("items", "0001_initial"),
        ("sales", "0004_settlement"),
    ]

    operations = [
        migrations.AddField(
            model_name="order",
            name="is_parted",
            field=models.BooleanField(db_default=False),
        ),
        checked("sales_order", "state", ORDER),
        checked("sales_order", "resume_state", ORDER),
        checked("sales_delivery", "state", "released shipped recognised cancelled"),
        checked("sales_orderchange", "state", "open dismissed accepted"),
        checked("sales_shop", "split", SPLIT),
        checked("sales_shopevent", "split", SPLIT),
        migrations.CreateModel(
            name="Cancellation",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "reason",
                    interlock.core.fields.Choice(
                        choices=[
                            ("buyer", "the buyer changed their mind"),
                            ("not_paid", "not paid in time"),
                            ("out_of_stock", "no stock in time"),
                            ("price_error", "wrong price or promotion"),
                            ("duplicate", "ordered twice"),
                            ("address", "cannot be delivered there"),
                            ("fraud", "suspected fraud"),
                            ("other", "other reason"),
                        ],
                        max_length=24,
                    ),
                ),
                ("note", models.CharField(blank=True, db_default="", max_length=240, verbose_name="note")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=20)),
                ("cancelled_on", models.DateField()),
            ],
            options={
                "verbose_name": "cancellation",
                "verbose_name_plural": "cancellations",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CustomerLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("round", models.PositiveIntegerField(db_default=0)),
            ],
            options={
                "verbose_name": "customer link",
                "verbose_name_plural": "customer links",
            },
        ),
        migrations.AlterModelOptions(
            name="order",
            options={
                "permissions": [
                    ("import_orders", "Import orders"),
                    ("review_orders", "Review orders"),
                    ("release_orders", "Release held orders"),
                    ("amend_orders", "Amend held orders"),
                    ("change_orders", "Change orders before they are shipped"),
                    ("cancel_orders", "Cancel orders before they are shipped"),
                    ("reserve_orders", "Reserve stock for orders"),
                    ("show_buyer", "Show buyers' personal data"),
                    ("share_orders", "Give customers the link to their order"),
                ],
                "verbose_name": "sales order",
                "verbose_name_plural": "sales orders",
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="shop",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="shop",
            name="update_update",
        ),
        migrations.RemoveConstraint(
            model_name="orderline",
            name="sales_orderline_quantity",
        ),
        migrations.AddField(
            model_name="shop",
            name="install_within_days",
            field=models.PositiveSmallIntegerField(default=14, verbose_name="installed within days of shipment"),
        ),
        migrations.AddField(
            model_name="shop",
            name="merge_minutes",
            field=models.PositiveSmallIntegerField(
                default=0, help_text="0: every order leaves on its own", verbose_name="merge orders within minutes"
            ),
        ),
        migrations.AddField(
            model_name="shopevent",
            name="install_within_days",
            field=models.PositiveSmallIntegerField(default=14, verbose_name="installed within days of shipment"),
        ),
        migrations.AddField(
            model_name="shopevent",
            name="merge_minutes",
            field=models.PositiveSmallIntegerField(
                default=0, help_text="0: every order leaves on its own", verbose_name="merge orders within minutes"
            ),
        ),
        # A generated column cannot be changed: it is made anew, with the index that reads it.
        migrations.RemoveIndex(model_name="delivery", name="sales_delivery_open"),
        migrations.RemoveField(model_name="delivery", name="is_open"),
        migrations.AddField(
            model_name="delivery",
            name="is_open",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Q(("state__in", ["recognised", "cancelled"]), _negated=True),
                output_field=models.BooleanField(),
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("is_open", True)), fields=["company", "id"], name="sales_delivery_open"
            ),
        ),
        migrations.AlterField(
            model_name="delivery",
            name="state",
            field=interlock.core.fields.Choice(
                choices=[
                    ("released", "to pick"),
                    ("shipped", "shipped"),
                    ("recognised", "recognised"),
                    ("cancelled", "cancelled"),
                ],
                db_default="released",
                max_length=24,
            ),
        ),
        # A generated column cannot be changed: it is made anew, with the index that reads it.
        migrations.RemoveIndex(model_name="order", name="sales_order_open"),
        migrations.RemoveField(model_name="order", name="is_open"),
        migrations.AddField(
            model_name="order",
            name="is_open",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Q(("state__in", ["recognised", "cancelled"]), _negated=True),
                output_field=models.BooleanField(),
            ),
        ),
        migrations.AddIndex(
            model_name="order",
            index=models.Index(
                condition=models.Q(("is_open", True)), fields=["company", "id"], name="sales_order_open"
            ),
        ),
        migrations.AlterField(
            model_name="order",
            name="resume_state",
            field=interlock.core.fields.Choice(
                choices=[
                    ("received", "received"),
                    ("held", "held"),
                    ("reviewed", "reviewed"),
                    ("reserved", "reserved"),
                    ("released", "released to warehouse"),
                    ("shipped", "shipped"),
                    ("recognised", "recognised"),
                    ("cancelled", "cancelled"),
                ],
                max_length=24,
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="order",
            name="state",
            field=interlock.core.fields.Choice(
                choices=[
                    ("received", "received"),
                    ("held", "held"),
                    ("reviewed", "reviewed"),
                    ("reserved", "reserved"),
                    ("released", "released to warehouse"),
                    ("shipped", "shipped"),
                    ("recognised", "recognised"),
                    ("cancelled", "cancelled"),
                ],
                db_default="received",
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="orderchange",
            name="state",
            field=interlock.core.fields.Choice(
                choices=[("open", "open"), ("dismissed", "dismissed"), ("accepted", "accepted")],
                db_default="open",
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="shop",
            name="split",
            field=interlock.core.fields.Choice(
                choices=[
                    ("never", "one warehouse or wait"),
                    ("by_warehouse", "split by warehouse"),
                    ("wait_for_all", "split by warehouse, wait for all lines"),
                    ("by_line", "send the lines that are there, the rest follows"),
                ],
                default="never",
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="shopevent",
            name="split",
            field=interlock.core.fields.Choice(
                choices=[
                    ("never", "one warehouse or wait"),
                    ("by_warehouse", "split by warehouse"),
                    ("wait_for_all", "split by warehouse, wait for all lines"),
                    ("by_line", "send the lines that are there, the rest follows"),
                ],
                default="never",
                max_length=24,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="shop",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_shopevent" ("channel_id", "code", "company_id", "customer_id", "id", "install_within_days", "merge_minutes", "name_en", "name_zh", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_list_id", "split", "state", "unit_id") SELECT new_values."channel_id", new_values."code", new_values."company_id", new_values."customer_id", new_values."id", new_values."install_within_days", new_values."merge_minutes", new_values."name_en", new_values."name_zh", new_values."owner_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."price_list_id", new_values."split", new_values."state", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="487555d0b4a0533a7fe74fa88248d30a4b90fbff",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_shopevent" ("channel_id", "code", "company_id", "customer_id", "id", "install_within_days", "merge_minutes", "name_en", "name_zh", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_list_id", "split", "state", "unit_id") SELECT new_values."channel_id", new_values."code", new_values."company_id", new_values."customer_id", new_values."id", new_values."install_within_days", new_values."merge_minutes", new_values."name_en", new_values."name_zh", new_values."owner_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."price_list_id", new_values."split", new_values."state", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a41960e95df5b3169fc9643e2e7532a45fc15619",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dda71",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="sales_shop",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="orderline",
            constraint=models.CheckConstraint(
                condition=models.Q(("quantity__gte", 0)), name="sales_orderline_quantity"
            ),
        ),
        migrations.AddField(
            model_name="cancellation",
            name="company",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="core.company",
            ),
        ),
        migrations.AddField(
            model_name="cancellation",
            name="order",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="sales.order",
            ),
        ),
        migrations.AddField(
            model_name="cancellation",
            name="run",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="core.run",
            ),
        ),
        migrations.AddField(
            model_name="customerlink",
            name="company",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="core.company",
            ),
        ),
        migrations.AddField(
            model_name="customerlink",
            name="order",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="sales.order",
            ),
        ),
        migrations.AddIndex(
            model_name="cancellation",
            index=models.Index(fields=["company", "order"], name="sales_cancellation_order"),
        ),
        migrations.AddIndex(
            model_name="cancellation",
            index=models.Index(fields=["company", "cancelled_on", "reason"], name="sales_cancellation_day"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cancellation",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e2392710de487726c47b3982488acd0b4736f13a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1abdc",
                    table="sales_cancellation",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="customerlink",
            constraint=models.UniqueConstraint(fields=("company", "order"), name="sales_customerlink_order"),
        ),
    ]
