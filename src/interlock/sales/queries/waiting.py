"""What waits for the next step of the day, in the order in which it is to be done."""

from __future__ import annotations

from datetime import date, datetime

from interlock.core.sql import blocks, rows

SQL = blocks(__file__)


def orders_in(company: int, state: str, *, upto: date | None = None, after: int = 0) -> list[int]:
    """Answer the orders of a company in a state, ordered on or before ``upto``, most urgent first, then oldest.

    ``after`` keeps those that came in after this one.
    """
    return [row.id for row in rows(SQL["orders"], company=company, state=state, upto=upto, after=after)]


def orders_to_release(company: int, now: datetime) -> list[int]:
    """Answer the orders to hand to warehouses at this moment, oldest first.

    Those that are reserved, once nothing more can join them; and those that stand for want of stock in a shop that
    sends what is there, where lines are reserved that nobody was handed yet.
    """
    return [row.id for row in rows(SQL["to_release"], company=company, now=now)]


def deliveries_in(
    company: int, state: str, *, shipped_upto: date | None = None, policies: list[str] | None = None
) -> list[int]:
    """Answer the deliveries of a company in a state, oldest first.

    ``shipped_upto`` keeps those shipped on or before a day; ``policies`` those with a line of such a revenue policy
    that is not revenue yet.
    """
    found = rows(SQL["deliveries"], company=company, state=state, shipped_upto=shipped_upto, policies=policies)
    return [row.id for row in found]


def returns_in(company: int, state: str, *, kind: str | None = None) -> list[int]:
    """Answer the returns of a company in a state that is not the last, of one kind or all, oldest first."""
    return [row.id for row in rows(SQL["returns"], company=company, state=state, kind=kind)]


def deliveries_uncaptured(company: int) -> list[int]:
    """Answer the deliveries to pick that still lack serial numbers, oldest first."""
    return [row.id for row in rows(SQL["uncaptured"], company=company)]
