import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.fields
import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import interlock.core.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        # Extensions the tables need, and the two sequences all documents and all their lines draw from.
        django.contrib.postgres.operations.BtreeGistExtension(),
        django.contrib.postgres.operations.TrigramExtension(),
        migrations.RunSQL(
            sql="CREATE SEQUENCE core_document_id AS bigint",
            reverse_sql="DROP SEQUENCE core_document_id",
        ),
        migrations.RunSQL(
            sql="CREATE SEQUENCE core_line_id AS bigint",
            reverse_sql="DROP SEQUENCE core_line_id",
        ),
        migrations.CreateModel(
            name="Currency",
            fields=[
                ("name_en", models.CharField(max_length=120)),
                ("name_zh", models.CharField(max_length=120)),
                ("code", models.CharField(max_length=3, primary_key=True, serialize=False)),
                ("minor_units", models.PositiveSmallIntegerField(default=2)),
            ],
            options={
                "verbose_name": "currency",
                "verbose_name_plural": "currencies",
            },
        ),
        migrations.CreateModel(
            name="Company",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_en", models.CharField(max_length=120)),
                ("name_zh", models.CharField(max_length=120)),
                ("code", models.CharField(max_length=12, unique=True)),
                (
                    "currency",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.currency",
                    ),
                ),
                ("time_zone", models.CharField(default="Asia/Shanghai", max_length=40)),
                ("country", models.CharField(default="CN", max_length=2)),
                ("uscc", models.CharField(blank=True, max_length=18)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.company",
                    ),
                ),
            ],
            options={
                "verbose_name": "company",
                "verbose_name_plural": "companies",
                "ordering": ["code"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("zh-hans", "简体中文")], default="zh-hans", max_length=10
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.company",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="CompanyEvent",
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
                        to="core.company",
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
                ("code", models.CharField(max_length=12)),
                (
                    "currency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.currency",
                    ),
                ),
                ("time_zone", models.CharField(default="Asia/Shanghai", max_length=40)),
                ("country", models.CharField(default="CN", max_length=2)),
                ("uscc", models.CharField(blank=True, max_length=18)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.company",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Period",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.company"
                    ),
                ),
                (
                    "module",
                    interlock.core.fields.Choice(
                        choices=[
                            ("sales", "sales"),
                            ("purchasing", "purchasing"),
                            ("stock", "stock"),
                            ("production", "production"),
                            ("finance", "finance"),
                        ],
                        max_length=24,
                    ),
                ),
                ("month", models.DateField()),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("open", "open"), ("closed", "closed")], default="open", max_length=24
                    ),
                ),
            ],
            options={
                "verbose_name": "period",
                "verbose_name_plural": "periods",
                "permissions": [("close_periods", "Close and open periods")],
                "constraints": [models.UniqueConstraint(fields=("company", "module", "month"), name="core_period_key")],
            },
        ),
        migrations.CreateModel(
            name="Unit",
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
                (
                    "kind",
                    interlock.core.fields.Choice(
                        choices=[("department", "department"), ("shop", "shop")], max_length=24
                    ),
                ),
                ("code", models.CharField(max_length=24)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation unit",
                "verbose_name_plural": "organisation units",
                "ordering": ["code"],
                "constraints": [models.UniqueConstraint(fields=("company", "code"), name="core_unit_code")],
            },
        ),
        migrations.CreateModel(
            name="Work",
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
                ("key", models.UUIDField()),
                ("number", models.IntegerField()),
                (
                    "document_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                ),
                (
                    "state",
                    interlock.core.fields.Choice(
                        choices=[("waiting", "waiting"), ("done", "done"), ("set_aside", "set aside")],
                        db_default="waiting",
                        max_length=24,
                    ),
                ),
            ],
            options={
                "verbose_name": "work",
                "verbose_name_plural": "work",
                "constraints": [models.UniqueConstraint(fields=("company", "key", "number"), name="core_work_chunk")],
            },
        ),
        migrations.CreateModel(
            name="Counter",
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
                ("kind", models.CharField(max_length=12)),
                ("month", models.DateField()),
                ("last_number", models.BigIntegerField(default=0)),
            ],
            options={
                "verbose_name": "counter",
                "verbose_name_plural": "counters",
                "constraints": [models.UniqueConstraint(fields=("company", "kind", "month"), name="core_counter_key")],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.company"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="auth.group"),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
                "constraints": [
                    models.UniqueConstraint(fields=("company", "user", "role"), name="core_membership_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Run",
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
                ("key", models.UUIDField()),
                ("operation", models.CharField(max_length=80)),
                ("arguments_hash", models.CharField(max_length=64)),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("door", models.CharField(max_length=16)),
                ("counts", models.JSONField(default=dict)),
                ("started_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("duration_ms", models.IntegerField(null=True)),
            ],
            options={
                "verbose_name": "run",
                "verbose_name_plural": "runs",
                "constraints": [models.UniqueConstraint(fields=("company", "key"), name="core_run_key")],
            },
        ),
        migrations.CreateModel(
            name="UnitEvent",
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
                        to="core.unit",
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
                (
                    "kind",
                    interlock.core.fields.Choice(
                        choices=[("department", "department"), ("shop", "shop")], max_length=24
                    ),
                ),
                ("code", models.CharField(max_length=24)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.unit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MembershipEvent",
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
                        to="core.membership",
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
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="auth.group",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="File",
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
                ("sha256", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=255)),
                ("size_bytes", models.BigIntegerField()),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.run",
                    ),
                ),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "verbose_name": "file",
                "verbose_name_plural": "files",
                "constraints": [models.UniqueConstraint(fields=("company", "sha256"), name="core_file_hash")],
            },
        ),
        migrations.CreateModel(
            name="Timeline",
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
                ("document_id", models.BigIntegerField()),
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
                ("code", models.CharField(max_length=40)),
            ],
            options={
                "verbose_name": "timeline entry",
                "verbose_name_plural": "timeline",
                "abstract": False,
                "indexes": [models.Index(fields=["company", "document_id"], name="core_timeline_document")],
            },
        ),
        migrations.CreateModel(
            name="Verdict",
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
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="verdicts", to="core.run"
                    ),
                ),
                ("document_id", models.BigIntegerField()),
                ("code", models.CharField(max_length=40)),
                ("detail", models.JSONField(default=dict)),
            ],
            options={
                "verbose_name": "verdict",
                "verbose_name_plural": "verdicts",
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="company",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_companyevent" ("code", "country", "currency_id", "id", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "time_zone", "uscc") SELECT new_values."code", new_values."country", new_values."currency_id", new_values."id", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."time_zone", new_values."uscc" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f7520bf609e1e0710d739964ee23d00fabe9ce63",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_188e9",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="core_company",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="company",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_companyevent" ("code", "country", "currency_id", "id", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "time_zone", "uscc") SELECT new_values."code", new_values."country", new_values."currency_id", new_values."id", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."time_zone", new_values."uscc" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="04dd0ae4fadf8fedfe03b6938f28855600f6d70a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e169c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="core_company",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_membershipevent" ("company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "user_id") SELECT new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role_id", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6a2cbb7ee6c93dde3634ef83c08f9202bf73bce1",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ec0e8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="core_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_membershipevent" ("company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "user_id") SELECT new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role_id", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a10f4a65bf58d30ae7598356091840d76aa5656b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_af665",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="core_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="timeline",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="359b18a4d450447f6ac7125fc8c0f1b82c8851d0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_91dc8",
                    table="core_timeline",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_unitevent" ("code", "company_id", "id", "kind", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."kind", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="dbd86a0303d23335e8d0c6157fa0035ceadf9532",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_94584",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="core_unit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_unitevent" ("code", "company_id", "id", "kind", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."kind", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="153b954b6859772e1e67a9f44de55ff71331a962",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_61150",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="core_unit",
                    when="AFTER",
                ),
            ),
        ),
        # Gapless numbers: the counter row is the last lock of an operation; one call a set and month.
        migrations.RunSQL(
            sql="""
CREATE FUNCTION core_take_numbers(company bigint, document_kind text, of_month date, how_many bigint)
RETURNS bigint LANGUAGE sql AS $$
    INSERT INTO core_counter AS c (company_id, kind, month, last_number)
    VALUES (company, document_kind, of_month, how_many)
    ON CONFLICT (company_id, kind, month) DO UPDATE SET last_number = c.last_number + excluded.last_number
    RETURNING last_number - how_many
$$;
CREATE FUNCTION core_number(document_kind text, of_month date, n bigint) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT document_kind || '-' || to_char(of_month, 'YYMM') || '-' || lpad(n::text, greatest(6, length(n::text)), '0')
$$
""",
            reverse_sql="DROP FUNCTION core_take_numbers, core_number",
        ),
        # Fresh statistics after a large load: only the owner may ANALYZE, so the application asks through this.
        migrations.RunSQL(
            sql="""
CREATE FUNCTION core_analyse(tables text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one text;
BEGIN
    FOREACH one IN ARRAY tables LOOP
        EXECUTE format('ANALYZE public.%I', one);
    END LOOP;
END $$
""",
            reverse_sql="DROP FUNCTION core_analyse(text[])",
        ),
        # What makes a table a ledger for the application: see core/grants.py.
        migrations.RunSQL(
            sql="""
CREATE FUNCTION core_revoke_changes(ledger text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM interlock_app', ledger);
END $$
""",
            reverse_sql="DROP FUNCTION core_revoke_changes(text)",
        ),
    ]
