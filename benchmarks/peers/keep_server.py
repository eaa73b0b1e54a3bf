"""Keep Interlock's database server and an empty database on it until standard input says more; drop it then.

Prints how to reach it, as libpq's environment variables in one line of JSON. Runs in the repository's ``.venv``.
"""

from __future__ import annotations

import json
import sys

from psycopg import sql

from interlock import server
from interlock.server.schema import connect, drop_database


def main() -> None:
    """Make the database, say where it is, wait, drop it."""
    name = sys.argv[1]
    server.ensure_running()
    try:
        with connect("owner") as owner:
            drop_database(owner, name)
            owner.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            print(json.dumps(reached()), flush=True)
            sys.stdin.readline()
            drop_database(owner, name)
    finally:
        server.release()


def reached() -> dict[str, str]:
    """Answer how Interlock's owner reaches the server; JIT off, as for Interlock."""
    given = server.database_settings("owner")
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    return {name: str(given[key]) for name, key in names.items() if given[key]} | {"PGOPTIONS": "-c jit=off"}


if __name__ == "__main__":
    main()
