"""Inspect returned goods: what is good can be sold again, the rest is scrap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Module, Outcome, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run
from interlock.stock import api as stock

from . import returning

SQL = blocks(__file__)


@operation(permission="sales.inspect_returns")
def inspect_returns(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,
    on: date,
    scrap: Mapping[int, Decimal] | None = None,
    scrap_serials: Mapping[int, Sequence[str]] | None = None,
    location: int | None = None,
) -> Outcome:
    """Free the goods of received returns into ``location`` or the bin they left from; scrap what ``scrap`` names.

    ``scrap`` maps lines to the pieces that are of no use, ``scrap_serials`` to their numbers, where they have any and
    not all of the line is scrap.

    Codes, first match wins: not_found, already, cancelled, no_goods (a refund without return), not_received,
    period_closed (stock, month of ``on``), foreign_location, unknown_line (scrap of a line of no return of the set),
    bad_quantity (more than the line, or part of a piece), serials_missing (which pieces are scrap), unknown_serial,
    done.
    Writes: sales_return.state, its lines' scrapped_quantity; stock entries, balances, serial numbers, and for scrap
    value and the event ``goods_scrapped`` (loss) through stock.
    Locks: period, orders, deliveries and returns by id; then serials, balances and pools through stock.
    """
    lock_periods(company, Module.STOCK, [on])
    lock_periods(company, Module.FINANCE, [on])
    returning.lock_returns(company, ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, on=on, location=location))
    picked = [verdict.id for verdict in outcome.verdicts if verdict.code == "done"]
    lines = returning.lines_of(company, picked) if picked else []
    faults, useless = _scrap(picked, lines, scrap or {}, scrap_serials or {})
    outcome.answer(faults)
    if go := set(outcome.accepted):
        _act(company, [line for line in lines if line.document_id in go], useless, location, on)
        assert run(SQL["advance"], company=company, ids=column(go), on=on) == len(go), (
            "locked returns cannot have moved"
        )
    return outcome


def _scrap(
    ids: Sequence[int],
    lines: Sequence[Any],
    scrap: Mapping[int, Decimal],
    serials: Mapping[int, Sequence[str]],
) -> tuple[dict[int, Answer], dict[int, tuple[Decimal, list[str]]]]:
    """Answer the returns whose scrap is wrong, and by line how many pieces are scrap, with their numbers."""
    if strangers := sorted({*scrap, *serials} - {line.line_id for line in lines}):
        return {i: Answer(i, "unknown_line", {"lines": strangers}) for i in ids}, {}
    faults: dict[int, Answer] = {}
    useless: dict[int, tuple[Decimal, list[str]]] = {}
    for line in lines:
        numbers = list(dict.fromkeys(serials.get(line.line_id, ())))
        quantity = scrap.get(line.line_id, Decimal(len(numbers)))
        if line.serial_tracked and quantity == line.quantity and not numbers:
            numbers = list(line.serials)
        code = _judge_scrap(line, quantity, numbers)
        if code:
            faults.setdefault(line.document_id, Answer(line.document_id, code, {"line": line.line_id}))
        useless[line.line_id] = (quantity, numbers)
    return faults, useless


def _judge_scrap(line: Any, quantity: Decimal, numbers: Sequence[str]) -> str:
    finest = Decimal(1) if line.serial_tracked else Decimal("0.000001")
    if not 0 <= quantity <= line.quantity or quantity % finest:
        return "bad_quantity"
    if line.serial_tracked and len(numbers) != quantity:
        return "serials_missing"
    return "unknown_serial" if set(numbers) - set(line.serials) else ""


def _act(
    company: int,
    lines: Sequence[Any],
    useless: Mapping[int, tuple[Decimal, list[str]]],
    location: int | None,
    on: date,
) -> None:
    good, bad, targets = stock.Pieces(), stock.Pieces(), []
    for line in lines:
        quantity, numbers = useless[line.line_id]
        if quantity:
            bad.add(line, line.location_id, quantity, numbers)
        if quantity < line.quantity:
            rest = [number for number in line.serials if number not in numbers]
            good.add(line, line.location_id, line.quantity - quantity, rest)
            targets.append(location or line.home_id)
    stock.scrap(company, bad, on)
    stock.move_quality(company, good, targets, on)
    changed = run(SQL["lines"], company=company, lines=column(bad.lines), quantities=column(bad.quantities))
    assert changed == len(bad), "every line that has scrap says so"
