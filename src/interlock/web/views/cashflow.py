"""The cash flow statement, what stands behind an item, and cash that nobody named an item for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.sql import rows
from interlock.finance import api as finance

from ..access import Desk, page
from ..acting import act, counted, ids_of
from ..navigation import BOOKS, REPORTS
from ..paging import number
from ..queries import cashflow as queries
from ..reporting import asked_form
from .reports import months_of, statement_file

BOUND = 500


@page(*REPORTS, *BOOKS)
def cash_flow(request: HttpRequest, desk: Desk) -> HttpResponse:
    months, shown = months_of(desk, request)
    made = finance.cash_flow(desk.company_id, shown)
    heads = [_("Month"), _("Year to date"), _("Year before, same months")]
    if form := asked_form(request):
        return statement_file(desk, made, _("Cash flow statement"), heads, shown).file(form)
    open_ones = rows(queries.SQL["unnamed"], company=desk.company_id, until=shown)
    unnamed = open_ones[0] if open_ones and open_ones[0].vouchers else None
    context = {"months": months, "month": shown, "heads": heads, "lines": made.lines, "agrees": not made.missing}
    return render(request, "web/cash_flow.html", context | {"unnamed": unnamed})


@page(*REPORTS, *BOOKS)
def cash_item(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The vouchers that moved cash for an item in a month; without an item, those that nobody named one for."""
    _months, shown = months_of(desk, request)
    chosen = number(request.GET.get("item"))
    items = rows(queries.SQL["items"], company=desk.company_id)
    item = next((row for row in items if row.id == chosen), None)
    every = request.GET.get("month") is None and item is None
    found = rows(
        queries.SQL["moves"],
        company=desk.company_id,
        item=item and item.id,
        since=None if every else shown,
        until=shown,
        bound=BOUND,
    )
    context = {"item": item, "items": items, "month": shown, "every": every, "rows": found, "bound": BOUND}
    return render(request, "web/cash_item.html", context)


@require_POST
@page("finance.assign_cash_items")
def assign(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Say what the cash of the chosen vouchers was for."""
    query = request.POST.get("back", "")
    return act(
        request,
        desk,
        finance.assign_cash_items,
        ids_of(request),
        back=reverse("web:cash-item") + (query if query.startswith("?") else ""),
        done=counted("%(number)s voucher has its item.", "%(number)s vouchers have their item."),
        item=request.POST.get("item", "")[:24],
        instead=request.POST.get("instead", "")[:24],
    )
