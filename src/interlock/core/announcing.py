"""Events that the outside may be told of: declared by the context whose operation it is, written with the operation.

    announces("delivery.shipped", "sales.ship_deliveries", "done")

says that what ``ship_deliveries`` answers or notes as ``done`` is told as ``delivery.shipped``. Which documents of a
kind there are, and their numbers, answers the block given to ``numbered``. Whether anybody listens is read with the
statement that ends the run, so an operation nobody listens to costs no statement more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial

from django.db import transaction

from .sql import Block, blocks, column, rows, run
from .waking import wake

SQL = blocks(__file__)
DELIVER = "core.deliver_webhooks"
#: How many documents one message tells of; a larger set is told in parts.
PART = 500
#: Stands for every code that says why something was not done.
REASONS = "*reasons"
_NO_REASON = frozenset({"not_found", "already", "done", "set_rejected", "cancelled", "held"})

#: operation → (code, event)
_EVENTS: dict[str, list[tuple[str, str]]] = defaultdict(list)
#: kind of document → the block that answers those of some ids with their numbers
_NUMBERS: dict[str, Block] = {}


def numbered(document: str, block: Block) -> None:
    """Say how documents of a kind are found among ids: (id, number) of those that are of this kind."""
    _NUMBERS[document] = block


def announces(event: str, operation: str, *codes: str) -> None:
    """Say that what an operation answers or notes with these codes is this event."""
    assert event.partition(".")[0] in _NUMBERS, f"say first how documents of {event} are numbered"
    _EVENTS[operation] += [(code, event) for code in codes]


def event_kinds() -> list[str]:
    """Answer every kind of event there is, in order of their documents."""
    return sorted({event for each in _EVENTS.values() for _code, event in each})


def write(company: int, run_id: int, operation: str, wanted: Iterable[str], touched: Sequence[tuple[int, str]]) -> None:
    """Write what subscribers are to be told of this call, and wake the worker when it is committed."""
    heard = set(wanted)
    told: dict[str, list[int]] = defaultdict(list)
    for code, event in _EVENTS.get(operation, ()):
        if event in heard:
            told[event] += [document for document, given in touched if _is(given, code)]
    written = 0
    for event, documents in told.items():
        if not documents:
            continue
        block = _NUMBERS[event.partition(".")[0]]
        found = rows(block, company=company, ids=list(dict.fromkeys(documents)))
        if found:
            written += run(
                SQL["write"],
                company=company,
                run=run_id,
                kind=event,
                ids=column([row.id for row in found]),
                numbers=[row.number or "" for row in found],
                size=PART,
            )
    if written:
        transaction.on_commit(partial(wake, DELIVER), robust=True)


def _is(given: str, code: str) -> bool:
    return given == code or (code == REASONS and given not in _NO_REASON)
