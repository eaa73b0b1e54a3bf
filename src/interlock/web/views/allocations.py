"""Allocations of a month: what each rule would move with its derivation, the run, and taking it back."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words_budgets
from ..access import Desk, page
from ..acting import act, counted, ids_of
from ..navigation import ALLOCATIONS
from ..paging import month as month_of
from ..queries import allocations as queries
from .rules import before_this


@page(*ALLOCATIONS)
def allocation_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show the rules in their order, what each would move in a month or has moved, and how each amount comes about."""
    shown = month_of(request.GET.get("month")) or before_this(desk)
    plans = finance.plan_allocations(desk.company_id, shown)
    runs = rows(queries.SQL["runs"], company=desk.company_id, month=shown.replace(day=1))
    parts = rows(queries.SQL["parts"], company=desk.company_id, runs=[row.id for row in runs])
    context: dict[str, Any] = {
        "month": shown,
        "plans": [(plan, words_budgets.BASES[plan.rule.basis]) for plan in plans],
        "due": [plan for plan in plans if plan.code == "done"],
        "runs": [(row, [part for part in parts if part.allocation_id == row.id]) for row in runs],
        "key": uuid4(),
    }
    return render(request, "web/allocations.html", context)


@require_POST
@page("finance.run_allocations")
def run(request: HttpRequest, desk: Desk) -> HttpResponse:
    month = month_of(request.POST.get("month")) or before_this(desk)
    back = f"{reverse('web:allocations')}?month={month:%Y-%m}"
    done = counted("%(number)s rule run.", "%(number)s rules run.")
    return act(request, desk, finance.run_allocations, ids_of(request), back=back, done=done, month=month)


@require_POST
@page("finance.run_allocations")
def reverse_runs(request: HttpRequest, desk: Desk) -> HttpResponse:
    month = month_of(request.POST.get("month")) or before_this(desk)
    back = f"{reverse('web:allocations')}?month={month:%Y-%m}"
    done = counted("%(number)s allocation taken back.", "%(number)s allocations taken back.")
    return act(request, desk, finance.reverse_allocations, ids_of(request), back=back, done=done)
