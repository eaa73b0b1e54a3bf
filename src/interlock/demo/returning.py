"""What buyers send back: a set share of a day's received lines, each whole, for reasons that recur."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl

from interlock.core.sql import blocks, rows

from .settling import lot_of
from .spine import Desk

SQL = blocks(__file__)
RETURNED_AFTER = 9  # days after the order: the platform has paid by then
#: Of ten thousand orders; the order's number decides, however the day is cut.
RETURNED = 50


def return_day(desk: Desk, day: date, on: date, folder: Path) -> None:
    """Let the buyers of a day's orders send some of them back: received, found good, and the money returned."""
    reasons = [row.code for row in rows(SQL["reasons"], company=desk.company)]
    found = [
        {
            "shop": row.shop,
            "order_no": row.order_no,
            "line_no": row.line_no,
            "sku": row.sku,
            "quantity": row.quantity,
            "reason": reasons[lot % len(reasons)],
            "returned_at": str(on),
        }
        for row in rows(SQL["received"], company=desk.company, day=day)
        if (lot := lot_of(row.order_no)) // 1000 % 10_000 < RETURNED and row.line_no == 1
    ]
    if not found:
        return
    path = folder / f"returns-{desk.company}-{on}-{found[0]['order_no']}.csv"
    pl.DataFrame(found).write_csv(path)
    desk.take_back(path, len(found), on)
