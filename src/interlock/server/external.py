"""A PostgreSQL server of one's own, named by INTERLOCK_DATABASE_URL."""

from __future__ import annotations

import os
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from .embedded import APP, ServerInfo
from .trouble import Trouble

OLDEST = 150000
URL = "INTERLOCK_DATABASE_URL"


def url() -> str | None:
    """Answer the address given in the environment, or None for the embedded server."""
    return os.environ.get(URL) or None


def parameters(address: str) -> dict[str, Any]:
    """Take a ``postgresql://user:password@host:port/database?option=value`` address apart."""
    try:
        given = conninfo_to_dict(address)
    except psycopg.ProgrammingError as error:
        reason = str(error).strip().splitlines()[0]
        raise Trouble(f"{URL} is not an address of a PostgreSQL database: {reason}.") from None
    if not given.get("dbname"):
        raise Trouble(f"{URL} names no database: end it with /name.")
    return given


def ensure_reachable(address: str, *, database: str | None = None) -> ServerInfo:
    """Prove that the server answers, is new enough, speaks UTF-8 and has the application's role."""
    given = parameters(address)
    if database:
        given["dbname"] = database
    given.setdefault("connect_timeout", 10)
    try:
        connection = psycopg.connect(**given, autocommit=True)
    except psycopg.OperationalError as error:
        reason = str(error).strip().splitlines()[-1]
        raise Trouble(f"The database in {URL} does not answer: {reason}") from None
    with connection:
        version = connection.info.server_version
        if version < OLDEST:
            raise Trouble(f"The server in {URL} is PostgreSQL {version // 10000}: Interlock needs 15 or newer.")
        require_utf8(connection)
        _application_role(connection)
        return ServerInfo(embedded=False, version=version, host=connection.info.host, port=str(connection.info.port))


def require_utf8(connection: psycopg.Connection) -> None:
    """Refuse a database whose text search would not see Chinese: encoding UTF8 and a character type other than C."""
    row = connection.execute(
        "SELECT pg_encoding_to_char(encoding), datctype FROM pg_database WHERE datname = current_database()"
    ).fetchone()
    assert row is not None
    encoding, ctype = row
    if encoding != "UTF8" or ctype in {"C", "POSIX"}:
        raise Trouble(
            f"The database {connection.info.dbname} has encoding {encoding} and character type {ctype}, under which "
            "Chinese cannot be searched: create it with ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' TEMPLATE template0."
        )


def _application_role(connection: psycopg.Connection) -> None:
    """Make the role without rights on ledgers' past, when this user may."""
    user = connection.info.user
    member = "SELECT pg_has_role(rolname, 'MEMBER') FROM pg_roles WHERE rolname = %s"
    found = connection.execute(member, [APP]).fetchone()
    if found is not None and found[0]:
        return
    try:
        if found is None:
            connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(APP)))
        connection.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(APP), sql.Identifier(user)))
    except psycopg.errors.DuplicateObject:
        return
    except psycopg.errors.InsufficientPrivilege:
        raise Trouble(
            f"The user {user} may not make the role {APP}: let an administrator run "
            f"CREATE ROLE {APP} NOLOGIN; GRANT {APP} TO {user};"
        ) from None
