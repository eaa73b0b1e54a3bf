"""Change orders before they are shipped, on a clerk's word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from interlock.core.api import Actor, Answer, Outcome, operation
from interlock.core.sql import blocks, rows

from . import changing, changing_rest, taking_back

SQL = blocks(__file__)


@operation(permission="sales.change_orders")
def change_orders(
    ids: Sequence[int], *, company: int, by: Actor, changes: Mapping[int, Mapping[str, Any]], on: date
) -> Outcome:
    """Change buyer, address or lines of orders of which nothing has been shipped, and review them again.

    ``changes`` says by order what shall be: buyer, phone, province, city, district, address, remark, and ``lines``,
    each with ``line`` (none adds one), ``item`` (code), ``quantity`` (0 takes the line out) and ``unit_price`` (none:
    as it was, or the list's for another item). What stays as it was keeps its promises; what was handed over to a
    warehouse is taken back and handed over anew. Of an order whose lines leave one by one, and some have left, the
    quantity of those that nobody was handed yet can be changed; what has left stays.

    Codes, first match wins: not_found, cancelled, shipped (in whole or in part; or more is to change of what is left
    than quantities), change_open (the platform's own
    change waits for an answer), unknown_line, unknown_item, bad_quantity, bad_price, too_long, no_lines (nothing would
    be left), nothing_to_change, done.
    Writes: versions; order, lines and amounts, order.state received; deliveries taken back; holds cleared;
    reservations, entries, balances and serial numbers through stock.
    Locks: orders by id, then deliveries by id; serial numbers, reservations and balances through stock.
    """
    taking_back.lock_with_deliveries(company, ids)
    judged = rows(SQL["judge"], company=company, ids=ids)
    outcome = Outcome.of(judged)
    subjects = [verdict.id for verdict in outcome.verdicts if verdict.code == "done"]
    plans, wrong = changing.plan_all(company, {order: changes.get(order, {}) for order in subjects})
    wrong |= {order: Answer(order, "nothing_to_change") for order, plan in plans.items() if plan.is_empty}
    rest = {row.id for row in judged if row.code == "done" and row.is_rest}
    if left := {order: plan for order, plan in plans.items() if order in rest and order not in wrong}:
        wrong |= changing_rest.judge(company, left)
    outcome.answer(wrong)
    if go := outcome.accepted:
        if whole := [plans[order] for order in go if order not in rest]:
            outcome.timeline = changing.write(company, whole, on)
        if waiting := [plans[order] for order in go if order in rest]:
            changing_rest.write(company, waiting, on)
    return outcome
