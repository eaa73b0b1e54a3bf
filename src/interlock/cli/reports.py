"""Commands that read: the laws, the trial balance, the journal for another program."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from interlock import server
from interlock.server.trouble import from_os_error

from . import database, output

ZERO = Decimal(0)
FIGURES = ("opening", "debit", "credit", "closing")


def check(*, as_json: bool) -> bool:
    """Ask every law; print those that are broken with their first rows. Answer whether all hold."""
    database.ready()
    from interlock.core.api import run_checks

    started = time.perf_counter()
    results = run_checks()
    holds = all(result.holds for result in results)
    answer: dict[str, Any] = {
        "laws_ok": holds,
        "laws": [
            {
                "context": result.context,
                "name": result.name,
                "law": result.law,
                "holds": result.holds,
                "broken": [output.plain(row) for row in result.broken],
            }
            for result in results
        ],
        "seconds": round(time.perf_counter() - started, 2),
    }
    if as_json:
        output.result(answer, as_json=True)
        return holds
    laws = [{key: law[key] for key in ("context", "law", "holds")} for law in answer["laws"]]
    output.tables({"laws": laws})
    for result in results:
        if not result.holds:
            output.tables({f"{result.context}: {result.name}": [output.plain(row) for row in result.broken]})
    output.errors.print(f"{len(results)} laws, {'all hold' if holds else 'not all hold'}.", highlight=False)
    return holds


def trial_balance(code: str | None, month: date | None, *, as_json: bool) -> bool:
    """Print the month's trial balance of each company; answer whether every one agrees."""
    database.ready()
    from interlock.finance import api as finance

    companies, agrees = [], True
    for company in _companies(code):
        shown = month or _latest_month(company)
        found = finance.trial_balance(company.pk, shown)
        sums = {name: sum((getattr(row, name) for row in found), ZERO) for name in FIGURES}
        balanced = sums["debit"] == sums["credit"] and sums["opening"] == sums["closing"] == ZERO
        agrees = agrees and balanced
        companies.append(
            {
                "company": company.code,
                "currency": company.currency_id,
                "month": f"{shown:%Y-%m}",
                "balanced": balanced,
                **{name: _amount(total) for name, total in sums.items()},
                "accounts": [
                    {"code": row.code, "name_en": row.name_en, "name_zh": row.name_zh}
                    | {name: _amount(getattr(row, name)) for name in FIGURES}
                    for row in found
                ],
            }
        )
    if as_json:
        output.result({"balanced": agrees, "companies": companies}, as_json=True)
        return agrees
    for shown_company in companies:
        output.result(shown_company, as_json=False)
    return agrees


def statement(report: str, code: str | None, month: date | None, *, as_json: bool) -> bool:
    """Print each company's balance sheet or income statement; answer whether each holds all accounts and agrees."""
    database.ready()
    from interlock.finance import api as finance

    companies, agrees = [], True
    for company in _companies(code):
        shown = month or _latest_month(company)
        made = getattr(finance, report)(company.pk, shown)
        complete = not made.missing
        if report == "balance_sheet" and made.lines:
            complete = complete and made.line("A99").amounts == made.line("L99").amounts
        agrees = agrees and complete
        companies.append(
            {
                "company": company.code,
                "currency": company.currency_id,
                "month": f"{shown:%Y-%m}",
                "agrees": complete,
                "missing": made.missing,
                "lines": [
                    {"code": line.code, "name_en": line.name_en, "name_zh": line.name_zh}
                    | {name: _amount(amount) for name, amount in zip(made.columns, line.amounts, strict=True)}
                    for line in made.lines
                ],
            }
        )
    if as_json:
        output.result({"agrees": agrees, "companies": companies}, as_json=True)
        return agrees
    for shown_company in companies:
        output.result(shown_company, as_json=False)
    return agrees


def export_ledger(file: Path, form: str, code: str | None) -> None:
    """Write the journal of one company, or of all, for another accounting program."""
    assert form == "beancount"
    database.ready()
    from interlock.finance.api import export_beancount

    try:
        written = export_beancount([company.pk for company in _companies(code)], file)
    except OSError as error:
        raise from_os_error(error, file) from error
    output.errors.print(f"{written:,} transactions written to {file}.", highlight=False)


def _amount(value: Decimal) -> str:
    return f"{value:.2f}"


def _companies(code: str | None) -> list[Any]:
    """Answer the company with this code, or all by code; refuse a code that none has."""
    from interlock.core.api import Company

    known = list(Company.objects.order_by("code"))
    if code is None:
        return known
    chosen = [company for company in known if company.code == code]
    if not chosen:
        names = ", ".join(company.code for company in known) or "none yet: run ./interlock demo"
        raise server.Trouble(f"There is no company {code}; there are: {names}.")
    return chosen


def _latest_month(company: Any) -> date:
    """Answer the first day of the last month with a voucher, else of this month."""
    from django.db.models import Max
    from django.utils import timezone

    from interlock.finance.api import Voucher

    last = Voucher.objects.filter(company=company).aggregate(last=Max("posting_on"))["last"]
    return (last or timezone.localdate()).replace(day=1)
