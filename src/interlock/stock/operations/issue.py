"""Reserved stock becomes issued stock, at moving average. Part of a larger operation: no key of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

from interlock.core.api import current
from interlock.core.sql import Column, blocks, column, rows, value
from interlock.finance.api import WrittenLines, record_events

from .locks import lock_balances, lock_pools, lock_reservations

SQL = blocks(__file__)


def issue_reserved(
    company: int,
    kind: str,
    on: date,
    *,
    reservations: Column,
    documents: Column,
    lines: Column,
    units: Column,
    parties: Column,
) -> None:
    """Issue what is open of each reservation for a document line.

    All columns are parallel, one place a line; unit and party are the document's. Of each document one event of
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
        return
    reservations, lines = column(reservations), column(lines)
    given = {"company": company, "reservations": reservations, "lines": lines, "run": current().run_id}
    assert value(SQL["issue_serials"], **given) == 0, "the serial numbers captured are not those issued"
    places = lock_reservations(company, reservations)
    lock_balances(company, places)
    lock_pools(company, {item for item, _bin in places})
    issued = rows(
        SQL["issue"], documents=column(documents), units=column(units), parties=column(parties), on=on, **given
    )[0]
    assert issued.line_ids == lines, "an item is missing"
    assert issued.once, "one reservation a line"
    assert issued.all_open, "a reservation is not open"
    _record(company, kind, issued, on)


def _record(company: int, kind: str, issued: Any, on: date) -> None:
    lines = WrittenLines(
        names=["cost"],
        documents=issued.line_documents,
        line_ids=issued.line_ids,
        items=issued.items,
        quantities=issued.quantities,
        amounts=issued.cost,
    )
    record_events(company, kind, issued.documents, issued.units, issued.parties, on, lines)
