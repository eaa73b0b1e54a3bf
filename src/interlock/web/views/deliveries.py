"""Deliveries: the queue to ship, the document with its pick list, serial numbers, shipping, recognition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal
from interlock.core.sql import rows
from interlock.sales import api as sales

from .. import words
from ..access import Desk, open_document, page
from ..acting import act, counted, ids_of, key_of
from ..beside import beside, files_of, story_of
from ..document_actions import of_delivery
from ..lists.catalogue import DELIVERY_LIST
from ..lists.show import show
from ..navigation import DELIVERIES, ORDERS
from ..paging import day
from ..queries import deliveries as queries
from ..queries import orders, shell
from ..tracing import Asked as AskedTrace
from ..tracing import trace_of
from .orders import today

WAY = ("released", "shipped", "recognised")


@page(*DELIVERIES)
def delivery_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    more = {"today": today(desk), "acts": True, "ships": desk.may("sales.ship_deliveries")}
    more["names_buyers"] = desk.may("sales.show_buyer")
    return show(request, desk, DELIVERY_LIST, lambda _asked: more, template="web/deliveries.html")


@page()
def delivery(request: HttpRequest, desk: Desk, delivery_id: int) -> HttpResponse:
    return _show(request, desk, delivery_id)


def _show(request: HttpRequest, desk: Desk, delivery_id: int, wrong: dict[str, Any] | None = None) -> HttpResponse:
    """Show a delivery; ``wrong`` is what its form said and why it was refused, so that nothing is scanned twice."""
    document, lines = _open(request, desk, delivery_id)
    tab = request.GET.get("tab", "lines")
    missing = sum(_missing(line) for line in lines)
    triggers = sorted({line.revenue_policy for line in lines if line.recognised_on is None})
    context = {
        "delivery": document,
        "lines": lines,
        "orders": list({line.order_id: line for line in lines}.values()),
        "missing": missing,
        "actions": of_delivery(desk, document, missing=missing, triggers=bool(triggers)),
        "tracked": any(line.serial_tracked for line in lines),
        "steps": _steps(document.state),
        "triggers": triggers,
        "tab": tab,
        "today": today(desk),
        "key": uuid4(),
    } | beside(request, "delivery", delivery_id)
    if tab == "files":
        context |= files_of(desk, delivery_id)
    if tab == "money":
        context["money"] = rows(
            orders.SQL["money"], company=desk.company_id, documents=[delivery_id], lines=[line.id for line in lines]
        )
    if tab == "trace":
        context["trace"] = trace_of(desk.company_id, AskedTrace.of(request), delivery=delivery_id)
    if tab == "timeline":
        context |= story_of(desk, [delivery_id])
    context |= wrong or {}
    return render(request, "web/delivery.html", context, status=409 if wrong else 200)


def _steps(state: str) -> list[tuple[str, str]]:
    """Answer the states on the way with where the delivery stands."""
    if state not in WAY:
        return [(WAY[0], "past"), (state, "now stop")]
    at = WAY.index(state)
    return [(each, "past" if place < at else "now" if place == at else "") for place, each in enumerate(WAY)]


@page()
def pick_list(request: HttpRequest, desk: Desk, delivery_id: int) -> HttpResponse:
    """The same lines on paper: bins in the order a picker walks, boxes to tick."""
    document, lines = _open(request, desk, delivery_id)
    return render(request, "web/pick_list.html", {"delivery": document, "lines": lines})


def _open(request: HttpRequest, desk: Desk, delivery_id: int) -> tuple[Any, list[Any]]:
    found = rows(queries.SQL["delivery"], id=delivery_id)
    open_document(request, desk, found[0].company_id if found else None, *DELIVERIES, *ORDERS)
    return found[0], rows(queries.SQL["lines"], company=desk.company_id, id=delivery_id)


def _missing(line: Any) -> int:
    return max(0, int(line.quantity) - len(line.serials or [])) if line.serial_tracked else 0


@require_POST
@page(*DELIVERIES)
def ship(request: HttpRequest, desk: Desk) -> HttpResponse:
    ids = ids_of(request)
    return act(
        request,
        desk,
        sales.ship_deliveries,
        ids,
        back=_back(request, ids),
        on=day(request.POST.get("on")) or today(desk),
        done=counted("%(number)s delivery shipped.", "%(number)s deliveries shipped."),
    )


@require_POST
@page(*DELIVERIES)
def recognise(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Say that goods were received or installed, so that their revenue is due."""
    ids = ids_of(request)
    return act(
        request,
        desk,
        sales.recognise_revenue,
        ids,
        back=_back(request, ids),
        trigger=request.POST.get("trigger", ""),
        on=day(request.POST.get("on")) or today(desk),
        done=counted("Revenue of %(number)s delivery recognised.", "Revenue of %(number)s deliveries recognised."),
    )


@require_POST
@page()
def capture(request: HttpRequest, desk: Desk, delivery_id: int) -> HttpResponse:
    """Keep the serial numbers scanned for each line, or take the first free ones of each bin."""
    _document, lines = _open(request, desk, delivery_id)
    numbers: dict[int, list[str]] | None = None
    if "in_order" not in request.POST:
        numbers = {
            line.id: request.POST.get(f"serials-{line.id}", "").replace(",", " ").split()
            for line in lines
            if line.serial_tracked
        }
    call: dict[str, Any] = {"company": desk.company_id, "by": desk.actor, "key": key_of(request)}
    try:
        verdict = sales.capture_serials([delivery_id], serials=numbers, **call).verdicts[0]
    except Refusal as refusal:
        return _refused(request, desk, delivery_id, words.refusal(refusal.code, refusal.detail), {})
    if not verdict.ok:
        strange = ", ".join(map(str, verdict.detail.get("numbers", [])))
        why = f"{words.why(verdict.code)}. {words.way_out(verdict.code)}"
        return _refused(request, desk, delivery_id, f"{strange}: {why}" if strange else why, verdict.detail)
    shell.forget(desk.company_id)
    messages.success(request, _("Serial numbers captured."), extra_tags="good")
    return redirect("web:delivery", delivery_id)


def _refused(request: HttpRequest, desk: Desk, delivery_id: int, why: str, detail: Mapping[str, Any]) -> HttpResponse:
    """Show the delivery again with the numbers as they were scanned, the reason at their line or above."""
    line = detail.get("line")
    faults = {f"serials-{line}": why} if line else {}
    return _show(request, desk, delivery_id, {"typed": {"given": request.POST.dict(), "why": why, "faults": faults}})


def _back(request: HttpRequest, ids: list[int]) -> str:
    if len(ids) == 1 and "single" in request.POST:
        return reverse("web:delivery", args=ids)
    query = request.POST.get("back", "")
    return reverse("web:deliveries") + (query if query.startswith("?") else "")
