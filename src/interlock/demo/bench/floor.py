"""The floor: how long PostgreSQL's COPY takes to write the rows of the day into empty copies of the same tables."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg import sql

from interlock.core.sql import blocks, rows
from interlock.server.schema import connect

SQL = blocks(__file__)
SCHEMA = sql.Identifier("floor")
BLOCK = 1 << 20


@dataclass
class Mark:
    """Where the tables stood: the last id, the bytes on disk, the rows ever inserted, by table."""

    last: dict[str, int] = field(default_factory=dict)
    bytes: dict[str, int] = field(default_factory=dict)
    inserted: dict[str, int] = field(default_factory=dict)


def mark(database: str) -> Mark:
    """Note where all tables stand."""
    found = Mark()
    with connect("owner", database) as owner:
        for row in rows(SQL["tables"]):
            statement = sql.SQL("SELECT coalesce(max(id), 0) FROM {}").format(_table("public", row.name))
            found.last[row.name] = _first(owner, statement)
    note_sizes(found)
    return found


def note_sizes(into: Mark) -> None:
    """Note sizes and insertions, this session's included."""
    rows(SQL["flush"])
    for row in rows(SQL["sizes"]):
        into.bytes[row.name], into.inserted[row.name] = row.bytes, row.inserted


def settings() -> dict[str, str]:
    """Answer the settings of the server that the figures depend on."""
    return {row.name: row.setting for row in rows(SQL["settings"])}


def copy_floor(database: str, before: Mark) -> tuple[float, dict[str, int]]:
    """Write all rows made since ``before`` anew with COPY; answer the seconds it takes and the rows by table.

    Each table is an empty copy with all its indexes and checks, and commits on its own; reading the rows out is not
    timed.
    """
    seconds, counts = 0.0, {}
    with connect("owner", database) as owner, tempfile.TemporaryDirectory(prefix="interlock-") as folder:
        owner.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(SCHEMA))
        owner.execute(sql.SQL("CREATE SCHEMA {}").format(SCHEMA))
        for name, last in before.last.items():
            path = Path(folder) / name
            if _copy_out(owner, name, last, path):
                owner.execute(
                    sql.SQL("CREATE TABLE {} (LIKE {} INCLUDING ALL)").format(
                        _table("floor", name), _table("public", name)
                    )
                )
                started = time.perf_counter()
                counts[name] = _copy_in(owner, name, path)
                seconds += time.perf_counter() - started
            path.unlink()
        owner.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(SCHEMA))
    return seconds, counts


def _copy_out(owner: psycopg.Connection, name: str, last: int, path: Path) -> int:
    statement = sql.SQL("COPY (SELECT {} FROM {} WHERE id > {} ORDER BY id) TO STDOUT").format(
        _columns(name), _table("public", name), sql.Literal(last)
    )
    with owner.cursor() as cursor, path.open("wb") as file:
        with cursor.copy(statement) as copy:
            for chunk in copy:
                file.write(chunk)
        return cursor.rowcount


def _copy_in(owner: psycopg.Connection, name: str, path: Path) -> int:
    with owner.cursor() as cursor, path.open("rb") as file:
        with cursor.copy(sql.SQL("COPY {} ({}) FROM STDIN").format(_table("floor", name), _columns(name))) as copy:
            while chunk := file.read(BLOCK):
                copy.write(chunk)
        return cursor.rowcount


def _columns(name: str) -> sql.Composed:
    """Answer the columns of a table that are written, not worked out by the database."""
    return sql.SQL(", ").join(sql.Identifier(row.name) for row in rows(SQL["columns"], table=name))


def _table(schema: str, name: str) -> sql.Identifier:
    return sql.Identifier(schema, name)


def _first(owner: psycopg.Connection, statement: sql.Composed) -> int:
    row = owner.execute(statement).fetchone()
    return int(row[0]) if row else 0
