"""Every SQL block is small, named once, and understood by the database as it is migrated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from interlock.core.sql import REGISTRY, Block, blocks
from interlock.server.schema import connect

from . import source

BLOCK_LIMIT = 48  # the design says about forty
PARAMETER = re.compile(r"%\((\w+)\)s")
PREPARED = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "MERGE", "VALUES", "TABLE")
COPY = re.compile(r"COPY\s+(?P<table>[\w.]+)\s*\((?P<columns>[^)]*)\)", re.I)


def _load() -> list[Block]:
    """Read every ``.sql`` file as its module does."""
    return [block for path in source.sql_files() for block in blocks(str(path)).values()]


def _name(block: Block) -> str:
    return f"{block.path.relative_to(source.SOURCE)}:{block.name}"


BLOCKS = _load()


def test_every_sql_file_belongs_to_a_module_that_loads_it() -> None:
    modules = [path.with_suffix(".py") for path in source.sql_files()]
    loads = re.compile(r"blocks\(\s*__file__")
    assert not [source.place(path, 1) for path in modules if not path.exists() or not loads.search(path.read_text())]


def test_what_is_planned_once_does_not_depend_on_what_is_given() -> None:
    """Else the plan for any value is taken where the plan for this value was meant, and reads the table."""
    depends = re.compile(r"%\(\w+\)s(::[\w\[\]]+)? IS (NOT )?NULL OR|LIKE %\(|LIMIT 1 OFFSET %\(")
    planned = [block for block in REGISTRY if block.planned_once]
    assert planned
    few = {"companies"}  # a handful of rows: read whole under any plan
    assert not [_name(block) for block in planned if depends.search(block.text) and block.name not in few]


def test_blocks_are_short() -> None:
    sizes = {_name(block): len(block.text.splitlines()) for block in BLOCKS}
    assert not {name: size for name, size in sizes.items() if size > BLOCK_LIMIT}


def _statement(block: Block) -> str:
    """Answer the block with numbered parameters."""
    names = list(dict.fromkeys(PARAMETER.findall(block.text)))
    text = PARAMETER.sub(lambda match: f"${names.index(match[1]) + 1}", block.text)
    return text.replace("%%", "%")


def _verb(text: str) -> str:
    bare = re.sub(r"\A(?:\s|--[^\n]*\n|/\*.*?\*/)+", "", text, flags=re.S)
    return bare.split(None, 1)[0].upper().strip("(")


def _temporary_tables(of: list[Block]) -> list[Block]:
    return [block for block in of if _verb(block.text) == "CREATE"]


def _prove(owner: psycopg.Connection, block: Block) -> None:
    text, verb = _statement(block), _verb(block.text)
    if verb in PREPARED:
        owner.execute("PREPARE block AS " + text)  # type: ignore[arg-type]
        owner.execute("DEALLOCATE block")
    elif verb == "COPY":
        match = COPY.search(text)
        assert match is not None, "a COPY names its columns"
        owner.execute(f"SELECT {match['columns']} FROM {match['table']} WHERE false")  # type: ignore[call-overload]
    elif not PARAMETER.search(block.text):
        owner.execute(text)  # type: ignore[call-overload]


@pytest.fixture(scope="module")
def migrated(django_db_setup: str) -> Iterator[psycopg.Connection]:
    """One connection for all files: nothing is committed."""
    with connect("owner", django_db_setup) as connection:
        yield connection


@pytest.mark.parametrize("path", source.sql_files(), ids=lambda path: str(path.relative_to(source.SOURCE)))
def test_the_database_understands_every_block(migrated: psycopg.Connection, path: Path) -> None:
    of = [block for block in BLOCKS if block.path == path]
    assert of, "a file of SQL has blocks"
    tables, faults = _temporary_tables(of), {}
    for block in of:
        try:
            with migrated.transaction(force_rollback=True):
                for table in tables:
                    if table is not block:
                        migrated.execute(_statement(table))  # type: ignore[call-overload]
                _prove(migrated, block)
        except (psycopg.Error, AssertionError) as error:
            faults[_name(block)] = str(error)
    assert not faults
