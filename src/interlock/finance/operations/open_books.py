"""Open the books of a company and of its years: what a month needs before anything can be posted in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from interlock.core.api import (
    Actor,
    Answer,
    Module,
    Outcome,
    lock_period_exclusively,
    months_of_year,
    open_periods,
    operation,
    year_of,
    year_starts,
)
from interlock.core.sql import blocks, rows

from .create import create_books, create_dunning_levels, open_periods_of_year

SQL = blocks(__file__)


@operation(permission="core.close_periods", limit=10, documents=False)
def open_years(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Open the months of years, of all modules, where they were never opened; ``ids`` are years.

    A closed month stays closed. A year is opened beside one that is there, so that a slip of a key opens
    none far off, and no month before a closed one, whose balances stand in a report.
    Codes, first match wins: not_found (no year), already, no_books, later_month_closed, year_skipped, done.
    Writes: core_period.
    Locks: (1) the finance periods of the years, exclusive.
    """
    starts = year_starts(company)
    for year in sorted({year for year in ids if date.min.year <= year < date.max.year}):
        _lock_year(company, year, starts)
    modules = list(Module.values)
    outcome = Outcome.of(rows(SQL["judge_years"], company=company, ids=ids, starts=starts, modules=modules))
    for year in outcome.accepted:
        outcome.answer({year: Answer(year, "done", {"count": open_periods_of_year(company, year)})})
    return outcome


@operation(permission="finance.keep_rules", limit=1, documents=False)
def set_up_books(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Give a company its books: chart of accounts, default rules, statements, and its months to the end of the year.

    ``ids`` is the first month, as 202611. What is there stays as it is, so it completes books half set up.
    Codes, first match wins: not_found (no month), already, later_month_closed, done.
    Writes: finance_account, finance_postingrule, finance_reportline and what else ``create_books`` loads; core_period.
    Locks: (1) the finance periods of the year, exclusive; the company.
    """
    months = {i: date(i // 100, i % 100, 1) for i in ids if 1990 <= i // 100 <= 2199 and 1 <= i % 100 <= 12}  # noqa: PLR2004
    starts = year_starts(company)
    lasts = {i: months_of_year(year_of(month, starts), starts)[-1] for i, month in months.items()}
    for month in months.values():
        _lock_year(company, year_of(month, starts), starts)
    rows(SQL["lock_company"], company=company)
    given: dict[str, Any] = {"months": [*months.values()], "lasts": [*lasts.values()], "modules": list(Module.values)}
    outcome = Outcome.of(rows(SQL["judge_books"], company=company, ids=ids, **given))
    for i in outcome.accepted:
        made = create_books(company)
        create_dunning_levels(company)
        opened = open_periods(company, months[i], lasts[i])
        outcome.answer({i: Answer(i, "done", {"accounts": made.accounts, "rules": made.rules, "count": opened})})
    return outcome


def _lock_year(company: int, year: int, starts: int) -> None:
    """Let those who open the same year take turns."""
    for month in months_of_year(year, starts):
        lock_period_exclusively(company, Module.FINANCE, month)
