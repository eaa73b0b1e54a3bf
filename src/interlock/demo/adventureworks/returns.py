"""The data set's returns: each against the newest order of that item and territory received by the day it came back."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from interlock.core.sql import blocks, rows

from ..spine import Desk
from . import masters
from .files import DataSet

SQL = blocks(__file__)
Wanted = tuple[str, str]


class Returns:
    """What has been received and can come back, day after day, and the returns that found nothing.

    The last received order comes first, of one day the highest number; what exceeds a line goes to the next. Only
    what the files and the books say of earlier days counts, so a repeat finds the same.
    """

    def __init__(self, data: DataSet, company: int, first: date, through: date | None) -> None:
        self.company = company
        self.unmatched = 0
        self._held: dict[Wanted, list[list[Any]]] = defaultdict(list)
        self._of_day: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in data.returns(first, through).to_dicts():
            self._of_day[row["return_date"]].append(row)
        for row in rows(SQL["received_before"], company=company, first=first):
            self._hold(row)

    def of_day(self, on: date, arrived: list[str]) -> list[dict[str, Any]]:
        """Answer the rows of the day's file of returns; ``arrived`` are the orders that were received that day."""
        for row in rows(SQL["received"], company=self.company, on=on, orders=arrived):
            self._hold(row)
        return [found for row in self._of_day.get(str(on), []) for found in self._match(row)]

    def _hold(self, row: Any) -> None:
        self._held[row.sku, row.province].append([row.order_no, row.line_number, int(row.quantity)])

    def _match(self, row: dict[str, Any]) -> list[dict[str, Any]]:
        found, left = [], int(row["quantity"])
        for line in reversed(self._held[row["sku"], row["province"]]):
            pieces = min(left, line[2])
            if pieces:
                line[2] -= pieces
                left -= pieces
                found.append(
                    {
                        "return_no": f"R{row['row']:05d}",
                        "order_no": line[0],
                        "line_no": line[1],
                        "sku": row["sku"],
                        "quantity": pieces,
                        "reason": masters.NO_REASON,
                        "returned_at": row["return_date"],
                    }
                )
            if not left:
                return found
        self.unmatched += 1 if not found else 0
        return found


def take_back(desk: Desk, on: date, found: list[dict[str, Any]], folder: Path) -> None:
    """Send the day's returns as the file they come in; the goods are received, found good, and the buyers paid."""
    if not found:
        return
    path = folder / f"adventureworks-returns-{on}.csv"
    pl.DataFrame(found).write_csv(path)
    desk.take_back(path, len(found), on)
