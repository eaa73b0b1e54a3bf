"""The books measured: a journal of many lines, then posting, statements, totals by dimension, the close, matching."""

from __future__ import annotations

import os
import platform
import resource
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from interlock.core.api import run_checks, system_actor
from interlock.core.sql import blocks, observed, rows, run, value
from interlock.finance import api as books

from ..company.build import build_company
from ..company.writing import table
from ..spine import Progress, Stages
from . import floor
from .scratch import scratch_database
from .settle import settle

SQL = blocks(__file__)
COMPANY, YEAR, KIND = "ECO", 2025, "bench_sold"
MONTHS = [date(YEAR, month, 1) for month in range(1, 13)]
#: component → share of the net amount in hundredths, debit and credit
RULES = {"net": ("1122", "6001"), "vat": ("1122", "22210105"), "fee": ("6601", "2241")}
#: The lines come from no orders, so only what holds of the books themselves is asked.
LAWS = {
    "vouchers_balance", "companies_balance", "balances_are_lines", "voucher_totals_are_lines", "vouchers_are_lines",
    "event_lines_once", "events_have_lines", "numbers_gapless", "balance_sheet_agrees", "cash_flow_ties",
    "dimension_totals_are_vouchers", "counted_vouchers_are_sealed",
}  # fmt: skip


def finance(lines: int, events: int, receipts: int, progress: Progress) -> dict[str, Any]:
    """Measure books of about so many journal lines, spread over a year, in a database of its own.

    The lines are written by SQL with their events, vouchers, totals and balances, so every law of the books holds.
    Matching is the bench ``settle``, in a database of its own too.
    """
    measured: list[dict[str, Any]] = []
    with scratch_database():
        stages, by = Stages(progress), system_actor("bench")
        made = build_company(progress)
        company, group = made[COMPANY].pk, [one.pk for one in made.values()]
        with stages.stage("lines", lines):
            _write(company, lines)
        with stages.stage("events", events):
            run(SQL["events"], company=company, kind=KIND, on=date(YEAR, 12, 31), count=events)
            rows(SQL["analyse"])
        written = value(SQL["written"], company=company)
        for name, work in _work(company, group, by).items():
            with stages.stage(name, 1):
                measured.append(_measured(name, work))
        with stages.stage("check", 1):
            laws_ok = all(result.holds for result in run_checks() if result.name in LAWS)
        given = {"settings": floor.settings(), "laws_ok": laws_ok}
    return {
        "lines": written,
        "events": events,
        "build_seconds": round(stages.seconds["lines"], 2),
        "stages": measured,
        "match": _matched(receipts, progress) if receipts else None,
        "python_mb": _most_memory(),
        "machine": {"cpus": os.cpu_count(), "machine": platform.machine(), "system": platform.system()},
        **given,
    }


def _write(company: int, lines: int) -> None:
    """Write the year's lines month by month, and the rules that events of their kind are posted by."""
    books.open_periods_of_year(company, YEAR)
    accounts = dict(table("finance.Account").objects.filter(company_id=company).values_list("code", "id"))
    for component, (debit, credit) in RULES.items():
        books.PostingRule.objects.create(
            company_id=company, event_kind=KIND, component=component, valid_from=date(YEAR, 1, 1),
            debit_account_id=accounts[debit], credit_account_id=accounts[credit],
        )  # fmt: skip
    run(SQL["item_shop"], company=company)
    facts = max(1, lines // (len(RULES) * len(MONTHS)))
    for month in MONTHS:
        after = value(SQL["newest"])
        run(SQL["lines"], company=company, month=month, facts=facts, kind=KIND)
        run(SQL["totals"], company=company, month=month, after=after)
        run(SQL["items"], company=company, kind=KIND, after=after)


def _work(company: int, group: list[int], by: Any) -> dict[str, Callable[[], Any]]:
    december, january = MONTHS[-1], MONTHS[0]
    spans = books.spans_of(YEAR, "month")
    sold = table("finance.Account").objects.get(company_id=company, code="1122").pk
    return {
        "post events": lambda: _all_done(books.post_pending(company, by).counts),
        "trial balance": lambda: books.trial_balance(company, december),
        "balance sheet": lambda: books.balance_sheet(company, december),
        "balance sheet by party": lambda: books.balance_sheet(company, december, by_party=True),
        "income statement": lambda: books.income_statement(company, december),
        "cash flow": lambda: books.cash_flow(company, december),
        "balance sheet by month": lambda: books.in_columns(company, "balance_sheet", spans),
        "income statement by month": lambda: books.in_columns(company, "income_statement", spans),
        "aging": lambda: _agrees(books.aging(company, "receivable", date(YEAR, 12, 31))),
        "sub-ledger by shop": lambda: books.sub_ledger(company, sold, december, "unit"),
        "sub-ledger by party": lambda: books.sub_ledger(company, sold, december, "party"),
        "count by dimension": lambda: books.count_dimensions(company),
        "analysis by party": lambda: books.analyse(company, "party", "", january, december),
        "analysis by shop": lambda: books.analyse(company, "unit", "6", january, december),
        "consolidated balance sheet": lambda: books.consolidate(group, "balance_sheet", december, "CNY"),
        "documents that differ": lambda: [
            pair.documents(enough=31) for pair in books.consolidate(group, "balance_sheet", december, "CNY").pairs
        ],
        "consolidated income": lambda: books.consolidate(group, "income_statement", december, "CNY"),
        "close a month": lambda: _closed(company, january, by),
    }


def _all_done(counts: Any) -> None:
    assert set(counts) == {"done"}, counts


def _agrees(aging: Any) -> None:
    assert aging.agrees, (aging.sums.total, aging.balance)
    assert aging.sums.items, "something is open document by document"


def _closed(company: int, month: date, by: Any) -> None:
    outcome = books.close_month(company, month, by=by, early=True)
    assert outcome.counts == {"done": 1}, [verdict.detail for verdict in outcome.verdicts]


def _measured(name: str, work: Callable[[], Any]) -> dict[str, Any]:
    """Do one thing and answer how long it took, its statements, what it read of tables, and what memory it took.

    Memory of the program is the most it had so far; the server's shows as what it had to put on disk to sort or hash.
    """
    before, spilled = _read()
    with observed() as statements:
        started = time.perf_counter()
        work()
        seconds = time.perf_counter() - started
        count = len(statements)
    after, now_spilled = _read()
    return {
        "stage": name,
        "seconds": round(seconds, 3),
        "statements": count,
        "rows_read": after - before,
        "python_mb": _most_memory(),
        "spilled_mb": round((now_spilled - spilled) / 2**20),
    }


def _read() -> tuple[int, int]:
    """Answer the rows read of all tables and the bytes of temporary files, so far."""
    rows(SQL["flush"])
    read = rows(SQL["read"])[0]
    return int(read.rows), int(read.spilled)


def _most_memory() -> int:
    """Answer the most memory this program had so far, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _matched(receipts: int, progress: Progress) -> dict[str, Any]:
    found = settle(receipts, progress)
    kept = ("rows", "seconds", "rows_per_second", "stages", "matched", "all_found", "python_mb", "laws_ok")
    return {name: found[name] for name in kept}
