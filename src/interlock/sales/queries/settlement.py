"""What is settled and what is not: orders that no statement has named yet, statements that wait for their payout."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import declare
from interlock.core.sql import blocks, rows

from ..operations.rematch_differences import judged_again

SQL = blocks(__file__)
#: Asked for in the exceptions, by their SQL.
DIFFERENCE_DAYS = declare(
    "settlement.difference_days", _("days after which an open difference with a platform is an exception"), "whole",
    "7", least=0, most=365,
)  # fmt: skip


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
    """Answer the differences whose lines would be judged otherwise by now, oldest first.

    Their orders were unknown and have come, or were refunded or cancelled since.
    """
    may = [row.id for row in rows(SQL["found"], company=company)]
    return [row.id for row in judged_again(company, may)]
