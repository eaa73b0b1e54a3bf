"""The one place that talks SQL: named blocks beside the module that uses them, bound parameters, typed rows.

A ``.sql`` file holds blocks, each begun by ``-- name --`` and, on the same line, why it is there::

    -- judge --   Every input id gets exactly one code.
    SELECT …

Parameters are psycopg's ``%(name)s``; a literal percent sign is doubled. Statements run on Django's
connection (``using`` is its alias) and so in Django's transaction.
"""

from __future__ import annotations

import re
import time
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from django.db import connections
from psycopg import Connection, Cursor
from psycopg.types.json import Jsonb, JsonbLoader

_HEADER = re.compile(r"^-- (\w+) --(.*)$", re.MULTILINE)
_NUMBERS = frozenset({int, Decimal})
#: The planner is not told which company: for one that was not there when statistics were gathered it would expect no
#: rows, take any index that begins with the company, and read all of them for each row of a set.
_COMPANY = re.compile(r"(\bcompany_id = )%\(company\)s")
_ANY_COMPANY = r"\1(SELECT %(company)s::bigint)"

#: Numbers of a set, one place a row: any sequence of them, or the array text in which the database answered them.
Column = Iterable[int | Decimal | None] | str | None

#: All blocks loaded so far; an architecture test prepares each against the migrated schema.
REGISTRY: list[Block] = []
_skip_locks: ContextVar[bool] = ContextVar("skip_locks", default=False)
_for_sets: ContextVar[bool] = ContextVar("for_sets", default=False)
_observers: ContextVar[tuple[Statements, ...]] = ContextVar("observers", default=())


@dataclass(frozen=True)
class Block:
    """One named SQL statement."""

    name: str
    text: str
    path: Path
    why: str = ""
    #: Planned once a connection (PREPARE) instead of each time: for what every page asks, planning costs more than
    #: reading. Only where the plan does not depend on what is given: no ``%(x)s IS NULL OR``, no LIKE.
    planned_once: bool = False

    @property
    def is_lock(self) -> bool:
        return self.name.startswith("lock")


@dataclass
class Statements:
    """What ran while observed: one (block name, rows, seconds) a statement."""

    seen: list[tuple[str, int, float]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.seen)


def blocks(module_file: str, planned_once: Iterable[str] = ()) -> dict[str, Block]:
    """Load the blocks of the ``.sql`` file beside a module; ``planned_once`` names those that are prepared."""
    path = Path(module_file).with_suffix(".sql")
    parts = _HEADER.split(path.read_text(encoding="utf-8"))
    loaded: dict[str, Block] = {}
    kept = frozenset(planned_once)
    for name, why, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        if name in loaded:
            raise ValueError(f"{path} names the block {name} twice")
        text = _COMPANY.sub(_ANY_COMPANY, text.strip().rstrip(";"))
        loaded[name] = Block(name, text, path, why.strip(), name in kept)
    if unknown := kept - loaded.keys():
        raise ValueError(f"{path} has no block {sorted(unknown)}")
    REGISTRY.extend(loaded.values())
    return loaded


def summed(block: Block) -> Block:
    """Make the block that counts what another finds and sums its column ``amount``: one filter, declared once."""
    text = "\n".join(("SELECT count(*) AS found, sum(amount) AS amount FROM (", block.text, ") AS found"))
    return Block(block.name + "_summed", text, block.path, f"How many and how much: {block.why}")


@contextmanager
def observed() -> Iterator[Statements]:
    """Collect the statements that run inside, for tests and benchmarks."""
    statements = Statements()
    token = _observers.set((*_observers.get(), statements))
    try:
        yield statements
    finally:
        _observers.reset(token)


@contextmanager
def without_locks() -> Iterator[None]:
    """Skip blocks whose name begins with ``lock``: a dry run reads and locks nothing."""
    token = _skip_locks.set(True)
    try:
        yield
    finally:
        _skip_locks.reset(token)


class Prepared(Cursor[Any]):
    """A cursor whose statements stay on the server, parsed and planned once a connection."""

    KEPT = 400  # statements a connection: more than the operations on sets have together
    #: Tells pghistory to put nothing before the statement, which could not be prepared with it. What it puts lasts for
    #: the transaction, and ``plan_for_sets`` has carried it; blocks ``planned_once`` write no master.
    name = "prepared"

    def __init__(self, connection: Connection[Any]) -> None:
        connection.prepare_threshold, connection.prepared_max = 0, self.KEPT
        super().__init__(connection)


