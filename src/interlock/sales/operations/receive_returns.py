"""Receive returned goods: on hold in a bin, at the cost they left with; what was revenue is revenue no longer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Module, Outcome, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run
from interlock.stock import api as stock

from . import crediting, returning
from .recognise_revenue import finish

SQL = blocks(__file__)
CENT = Decimal("0.01")


@operation(permission="sales.receive_returns")
def receive_returns(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,
    on: date,
    location: int | None = None,
    serials: Mapping[int, Sequence[str]] | None = None,
) -> Outcome:
    """Receive the goods of announced returns on hold: into ``location``, or the warehouse's first quality bin, or the
    bin they left from.

    ``serials`` maps lines to the numbers scanned; without it a line takes those announced, or all that are still out
    when everything comes back. A line comes back at its part of the cost it left with. Where it was revenue, revenue,
    VAT and cost of sales are reversed and the amount is owed to the buyer; where it was not, less of it will be; a
    delivery all of which is back waits for revenue no longer.

    Codes, first match wins: not_found, already, cancelled, no_goods (a refund without return), period_closed (stock
    or sales, month of ``on``), before_shipment, foreign_location, unknown_line (``serials`` names a line of no return
    of the set), serials_missing, unknown_serial (did not leave with this line), done.
    Writes: sales_return.state, its lines; stock entries on hold, value, serial numbers and the event ``goods_returned``
    through stock; the event ``revenue_reversed`` (net, vat, cost, owed); delivery lines' recognised_on, delivery.state
    and order.state where everything came back before it was revenue.
    Locks: period, orders, deliveries and returns by id; then serials, balances and pools through stock; then credit
    groups by id.
    """
    for module in (Module.STOCK, Module.SALES, Module.FINANCE):
        lock_periods(company, module, [on])
    returning.lock_returns(company, ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, on=on, location=location))
    picked = [verdict.id for verdict in outcome.verdicts if verdict.code == "done"]
    lines = returning.lines_of(company, picked) if picked else []
    faults, numbers = _serials(picked, lines, serials)
    outcome.answer(faults)
    if go := set(outcome.accepted):
        _act(company, [line for line in lines if line.document_id in go], numbers, location, on)
        assert run(SQL["advance"], company=company, ids=column(go), on=on) == len(go), (
            "locked returns cannot have moved"
        )
        orders = [row.order_id for row in rows(SQL["orders"], company=company, ids=column(go))]
        outcome.timeline = [(order, "done") for order in orders]
        crediting.follow(company, orders, on)
    return outcome


def _serials(
    ids: Sequence[int], lines: Sequence[Any], given: Mapping[int, Sequence[str]] | None
) -> tuple[dict[int, Answer], dict[int, list[str]]]:
    """Answer the returns whose numbers are wrong, and the numbers of each line."""
    given = given or {}
    if strangers := sorted(set(given) - {line.line_id for line in lines}):
        return {i: Answer(i, "unknown_line", {"lines": strangers}) for i in ids}, {}
    faults: dict[int, Answer] = {}
    numbers: dict[int, list[str]] = {}
    out = {line.delivery_line_id: set(line.numbers) for line in lines}
    for line in lines:
        if not line.serial_tracked:
            numbers[line.line_id] = []
            continue
        left = out[line.delivery_line_id]
        named = list(dict.fromkeys(given.get(line.line_id) or line.serials))
        if not named and len(left) == line.quantity:
            named = sorted(left)
        if len(named) != line.quantity:
            detail = {"line": line.line_id, "serials_missing": int(line.quantity) - len(named)}
            faults.setdefault(line.document_id, Answer(line.document_id, "serials_missing", detail))
        elif strange := sorted(set(named) - left):
            detail = {"line": line.line_id, "numbers": strange}
            faults.setdefault(line.document_id, Answer(line.document_id, "unknown_serial", detail))
        else:
            out[line.delivery_line_id] = left - set(named)
        numbers[line.line_id] = named
    return faults, numbers


def _act(company: int, lines: Sequence[Any], numbers: Mapping[int, list[str]], location: int | None, on: date) -> None:
    pieces, costs = stock.Pieces(), _costs(lines)
    for line in lines:
        pieces.add(line, location or line.hold_id, line.quantity, numbers[line.line_id])
    stock.take_back(company, pieces, costs, on, returning.left_with(lines))
    changed = run(
        SQL["lines"],
        company=company,
        lines=column(pieces.lines),
        locations=column(pieces.locations),
        costs=column(costs),
        reverses=[line.recognised for line in lines],
        serials=[json.dumps(list(each)) for each in pieces.numbers],
    )
    assert changed == len(lines), "every line came back"
    was_revenue = [(line, cost) for line, cost in zip(lines, costs, strict=True) if line.recognised]
    returning.reverse_revenue(company, [line for line, _cost in was_revenue], [cost for _line, cost in was_revenue], on)
    waiting = sorted({line.delivery_line_id for line in lines if not line.recognised})
    if waiting and (closed := rows(SQL["close"], company=company, lines=column(waiting), on=on)):
        finish(company, sorted({row.delivery_id for row in closed}), on)


def _costs(lines: Sequence[Any]) -> list[Decimal]:
    """Answer what each line brings back: all the pieces of a delivery line together exactly what it took out."""
    back: dict[int, tuple[Decimal, Decimal]] = {}
    costs = []
    for line in lines:
        pieces, brought = back.get(line.delivery_line_id, (line.back_quantity, line.back_cost))
        upto = pieces + line.quantity
        due = (line.shipped_cost * upto / line.shipped_quantity).quantize(CENT, ROUND_HALF_UP) - brought
        cost = max(Decimal(), due)
        back[line.delivery_line_id] = (upto, brought + cost)
        costs.append(cost)
    return costs
