"""Bring the database to this program's version before a command uses it."""

from __future__ import annotations

import sys
from collections.abc import Collection

import psycopg

from interlock import server


def start() -> None:
    """Start the server and Django; changes nothing in the database."""
    server.ensure_running()
    import django

    django.setup()


def ready() -> None:
    """Start the server and apply what is missing: migrations, as owner and one process at a time, grants, new rules."""
    start()
    migrate()


def migrate(database: str = "owner") -> bool:
    """Migrate and grant when something is missing; refuse a database of a newer version. Say whether it changed."""
    from django.db import connections

    from interlock.core import baseline, grants
    from interlock.core.api import known_permissions
    from interlock.server.schema import application_may_work, migration_lock

    owner = connections[database]
    try:
        if not _missing(database) and application_may_work(_plain(database)):
            return False
        with migration_lock(owner.settings_dict["NAME"]):
            print("Bringing the database to this version …", file=sys.stderr)  # noqa: T201
            known = known_permissions()
            baseline.migrate(database)
            grants.apply()
            _complete(known)
        return True
    finally:
        owner.close()


def _complete(known: Collection[str]) -> None:
    """Bring what came with this version to what is there: default rules, mappings of platforms, rights, duties."""
    from interlock.core.api import complete_standards
    from interlock.demo.company import approvals, settlement
    from interlock.finance import api as finance

    for books in finance.complete_books().values():
        print(f"A company got {books.accounts} accounts and {books.rules} posting rules.", file=sys.stderr)  # noqa: T201
    settlement.complete()
    if known and (routes := approvals.complete()):
        print(f"{routes} companies got a route for prices below the floor.", file=sys.stderr)  # noqa: T201
    made = complete_standards(known)
    for name, roles in made.given.items():
        print(f"{roles} roles may from now on: {name}.", file=sys.stderr)  # noqa: T201
    for pair in made.pairs:
        print(f"A conflict of duties was added: {pair}.", file=sys.stderr)  # noqa: T201
    for pair in made.held:
        print(f"Somebody {pair}: decide on the page of duties whether that is a conflict.", file=sys.stderr)  # noqa: T201


def _plain(database: str) -> psycopg.Connection:
    """Answer the driver's own connection beneath Django's."""
    from django.db import connections

    owner = connections[database]
    owner.ensure_connection()
    assert isinstance(owner.connection, psycopg.Connection)
    return owner.connection


def _missing(database: str) -> bool:
    """Say whether a migration is not applied yet; raise when one is applied that this program does not know."""
    from django.db import connections
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connections[database])
    applied, known = set(loader.applied_migrations), set(loader.disk_migrations)
    replaced = {key for migration in loader.disk_migrations.values() for key in migration.replaces}
    if unknown := sorted(applied - known - replaced):
        label, name = unknown[-1]
        raise server.Trouble(
            f"This database was made by a newer Interlock ({label}.{name} is not known here): update the program, "
            "or name another database in INTERLOCK_HOME or INTERLOCK_DATABASE_URL."
        )
    return any(key not in applied for key in loader.graph.nodes)
