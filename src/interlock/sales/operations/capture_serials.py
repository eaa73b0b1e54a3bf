"""Capture which pieces leave: scanned, or the first of the bin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from interlock.core.api import Actor, Answer, Outcome, operation
from interlock.core.sql import blocks, rows
from interlock.stock import api as stock

from . import leaving

SQL = blocks(__file__)


@operation(permission="sales.capture_serials")
def capture_serials(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,
    serials: Mapping[int, Sequence[str]] | None = None,
) -> Outcome:
    """Capture serial numbers for the lines of released deliveries.

    ``serials`` maps delivery lines to the numbers scanned, which replace what the line had; without it, every line of
    a serial-numbered item gets the first free pieces of its bin for what it still misses.

    Codes, first match wins: not_found, cancelled, already, unknown_line (not of this delivery, or not serial-numbered),
    unknown_serial, serial_elsewhere, serial_taken, serial_count (``numbers``: those concerned), done.
    Writes: serial numbers through stock.
    Locks: orders and deliveries by id, then serial numbers by (item, bin, id).
    """
    leaving.lock_deliveries(company, ids)
    judged = rows(SQL["judge"], company=company, ids=ids, given=serials is not None)
    outcome = Outcome.of(judged)
    picked = tuple([verdict.id for verdict in outcome.verdicts if verdict.code == "done"])
    wanted = rows(SQL["wanted"], company=company, ids=picked, all_lines=serials is not None) if picked else []
    if serials is not None:
        wanted = [line for line in wanted if line.line_id in serials]
        outcome.answer(_judge_given(company, picked, wanted, serials))
    if go := set(outcome.accepted):
        lines = [line for line in wanted if line.delivery_id in go]
        stock.capture_serials(company, numbers=_numbers(lines, serials), **_columns(lines))
    return outcome


def _columns(lines: Sequence[Any]) -> dict[str, Any]:
    return {
        "lines": [line.line_id for line in lines],
        "items": [line.item_id for line in lines],
        "locations": [line.location_id for line in lines],
        "quantities": [line.quantity for line in lines],
    }


def _numbers(lines: Sequence[Any], serials: Mapping[int, Sequence[str]] | None) -> list[Sequence[str]] | None:
    return None if serials is None else [serials[line.line_id] for line in lines]


def _judge_given(
    company: int, deliveries: Sequence[int], lines: Sequence[Any], serials: Mapping[int, Sequence[str]]
) -> dict[int, Answer]:
    """Judge the scanned numbers; a delivery answers the first fault of its lines."""
    if strangers := sorted(set(serials) - {line.line_id for line in lines}):
        return {delivery: Answer(delivery, "unknown_line", {"lines": strangers}) for delivery in deliveries}
    if not lines:
        return {}
    faults: dict[int, Answer] = {}
    answers = stock.judge_serials(company, numbers=_numbers(lines, serials) or [], **_columns(lines))
    for line, answer in zip(lines, answers, strict=True):
        if answer.code != "done":
            detail = {"line": line.line_id, **(answer.detail or {})}
            faults.setdefault(line.delivery_id, Answer(line.delivery_id, answer.code, detail))
    return faults
