"""Limits of expenses: a claim's together, a day's or night's over all claims of the person who spent it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.sql import blocks, column, rows

from ..openitems.posting import in_books

SQL = blocks(__file__)
NOTHING, ONE = Decimal(0), Decimal(1)
#: employee, kind of expense, day
Day = tuple[int, int, date]


@dataclass(frozen=True)
class Over:
    """A line that is over its limit: by how much, and what the limit does."""

    id: int
    ordinal: int
    effect: str
    limit: Decimal
    over: Decimal
    reason: str

    def told(self) -> dict[str, Any]:
        return {"line": self.ordinal, "limit": str(self.limit), "over": str(self.over)}


@dataclass(frozen=True)
class Spent:
    """What lines of one day have spent, for how many days or nights, and for how many the longest of them."""

    amount: Decimal = NOTHING
    quantity: Decimal = NOTHING
    longest: Decimal = NOTHING

    def __add__(self, other: Spent) -> Spent:
        longest = max(self.longest, other.longest)
        return Spent(self.amount + other.amount, self.quantity + other.quantity, longest)

    @property
    def days(self) -> Decimal:
        """Lines that begin on one day share it: halves of it add up to it, and no more."""
        return max(self.longest, min(self.quantity, ONE))


class Limits:
    """Says which lines of claims are over; what a claim takes of a day is gone for those after it."""

    def __init__(self, company: int, ids: Sequence[int]) -> None:
        self.lines: dict[int, list[Any]] = defaultdict(list)
        for row in rows(SQL["limited"], company=company, ids=column(ids)):
            self.lines[row.claim_id].append(row)
        daily = [row for lines in self.lines.values() for row in lines if row.measure != "claim"]
        self.spent: dict[Day, Spent] = defaultdict(Spent)
        if daily:
            given: dict[str, Any] = {
                "claimants": column(sorted({row.claimant_id for row in daily})),
                "days": sorted({row.spent_on for row in daily}),
            }
            for row in rows(SQL["spent"], company=company, **given):
                day = (row.employee_id, row.expense_kind_id, row.spent_on)
                self.spent[day] = Spent(row.amount, row.quantity, row.longest)

    def over(self, claim: int) -> list[Over]:
        """Answer the lines of a claim over their limits: the dearest of a kind, or of a kind and day."""
        found = []
        together: dict[Any, list[Any]] = defaultdict(list)
        for row in self.lines[claim]:
            together[row.expense_kind_id if row.measure == "claim" else _day(row)].append(row)
        for key, lines in together.items():
            own = sum((_spent(row) for row in lines), Spent())
            before = self.spent.get(key, Spent())  # of a claim's limit, whose key is no day, there is nothing before
            if lines[0].measure == "claim":
                most = min(row.limit_amount for row in lines)
            else:
                most = in_books(max(row.limit_amount for row in lines) * (before + own).days, ONE)
            if (excess := (before + own).amount - most) > 0:
                row = max(lines, key=lambda line: (line.book_amount, -line.ordinal))
                found.append(Over(row.id, row.ordinal, row.effect, most, min(excess, own.amount), row.reason.strip()))
        return found

    def take(self, claim: int) -> None:
        """Count what a claim that is handed in spends."""
        for row in self.lines[claim]:
            if row.measure != "claim":
                self.spent[_day(row)] += _spent(row)


def _day(row: Any) -> Day:
    return row.employee_id, row.expense_kind_id, row.spent_on


def _spent(row: Any) -> Spent:
    return Spent(row.book_amount, row.quantity, row.quantity)
