"""Reserved stock becomes issued stock, at moving average. Part of a larger operation: no key of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from interlock.core.api import current
from interlock.core.sql import blocks, column, rows
from interlock.finance.api import EventLines, record_events

from .locks import lock_balances, lock_pools, lock_reservations

SQL = blocks(__file__)


class Issued(NamedTuple):
    """What left for a document line, and the cost it took along, in the currency of the books."""

    document_id: int
    line_id: int
    item_id: int
    location_id: int
    quantity: Decimal
    cost: Decimal


def issue_reserved(
    company: int,
    kind: str,
    reservations: Sequence[int],
    documents: Sequence[int],
    lines: Sequence[int],
    units: Sequence[int | None],
    parties: Sequence[int | None],
    on: date,
) -> list[Issued]:
    """Issue what is open of each reservation for a document line, and answer quantity and cost in input order.

    All sequences are parallel, one place a line; unit and party are the document's. Of each document one event of
    ``kind`` (``goods_shipped``) is recorded, with the component ``cost`` for each line. Captured serial numbers of
    the lines leave with them. The cost of a line is the difference of two rounded cumulative values of its pool, in
    input order, so splitting the set changes no cent. Whether the lines may go is for the caller to judge; a
    reservation without open quantity or a serial number missing is a defect.

    Writes: stock_serial, stock_serialentry; stock_entry and stock_valueentry ``issue``; reservation, balance, pool;
    the event through finance.
    Locks: the caller's: periods of stock and finance, documents (and with them the captured numbers); then
    reservations by id; balances by id; pools by item.
    """
    if not lines:
        return []
    assert len(set(reservations)) == len(reservations) == len(lines), "one reservation a line"
    serials = rows(SQL["issue_serials"], company=company, lines=column(lines), run=current().run_id)
    gone = {row.line_id: row.pieces for row in serials}
    places = lock_reservations(company, reservations)
    lock_balances(company, places)
    lock_pools(company, {item for item, _bin in places})
    issued = rows(
        SQL["issue"],
        company=company,
        reservations=column(reservations),
        documents=column(documents),
        lines=column(lines),
        on=on,
        run=current().run_id,
    )
    assert len(issued) == len(lines), "an item is missing"
    assert all(row.quantity > 0 for row in issued), "a reservation is not open"
    wanted: Counter[int] = Counter()
    for row in issued:
        if row.serial_tracked:
            wanted[row.line_id] += row.quantity
    assert gone == wanted, "the serial numbers captured are not those issued"
    result = [Issued(*row[:6]) for row in issued]
    _record(company, kind, result, units, parties, on)
    return result


def _record(
    company: int,
    kind: str,
    issued: Sequence[Issued],
    units: Sequence[int | None],
    parties: Sequence[int | None],
    on: date,
) -> None:
    headers = {row.document_id: (unit, party) for row, unit, party in zip(issued, units, parties, strict=True)}
    lines = EventLines(
        documents=[row.document_id for row in issued],
        components=["cost"] * len(issued),
        line_ids=[row.line_id for row in issued],
        items=[row.item_id for row in issued],
        quantities=[row.quantity for row in issued],
        amounts=[row.cost for row in issued],
    )
    header_units = [unit for unit, _party in headers.values()]
    header_parties = [party for _unit, party in headers.values()]
    record_events(company, kind, list(headers), header_units, header_parties, on, lines)
