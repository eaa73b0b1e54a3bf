"""The migrated schema as one file, loaded into a database without tables in place of two minutes of migrations.

Only ``migrate`` below decides: a bare database gets the file when it was written from migrations that are here
unchanged, all others migrate as ever. ``migrate`` of Django runs in either case, for migrations that are newer than the
file and for what it does afterwards (content types, permissions).
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import re
import sys
from functools import cache
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from psycopg import sql

from interlock.server import Trouble
from interlock.server import baseline as schema
from interlock.server.schema import connect, drop_database

FILE = Path(__file__).parent / "migrations" / "baseline.sql"
HEADER = "-- Written by ./interlock manage baseline from the migrations; not edited by hand.\n-- Migrations: "
#: What migrations leave besides the schema: that they ran; and two content types, which Django would make afterwards.
RECORD = {"django_migrations", "django_migrations_id_seq"}
AFTERWARDS = {"django_content_type", "django_content_type_id_seq"}
RAN = sql.SQL("INSERT INTO public.django_migrations (app, name, applied) VALUES\n{};\n")
ROW = re.compile(r"^    \('(\w+)', '(\w+)', now\(\)\)[,;]$", re.MULTILINE)
APPLIED = "SELECT app, name FROM django_migrations ORDER BY id"


def migrate(using: str = "owner", *, by_migrations: bool = False) -> None:
    """Bring the database of an alias to the newest migration; a bare one gets the baseline first when it is true."""
    if not by_migrations:
        load(str(connections[using].settings_dict["NAME"]))
    call_command("migrate", database=using, interactive=False, verbosity=0, stdout=sys.stderr)


def load(name: str) -> bool:
    """Load the baseline into a bare database; say whether it was loaded."""
    with connect("owner", name) as connection:
        if not schema.is_bare(connection) or not is_true():
            return False
        schema.load(connection, FILE.read_text(encoding="utf-8"))
        return True


def is_true() -> bool:
    """Say whether the file was written from migrations that are all here, as they were; newer ones may follow."""
    return FILE.exists() and _is_from(frozenset(ROW.findall(FILE.read_text(encoding="utf-8"))))


def is_current() -> bool:
    """Say whether the file was written from all the migrations that are here."""
    return FILE.exists() and _is_from(_here())


def _here() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).disk_migrations)


def _is_from(migrations: frozenset[tuple[str, str]]) -> bool:
    return FILE.read_text(encoding="utf-8").startswith(_header(migrations))


def make() -> str:
    """Migrate a database made for it by the migrations themselves and answer the file's text."""
    name = f"{connections['owner'].settings_dict['NAME']}_baseline"
    with connect("owner") as owner:
        drop_database(owner, name)
        owner.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            _run_migrations(name)
            return _header(_here()) + "\n" + schema.dump(name) + "\n" + _record(name)
        finally:
            drop_database(owner, name)


def _run_migrations(name: str) -> None:
    """Run every migration and nothing that follows migrations: no content type, no permission."""
    owner = connections["owner"]
    ours = owner.settings_dict["NAME"]
    owner.close()
    owner.settings_dict["NAME"] = name
    try:
        executor = MigrationExecutor(owner)
        executor.migrate(executor.loader.graph.leaf_nodes())
    finally:
        owner.close()
        owner.settings_dict["NAME"] = ours


def _record(name: str) -> str:
    """Answer the statement that says which migrations ran; refuse rows that the file would not bring."""
    with connect("owner", name) as connection:
        if found := [table for table in schema.filled(connection) if table not in RECORD | AFTERWARDS]:
            raise Trouble(f"A migration writes rows of its own, which a baseline does not hold: {', '.join(found)}.")
        applied = connection.execute(APPLIED).fetchall()
        rows = [sql.SQL("    ({}, {}, now())").format(*map(sql.Literal, row)) for row in applied]
        return RAN.format(sql.SQL(",\n").join(rows)).as_string(connection)


@cache
def _header(migrations: frozenset[tuple[str, str]]) -> str:
    return f"{HEADER}{_digest(migrations)}\n"


def _digest(migrations: frozenset[tuple[str, str]]) -> str:
    """Answer what changes with each of these migrations, ours or a library's, and with the libraries that have any."""
    loader = MigrationLoader(None)
    digest = hashlib.sha256()
    for (label, name), migration in sorted(loader.disk_migrations.items()):
        if (label, name) not in migrations:
            continue
        file = sys.modules[migration.__module__].__file__
        assert file is not None
        digest.update(f"{label}.{name}\0".encode() + Path(file).read_bytes())
    # pgtrigger has no migrations and writes the triggers of ours.
    packages = {apps.get_app_config(label).name.split(".")[0] for label in {*loader.migrated_apps, "pgtrigger"}}
    made_by = importlib.metadata.packages_distributions()
    for distribution in sorted({name for package in packages - {"interlock"} for name in made_by[package]}):
        digest.update(f"{distribution}=={importlib.metadata.version(distribution)}\0".encode())
    return digest.hexdigest()
