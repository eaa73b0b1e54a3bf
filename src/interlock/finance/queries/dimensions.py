"""Accounts by dimension: from the kept totals, with what is not counted yet told beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from interlock.core.sql import blocks, rows

SQL = blocks(__file__)
DIMENSIONS = ("party", "unit", "category", "project", "employee")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What accounts moved by the values of a dimension; vouchers and lines of the months that are not in it yet.

    Each row says beside its own what all move, shown or not: ``all_debit``, ``all_credit``, ``all_balance``,
    ``all_lines``.
    """

    rows: list[Any]
    waiting_vouchers: int
    waiting_lines: int

    @property
    def whole(self) -> Any:
        """What all values moved; None where nothing is counted."""
        return self.rows[0] if self.rows else None

    @property
    def more(self) -> int:
        """How many values are not among the rows."""
        return self.rows[0].found - len(self.rows) if self.rows else 0


def analyse(
    company: int, dimension: str, prefix: str, since: date, until: date, value: int | None = None, bound: int = 500
) -> Analysis:
    """Answer what the accounts whose codes begin so moved by value from the first to the last month.

    With a ``value``, its accounts, one each; without, the values, largest first.
    """
    assert dimension in DIMENSIONS
    given: dict[str, Any] = {
        "company": company,
        "dimension": dimension,
        "prefix": f"{prefix}%",
        "since": since.replace(day=1),
        "until": until.replace(day=1),
    }
    one = value is not None
    found = rows(SQL["accounts"], value=value, **given) if one else rows(SQL["values"], bound=bound, **given)
    waiting = rows(SQL["waiting"], company=company, since=given["since"], until=given["until"])[0]
    return Analysis(found, waiting.vouchers, waiting.lines)


def lines_of(
    company: int, dimension: str, value: int, account: int, since: date, until: date, bound: int = 200
) -> list[Any]:
    """Answer the latest journal lines of an account that carry a value (0: none), with the documents they come from."""
    assert dimension in DIMENSIONS
    return rows(
        SQL["lines"],
        company=company,
        dimension=dimension,
        value=value,
        account=account,
        since=since.replace(day=1),
        until=until.replace(day=1),
        bound=bound,
    )


def names_of(dimension: str, values: Sequence[int]) -> dict[int, Any]:
    """Answer code and names of values by id."""
    return {row.id: row for row in rows(SQL["names"], dimension=dimension, ids=list(values))}
