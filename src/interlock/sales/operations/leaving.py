"""What shipping and recognising share: the locks, and the order that follows its deliveries."""

from __future__ import annotations

from collections.abc import Sequence

from interlock.core.sql import blocks, rows, run

SQL = blocks(__file__)


def lock_deliveries(company: int, ids: Sequence[int]) -> None:
    """Lock the orders of these deliveries by id, then the deliveries by id."""
    run(SQL["lock_orders"], company=company, ids=list(ids))
    run(SQL["lock_deliveries"], company=company, ids=list(ids))


def carried_lines(company: int, orders: Sequence[int]) -> set[int]:
    """Answer the lines of these orders that a delivery carries already."""
    return {row.id for row in rows(SQL["carried"], company=company, ids=list(orders))}


def advance_orders(company: int, ids: Sequence[int], state: str) -> int:
    """Move the orders of these deliveries to ``state`` where all their deliveries have got there."""
    return run(SQL["advance_orders"], company=company, ids=list(ids), state=state)
