"""Statements side by side: months, quarters or years of a company, or companies at one month; from balances only."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from interlock.core.api import months_of_year, year_name
from interlock.core.sql import blocks, rows

from .statements import NOTHING, Statement, StatementLine, _statement, cash_columns

SQL = blocks(__file__)
REPORTS = ("balance_sheet", "income_statement", "cash_flow")
Convert = Callable[[Decimal], Decimal]


@dataclass(frozen=True, slots=True)
class Span:
    """A column: its name and its first and last month; a balance sheet is at the end of the last."""

    name: str
    since: date
    until: date


@dataclass(slots=True)
class Row:
    """A line in columns, as it is put together of several statements."""

    code: str
    name_en: str
    name_zh: str
    is_strong: bool
    amounts: list[Decimal] = field(default_factory=list)


def spans_of(year: int, by: str, starts: int = 1) -> list[Span]:
    """Answer the months or quarters of a year, or the five years up to it; a year begins in the month ``starts``."""
    if by == "year":
        every = [(one, months_of_year(one, starts)) for one in range(year - 4, year + 1)]
        return [Span(year_name(one, starts), months[0], months[-1]) for one, months in every]
    months = months_of_year(year, starts)
    if by == "month":
        return [Span(f"{at:%Y-%m}", at, at) for at in months]
    name = year_name(year, starts)
    return [Span(f"{name} Q{place // 3 + 1}", months[place], months[place + 2]) for place in range(0, 12, 3)]


def in_columns(company: int, report: str, spans: Sequence[Span], convert: Convert | None = None) -> Statement:
    """Answer a statement of a company with a column a span; ``convert`` puts amounts into another currency."""
    assert report in REPORTS
    names = tuple(span.name for span in spans)
    if report == "cash_flow":
        made = cash_columns(company, [(span.since, span.until) for span in spans], names)
        return made if convert is None else _converted(made, convert)
    flows = report == "income_statement"
    since, until = min(span.since for span in spans), max(span.until for span in spans)
    found = rows(SQL["months"], company=company, since=since, until=until, flows=flows)
    spread = [_spread(row, spans, convert or (lambda amount: amount), flows=flows) for row in found]
    return _statement(company, report, names, [row for row in spread if any(vars(row)[name] for name in names)])


def _spread(row: Any, spans: Sequence[Span], convert: Convert, *, flows: bool) -> Any:
    """Answer an account's row with an amount for each span, under the span's name."""
    kept = {name: getattr(row, name) for name in ("line_id", "report", "account_id", "code", "name_en", "name_zh")}
    months = {date.fromisoformat(month): Decimal(str(amount)) for month, amount in row.months.items()}
    amounts = {}
    for span in spans:
        moved = sum(
            (a for month, a in months.items() if (span.since if flows else date.min) <= month <= span.until), NOTHING
        )
        amounts[span.name] = convert(moved if flows else row.before + moved)
    return SimpleNamespace(**kept, **amounts)


def _converted(made: Statement, convert: Convert) -> Statement:
    for line in made.lines:
        line.amounts = tuple(map(convert, line.amounts))
    return made


def side_by_side(made: Mapping[str, Statement]) -> Statement:
    """Put one-column statements of several companies side by side: their lines by code, in the order of the first."""
    order: dict[str, Row] = {}
    for place, statement in enumerate(made.values()):
        for line in statement.lines:
            row = order.setdefault(line.code, Row(line.code, line.name_en, line.name_zh, line.is_strong))
            row.amounts += [NOTHING] * (place - len(row.amounts)) + [line.amounts[0]]
    width = len(made)
    lines = [
        StatementLine(r.code, r.name_en, r.name_zh, r.is_strong, (*r.amounts, *[NOTHING] * (width - len(r.amounts))))
        for r in order.values()
    ]
    missing = [f"{name} {code}" for name, statement in made.items() for code in statement.missing]
    return Statement(tuple(made), lines, missing)
