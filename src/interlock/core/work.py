"""Sets of any size: written down once, worked in chunks that commit on their own, resumed after a kill."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from django.db import DatabaseError, OperationalError, connection

from .actors import Actor
from .operations import LARGE, LIMIT, TRANSIENT, Operation
from .outcome import Outcome, Verdict
from .sql import blocks, rows, run, value

SQL = blocks(__file__)
log = logging.getLogger(__name__)


@dataclass
class Worked:
    """What came of a work set: how many got which code, and the verdicts that were not success."""

    counts: Counter[str] = field(default_factory=Counter)
    rejected: list[Verdict] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        self.counts.update(outcome.counts)
        self.rejected.extend(outcome.rejected)


def run_work(
    operation: Operation,
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,
    key: UUID,
    progress: Callable[[int], None] | None = None,
    chunk: int = LIMIT,
    **arguments: Any,
) -> Worked:
    """Run an operation over any number of ids, in their order, ``chunk`` at a time.

    Above one chunk the set is written down in ``core_work`` first; chunk n holds ids [chunk·n, chunk·(n+1)) and runs
    under ``uuid5(key, n)``, so a call repeated after kill -9 sees the same chunks and does each once. A chunk
    that meets a defect is bisected and its poison row set aside with the code ``defect``. A lost or full database is no
    defect: it ends the call, and a repeat goes on where it stood. No ids leave nothing behind.
    """
    worked = Worked()
    if not ids:  # a worker looks every minute, and what finds nothing leaves no run
        by.require(operation.permission, company)
        return worked
    call = {"company": company, "by": by, **arguments}
    if len(ids) <= chunk:
        _work_chunk(operation, list(ids), key, call, worked)
        refresh_statistics(len(ids))
        if progress:
            progress(len(ids))
        return worked
    run(SQL["write_down"], company=company, key=key, ids=list(ids), chunk=chunk)
    for part in rows(SQL["chunks"], company=company, key=key):
        _work_chunk(operation, part.document_ids, uuid5(key, str(part.number)), call, worked)
        run(SQL["done"], company=company, key=key, number=part.number)
        refresh_statistics(len(part.document_ids))
        if progress:
            progress(len(part.document_ids))
    return worked


def refresh_statistics(changed: int) -> None:
    """Let the planner know of tables that have doubled, once a set of ``changed`` documents is through.

    A young table grows faster than autovacuum looks, and a table without statistics seems to hold a two-hundredth of
    its rows for any one company: such plans filter a whole company by an array.
    """
    if changed > LARGE and not connection.in_atomic_block:
        value(SQL["refresh_statistics"])


def _is_outage(error: Exception) -> bool:
    """Say whether the database is away or full: no row is to blame, and the chunk may be done again under its key."""
    return isinstance(error, OperationalError) and not isinstance(error.__cause__, TRANSIENT)


def _work_chunk(operation: Operation, ids: list[int], key: UUID, call: dict[str, Any], worked: Worked) -> None:
    try:
        worked.add(operation(ids, key=key, **call))
    except (AssertionError, DatabaseError) as defect:
        if connection.in_atomic_block or not ids or _is_outage(defect):
            raise
        log.exception("%s met a defect in a set of %s", operation.name, len(ids))
        if len(ids) == 1:
            worked.add(Outcome([Verdict(ids[0], "defect", {"error": str(defect)[:500]})]))
            run(SQL["set_aside"], company=call["company"], key=key, id=ids[0])
            return
        middle = len(ids) // 2
        _work_chunk(operation, ids[:middle], uuid5(key, "first half"), call, worked)
        _work_chunk(operation, ids[middle:], uuid5(key, "second half"), call, worked)
