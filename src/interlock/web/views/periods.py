"""The months of the books: which are open, years to open, and books for a company that has none."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Module, first_of_month, months_of_year, year_name, year_of
from interlock.core.sql import rows
from interlock.finance import api as finance

from ..access import Desk, page
from ..acting import act, back_to, ids_of
from ..navigation import BOOKS, PERIODS
from ..paging import month, number
from ..queries import books as queries
from .orders import today


def has_books(company: int) -> bool:
    return finance.Account.objects.filter(company_id=company).exists()


@page(*PERIODS, *BOOKS)
def periods(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Which months of which modules are open: a year back and what lies ahead; the years that may be opened."""
    now = first_of_month(today(desk))
    found = rows(queries.SQL["periods"], company=desk.company_id, first=date(now.year - 1, now.month, 1))
    by_month: dict[date, dict[str, Any]] = {}
    for row in found:
        by_month.setdefault(row.month, {})[row.module] = row
    modules = [module for module in Module.values if any(module in row for row in by_month.values())]
    table = [(shown, [(module, row.get(module)) for module in modules]) for shown, row in by_month.items()]
    context = {
        "modules": modules,
        "table": table,
        "now": now,
        "books": has_books(desk.company_id),
        "first_month": now,
        "years": _years_to_open(now, desk.company.year_starts, by_month),
        "key": uuid4(),
    }
    return render(request, "web/periods.html", context)


def _years_to_open(now: date, starts: int, months: dict[date, dict[str, Any]]) -> list[tuple[int, str]]:
    """Answer this year and the next where a month has no row; a year begins with the first month of the books."""
    current, begin = year_of(now, starts), min(months, default=date.min)
    return [
        (year, year_name(year, starts))
        for year in (current, current + 1)
        if any(one not in months for one in months_of_year(year, starts) if one >= begin)
    ]


@require_POST
@page(*PERIODS)
def change_period(request: HttpRequest, desk: Desk) -> HttpResponse:
    closing = request.POST.get("to") == "closed"
    return act(
        request,
        desk,
        finance.close_periods if closing else finance.open_periods,
        ids_of(request),
        back=reverse("web:periods"),
        done=lambda _number: _("The month is closed.") if closing else _("The month is open again."),
    )


@require_POST
@page(*PERIODS)
def open_year(request: HttpRequest, desk: Desk) -> HttpResponse:
    year = number(request.POST.get("year")) or 0
    name = year_name(year, desk.company.year_starts)
    return act(
        request,
        desk,
        finance.open_years,
        [year],
        back=reverse("web:periods"),
        done=lambda _number: _("The months of %(year)s are open.") % {"year": name},
    )


@require_POST
@page(*PERIODS, *BOOKS)
def set_up_books(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Give the company chart, rules, statements and months, from the month that is chosen."""
    first = month(request.POST.get("first"))
    return act(
        request,
        desk,
        finance.set_up_books,
        [first.year * 100 + first.month if first else 0],
        back=back_to(request, "web:periods"),
        done=lambda _number: _("The books are set up and their months are open."),
    )