@contextmanager
def for_sets() -> Iterator[None]:
    """Prepare what runs inside: for statements on thousands of ids, whose planning looks at each of them.

    The caller sees to it that a plan made without the ids is a good one (``plan_for_sets`` in core/operations.sql).
    """
    token = _for_sets.set(True)
    try:
        yield
    finally:
        _for_sets.reset(token)


def _cursor(using: Any, block: Block) -> Any:
    connection = connections[using]
    if not block.planned_once and not (using == "default" and _for_sets.get()):
        return connection.cursor()
    connection.close_if_health_check_failed()  # as Django does: the server may have been started anew
    connection.ensure_connection()
    return connection._prepare_cursor(Prepared(connection.connection))  # type: ignore[attr-defined]  # noqa: SLF001


def rows(block: Block, using: Any = "default", **params: Any) -> list[Any]:
    """Run a block and answer its rows as named tuples, ``jsonb`` decoded."""
    if block.is_lock and _skip_locks.get():
        return []
    with _cursor(using, block) as cursor:
        _execute(cursor, block, params)
        result = cursor.pgresult  # its ``description`` would make an object of every column
        if result is None or not result.nfields:
            return []
        make = _record(tuple(map(result.fname, range(result.nfields))))
        return list(map(make, cursor.fetchall()))


@lru_cache(maxsize=1024)
def _record(columns: tuple[bytes, ...]) -> Callable[[Iterable[Any]], Any]:
    """Answer what makes a named tuple of these columns; the class is compiled once.

    ``_make`` would run a frame of Python for each row, which is a tenth of what a large set costs here.
    """
    names = [column.decode() for column in columns]
    return partial(tuple.__new__, namedtuple("Row", names, rename=True))  # noqa: PYI024


def run(block: Block, using: Any = "default", **params: Any) -> int:
    """Run a block and answer how many rows it touched."""
    if block.is_lock and _skip_locks.get():
        return 0
    with _cursor(using, block) as cursor:
        _execute(cursor, block, params)
        return int(cursor.rowcount)


def value(block: Block, using: Any = "default", **params: Any) -> Any:
    """Run a block and answer the first column of its first row, or None."""
    found = rows(block, using, **params)
    return found[0][0] if found else None


def copy_in(block: Block, chunks: Iterable[bytes | str], using: str = "default") -> int:
    """Feed a ``COPY … FROM STDIN`` block; answers the rows copied."""
    started = time.perf_counter()
    with connections[using].cursor() as cursor:
        with cursor.copy(block.text) as copy:
            for chunk in chunks:
                copy.write(chunk)
        _observe(block, cursor.rowcount, started)
        return int(cursor.rowcount)


def _execute(cursor: Any, block: Block, params: dict[str, Any]) -> None:
    bound = {name: _bind(given) for name, given in params.items()}
    cursor.cursor.adapters.register_loader("jsonb", JsonbLoader)  # Django leaves jsonb as text
    started = time.perf_counter()
    cursor.execute(block.text, bound)
    _observe(block, cursor.rowcount, started)


def _bind(given: Any) -> Any:
    """Prepare a parameter: a dict is ``jsonb``; numbers their array text, ten times faster than one by one.

    A tuple is the ids of a set, which one call names in each of its statements: its text is made once.
    """
    if isinstance(given, dict):
        return Jsonb(given)
    if isinstance(given, tuple):
        return _ids(given)
    if isinstance(given, list) and given and type(next((one for one in given if one is not None), None)) in _NUMBERS:
        return column(given)
    return given


def column(values: Column) -> str:
    """Write numbers as PostgreSQL's array text; the statement casts it (``%(ids)s::bigint[]``).

    What another statement has answered as such a text (``array_agg(id)::text``, None of no rows) stays as it is.
    """
    if values is None:
        return "{}"
    if isinstance(values, str):
        return values
    return "{" + ",".join(["NULL" if value is None else str(value) for value in values]) + "}"


@lru_cache(maxsize=64)
def _ids(values: tuple[int, ...]) -> str:
    return column(values)


def _observe(block: Block, count: int, started: float) -> None:
    for statements in _observers.get():
        statements.seen.append((block.name, count, time.perf_counter() - started))
