"""The schema as text: dumped from one database and loaded into a bare one. What is in it is the caller's matter."""

from __future__ import annotations

import os
import re
import subprocess
from typing import Any

import psycopg
from psycopg import sql

from . import database_settings
from .places import places
from .trouble import Trouble

BARE = """
    SELECT current_schema() = 'public'
       AND NOT EXISTS (SELECT FROM pg_class WHERE relnamespace >= 16384 OR relnamespace = 'public'::regnamespace)
       AND NOT EXISTS (SELECT FROM pg_extension WHERE extname <> 'plpgsql')
"""
TABLES = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname"
SEQUENCES = "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1"
#: What differs from one pg_dump to the next, or what a server older than the one that was dumped does not know.
PREAMBLE = re.compile(r"\A.*?(?=^--\n-- Name: )", re.MULTILINE | re.DOTALL)
ENDING = re.compile(r"^--\n-- PostgreSQL database dump complete.*\Z", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^--\n-- Name: [^\n]*\n--\n\n", re.MULTILINE)
SETTING = re.compile(r"^SET default_table(?:space|_access_method) = [^\n]*;\n\n", re.MULTILINE)
# Only who owns the extension may comment on it, and on some servers that is somebody else.
REMARK = re.compile(r"^COMMENT ON EXTENSION [^\n]*;\n", re.MULTILINE)
# Read again, a choice of varchars would be kept as a choice of texts: the same, but no longer to the letter. As it was
# written in the migration, it is kept as it was.
CHOICE = re.compile(r"\((\"?\w+\"?)\)::text (= ANY|<> ALL) \(\((ARRAY\[[^\]]*\])\)::text\[\]\)")
BLANK = re.compile(r"\n{3,}")


def is_bare(connection: psycopg.Connection) -> bool:
    """Say whether nothing was ever made in the database, neither by us nor, as an extension, by its host."""
    row = connection.execute(BARE).fetchone()
    return bool(row and row[0])


def load(connection: psycopg.Connection, text: str) -> None:
    """Run a schema's text, all of it or nothing; names in it are full, and functions may name what comes later."""
    with connection.transaction():
        connection.execute("SET LOCAL search_path = ''; SET LOCAL check_function_bodies = off")
        connection.execute(text.encode())


def dump(name: str, *, privileges: bool = False) -> str:
    """Answer the schema of a database as text that is the same for the same schema, and loads on PostgreSQL 15."""
    given = database_settings("owner", name)
    address = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    environment = os.environ | {ours: given[theirs] for ours, theirs in address.items() if given[theirs]}
    command = [places().program("pg_dump"), "--schema-only", "--no-owner", "--encoding=UTF8"]
    if not privileges:
        command.append("--no-privileges")
    result = subprocess.run(command, env=environment, capture_output=True, check=False, timeout=300)
    if result.returncode != 0:
        raise Trouble(f"pg_dump of {name} failed: {result.stderr.decode(errors='replace').strip()}")
    return _lasting(result.stdout.decode())


def filled(connection: psycopg.Connection) -> list[str]:
    """Answer the tables that hold a row and the sequences that have given a number."""
    tables = [row[0] for row in connection.execute(TABLES).fetchall()]
    query = sql.SQL("SELECT EXISTS (SELECT FROM {})")
    found = [name for name in tables if _first(connection, query.format(sql.Identifier(name)))]
    return found + [row[0] for row in connection.execute(SEQUENCES).fetchall()]


def _first(connection: psycopg.Connection, query: sql.Composed) -> Any:
    row = connection.execute(query).fetchone()
    return row and row[0]


def _lasting(text: str) -> str:
    """Take out what belongs to this dump and not to the schema: versions, settings, headings."""
    for pattern in (PREAMBLE, ENDING, HEADING, SETTING, REMARK):
        text = pattern.sub("", text)
    text = CHOICE.sub(r"\1 \2 (\3)", text)
    return BLANK.sub("\n\n", text).strip() + "\n"
