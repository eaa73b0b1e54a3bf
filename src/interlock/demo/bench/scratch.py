"""A database of its own for a measurement, on the same server with the same settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections
from psycopg import sql

from interlock import server
from interlock.core import baseline, grants
from interlock.server.schema import connect, drop_database

SUFFIX = "_bench"


@contextmanager
def scratch_database() -> Iterator[str]:
    """Point Django at a fresh, migrated database for the time being, and drop it afterwards."""
    name = server.database_name() + SUFFIX
    with connect("owner") as owner:
        drop_database(owner, name)
        owner.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            _point_at(name)
            baseline.migrate()
            grants.apply()
            yield name
        finally:
            _point_at(server.database_name())
            drop_database(owner, name)


def _point_at(name: str) -> None:
    for alias, role in (("default", "app"), ("owner", "owner")):
        connections[alias].close()
        connections[alias].settings_dict.update(server.database_settings(role, name))
