"""The end of the year: income and expense are carried to the profit of the year, and that to undistributed profit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from interlock.core.api import (
    Actor,
    Answer,
    Module,
    Outcome,
    current,
    lock_period_exclusively,
    months_of_year,
    operation,
    year_name,
    year_starts,
)
from interlock.core.sql import blocks, column, rows, run

from .create import open_periods_of_year
from .vouchers import ManualLine, ManualVoucher, write_vouchers

SQL = blocks(__file__)
NOTHING = Decimal(0)
#: Profit of the year, undistributed profit, and adjustments of prior years, which never were profit of this one.
PROFIT, UNDISTRIBUTED, PRIOR_YEARS = "4103", "410401", "6901"
YEARS = range(1900, 9001)  # as ``judge_close`` bounds them


@operation(permission="finance.close_years", limit=10, documents=False)
def close_years(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Carry the result of years to undistributed profit on its last day and open the next year; ``ids`` are years.

    Two vouchers a year: income and expense to 4103, then 4103 to 410401. The answer names them.
    Codes, first match wins: not_found (its last month was never opened), already, period_closed, events_pending,
    account_unknown, nothing_to_close, done.
    Writes: finance_voucher (posted), finance_journalline, totals, balances; finance_yearclosing; core_period.
    Locks: (1) the finance periods of the year, exclusive; (8) balances by (account, month); (9) counters.
    """
    starts = year_starts(company)
    _lock(company, ids, starts)
    accounts = {row.code: row.id for row in rows(SQL["targets"], company=company, codes=[PROFIT, UNDISTRIBUTED])}
    judged = rows(SQL["judge_close"], company=company, ids=ids, starts=starts, targets=len(accounts))
    outcome = Outcome.of(judged)
    for year in outcome.accepted:
        held = rows(SQL["held"], company=company, until=months_of_year(year, starts)[-1], profit=PROFIT)
        codes = accounts | {row.code: row.id for row in held}
        vouchers, result = _vouchers(year, starts, held)
        made = write_vouchers(company, vouchers, codes)
        given: dict[str, Any] = {"company": company, "year": year, "run": current().run_id}
        assert run(SQL["closed"], vouchers=column(made), result=result, **given) == 1
        open_periods_of_year(company, year + 1)
        outcome.answer({year: Answer(year, "done", {"vouchers": made, "result": str(result)})})
        outcome.timeline += [(voucher, "done") for voucher in made]
    return outcome


@operation(permission="finance.close_years", limit=10, documents=False)
def reopen_years(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Take the closing of years back by vouchers that mirror it; a year may be closed again after that.

    Codes, first match wins: not_found (it was never closed), already, period_closed, done.
    Writes: finance_voucher (posted), finance_journalline, totals, balances; finance_yearclosing.state, reversals.
    Locks: (1) the finance periods of the year, exclusive; (8) balances by (account, month); (9) counters.
    """
    starts = year_starts(company)
    _lock(company, ids, starts)
    outcome = Outcome.of(rows(SQL["judge_reopen"], company=company, ids=ids, starts=starts))
    for year in outcome.accepted:
        lines = rows(SQL["lines"], company=company, year=year)
        mirrored = [
            ManualVoucher(
                _last_day(year, starts),
                f"↺ {next(line.number for line in lines if line.voucher_id == voucher)}",
                tuple(ManualLine(line.code, line.credit, line.debit) for line in lines if line.voucher_id == voucher),
            )
            for voucher in dict.fromkeys(line.voucher_id for line in lines)
        ]
        made = write_vouchers(company, mirrored, {line.code: line.account_id for line in lines})
        assert run(SQL["reopened"], company=company, year=year, reversals=column(made)) == 1
        outcome.answer({year: Answer(year, "done", {"vouchers": made})})
        outcome.timeline += [(voucher, "done") for voucher in made]
    return outcome


def _last_day(year: int, starts: int) -> date:
    return months_of_year(year + 1, starts)[0] - timedelta(days=1)


def _lock(company: int, years: Sequence[int], starts: int) -> None:
    """Keep others from posting into the years; a number that is no year of any books has nothing to lock."""
    for year in sorted(year for year in years if year in YEARS):
        for month in months_of_year(year, starts):
            lock_period_exclusively(company, Module.FINANCE, month)


def _vouchers(year: int, starts: int, held: Sequence[Any]) -> tuple[list[ManualVoucher], Decimal]:
    """Answer the vouchers that close a year, and the profit they carry; ``held`` is debit less credit by account."""
    on, name = _last_day(year, starts), year_name(year, starts)
    results = [row for row in held if row.code != PROFIT and not row.code.startswith(PRIOR_YEARS)]
    prior = [row for row in held if row.code.startswith(PRIOR_YEARS)]
    result = -sum((row.amount for row in results), NOTHING)
    vouchers = []
    if results:
        lines = [_against(row.code, row.amount) for row in results]
        vouchers.append(_voucher(on, f"结转本年利润 {name}", lines, PROFIT))
    profit = sum((row.amount for row in held if row.code == PROFIT), NOTHING) - result
    carried = [
        _against(code, amount) for code, amount in [(PROFIT, profit), *((r.code, r.amount) for r in prior)] if amount
    ]
    if carried:
        vouchers.append(_voucher(on, f"结转未分配利润 {name}", carried, UNDISTRIBUTED))
    return vouchers, result


def _against(code: str, amount: Decimal) -> ManualLine:
    """Make the line that brings an account which holds this amount to zero."""
    return ManualLine(code, credit=amount) if amount > 0 else ManualLine(code, debit=-amount)


def _voucher(on: date, text: str, lines: list[ManualLine], other: str) -> ManualVoucher:
    """Make a voucher of lines and of what they leave open on another account, if anything."""
    open_amount = sum((line.debit - line.credit for line in lines), NOTHING)
    return ManualVoucher(on, text, (*lines, _against(other, open_amount)) if open_amount else tuple(lines))
