"""Change orders before they are shipped: at once, on the word of another system or of their platform."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from interlock.core.api import Actor, Answer, Outcome, operation
from interlock.core.sql import blocks, rows

from . import changing, changing_rest, taking_back

SQL = blocks(__file__)


@dataclass(frozen=True)
class Judged:
    """Orders compared with what is wanted of them: the answer to each, what to write, and of which a rest waits."""

    answers: dict[int, Answer]
    plans: dict[int, changing.Plan]
    rest: set[int]


@operation(permission="sales.change_orders")
def change_orders(
    ids: Sequence[int], *, company: int, by: Actor, changes: Mapping[int, Mapping[str, Any]], on: date
) -> Outcome:
    """Change buyer, address, day or lines of orders of which nothing has been shipped, and review them again.

    ``changes`` says by order what shall be: buyer, phone, province, city, district, address, remark, wanted_on, and
    ``lines``, each with ``line`` (none adds one), ``item`` (code), ``quantity`` (0 takes the line out) and
    ``unit_price`` (none: as it was, or the list's for another item). What stays as it was keeps its promises; what was
    handed over to a warehouse is taken back and handed over anew. Of an order whose lines leave one by one, and some
    have left, the quantity of those that nobody was handed yet can be changed; what has left stays. An order that went
    through an approval is changed by a change document only.

    Codes, first match wins: not_found, cancelled, shipped (in whole or in part; or more is to change of what is left
    than quantities), change_open (the platform's own
    change waits for an answer), change_document_needed, unknown_line, unknown_item, bad_quantity, bad_price, too_long,
    bad_date, no_lines (nothing would be left), nothing_to_change, done.
    Writes: versions; order, lines and amounts, order.state received; deliveries taken back; holds cleared;
    reservations, entries, balances and serial numbers through stock.
    Locks: orders by id, then deliveries by id; serial numbers, reservations and balances through stock.
    """
    taking_back.lock_with_deliveries(company, ids)
    judged = judge(company, ids, changes)
    approved = rows(SQL["approved"], company=company, ids=ids)
    before = ("not_found", "cancelled", "shipped", "change_open")
    wrong = {
        row.id: Answer(row.id, "change_document_needed")
        for row in approved
        if judged.answers[row.id].code not in before
    }
    return _change(company, ids, judged, wrong, on)


@operation(permission="sales.change_orders")
def tell_changes(
    ids: Sequence[int], *, company: int, by: Actor, changes: Mapping[int, Mapping[str, Any]], on: date
) -> Outcome:
    """Change orders as ``change_orders`` does because their platform says so: a fact from outside, approved or not.

    Codes, first match wins: not_found, cancelled, shipped, change_open, unknown_line, unknown_item, bad_quantity,
    bad_price, too_long, bad_date, no_lines, nothing_to_change, done.
    Writes: as ``change_orders``.
    Locks: orders by id, then deliveries by id; serial numbers, reservations and balances through stock.
    """
    taking_back.lock_with_deliveries(company, ids)
    return _change(company, ids, judge(company, ids, changes), {}, on)


def _change(company: int, ids: Sequence[int], judged: Judged, wrong: Mapping[int, Answer], on: date) -> Outcome:
    answers = judged.answers | dict(wrong)
    outcome = Outcome.of([answers[order] for order in ids])
    if go := outcome.accepted:
        outcome.timeline = write(company, judged, go, on)
    return outcome


def judge(company: int, ids: Sequence[int], changes: Mapping[int, Mapping[str, Any]]) -> Judged:
    """Say of each order, which is locked, whether it can become what is wanted, and what there is to write."""
    found = rows(SQL["judge"], company=company, ids=ids)
    answers = {row.id: Answer(row.id, row.code) for row in found}
    subjects = [row.id for row in found if row.code == "done"]
    plans, wrong = changing.plan_all(company, {order: changes.get(order, {}) for order in subjects})
    wrong |= {order: Answer(order, "nothing_to_change") for order, plan in plans.items() if plan.is_empty}
    rest = {row.id for row in found if row.code == "done" and row.is_rest}
    if left := {order: plan for order, plan in plans.items() if order in rest and order not in wrong}:
        wrong |= changing_rest.judge(company, left)
    return Judged(answers | wrong, plans, rest)


def write(company: int, judged: Judged, go: Sequence[int], on: date) -> list[tuple[int, str]]:
    """Make orders what was judged possible; answers the timeline of their deliveries."""
    timeline: list[tuple[int, str]] = []
    if whole := [judged.plans[order] for order in go if order not in judged.rest]:
        timeline = changing.write(company, whole, on)
    if waiting := [judged.plans[order] for order in go if order in judged.rest]:
        changing_rest.write(company, waiting, on)
    return timeline
