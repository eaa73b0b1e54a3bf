"""Fees of deals: the list, how each came about, what is set aside and settled by policy."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal, first_of_year
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words, words_fees
from ..access import Desk, open_document, page
from ..acting import act, back_to, counted, ids_of
from ..lists.cells import chinese
from ..lists.fees import FEE_LIST
from ..lists.show import show
from ..navigation import FEES
from ..paging import day
from ..queries import fees as queries
from ..reporting import Report, asked_form
from .orders import today

SUMS = ("before", "base", "accrued", "settled", "after")


@page(*FEES)
def fee_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Any) -> dict[str, Any]:
        return {"acts": "fees" if desk.may("finance.settle_fees") else ""}

    return show(request, desk, FEE_LIST, more, template="web/fees.html")


@page()
def fee(request: HttpRequest, desk: Desk, fee_id: int) -> HttpResponse:
    """Show how a fee came about, what of its deal's money is in and what is to be settled now."""
    found = rows(queries.SQL["fee"], id=fee_id)
    open_document(request, desk, found[0].company_id if found else None, *FEES)
    due = finance.due_of(desk.company_id, [fee_id])[0]
    context = {
        "fee": rows(queries.SQL["fees"], company=desk.company_id, ids=[fee_id])[0],
        "entries": rows(queries.SQL["entries"], company=desk.company_id, id=fee_id),
        "due": due,
        "why": words.why(due.code) if due.code == "no_beneficiary" else "",
        "way_out": words.way_out(due.code),
        "key": uuid4(),
    }
    return render(request, "web/fee.html", context)


@require_POST
@page("finance.settle_fees")
def settle(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Settle the chosen fees, as far as their deals' cash is in."""
    done = counted("%(number)s fee settled by a draft bill.", "%(number)s fees settled by draft bills.")
    return act(
        request,
        desk,
        finance.settle_fees,
        ids_of(request),
        back=back_to(request, "web:fees"),
        done=done,
        on=today(desk),
    )


@require_POST
@page("finance.settle_fees")
def keep(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Set aside what sealed revenue owes, then settle all whose cash is in: what the worker does by itself."""
    try:
        made = finance.accrue_sealed(desk.company_id, desk.actor)
        settled = finance.settle_collected(desk.company_id, desk.actor, today(desk))
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:fees")
    for verdict in made.rejected[:1]:
        told = f"{words.why(verdict.code)} ({verdict.detail.get('policies', '')}). {words.way_out(verdict.code)}"
        messages.warning(request, told, extra_tags="warn")
    read, paid = made.counts["done"], settled.counts["done"]
    told = ngettext("%(n)s voucher of revenue read", "%(n)s vouchers of revenue read", read) % {"n": read}
    told += " · " + ngettext("%(n)s fee settled", "%(n)s fees settled", paid) % {"n": paid}
    messages.success(request, told, extra_tags="good")
    return redirect("web:fees")


@page(*FEES)
def report(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show what each policy set aside and settled in some days, and what is open before and after them."""
    now = today(desk)
    first = day(request.GET.get("from")) or first_of_year(now, desk.company.year_starts)
    last = day(request.GET.get("to")) or now
    found = rows(queries.SQL["report"], company=desk.company_id, first=first, last=max(first, last))
    sums = {name: sum((getattr(row, name) for row in found), Decimal(0)) for name in SUMS}
    if form := asked_form(request):
        return _file(desk, found, sums, first, last).file(form)
    context = {"rows": found, "sums": sums, "first": first, "last": last}
    return render(request, "web/fee_report.html", context)


def _file(desk: Desk, found: list[Any], sums: dict[str, Decimal], first: date, last: date) -> Report:
    heads = [
        _("Kind"), _("Policy"), _("Percent"), _("Open before"), _("Net revenue"), _("Set aside"), _("Settled"),
        _("Open after"),
    ]  # fmt: skip
    made = Report(_("Fees by policy"), [desk.company.code, f"{first} – {last}", desk.company.currency], heads)
    for row in found:
        name = row.name_zh if chinese() else row.name_en
        figures = [getattr(row, of) for of in SUMS]
        made.add(str(words_fees.KINDS[row.kind]), f"{row.code} {name}", f"{row.rate_pct.normalize():f}", *figures)
    made.add("", _("Total"), "", *sums.values(), strong=True)
    return made
