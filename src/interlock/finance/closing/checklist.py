"""The checklist: steps in order, each of which compares both sides of its module and names what differs.

A context registers its steps by ``@close_step``; what is not there has no step. A step is a function of a ``Scope``
that answers an ``Answer``: the figures of both sides, and a ``Finding`` for each document that stands in the way.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone

from interlock.core.api import year_of, year_starts

from ..models import ClosePolicy

POLICIES = Path(__file__).resolve().parents[1] / "data" / "close_policies.csv"
NAMED = 200  # findings a step names; the rest is counted
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Scope:
    """What a step is asked about: a company's month, and the numbers the company goes by."""

    company: int
    first: date
    after: date
    policies: Mapping[str, int]
    year_starts: int = 1

    @property
    def year(self) -> int:
        """The year of the books the month belongs to."""
        return year_of(self.first, self.year_starts)

    @property
    def month_of_year(self) -> int:
        """Which month of that year it is, 1 to 12."""
        return (self.first.month - self.year_starts) % 12 + 1

    @property
    def ends_year(self) -> bool:
        return self.month_of_year == 12  # noqa: PLR2004

    def before(self, policy: str) -> date:
        """Answer the first day that is still within the policy: what is older is late.

        It counts back from the month's end; while the month runs from today, so that nothing is late in advance.
        """
        today = timezone.localdate()
        end = today + timedelta(days=1) if self.first <= today < self.after else self.after
        return end - timedelta(days=self.policies[policy])

    @property
    def asked(self) -> dict[str, Any]:
        """The parameters every block of a step takes."""
        return {"company": self.company, "first": self.first, "after": self.after}


@dataclass(frozen=True)
class Figures:
    """What one pair of sides says: the business and the books, in pieces and money; nothing where it has no pieces."""

    name: str
    quantity: Decimal | None = None
    amount: Decimal | None = None
    book_quantity: Decimal | None = None
    book_amount: Decimal | None = None

    @property
    def agree(self) -> bool:
        return self.quantity == self.book_quantity and self.amount == self.book_amount


@dataclass(frozen=True)
class Finding:
    """A document, and its line where one is known, that stands in the way of a close: why, and what both sides say."""

    code: str
    kind: str = ""
    document_id: int | None = None
    line_id: int | None = None
    number: str = ""
    on: date | None = None
    quantity: Decimal | None = None
    amount: Decimal | None = None
    book_quantity: Decimal | None = None
    book_amount: Decimal | None = None

    @classmethod
    def of(cls, code: str, row: Any) -> Finding:
        """Make a finding of a row that has columns of the same names."""
        known = row._asdict()
        return cls(code, **{name: known[name] for name in cls.__dataclass_fields__ if name in known and name != "code"})


@dataclass
class Answer:
    """What a step found; it agrees when there are no findings. ``more`` counts those that are not named.

    ``posts`` is what the close itself posts, so it stands in nobody's way.
    """

    figures: list[Figures] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    posts: list[Finding] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    more: int = 0

    @property
    def count(self) -> int:
        return len(self.findings) + self.more

    def add(self, code: str, found: Iterable[Any]) -> None:
        """Add findings of rows; beyond ``NAMED`` a code they are only counted."""
        named = [Finding.of(code, row) for row in found]
        self.findings += named[:NAMED]
        self.more += len(named[NAMED:])


@dataclass(frozen=True)
class Step:
    """One line of the checklist: ``module`` is the period that closes with it, if any."""

    code: str
    place: int
    side: str
    module: str | None
    ask: Callable[[Scope], Answer]


#: Business side first, then the books' side of the same modules, then the general ledger.
ORDER = (
    "sales", "purchasing", "stock", "production", "sales_books", "purchasing_books", "stock_books",
    "production_books", "currency_books", "allocation_books", "ledger",
)  # fmt: skip
CURRENCIES, LEDGER = "currency_books", "ledger"
_steps: dict[str, Step] = {}


def close_step(code: str, *, module: str | None = None) -> Callable[[Callable[[Scope], Answer]], Callable[..., Answer]]:
    """Register a step of the checklist; its place is that of its code in ``ORDER``."""

    def register(ask: Callable[[Scope], Answer]) -> Callable[[Scope], Answer]:
        side = "ledger" if code == LEDGER else "books" if code.endswith("_books") else "business"
        _steps[code] = Step(code, ORDER.index(code), side, module, ask)
        return ask

    return register


def steps() -> list[Step]:
    """Answer the registered steps in order."""
    return sorted(_steps.values(), key=lambda step: step.place)


@cache
def _defaults() -> dict[str, int]:
    with POLICIES.open(encoding="utf-8", newline="") as file:
        return {row["code"]: int(row["value"]) for row in csv.DictReader(file)}


def policies(company: int) -> dict[str, int]:
    """Answer the numbers a company's close goes by: the defaults, and where it has others, its own."""
    own = ClosePolicy.objects.filter(company_id=company).values_list("code", "value")
    return _defaults() | dict(own)


def scope_of(company: int, month: date) -> Scope:
    """Answer what the steps of a month are asked about."""
    first = month.replace(day=1)
    return Scope(company, first, (first + timedelta(days=31)).replace(day=1), policies(company), year_starts(company))


def ask(scope: Scope, codes: Sequence[str] | None = None) -> dict[str, Answer]:
    """Ask the steps, all or some, in order. Reads only."""
    return {step.code: step.ask(scope) for step in steps() if codes is None or step.code in codes}
