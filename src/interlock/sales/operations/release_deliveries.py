"""Hand reserved orders to their warehouses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interlock.core.api import Actor, Outcome, operation
from interlock.core.sql import blocks, column, rows, run

from . import holding, leaving

SQL = blocks(__file__)


@operation(permission="sales.release_deliveries")
def release_deliveries(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Make a delivery per order and warehouse for reserved orders (``ids`` are orders) and release it for picking.

    Orders of one buyer and address leave together where their shop says so and they are in the same set. In a shop
    that sends what is there, an order that stands for want of stock hands over the lines it has, and stays held for
    the others.

    Codes, first match wins: not_found, cancelled, already, not_reserved, done.
    Writes: deliveries and their lines, each line's part of the amount allocated to the cent; order.state.
    Locks: orders by id, then the number counter.
    """
    holding.lock_orders(company, ids)
    judged = rows(SQL["judge"], company=company, ids=ids)
    held = [row.id for row in judged if row.state == "held"]
    parts = {row.id for row in rows(SQL["parts"], company=company, ids=held)} if held else set()
    outcome = Outcome.of([(row.id, "done" if row.id in parts else row.code) for row in judged] if parts else judged)
    if go := outcome.accepted:
        parted = [row.id for row in judged if row.is_parted]
        carried = leaving.carried_lines(company, parted) if parted else ()
        _advance(company, tuple([i for i in go if i not in parts]), [i for i in go if i in parts])
        merging = any(row.may_merge for row in judged)
        together = rows(SQL["together"], company=company, ids=go) if merging else []
        made = rows(
            SQL["deliver"],
            company=company,
            ids=go,
            on=on,
            orders=column(row.id for row in together),
            firsts=column(row.first_id for row in together),
            carried=column(carried),
        )
        assert made, "a reserved order has at least one reservation"
        outcome.timeline = [(row.id, "released") for row in made]
    return outcome


def _advance(company: int, whole: Sequence[int], parts: Sequence[int]) -> None:
    if whole:
        assert run(SQL["advance"], company=company, ids=whole) == len(whole), "locked orders cannot have moved"
    if parts:
        assert run(SQL["note_parts"], company=company, ids=parts) == len(parts), "locked orders cannot have moved"
