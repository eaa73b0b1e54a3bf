"""What must hold on a database before Django may use it: one migration at a time, and a usable application role."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import psycopg
from psycopg import sql

from . import database_settings
from .external import require_utf8

LOCK_KEY = 0x494E5445524C4F43  # "INTERLOC"


def connect(role: str, name: str | None = None) -> psycopg.Connection:
    """Open a plain connection, with autocommit, as one of the two roles."""
    given = database_settings(role, name)
    options = {key: value for key, value in given["OPTIONS"].items() if value is not None}
    named = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
    address = {ours: given[theirs] for ours, theirs in named.items() if given[theirs]}
    return psycopg.connect(**address, **options, autocommit=True)


@contextlib.contextmanager
def migration_lock(name: str | None = None) -> Iterator[psycopg.Connection]:
    """Hold the lock under which the schema changes; a second migration waits as long as it takes."""
    with connect("owner", name) as connection:
        require_utf8(connection)
        connection.execute("SET lock_timeout = 0")
        connection.execute("SELECT pg_advisory_lock(%s)", [LOCK_KEY])
        yield connection


def application_may_work(connection: psycopg.Connection) -> bool:
    """Say whether the application's role was granted its rights, which happens after the last migration."""
    row = connection.execute(
        "SELECT coalesce(has_table_privilege('interlock_app', to_regclass('django_migrations'), 'SELECT'), false)"
    ).fetchone()
    return bool(row and row[0])


def drop_database(owner: psycopg.Connection, name: str) -> None:
    """Drop a database, ending our own connections to it; DROP itself waits for those of autovacuum.

    ``WITH (FORCE)`` would refuse to end a vacuum, which is the server's and not ours.
    """
    owner.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pg_has_role(usesysid, 'MEMBER')",
        [name],
    )
    owner.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
