"""A database of its own for a measurement, on the same server with the same settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections
from psycopg import sql

from interlock import server
from interlock.core import baseline, grants
from interlock.core.sealed_head import head_path
from interlock.server.schema import connect, drop_database

SUFFIX, KEPT = "_bench", "_bench_kept"


@contextmanager
def scratch_database(*, keep: bool = False) -> Iterator[str]:
    """Point Django at a fresh, migrated database for the time being, and drop it afterwards.

    ``keep`` leaves a database of its own behind, and takes it as it is the next time.
    """
    name = server.database_name() + (KEPT if keep else SUFFIX)
    with connect("owner") as owner:
        if not keep:
            drop_database(owner, name)
        if not keep or not owner.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchall():
            owner.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            _point_at(name)
            baseline.migrate()
            grants.apply()
            yield name
        finally:
            if not keep:
                head_path().unlink(missing_ok=True)  # of a chain that goes with the database
            _point_at(server.database_name())
            if not keep:
                drop_database(owner, name)


def _point_at(name: str) -> None:
    for alias, role in (("default", "app"), ("owner", "owner")):
        connections[alias].close()
        connections[alias].settings_dict.update(server.database_settings(role, name))
