"""Aging of what is open, statements of parties, what shops keep as a sum: read from the items, never the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.sql import blocks, column, rows

SQL = blocks(__file__)
NOTHING = Decimal(0)
#: Days overdue that a bucket ends with; what is not due comes before the first, what is later after the last.
BUCKETS = (30, 60, 90, 180)


@dataclass
class AgingLine:
    """What a party, or a shop that a platform settles for, owes or is owed as of a day, by how late it is.

    ``buckets``: not due, then up to each day of the buckets, then later; ``advance`` is what goes the other way.
    """

    code: str
    name: str
    party: int | None = None
    unit: int | None = None
    items: int = 0
    buckets: list[Decimal] = field(default_factory=list)
    advance: Decimal = NOTHING
    total: Decimal = NOTHING


@dataclass
class Aging:
    """The aging of a side of a company: lines, their sums, and the balance of the accounts, which is the total."""

    on: date
    buckets: tuple[int, ...]
    lines: list[AgingLine]
    sums: AgingLine
    balance: Decimal

    @property
    def agrees(self) -> bool:
        return self.sums.total == self.balance


def aging(company: int, side: str, on: date, buckets: Sequence[int] = BUCKETS) -> Aging:
    """Answer what is open on the accounts of a side as of a day, in the books' currency, a line a party.

    What is open now plus what was applied later was open then, so only open items and late applications are read.
    Shops that a platform settles for are a line each, from the totals of their vouchers; it has no age.
    """
    ends = tuple(sorted({day for day in buckets if day > 0})) or BUCKETS
    sign = 1 if side == "receivable" else -1
    places = len(ends) + 2
    found: dict[int | None, AgingLine] = {}
    for row in rows(SQL["aging"], company=company, side=side, on=on, ends=list(ends)):
        line = found.setdefault(
            row.party_id, AgingLine(row.code or "", row.name or "", row.party_id, buckets=[NOTHING] * places)
        )
        amount = sign * row.amount
        line.items += row.items
        line.total += amount
        if row.is_advance:
            line.advance += amount
        else:
            line.buckets[row.bucket] += amount
    lines = sorted(found.values(), key=lambda line: -line.total)
    for row in rows(SQL["shops"], company=company, side=side, on=on):
        if row.amount:
            amount = sign * row.amount
            lines.append(
                AgingLine(
                    row.code, row.name_zh, None, row.unit_id, 0, [amount, *[NOTHING] * (places - 1)], total=amount
                )
            )
    sums = AgingLine("", "", buckets=[sum((line.buckets[n] for line in lines), NOTHING) for n in range(places)])
    sums.advance = sum((line.advance for line in lines), NOTHING)
    sums.total = sum((line.total for line in lines), NOTHING)
    sums.items = sum(line.items for line in lines)
    balance = rows(SQL["balance"], company=company, side=side, on=on)[0].amount
    return Aging(on, ends, lines, sums, sign * balance)


def turned(company: int, on: date) -> list[Any]:
    """Answer what parties hold as of a day on the other side of an account than its line counts, account by account.

    Each row names the line of the balance sheet that takes it; ``amount`` is debit less credit, in the books' currency.
    """
    return rows(SQL["turned"], company=company, on=on)


@dataclass(frozen=True)
class PartyStatement:
    """What moved with a party between two days, in the books' currency: debit positive, what we owe negative."""

    opening: Decimal
    moves: list[Any]
    closing: Decimal
    more: int


def party_statement(company: int, party: int, first: date, last: date, most: int = 2_000) -> PartyStatement:
    """Answer the statement of a party: opening, the documents and exchange differences of the period, closing."""
    opening = rows(SQL["party_opening"], company=company, party=party, first=first)[0].amount
    moves = rows(SQL["party_moves"], company=company, party=party, first=first, last=last, most=most + 1)
    closing = rows(SQL["party_opening"], company=company, party=party, first=_after(last))[0].amount
    return PartyStatement(opening, moves[:most], closing, max(0, len(moves) - most))


def open_items_of(company: int, party: int, on: date, most: int = 2_000) -> list[Any]:
    """Answer what is open with a party now: debits first, the oldest due first; ``on`` says how late it is."""
    return rows(SQL["party_open"], company=company, party=party, on=on, most=most)


def _after(day: date) -> date:
    return date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))


def applications_of(company: int, items: Sequence[int]) -> list[Any]:
    """Answer what was applied of items, latest first, with the item on the other side and whether it was taken back."""
    return rows(SQL["applications"], company=company, ids=column(items))
