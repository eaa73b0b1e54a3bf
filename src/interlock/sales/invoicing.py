"""What sales tells finance of its orders: the lines that one invoice for an order holds."""

from __future__ import annotations

from collections.abc import Sequence

from interlock.core.sql import blocks, column, rows
from interlock.finance.api import OrderLine, tells_orders

SQL = blocks(__file__)


@tells_orders
def lines_of_orders(company: int, orders: Sequence[int], documents: Sequence[int]) -> list[OrderLine]:
    """Answer delivery lines of orders, and of those with a line in one of the deliveries."""
    found = rows(SQL["lines"], company=company, orders=column(orders), deliveries=column(documents))
    return [OrderLine(row.order_id, row.delivery_id, row.id, row.is_complete) for row in found]
