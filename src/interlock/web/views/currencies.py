"""Accounts kept in a currency: what they hold in it, what that is worth at a month's end, and the revaluation."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from interlock.core.sql import rows
from interlock.finance import api as finance

from ..access import Desk, page
from ..acting import act, counted, ids_of
from ..navigation import BOOKS, CURRENCIES
from ..paging import month as month_of
from ..queries import rules as queries
from .rules import before_this

SHOWN = 200  # open items of a month on the page; all of them are revalued


@page(*CURRENCIES, *BOOKS)
def currencies(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show every account in a currency at a month's end, with its rate and what is to be posted."""
    month = month_of(request.GET.get("month")) or before_this(desk)
    found = finance.accounts_in_currency(desk.company_id, month)
    items = finance.items_in_currency(desk.company_id, month)
    context: dict[str, Any] = {
        "month": month,
        "accounts": found,
        "due": [account for account in found if account.difference],
        "items": items[:SHOWN],
        "items_left": max(len(items) - SHOWN, 0),
        "items_due": any(item.difference for item in items),
        "done": rows(queries.SQL["revaluations"], company=desk.company_id, month=month),
        "items_done": rows(queries.SQL["item_revaluations"], company=desk.company_id, month=month, size=SHOWN),
        "key": uuid4(),
    }
    return render(request, "web/currencies.html", context)


@require_POST
@page(*CURRENCIES)
def revalue(request: HttpRequest, desk: Desk) -> HttpResponse:
    month = month_of(request.POST.get("month")) or before_this(desk)
    done = counted("%(number)s account revalued.", "%(number)s accounts revalued.")
    back = f"{reverse('web:currencies')}?month={month:%Y-%m}"
    return act(request, desk, finance.revalue_accounts, ids_of(request), back=back, done=done, month=month)


@require_POST
@page(*CURRENCIES)
def revalue_items(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Revalue every open item of the month that is not at the closing rate."""
    month = month_of(request.POST.get("month")) or before_this(desk)
    ids = [item.id for item in finance.items_in_currency(desk.company_id, month) if item.difference]
    done = counted("%(number)s open item revalued.", "%(number)s open items revalued.")
    back = f"{reverse('web:currencies')}?month={month:%Y-%m}"
    return act(request, desk, finance.revalue_items, ids, back=back, done=done, month=month)
