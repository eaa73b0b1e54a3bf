"""Changing what of an order still waits, after the lines that were there have left: quantities, nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from interlock.core.api import Answer
from interlock.core.sql import blocks, rows, run

from . import changing, crediting, holding, leaving, promoting, taking_back
from .reserve_orders import promise

SQL = blocks(__file__)


def judge(company: int, plans: Mapping[int, changing.Plan]) -> dict[int, Answer]:
    """Answer the orders of which more shall be changed than the quantity of lines nobody was handed yet."""
    carried = set(leaving.carried_lines(company, list(plans)))
    present = {row.id: row for row in rows(SQL["lines"], company=company, ids=list(plans))}
    wrong = {}
    for order, plan in plans.items():
        other = [
            line
            for line in plan.edited
            if line.id in carried
            or (line.item, line.unit_price, line.is_gift)
            != (present[line.id].item_id, present[line.id].unit_price, present[line.id].is_gift)
        ]
        if plan.fields or plan.added or other:
            wrong[order] = Answer(order, "shipped", {"lines": [line.number for line in other]})
    return wrong


def write(company: int, plans: Sequence[changing.Plan], on: date) -> None:
    """Make the waiting lines what was planned; an order that waits for nothing any longer is as far as its deliveries.

    Writes: versions; lines and amounts; what promotions and coupons gave them; order.state; holds ``no_stock`` cleared,
    and raised for what is still missing; reservations, entries and balances through stock.
    Locks: the caller's on orders and deliveries; then reservations and balances through stock; coupon
    balances by coupon.
    """
    ids = [plan.order for plan in plans]
    taking_back.keep_orders(company, ids)
    changing.fit_promises(company, plans, on)
    changing.write_lines(company, plans)
    holding.clear_holds(company, ids, ["no_stock"])
    assert run(SQL["note"], company=company, ids=ids) == len(ids), "locked orders cannot have moved"
    finished = {row.id for row in rows(SQL["finish"], company=company, ids=ids)}
    if waiting := [order for order in ids if order not in finished]:
        promise(company, waiting, on)
    promoting.follow_lines(company, ids)
    crediting.follow(company, ids, on)
