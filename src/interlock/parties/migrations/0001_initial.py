import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import interlock.core.fields
import interlock.parties.models.party
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        # The check digit of a unified social credit code (GB 32100-2015) as the database proves it.
        migrations.RunSQL(
            sql="""
CREATE FUNCTION parties_uscc_valid(code text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT code ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'
       AND substr('0123456789ABCDEFGHJKLMNPQRTUWXY',
                  ((31 - sum((strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, place::int, 1)) - 1)
                             * weight)::int % 31) % 31) + 1, 1) = substr(code, 18, 1)
      FROM unnest(ARRAY[1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28]) WITH ORDINALITY AS w(weight, place)
$$
""",
            reverse_sql="DROP FUNCTION parties_uscc_valid(text)",
        ),
        migrations.CreateModel(
            name="PartyGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_en", models.CharField(max_length=120)),
                ("name_zh", models.CharField(max_length=120)),
                ("code", models.CharField(max_length=24, unique=True)),
            ],
            options={
                "verbose_name": "party group",
                "verbose_name_plural": "party groups",
                "ordering": ["code"],
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=24, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                (
                    "kind",
                    interlock.core.fields.Choice(
                        choices=[("company", "company"), ("person", "person")], default="company", max_length=24
                    ),
                ),
                ("country", models.CharField(default="CN", max_length=2, verbose_name="country")),
                (
                    "uscc",
                    models.CharField(blank=True, default="", max_length=18, verbose_name="unified social credit code"),
                ),
                ("postcode", models.CharField(blank=True, default="", max_length=16, verbose_name="postcode")),
                ("email", models.EmailField(blank=True, default="", max_length=254, verbose_name="e-mail")),
                ("phone", models.CharField(blank=True, default="", max_length=32, verbose_name="phone")),
                (
                    "group",
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
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("active", "active"), ("blocked", "blocked")], default="active", max_length=24
                    ),
                ),
            ],
            options={
                "verbose_name": "party",
                "verbose_name_plural": "parties",
                "ordering": ["code"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Lower("name"), name="gin_trgm_ops"
                        ),
                        name="parties_party_name",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("uscc"),
                        condition=models.Q(("country", "CN"), models.Q(("uscc", ""), _negated=True)),
                        name="parties_party_uscc",
                        violation_error_message="Another domestic company has this unified social credit code.",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        models.F("country"),
                        django.db.models.functions.text.Upper("postcode"),
                        django.db.models.functions.text.Lower("email"),
                        models.F("phone"),
                        condition=models.Q(("country", "CN"), _negated=True),
                        name="parties_party_foreign",
                        violation_error_message="Another foreign party has this name, country, postcode, e-mail and phone.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("country", "CN"), ("kind", "company"), _negated=True),
                            interlock.parties.models.party.UsccValid(models.F("uscc")),
                            _connector="OR",
                        ),
                        name="parties_party_uscc_valid",
                        violation_error_message="A domestic company needs a valid unified social credit code.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartyGroupEvent",
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
                        to="parties.partygroup",
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
            name="Address",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="addresses", to="parties.party"
                    ),
                ),
                ("contact", models.CharField(blank=True, max_length=80, verbose_name="contact")),
                ("phone", models.CharField(blank=True, max_length=32, verbose_name="phone")),
                ("province", models.CharField(blank=True, max_length=40, verbose_name="province")),
                ("city", models.CharField(blank=True, max_length=40, verbose_name="city")),
                ("district", models.CharField(blank=True, max_length=40, verbose_name="district")),
                ("street", models.CharField(max_length=200, verbose_name="street")),
                ("postcode", models.CharField(blank=True, max_length=16, verbose_name="postcode")),
            ],
            options={
                "verbose_name": "address",
                "verbose_name_plural": "addresses",
            },
        ),
        migrations.CreateModel(
            name="PartyRole",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="roles", to="parties.party"
                    ),
                ),
                (
                    "role",
                    interlock.core.fields.Choice(
                        choices=[("customer", "customer"), ("supplier", "supplier"), ("forwarder", "forwarder")],
                        max_length=24,
                    ),
                ),
            ],
            options={
                "verbose_name": "party role",
                "verbose_name_plural": "party roles",
                "constraints": [models.UniqueConstraint(fields=("party", "role"), name="parties_partyrole_once")],
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
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="accounts", to="parties.party"
                    ),
                ),
                (
                    "credit",
                    interlock.core.fields.Choice(
                        choices=[("open", "open"), ("stopped", "stopped")], default="open", max_length=24
                    ),
                ),
            ],
            options={
                "verbose_name": "party account",
                "verbose_name_plural": "party accounts",
                "constraints": [models.UniqueConstraint(fields=("company", "party"), name="parties_account_once")],
            },
        ),
        migrations.CreateModel(
            name="PartyEvent",
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
                        to="parties.party",
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
                ("code", models.CharField(max_length=24, verbose_name="code")),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                (
                    "kind",
                    interlock.core.fields.Choice(
                        choices=[("company", "company"), ("person", "person")], default="company", max_length=24
                    ),
                ),
                ("country", models.CharField(default="CN", max_length=2, verbose_name="country")),
                (
                    "uscc",
                    models.CharField(blank=True, default="", max_length=18, verbose_name="unified social credit code"),
                ),
                ("postcode", models.CharField(blank=True, default="", max_length=16, verbose_name="postcode")),
                ("email", models.EmailField(blank=True, default="", max_length=254, verbose_name="e-mail")),
                ("phone", models.CharField(blank=True, default="", max_length=32, verbose_name="phone")),
                (
                    "group",
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
            name="PartyRoleEvent",
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
                        to="parties.partyrole",
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
                    "party",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="parties.party",
                    ),
                ),
                (
                    "role",
                    interlock.core.fields.Choice(
                        choices=[("customer", "customer"), ("supplier", "supplier"), ("forwarder", "forwarder")],
                        max_length=24,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AddressEvent",
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
                        to="parties.address",
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
                    "party",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="parties.party",
                    ),
                ),
                ("contact", models.CharField(blank=True, max_length=80, verbose_name="contact")),
                ("phone", models.CharField(blank=True, max_length=32, verbose_name="phone")),
                ("province", models.CharField(blank=True, max_length=40, verbose_name="province")),
                ("city", models.CharField(blank=True, max_length=40, verbose_name="city")),
                ("district", models.CharField(blank=True, max_length=40, verbose_name="district")),
                ("street", models.CharField(max_length=200, verbose_name="street")),
                ("postcode", models.CharField(blank=True, max_length=16, verbose_name="postcode")),
            ],
            options={
                "abstract": False,
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
                        to="parties.account",
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
                    "party",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="parties.party",
                    ),
                ),
                (
                    "credit",
                    interlock.core.fields.Choice(
                        choices=[("open", "open"), ("stopped", "stopped")], default="open", max_length=24
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partygroup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_partygroupevent" ("code", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2f4dcafb81cd07f0a52452c6394c2e2f22dd8fae",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7e4f4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="parties_partygroup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partygroup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_partygroupevent" ("code", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1f0c796d3d61ebc4134f4fe7bc4f097fdf6e1f97",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_75c9a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="parties_partygroup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="address",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_addressevent" ("city", "contact", "district", "id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "province", "street") SELECT new_values."city", new_values."contact", new_values."district", new_values."id", new_values."party_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phone", new_values."postcode", new_values."province", new_values."street" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="40116a093a62b460ecfb86c9be05d20dee2c7182",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bf52e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="parties_address",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="address",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_addressevent" ("city", "contact", "district", "id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "province", "street") SELECT new_values."city", new_values."contact", new_values."district", new_values."id", new_values."party_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phone", new_values."postcode", new_values."province", new_values."street" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ed88d68eed6c9f53deffd381e8489eb58eb3f562",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_db937",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="parties_address",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_accountevent" ("company_id", "credit", "id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."company_id", new_values."credit", new_values."id", new_values."party_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="bb277c56eb89e04ede1e011e095a3b31615730b7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1ebe6",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="parties_account",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_accountevent" ("company_id", "credit", "id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."company_id", new_values."credit", new_values."id", new_values."party_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="35ca64e416936db54f5dceb09d6232e51600196a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_607e9",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="parties_account",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="party",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_partyevent" ("code", "country", "email", "group_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "state", "uscc") SELECT new_values."code", new_values."country", new_values."email", new_values."group_id", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phone", new_values."postcode", new_values."state", new_values."uscc" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1b3ba80e3126ea4942156527dd113fe3115f855e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f5c0e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="parties_party",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="party",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_partyevent" ("code", "country", "email", "group_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "state", "uscc") SELECT new_values."code", new_values."country", new_values."email", new_values."group_id", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phone", new_values."postcode", new_values."state", new_values."uscc" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6b40cad365fe04e11271f1d0575559ab8e8a9c38",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_db520",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="parties_party",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partyrole",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_partyroleevent" ("id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."id", new_values."party_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b7d7a08bf5fdb9a63090144296ed7cf4e840db66",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_652a3",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="parties_partyrole",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partyrole",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_partyroleevent" ("id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."id", new_values."party_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="06d464fedda8785913b0ae729fb44c2a36ccd9dc",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f3ab5",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="parties_partyrole",
                    when="AFTER",
                ),
            ),
        ),
    ]
