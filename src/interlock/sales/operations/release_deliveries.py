"""Hand reserved orders to their warehouses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interlock.core.api import Actor, Outcome, operation
from interlock.core.sql import blocks, rows, run

from . import holding

SQL = blocks(__file__)


@operation(permission="sales.release_deliveries")
def release_deliveries(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Make a delivery per order and warehouse for reserved orders (``ids`` are orders) and release it for picking.

    Codes, first match wins: not_found, cancelled, already, not_reserved, done.
    Writes: deliveries and their lines, each line's part of the amount allocated to the cent; order.state.
    Locks: orders by id, then the number counter.
    """
    holding.lock_orders(company, ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["advance"], company=company, ids=go) == len(go), "locked orders cannot have moved"
        made = rows(SQL["deliver"], company=company, ids=go, on=on)
        assert len(made) >= len(go), "a reserved order has at least one reservation"
        outcome.timeline = [(row.id, "released") for row in made]
    return outcome
