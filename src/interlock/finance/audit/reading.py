"""The year's rows, table by table, read by the page: a journal of any length is never in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from interlock.core.api import months_of_year, year_starts
from interlock.core.sql import blocks, rows

SQL = blocks(__file__)
PAGE = 20_000
VOUCHERS = 500
Rows = Iterator[list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Book:
    """A company's year, from its first month."""

    company: int
    first: date

    @classmethod
    def of(cls, company: int, year: int) -> Book:
        return cls(company, months_of_year(year, year_starts(company))[0])

    @property
    def asked(self) -> dict[str, Any]:
        after = self.first.replace(year=self.first.year + 1)
        return {"company": self.company, "first": self.first, "after": after}


def read(book: Book, table: str) -> Rows:
    """Answer the rows of a table of the field list, a page at a time, in the order of its fields."""
    if table == "vouchers":
        yield from _lines(book)
    else:
        found = rows(SQL[table], **book.asked)
        for start in range(0, len(found), PAGE):
            yield [tuple(row) for row in found[start : start + PAGE]]


def _lines(book: Book) -> Rows:
    """Answer both sides of every journal line, vouchers by day and number, numbered within their voucher."""
    after_day, after_id = book.asked["first"], 0
    while vouchers := rows(SQL["some_vouchers"], day=after_day, id=after_id, limit=VOUCHERS, **book.asked):
        small: list[int] = []
        held = 0
        for voucher in vouchers:
            if voucher.lines > PAGE:
                yield from _sides(book, small)
                yield from _large(book, voucher.id)
                small, held = [], 0
                continue
            if held + voucher.lines > PAGE:
                yield from _sides(book, small)
                small, held = [], 0
            small.append(voucher.id)
            held += voucher.lines
        yield from _sides(book, small)
        after_day, after_id = vouchers[-1].posting_on, vouchers[-1].id


def _sides(book: Book, vouchers: list[int]) -> Rows:
    if vouchers:
        found = rows(SQL["sides"], ids=vouchers, since=0, limit=None, **book.asked)
        yield list(_numbered(found, 0))


def _large(book: Book, voucher: int) -> Rows:
    """Answer a voucher that collected a day's sales: by the page, its numbers going on."""
    since, last = 0, 0
    while found := rows(SQL["sides"], ids=[voucher], since=since, limit=PAGE, **book.asked):
        yield list(_numbered(found, last))
        since, last = found[-1].journal_id, last + len(found)


def _numbered(found: list[Any], begin: int) -> Iterator[tuple[Any, ...]]:
    """Put the number within the voucher into its field; the first two columns are only for that."""
    voucher, number = None, 0
    for row in found:
        number = number + 1 if row.voucher_id == voucher else begin + 1
        voucher = row.voucher_id
        values = tuple(row)[2:]
        yield (*values[:5], number, *values[5:])
