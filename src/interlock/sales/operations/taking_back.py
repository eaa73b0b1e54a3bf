"""Taking back what has not left yet: shared by cancelling and changing orders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from interlock.core.api import keep_versions
from interlock.core.sql import blocks, rows, run
from interlock.stock import api as stock

from . import holding

SQL = blocks(__file__)


def lock_with_deliveries(company: int, ids: Sequence[int]) -> None:
    """Lock orders by id, then their deliveries by id."""
    holding.lock_orders(company, ids)
    run(SQL["lock_deliveries"], company=company, ids=list(ids))


def keep_orders(company: int, ids: Sequence[int]) -> None:
    """Keep what these orders are, with their lines, as their present versions."""
    _keep(company, "order", rows(SQL["orders"], company=company, ids=list(ids)))


def take_back(company: int, ids: Sequence[int]) -> list[tuple[int, str]]:
    """Take what was handed over for these orders, and has not left, back; answers the timeline of the deliveries.

    A delivery loses their lines, which its version keeps, and is cancelled when none is left; picked pieces go back.

    Writes: serial numbers through stock; deliveries and their lines.
    """
    touched = rows(SQL["deliveries"], company=company, ids=list(ids))
    if not touched:
        return []
    _keep(company, "delivery", touched)
    lines = [row.id for row in rows(SQL["remove_lines"], company=company, ids=list(ids))]
    stock.give_back_serials(company, lines)
    left = rows(SQL["leave"], company=company, ids=[row.id for row in touched])
    assert len(left) == len(touched), "locked deliveries cannot have moved"
    return [(row.id, "cancelled" if row.state == "cancelled" else "lines_removed") for row in left]


def free(company: int, ids: Sequence[int], on: date) -> None:
    """Take back every piece that is still promised to these orders."""
    found = rows(SQL["promised"], company=company, ids=list(ids))
    stock.release(company, [row.id for row in found], on)


def add_up(company: int, ids: Sequence[int]) -> None:
    """Make the orders' amounts those of their lines."""
    run(SQL["add_up"], company=company, ids=list(ids))


def _keep(company: int, kind: str, found: Sequence[Any]) -> None:
    keep_versions(
        company,
        kind,
        [row.id for row in found],
        [row.version for row in found],
        [row.snapshot for row in found],
    )
