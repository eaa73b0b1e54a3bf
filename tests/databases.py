"""One database a test process, copied from a migrated template that is kept until a migration changes."""

from __future__ import annotations

import hashlib
import os
import socket
from functools import cache
from pathlib import Path

import psycopg
from django.db import connections
from psycopg import sql

from interlock import server
from interlock.cli.database import migrate
from interlock.server.schema import connect, migration_lock

SOURCE = Path(server.__file__).resolve().parents[1]
TEMPLATE = "interlock_template_"
MACHINE = hashlib.sha256(socket.gethostname().encode()).hexdigest()[:6]
#: A statement that takes longer is a defect of its plan: the test fails and names it.
STATEMENT_LIMIT = "5min"
RUN = f"test_interlock_{MACHINE}_"


@cache
def template_name() -> str:
    """Answer a name that changes with everything that shapes an empty database."""
    files = [
        *SOURCE.glob("*/migrations/**/*"),
        *SOURCE.glob("**/grants.*"),
        *SOURCE.glob("**/baseline.py"),
        SOURCE.parents[1] / "requirements.lock",
        Path(__file__),
    ]
    digest = hashlib.sha256()
    for file in sorted(files):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(str(file.relative_to(SOURCE.parents[1])).encode() + b"\0" + file.read_bytes())
    return TEMPLATE + digest.hexdigest()[:12]


def create(name: str) -> None:
    """Make the database ``name`` anew from the template; makes the template first when it is missing."""
    template = template_name()
    with migration_lock() as connection:
        if not _exists(connection, template):
            _make_template(connection, template)
        _drop(connection, name)
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        connection.execute(statement)
        limit = sql.SQL("ALTER DATABASE {} SET statement_timeout = {}")
        connection.execute(limit.format(sql.Identifier(name), sql.Literal(STATEMENT_LIMIT)))


def drop(name: str) -> None:
    with connect("owner") as connection:
        _drop(connection, name)


def point_at(name: str) -> None:
    """Let both of Django's aliases work on the database ``name`` of the tests' own server."""
    for alias, role in (("default", "app"), ("owner", "owner")):
        connections[alias].close()
        connections[alias].settings_dict.update(server.database_settings(role, name))


def drop_leftovers() -> None:
    """Drop what killed test runs of this machine left behind, and templates of other migrations."""
    with migration_lock() as connection:
        for name in _names(connection, RUN):
            if not Path(f"/proc/{name.removeprefix(RUN).split('_')[0]}").exists():
                _drop(connection, name)
        if server.external.url() is None:
            for name in _names(connection, TEMPLATE):
                if name != template_name():
                    _drop(connection, name)


def name_of(worker: str) -> str:
    """Answer the name for one test process; the controller's number in it tells whether the run still lives."""
    controller = os.getppid() if worker != "main" else os.getpid()
    return f"{RUN}{controller}_{worker}"


def _make_template(connection: psycopg.Connection, template: str) -> None:
    half = f"{template}_half"
    _drop(connection, half)
    connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(half)))
    point_at(half)
    migrate()
    _settle(half)
    for alias in ("default", "owner"):
        connections[alias].close()
    statement = sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(half), sql.Identifier(template))
    connection.execute(statement)


def _settle(name: str) -> None:
    """Make every copy behave alike: no statement runs for ever, and no vacuum in the middle calls a table empty.

    What a test wrote and rolled back leaves pages without rows; statistics taken at that moment make the next test's
    plans nested loops over "one row".
    """
    statement = """
        SELECT format('ALTER TABLE %I.%I SET (autovacuum_enabled = off)', n.nspname, c.relname)
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE c.relkind = 'r' AND pg_has_role(c.relowner, 'MEMBER') AND n.nspname NOT LIKE 'pg\\_%'
           AND n.nspname <> 'information_schema'
    """
    with connect("owner", name) as connection:
        for (alter,) in connection.execute(statement).fetchall():
            connection.execute(alter)


def _names(connection: psycopg.Connection, prefix: str) -> list[str]:
    query = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
    return [row[0] for row in connection.execute(query, [prefix])]


def _exists(connection: psycopg.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _drop(connection: psycopg.Connection, name: str) -> None:
    """Drop a database, ending our own connections to it; DROP itself waits for those of autovacuum."""
    query = """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = %s AND pg_has_role(usesysid, 'MEMBER')
    """
    connection.execute(query, [name])
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
