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
from .outcome import ALREADY, DONE, Outcome, Refusal, Verdict
from .sql import blocks, rows, run, value

SQL = blocks(__file__)
log = logging.getLogger(__name__)


@dataclass
class Worked:
    """What came of a work set: how many got which code, the verdicts that were not success, and those ``already``.

    ``stale`` are the rejected ids whose answer is that of an earlier call under the same key.
    """

    counts: Counter[str] = field(default_factory=Counter)
    rejected: list[Verdict] = field(default_factory=list)
    already: list[Verdict] = field(default_factory=list)
    stale: list[int] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        counts = outcome.counts
        self.counts.update(counts)
        if counts.keys() <= {DONE}:
            return
        rejected = outcome.rejected
        self.rejected.extend(rejected)
        self.already.extend([verdict for verdict in outcome.verdicts if verdict.code == ALREADY])
        if outcome.replayed:
            self.stale.extend([verdict.id for verdict in rejected])

    def replace(self, again: Worked, ids: Sequence[int]) -> None:
        """Put what came of ``ids``, rejected ones that were worked again, in the place of what came of them before."""
        gone = frozenset(ids)
        self.counts.subtract(Counter(verdict.code for verdict in self.rejected if verdict.id in gone))
        self.counts = +(self.counts + again.counts)
        self.rejected = [verdict for verdict in self.rejected if verdict.id not in gone] + again.rejected
        self.already += again.already
        self.stale = again.stale


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


def answered_before(ids: Sequence[int], *, company: int, key: UUID, chunk: int = LIMIT) -> Worked:
    """Answer what ``run_work`` answered for these ids under this key, and work nothing.

    Refuses (key_expired) where the answers are no longer kept.
    """
    worked = Worked()
    if len(ids) <= chunk:
        _read_chunk(list(ids), company, key, worked)
    else:
        for number, start in enumerate(range(0, len(ids), chunk)):
            _read_chunk(list(ids[start : start + chunk]), company, uuid5(key, str(number)), worked)
    return worked


def _read_chunk(ids: list[int], company: int, key: UUID, worked: Worked) -> None:
    """Read a chunk as it was worked: whole, or where it met a defect in halves, down to what was set aside."""
    if not ids:
        return
    found = rows(SQL["answered"], company=company, key=key)
    if found:
        kept = {row["id"]: row for row in found[0].verdicts or ()}
        if len(kept) < sum(count for code, count in found[0].counts.items() if code != DONE):
            raise Refusal("key_expired", key=str(key))
        told = [Verdict(i, kept[i]["code"], kept[i]["detail"]) if i in kept else Verdict(i, DONE) for i in ids]
        worked.add(Outcome(told, replayed=True))
    elif len(ids) == 1:
        worked.add(Outcome([Verdict(ids[0], "defect")], replayed=True))
    else:
        middle = len(ids) // 2
        _read_chunk(ids[:middle], company, uuid5(key, "first half"), worked)
        _read_chunk(ids[middle:], company, uuid5(key, "second half"), worked)


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
