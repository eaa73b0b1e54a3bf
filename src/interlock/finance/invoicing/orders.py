"""Which revenue is an order's: told by the context that keeps orders, so that an order gets one invoice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple


class OrderLine(NamedTuple):
    """A line whose revenue is an order's, and whether nothing more of the order is to come."""

    order: int
    document: int
    line: int
    is_complete: bool


#: Answers the lines of orders, and of the orders that have a line in one of the documents.
Teller = Callable[[int, Sequence[int], Sequence[int]], Sequence[OrderLine]]
_tellers: list[Teller] = []


def tells_orders(teller: Teller) -> Teller:
    """Register what knows the lines of orders."""
    _tellers.append(teller)
    return teller


def lines_of(company: int, orders: Sequence[int] = (), documents: Sequence[int] = ()) -> list[OrderLine]:
    """Answer the lines of orders, and of the orders that have a line in one of the documents."""
    return [line for tell in _tellers for line in tell(company, orders, documents)]
