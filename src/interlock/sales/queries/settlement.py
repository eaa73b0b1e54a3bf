"""What is settled and what is not: orders that no statement has named yet, statements that wait for their payout."""

from __future__ import annotations

from datetime import date
from typing import Any

from interlock.core.sql import blocks, rows

SQL = blocks(__file__)


def not_settled(
    company: int,
    on: date,
    *,
    since: date | None = None,
    shop: int | None = None,
    before: int | None = None,
    size: int = 50,
) -> list[Any]:
    """Answer shipped orders that no statement has settled within their shop's days, the latest first, by key.

    ``since`` bounds how far back orders are looked at. One row more than ``size`` says that there are more.
    """
    return rows(
        SQL["not_settled"], company=company, on=on, since=since or date(1990, 1, 1), shop=shop, before=before, size=size
    )


def statements_in(company: int, state: str) -> list[int]:
    """Answer the statements of a company in a state, oldest first."""
    return [row.id for row in rows(SQL["statements"], company=company, state=state)]


def orders_found(company: int) -> list[int]:
    """Answer the differences of a company whose unknown orders have come, oldest first."""
    return [row.id for row in rows(SQL["found"], company=company)]
