"""The bank reconciliation: what the bank says, what the books say, and each document that is under way between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from interlock.finance import api as finance

from ..access import Desk, page
from ..navigation import BOOKS, CASH, REPORTS
from ..paging import month as month_of
from ..paging import number
from ..reporting import Report, asked_form
from ..templatetags.workplace import name as name_of
from ..words_bank import UNDER_WAY
from .orders import today

NOTHING = Decimal(0)


@page(*CASH, *REPORTS, *BOOKS)
def reconciliation(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show every ledger account of the bank at a month's end, or take one away as a file."""
    month = month_of(request.GET.get("month")) or today(desk).replace(day=1)
    found = finance.reconcile(desk.company_id, month)
    if form := asked_form(request):
        chosen = number(request.GET.get("account"))
        one = next((one for one in found if one.account == chosen), None)
        if one is None:
            raise Http404
        return _file(desk, one, month).file(form)
    accounts = [{"account": one, "steps": _steps(one), "sides": _sides(one)} for one in found]
    return render(request, "web/reconciliation.html", {"month": month, "accounts": accounts})


def _steps(one: finance.Reconciliation) -> list[tuple[str, Decimal, bool]]:
    """Answer the way from the bank's balance to the books': each step, its amount, whether it is a balance."""
    at_bank = sum((row.difference for row in one.at_bank), NOTHING)
    in_books = sum((row.difference for row in one.in_books), NOTHING)
    steps = [
        (_("Balance by the bank's statements"), one.stated, True),
        (_("At the bank, not in the books"), -at_bank, False),
        (_("In the books, not at the bank"), -in_books, False),
    ]
    if further := one.under_way - at_bank - in_books:
        steps.append((_("Further documents under way, in one sum"), -further, False))
    steps += [
        (_("Balance by the bank, set right"), one.adjusted, True),
        (_("Balance in the books"), one.books, True),
        (_("Explained by nothing"), one.unexplained, True),
    ]
    return steps


def _sides(one: finance.Reconciliation) -> list[tuple[str, list[dict[str, Any]]]]:
    sides = (_("At the bank, not in the books"), one.at_bank), (_("In the books, not at the bank"), one.in_books)
    return [(title, [_row(row) for row in side]) for title, side in sides if side]


def _row(row: finance.UnderWay) -> dict[str, Any]:
    return {"row": row, "what": UNDER_WAY[row.kind], "link": _link(row)}


def _link(row: finance.UnderWay) -> str:
    """Answer the page on which it is seen and mended."""
    if row.kind == "voucher":
        return reverse("web:voucher", args=[row.document])
    if row.kind == "payment":
        return reverse("web:payment", args=[row.document])
    return reverse("web:bank-statement", args=[row.statement]) if row.statement else reverse("web:receipts")


def _file(desk: Desk, one: finance.Reconciliation, month: date) -> Report:
    heads: Sequence[str] = [
        _("Date"), _("What"), _("Number"), _("Text"), pgettext("reconciliation", "At the bank"),
        _("In the books"), _("Difference"),
    ]  # fmt: skip
    about = [f"{one.code} {name_of(one)}", f"{month:%Y-%m}", name_of(desk.company), one.currency]
    report = Report(_("Bank reconciliation"), about, heads, balances={6})
    steps = _steps(one)
    for title, amount, _is_balance in steps:
        report.add("", title, "", "", None, None, amount, strong=True)
    for title, side in ((steps[1][0], one.at_bank), (steps[2][0], one.in_books)):
        if side:
            report.add("", title, "", "", None, None, None, strong=True)
        for row in side:
            what = str(UNDER_WAY[row.kind])
            report.add(f"{row.on:%Y-%m-%d}", what, row.number, row.text, row.bank, row.books, row.difference)
    if one.more:
        report.notes = [_("Not every document under way is named; the others are in the sum.")]
    return report
