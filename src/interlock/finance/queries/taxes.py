"""What revenue is invoiced, and what a month's VAT is: on invoices, in the books, at the tax office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.sql import blocks, rows

from ..invoicing.revenue import month_of

SQL = blocks(__file__)
NOTHING = Decimal(0)
NAMED = 500


@dataclass(frozen=True)
class TaxSummary:
    """A month's VAT of a company from three sides, and the documents that make the difference."""

    month: date
    output: list[Any]
    input: Any
    books_output: Decimal
    books_input: Decimal
    brought: Decimal
    differences: list[Any]
    more: int
    office: Any

    @property
    def output_net(self) -> Decimal:
        return sum((row.net for row in self.output), NOTHING)

    @property
    def output_tax(self) -> Decimal:
        return sum((row.tax for row in self.output), NOTHING)

    @property
    def balance(self) -> Decimal:
        """Output by the invoices, less what is deducted and the credit brought forward by the books."""
        return self.output_tax - Decimal(self.input.tax) - self.brought

    @property
    def payable(self) -> Decimal:
        """What is to be paid."""
        return max(NOTHING, self.balance)

    @property
    def carried(self) -> Decimal:
        """The credit that the next month may use."""
        return max(NOTHING, -self.balance)

    @property
    def output_difference(self) -> Decimal:
        return self.books_output - self.output_tax

    @property
    def input_difference(self) -> Decimal:
        return self.books_input - Decimal(self.input.tax)

    @property
    def unexplained(self) -> Decimal:
        """What of the output's difference no document explains: vouchers by hand, events not posted."""
        return self.output_difference - (self.differences[0].whole if self.differences else NOTHING)

    @property
    def office_agrees(self) -> bool:
        """Say whether the office counts what we count."""
        told = self.office
        return bool(
            told is not None
            and told.asked_at is not None
            and (told.output_tax_amount, told.input_tax_amount) == (self.output_tax, self.input.tax)
        )


def match_revenue(company: int, month: date) -> list[Any]:
    """Answer a month's revenue and what of it is invoiced, by customer and shop."""
    return _matching(company, month, by_document=False, size=10_000)


def not_matched(company: int, month: date, size: int = NAMED) -> list[Any]:
    """Answer the documents of a month whose revenue is not what is invoiced."""
    return _matching(company, month, by_document=True, size=size)


def _matching(company: int, month: date, *, by_document: bool, size: int) -> list[Any]:
    first, after = month_of(month)
    return rows(SQL["matching"], company=company, first=first, after=after, by_document=by_document, size=size)


def tax_summary(company: int, month: date) -> TaxSummary:
    """Answer a month's VAT: by rate on invoices, deducted, in the books, at the office."""
    first, after = month_of(month)
    asked: dict[str, Any] = {"company": company, "first": first, "after": after}
    books = rows(SQL["books"], company=company, first=first)[0]
    found = rows(SQL["output_differences"], size=NAMED, **asked)
    office = rows(SQL["office"], company=company, first=first)
    return TaxSummary(
        first,
        rows(SQL["output"], **asked),
        rows(SQL["input"], **asked)[0],
        books.output_tax,
        books.input_tax,
        rows(SQL["brought"], company=company, first=first)[0].amount,
        found,
        max(0, found[0].found - len(found)) if found else 0,
        office[0] if office else None,
    )
