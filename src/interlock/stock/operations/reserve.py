"""Promise pieces of a bin to a document line, and take it back; part of a larger operation, no key of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from interlock.core.api import current
from interlock.core.sql import blocks, column, rows

from .locks import lock_balances, lock_reservations

SQL = blocks(__file__)


def reserve(
    company: int,
    documents: Sequence[int],
    lines: Sequence[int],
    items: Sequence[int],
    locations: Sequence[int],
    quantities: Sequence[Decimal],
    on: date,
) -> list[int]:
    """Promise ``quantities`` (base units) of bins to document lines; answers the reservations' ids in input order.

    What is free is judged by the caller on a locked ``available``; promising more is a defect.

    Writes: stock_reservation; stock_entry ``reserve``; stock_balance.reserved.
    Locks: balances by id.
    """
    if not lines:
        return []
    lock_balances(company, zip(items, locations, strict=True))
    made = rows(
        SQL["reserve"],
        company=company,
        run=current().run_id,
        on=on,
        documents=column(documents),
        lines=column(lines),
        items=column(items),
        locations=column(locations),
        quantities=column(quantities),
    )
    assert len(made) == len(lines)
    return [row.id for row in made]


def release(company: int, reservations: Sequence[int], on: date) -> None:
    """Take back what is still open of these reservations; one with nothing open is left as it is.

    Writes: stock_reservation.open_quantity; stock_entry ``release``; stock_balance.reserved.
    Locks: reservations by id, then balances by id.
    """
    if not reservations:
        return
    lock_balances(company, lock_reservations(company, reservations))
    rows(SQL["release"], company=company, reservations=column(set(reservations)), run=current().run_id, on=on)
