"""Post movements: what was written down now lies in its bins, at its value, and the books know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Module, Outcome, lock_periods, operation
from interlock.core.api import current as current_call
from interlock.core.sql import blocks, column, rows, run
from interlock.finance.api import EventLines, record_events

from ..models import Movement
from .locks import lock_balances, lock_pools
from .shelf import Shelf

SQL = blocks(__file__)
ORDER = (
    "foreign_location",
    "item_blocked",
    "serials_missing",
    "serial_known",
    "unknown_serial",
    "serial_elsewhere",
    "serial_taken",
    "no_cost",
    "not_enough",
)
EVENTS = {
    Movement.Kind.OPENING: "stock_opened",
    Movement.Kind.RECEIPT: "goods_received",
    Movement.Kind.ADJUSTMENT: "stock_adjusted",
}


@operation(permission="stock.post_movements")
def post_movements(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Post drafts in the order given; each is judged after what those before it have taken and brought.

    A receipt, opening stock and what an adjustment finds re-base the cost pool; an adjustment without an amount comes
    in at the pool's cost of the moment, and goes out like an issue.

    Codes, first match wins: not_found, already, period_closed (stock, month of the movement), no_lines,
    foreign_location, item_blocked (nothing more comes in), serials_missing (not one number a piece), serial_known
    (comes in, but has been here), unknown_serial, serial_elsewhere, serial_taken (goes out, but is not free), no_cost
    (comes in without an amount where the pool is empty), not_enough (more than what is free), done.
    Writes: movement.state; stock_entry, stock_balance; stock_serial, stock_serialentry; stock_valueentry, stock_pool;
    events stock_opened/cost, goods_received/cost, stock_adjusted/gain and /loss, amounts in the books' currency.
    Balances and pools that a draft will need are made empty before they are locked.
    Locks: (1) periods of stock and finance, (2) movements by id, (3) serial numbers going out by (item, bin, id),
    (5) balances by id, (6) cost pools by item.
    """
    given: dict[str, Any] = {"company": company, "ids": column(ids)}
    days = [row.movement_on for row in rows(SQL["days"], **given)]
    lock_periods(company, Module.STOCK, days)
    lock_periods(company, Module.FINANCE, days)
    _lock(company, given)
    outcome = Outcome.of(_judge(ids, given))
    if go := outcome.accepted:
        _act(company, go)
    return outcome


def _lock(company: int, given: dict[str, Any]) -> None:
    run(SQL["lock_movements"], **given)
    run(SQL["lock_serials"], **given)
    places = rows(SQL["lock_places"], **given)
    if places:
        run(SQL["lock_missing_balances"], **given)
        lock_balances(company, [(row.item_id, row.location_id) for row in places])
        run(SQL["lock_missing_pools"], **given)
        lock_pools(company, {row.item_id for row in places})


def _judge(ids: Sequence[int], given: dict[str, Any]) -> list[tuple[int, str, dict[str, Any]]]:
    """Judge the documents, then what they move, one after the other against one picture of the shelves."""
    heads = rows(SQL["judge"], **given)
    lines: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows(SQL["lines"], **given):
        lines[row.movement_id].append(row)
    serials: defaultdict[int, dict[str, Any]] = defaultdict(dict)
    for row in rows(SQL["judge_serials"], **given):
        serials[row.movement_id][row.code] = row.numbers
    shelf = Shelf(
        [row for each in lines.values() for row in each],
        {(row.movement_id, row.item_id): row.numbers for row in rows(SQL["shared_serials"], **given)},
    )
    judged = []
    for i, head in zip(ids, heads, strict=True):
        code, reasons = head.code, dict(serials[i])
        if code == "done":
            reasons |= shelf.try_out(lines[i], reasons)
            code = next((each for each in ORDER if each in reasons), "done")
        if code == "done":
            shelf.keep(lines[i])
        judged.append((i, code, reasons))
    return judged


def _act(company: int, go: Sequence[int]) -> None:
    given: dict[str, Any] = {"company": company, "ids": column(go)}
    call = current_call()
    entered = run(SQL["enter"], run=call.run_id, **given)
    run(SQL["balances"], **given)
    run(SQL["serials_in"], run=call.run_id, **given)
    run(SQL["serials_out"], run=call.run_id, **given)
    valued = rows(SQL["value"], run=call.run_id, **given)
    assert len(valued) == entered, "every line that moves has its value entry"
    assert run(SQL["advance"], **given) == len(go)
    _record(company, valued)


def _record(company: int, valued: Sequence[Any]) -> None:
    """Tell finance, one event a document and kind of movement."""
    for kind, event in EVENTS.items():
        moved = [row for row in valued if row.kind == kind]
        heads: dict[int, tuple[date, int | None]] = {row.movement_id: (row.movement_on, row.party_id) for row in moved}
        lines = EventLines(
            documents=[row.movement_id for row in moved],
            components=[_component(kind, row.value) for row in moved],
            line_ids=[row.line_id for row in moved],
            items=[row.item_id for row in moved],
            quantities=[abs(row.quantity) for row in moved],
            amounts=[abs(row.value) for row in moved],
        )
        parties = [party for _on, party in heads.values()]
        record_events(
            company, event, list(heads), [None] * len(heads), parties, [on for on, _p in heads.values()], lines
        )


def _component(kind: str, amount: Decimal) -> str:
    if kind != Movement.Kind.ADJUSTMENT:
        return "cost"
    return "gain" if amount > 0 else "loss"
