"""Statements and ledgers: balance sheet, income statement, columns, sub-ledgers; on screen and as files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import first_of_month, year_name, year_of
from interlock.core.sql import rows
from interlock.finance import api as finance

from ..access import Desk, open_document, page
from ..acting import act
from ..navigation import BOOKS, REPORTS
from ..paging import SIZE, amount_and_number, month, number, page_of
from ..queries import books as queries
from ..reporting import Report, asked_form
from ..templatetags.workplace import name as name_of
from .ledgers import sub_ledger_file
from .orders import today

DIMENSIONS = ("unit", "party", "item")


def months_of(desk: Desk, request: HttpRequest) -> tuple[list[date], date]:
    """Answer the months that have balances and the one that is asked for, else the latest."""
    months = [row.month for row in rows(queries.SQL["months"], company=desk.company_id)]
    return months, month(request.GET.get("month")) or (months[0] if months else first_of_month(today(desk)))


def asked_year(desk: Desk, request: HttpRequest, shown: date) -> int:
    """Answer the year of the books that is asked for, else the one of a day."""
    year = number(request.GET.get("year")) or 0
    return year if 1900 <= year <= 9000 else year_of(shown, desk.company.year_starts)


@page(*REPORTS, *BOOKS)
def balance_sheet(request: HttpRequest, desk: Desk) -> HttpResponse:
    months, shown = months_of(desk, request)
    by_party = request.GET.get("by") == "party"
    sheet = finance.balance_sheet(desk.company_id, shown, by_party=by_party)
    heads = [_("Closing"), _("Opening of the year")]
    if form := asked_form(request):
        title = _("Balance sheet, reclassified by party") if by_party else _("Balance sheet")
        return statement_file(desk, sheet, title, heads, shown).file(form)
    assets = [line for line in sheet.lines if line.code.startswith("A")]
    sides = [(_("Assets"), assets), (_("Liabilities and equity"), [line for line in sheet.lines if line not in assets])]
    ends = [line.amounts for line in sheet.lines if line.code in ("A99", "L99")]
    context = {"months": months, "month": shown, "heads": heads, "sides": sides, "missing": sheet.missing}
    context["by"] = "party" if by_party else ""
    agrees = len(ends) < 2 or ends[0] == ends[1]
    return render(request, "web/balance_sheet.html", context | {"agrees": agrees, "empty": not sheet.lines})


@page(*REPORTS, *BOOKS)
def income_statement(request: HttpRequest, desk: Desk) -> HttpResponse:
    months, shown = months_of(desk, request)
    found = finance.income_statement(desk.company_id, shown)
    heads = [_("Month"), _("Year to date"), _("Year before, same months")]
    if form := asked_form(request):
        return statement_file(desk, found, _("Income statement"), heads, shown).file(form)
    context = {"months": months, "month": shown, "heads": heads, "lines": found.lines, "missing": found.missing}
    return render(request, "web/income_statement.html", context)


def statement_file(desk: Desk, made: Any, title: str, heads: Sequence[str], shown: date | str) -> Report:
    """Answer a statement as a table: each line, and under it the accounts it comes from."""
    about = [name_of(desk.company), shown if isinstance(shown, str) else f"{shown:%Y-%m}", desk.company.currency]
    report = Report(title, about, [_("Code"), _("Line"), *heads])
    for line in made.lines:
        report.add(line.code, name_of(line), *line.amounts, strong=line.is_strong)
        for account in line.accounts:
            report.add(account.code, f"    {name_of(account)}", *account.amounts)
    return report


@page(*REPORTS, *BOOKS)
def columns(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What the accounts of a group moved month by month: the multi-column ledger."""
    _all, shown = months_of(desk, request)
    year = asked_year(desk, request, shown)
    prefix = "".join(sign for sign in request.GET.get("account", "66") if sign.isalnum())[:20]
    months, found = finance.account_columns(desk.company_id, prefix, year)
    totals = [sum((row.amounts[place] for row in found), Decimal(0)) for place in range(12)]
    total = sum(totals, Decimal(0))
    if form := asked_form(request):
        heads = [_("Code"), _("Account"), *(f"{first:%Y-%m}" for first in months), _("Total")]
        table = [[row.code, name_of(row), *row.amounts, row.total] for row in found]
        table.append(["", _("Total"), *totals, total])
        about = [name_of(desk.company), year_name(year, desk.company.year_starts), desk.company.currency]
        return Report(_("Accounts by month"), about, heads, table, {len(table) - 1}).file(form)
    context = {"months": months, "rows": found, "totals": totals, "total": total, "year": year, "prefix": prefix}
    return render(request, "web/account_columns.html", context)


@page()
def sub_ledger(request: HttpRequest, desk: Desk, account_id: int) -> HttpResponse:
    """What an account moved in a month by shop, by party or by item."""
    found = rows(queries.SQL["account"], id=account_id)
    open_document(request, desk, found[0].company_id if found else None, *REPORTS, *BOOKS)
    _all, shown = months_of(desk, request)
    by = request.GET.get("by") if request.GET.get("by") in DIMENSIONS else "unit"
    if form := asked_form(request):
        return sub_ledger_file(desk, found[0], shown, str(by), form).file(form)
    below = amount_and_number(request.GET.get("before"))
    parts = finance.sub_ledger(desk.company_id, account_id, shown, str(by), below, SIZE + 1)
    listed = page_of(request, parts, SIZE, "key")
    context = {
        "account": found[0], "month": shown, "by": by, "dimensions": DIMENSIONS, "page": listed,
        "brought": _brought_forward(listed.rows[0]) if below and listed.rows else None,
        "last": listed.rows[-1] if listed.rows else None,
        "late": finance.late_months(desk.company_id, account_id, shown, str(by)),
    }  # fmt: skip
    return render(request, "web/sub_ledger.html", context)


def _brought_forward(first: Any) -> dict[str, Decimal]:
    """Answer what the pages before a row make together."""
    debit, credit = first.debit_so_far - first.debit, first.credit_so_far - first.credit
    return {"debit": debit, "credit": credit, "balance": debit - credit}


@page(*REPORTS, *BOOKS)
def years(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Which years are closed, what they carried, and the step that is next."""
    closed = list(finance.YearClosing.objects.filter(company_id=desk.company_id).order_by("-year", "-id")[:40])
    open_ones = {row.year for row in closed if row.state == "closed"}
    _all, shown = months_of(desk, request)
    starts = desk.company.year_starts
    year = year_of(shown, starts)
    candidates = [(one, year_name(one, starts)) for one in (year, year - 1) if one not in open_ones]
    listed = [(row, year_name(row.year, starts)) for row in closed]
    return render(request, "web/years.html", {"rows": listed, "candidates": candidates, "key": uuid4()})


@require_POST
@page("finance.close_years")
def change_year(request: HttpRequest, desk: Desk) -> HttpResponse:
    year = number(request.POST.get("year")) or 0
    closing = request.POST.get("to") == "closed"
    return act(
        request,
        desk,
        finance.close_years if closing else finance.reopen_years,
        [year],
        back=reverse("web:years"),
        done=lambda _number: _("The year is closed.") if closing else _("The closing of the year is taken back."),
    )
