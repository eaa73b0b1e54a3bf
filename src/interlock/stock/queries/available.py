"""What can still be promised: good pieces in picking bins of active warehouses that nobody has reserved."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from interlock.core.sql import blocks, rows, run

SQL = blocks(__file__)


class Available(NamedTuple):
    """``free`` base units of an item in a bin."""

    item_id: int
    location_id: int
    warehouse_id: int
    pick_order: int
    free: Decimal


def available(company: int, items: Sequence[int], warehouses: Sequence[int], *, lock: bool = False) -> list[Available]:
    """Answer what is free of these items in these warehouses, by item, warehouse and pick order; nothing free, no row.

    Locks: with ``lock``, the balances by id, so that what is answered stays free until the transaction ends.
    """
    places: dict[str, Any] = {"company": company, "items": list(items), "warehouses": list(warehouses)}
    if lock:
        run(SQL["lock_balances"], **places)
    return [Available(*row) for row in rows(SQL["available"], **places)]
