"""Statements of a company in another currency, as CAS 19 asks.

The balance sheet is at the closing rate, income and expense at the average rates of their months, equity at the rates
of when it came in; what is left over is a line of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from interlock.core.sql import blocks, rows

from .columns import Convert, Span, in_columns
from .statements import NOTHING, Statement, StatementLine

SQL = blocks(__file__)
CENT = Decimal("0.01")
ASSETS, LIABILITIES, EQUITY_TOTAL, TOTAL, NET_PROFIT = "A99", "L49", "L59", "L99", "I60"
#: Lines of what owners put in, and the line of what was earned and kept.
EQUITY, KEPT = ("L50", "L52", "L54"), "L56"
DIFFERENCE = ("L58", "Translation differences of foreign currency statements", "外币财务报表折算差额")


@dataclass(slots=True)
class RateTable:
    """The dated rates of one currency in another, by kind."""

    kinds: dict[str, list[tuple[date, Decimal]]] = field(default_factory=dict)

    def closing(self, month: date) -> Decimal | None:
        """Answer the rate of the month's end: the last closing rate within the month."""
        return self._last("closing", _end(month), since=month)

    def average(self, month: date) -> Decimal | None:
        """Answer the month's average: as it is given, else the mean of the daily rates of the month."""
        if given := self._last("average", _end(month), since=month):
            return given
        daily = [rate for on, rate in self.kinds.get("daily", []) if month <= on <= _end(month)]
        return sum(daily, NOTHING) / len(daily) if daily else None

    def historical(self, month: date) -> Decimal | None:
        """Answer the rate at which equity that came in in this month is kept, else the last daily rate until then."""
        return self._last("historical", _end(month)) or self._last("daily", _end(month))

    def _last(self, kind: str, until: date, since: date = date.min) -> Decimal | None:
        known = self.kinds.get(kind, [])
        place = bisect_right([on for on, _rate in known], until)
        return known[place - 1][1] if place and known[place - 1][0] >= since else None


def _end(month: date) -> date:
    return (month.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def rate_tables(
    companies: Sequence[int], currencies: Iterable[str], currency: str, until: date
) -> dict[str, RateTable]:
    """Answer the rates into a currency that those of the companies keep whose books are in it; one with rates wins."""
    tables: dict[str, RateTable] = {}
    asked = {"companies": list(companies), "currencies": sorted(currencies), "currency": currency, "until": _end(until)}
    for row in rows(SQL["rates"], **asked):
        kinds = tables.setdefault(row.currency_id, RateTable()).kinds
        kinds.setdefault(row.kind, []).append((row.valid_on, row.rate))
    return tables


def times(rate: Decimal) -> Convert:
    """Answer what puts an amount into the other currency, rounded to the cent."""
    return lambda amount: amount if rate == 1 else (amount * rate).quantize(CENT, ROUND_HALF_UP)


def translate(company: int, report: str, until: date, rates: RateTable, since: date) -> Statement | None:
    """Answer one column of a company's statement in the other currency; None where a rate is missing that it needs.

    An income statement is of the months from ``since`` up to the month. A month in which nothing moved needs no rate.
    """
    months = [row.month for row in rows(SQL["months"], company=company, until=until)]
    if report == "income_statement":
        return _income(company, [month for month in months if month >= since], until, rates)
    return _sheet(company, months, until, rates)


def _income(company: int, months: Sequence[date], until: date, rates: RateTable) -> Statement | None:
    made = in_columns(company, "income_statement", [Span("amount", until, until)], lambda _amount: NOTHING)
    by_code = {line.code: line for line in made.lines}
    for month in months:
        of_month = _month_income(company, month, rates)
        if of_month is None:
            return None
        for line in of_month.lines:
            kept = by_code[line.code]
            kept.amounts = (kept.amounts[0] + line.amounts[0],)
        made.missing = sorted({*made.missing, *of_month.missing})
    return made


def _month_income(company: int, month: date, rates: RateTable) -> Statement | None:
    """Answer the income statement of a month at its average rate; a month without income needs none."""
    average = rates.average(month)
    made = in_columns(company, "income_statement", [Span("amount", month, month)], times(average or NOTHING))
    if average is None:
        plain = in_columns(company, "income_statement", [Span("amount", month, month)])
        return None if any(line.amounts[0] for line in plain.lines) else made
    return made


def _sheet(company: int, months: Sequence[date], until: date, rates: RateTable) -> Statement | None:
    closing = rates.closing(until)
    if closing is None:
        return None if months else in_columns(company, "balance_sheet", [Span("amount", until, until)])
    made = in_columns(company, "balance_sheet", [Span("amount", until, until)], times(closing))
    equity = _equity(company, months, rates)
    if equity is None:
        return None
    lines = {line.code: line for line in made.lines}
    for code, amount in equity.items():
        lines[code].amounts = (amount,)
        lines[code].accounts = []
    return with_difference(made)


def with_difference(made: Statement) -> Statement:
    """Put in the line of translation differences, before the total of equity: what assets are more than the rest."""
    lines = {line.code: line for line in made.lines}
    owned = sum((lines[code].amounts[0] for code in (*EQUITY, KEPT)), NOTHING)
    left = lines[ASSETS].amounts[0] - lines[LIABILITIES].amounts[0] - owned
    place = made.lines.index(lines[EQUITY_TOTAL])
    made.lines.insert(place, StatementLine(*DIFFERENCE, is_strong=False, amounts=(left,)))
    lines[EQUITY_TOTAL].amounts = (owned + left,)
    lines[TOTAL].amounts = (lines[LIABILITIES].amounts[0] + owned + left,)
    return made


def _equity(company: int, months: Sequence[date], rates: RateTable) -> Mapping[str, Decimal] | None:
    """Answer the lines of equity: what came in at the rate of then, what was earned at the average of its month."""
    spans = [Span(f"{month:%Y-%m}", month, month) for month in months]
    held = dict.fromkeys((*EQUITY, KEPT), NOTHING)
    if not spans:
        return held
    sheet = in_columns(company, "balance_sheet", spans)
    earned = in_columns(company, "income_statement", spans).line(NET_PROFIT).amounts
    for code in held:
        ends = (NOTHING, *sheet.line(code).amounts)
        for place, (month, (before, after)) in enumerate(zip(months, pairwise(ends), strict=True)):
            profit = earned[place] if code == KEPT else NOTHING
            if came_in := after - before - profit:
                rate = rates.historical(month)
                if rate is None:
                    return None
                held[code] += times(rate)(came_in)
            if profit:
                made = _month_income(company, month, rates)
                if made is None:
                    return None
                held[code] += made.line(NET_PROFIT).amounts[0]
    return held
