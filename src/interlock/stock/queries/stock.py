"""What lies where, at what value, and how it came there. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from interlock.core.sql import blocks, column, rows

SQL = blocks(__file__)


class StockRow(NamedTuple):
    """An item in a warehouse, in base units; the pool's cost a unit and its whole amount are the company's."""

    item_id: int
    warehouse_id: int
    on_hand: Decimal
    reserved: Decimal
    free: Decimal
    unit_cost: Decimal
    value: Decimal
    pool_amount: Decimal


class EntryRow(NamedTuple):
    """One entry of the quantity ledger; ``amount`` is the value that moved with its line, if any did."""

    id: int
    kind: str
    item_id: int
    location_id: int
    on_hand_delta: Decimal
    reserved_delta: Decimal
    reservation_id: int | None
    line_id: int
    effective_on: date
    run_id: int
    amount: Decimal | None


class ReservationRow(NamedTuple):
    """A promise to a document line and what of it is still open."""

    id: int
    document_id: int
    line_id: int
    item_id: int
    location_id: int
    quantity: Decimal
    open_quantity: Decimal


class SerialStep(NamedTuple):
    """One step in the life of a piece."""

    kind: str
    location_id: int
    line_id: int
    run_id: int
    operation: str
    at: datetime


def stock_of(
    company: int,
    *,
    items: Sequence[int] | None = None,
    warehouses: Sequence[int] | None = None,
    after: tuple[int, int] = (0, 0),
    limit: int = 100,
) -> list[StockRow]:
    """Answer good stock by (item, warehouse), a page by that key; of some items or warehouses when asked.

    ``value`` is the warehouse's part of the pool, rounded to the cent; only ``pool_amount`` is in the books.
    """
    found = rows(
        SQL["stock"],
        company=company,
        items=None if items is None else column(items),
        warehouses=None if warehouses is None else column(warehouses),
        after_item=after[0],
        after_warehouse=after[1],
        limit=limit,
    )
    return [StockRow(*row) for row in found]


def entries_of(company: int, item: int, *, before: int | None = None, limit: int = 100) -> list[EntryRow]:
    """Answer the entries of an item, newest first, a page by id."""
    return [EntryRow(*row) for row in rows(SQL["entries"], company=company, item=item, before=before, limit=limit)]


def reservations_of(company: int, documents: Sequence[int]) -> list[ReservationRow]:
    """Answer what is or was promised to documents, by document and id."""
    found = rows(SQL["reservations"], company=company, documents=column(documents))
    return [ReservationRow(*row) for row in found]


def cost_of(company: int, lines: Sequence[int]) -> dict[int, Decimal]:
    """Answer the cost that left with each line; a line that nothing left for is not in the answer.

    Other contexts may join in SQL instead: ``stock_valueentry`` by (company_id, line_id) with ``cause = 'issue'``;
    a line's cost is the negative sum of ``amount_delta``.
    """
    return {row.line_id: row.cost for row in rows(SQL["costs"], company=company, lines=column(lines))}


def serials_of(company: int, lines: Sequence[int]) -> dict[int, list[str]]:
    """Answer the numbers captured for or issued with each line."""
    numbers: defaultdict[int, list[str]] = defaultdict(list)
    for row in rows(SQL["serials"], company=company, lines=column(lines)):
        numbers[row.line_id].append(row.number)
    return dict(numbers)


def serial_life(company: int, item: int, number: str) -> list[SerialStep]:
    """Answer what happened to one piece, oldest first."""
    return [SerialStep(*row) for row in rows(SQL["life"], company=company, item=item, number=number)]
