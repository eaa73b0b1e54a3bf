"""Stock movements: receipts and adjustments entered as documents, checked, posted."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.amounts import ungrouped
from interlock.core.api import Refusal
from interlock.core.sql import rows
from interlock.stock import api as stock

from .. import words
from ..access import Desk, open_document, page
from ..acting import act, back_to, counted, ids_of, key_of
from ..lists import Asked
from ..lists.catalogue import MOVEMENT_LIST
from ..lists.show import show
from ..navigation import MOVEMENTS
from ..paging import day, number
from ..queries import shell
from ..queries import stock as queries
from ..tracing import Asked as AskedTrace
from ..tracing import trace_of_movement
from .orders import today

KINDS = ("receipt", "adjustment", "opening")


@page(*MOVEMENTS)
def movement_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(asked: Asked) -> dict[str, Any]:
        return {"kinds": KINDS, "acts": asked.wanted["state"] == "draft" and desk.may("stock.post_movements")}

    return show(request, desk, MOVEMENT_LIST, more, template="web/movements.html")


@page()
def movement(request: HttpRequest, desk: Desk, movement_id: int) -> HttpResponse:
    found = rows(queries.SQL["movement"], id=movement_id)
    open_document(request, desk, found[0].company_id if found else None, *MOVEMENTS)
    company = desk.company_id
    after = number(request.GET.get("after"))
    lines = rows(queries.SQL["movement_lines"], company=company, id=movement_id, after=after)
    context = {
        "movement": found[0],
        "lines": lines[:200],
        "more": lines[199].id if len(lines) > 200 else None,
        "timeline": rows(shell.SQL["timeline"], company=company, documents=[movement_id]),
        "key": uuid4(),
        "tab": "trace" if request.GET.get("tab") == "trace" else "lines",
    }
    if context["tab"] == "trace":
        context["trace"] = trace_of_movement(company, found[0], lines[:200], AskedTrace.of(request))
    return render(request, "web/movement.html", context)


MOST = 5_000  # lines of a movement typed at once


@page("stock.record_movements")
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Enter a receipt or an adjustment; lines travel as JSON, and what was typed is kept when a line is wrong."""
    context: dict[str, Any] = {
        "reasons": rows(queries.SQL["reasons"]),
        "suppliers": rows(queries.SQL["suppliers"]),
        "today": today(desk),
        "key": request.POST.get("key") or uuid4(),
        "form": request.POST,
        "lines": [{}],
    }
    if request.method != "POST":
        return render(request, "web/movement_new.html", context)
    typed = _typed(request.POST.get("lines", ""))
    lines, faults = _read(desk, typed)
    if not typed:
        faults = [_("Enter at least one line: item, bin and quantity.")]
    if len(typed) > MOST:
        faults = [_("At most 5,000 lines at a time. Divide them over several movements.")]
    if faults:
        context |= {"faults": faults, "lines": typed or [{}]}
        return render(request, "web/movement_new.html", context, status=422)
    return _record(request, desk, lines, context | {"lines": typed})


def _record(request: HttpRequest, desk: Desk, lines: list[Any], context: dict[str, Any]) -> HttpResponse:
    kind = request.POST.get("kind", "")
    try:
        outcome = stock.record_movement(
            kind=kind if kind in KINDS else "receipt",
            movement_on=day(request.POST.get("on")) or today(desk),
            reason=number(request.POST.get("reason")) if kind == "adjustment" else None,
            party=number(request.POST.get("party")) if kind == "receipt" else None,
            lines=lines,
            company=desk.company_id,
            by=desk.actor,
            key=key_of(request),
        )
    except Refusal as refusal:
        context["faults"] = [words.refusal(refusal.code, refusal.detail)]
        return render(request, "web/movement_new.html", context, status=422)
    if outcome.rejected:
        context["faults"] = [_fault(code, places) for code, places in outcome.rejected[0].detail.items()]
        return render(request, "web/movement_new.html", context, status=422)
    messages.success(request, _("The movement is recorded as a draft. Check it, then post it."), extra_tags="good")
    return redirect("web:movement", outcome.verdicts[0].detail["movement"])


def _fault(code: str, places: list[int]) -> str:
    """Say what is wrong with which lines, and the way out."""
    where = _("Lines %(lines)s: ") % {"lines": ", ".join(map(str, places[:20]))} if places else ""
    return f"{where}{words.why(code)}. {words.way_out(code)}"


def _typed(text: str) -> list[dict[str, str]]:
    """Answer the lines as the page sent them; anything else is no lines."""
    try:
        lines = json.loads(text or "[]")
    except json.JSONDecodeError:
        return []
    if not isinstance(lines, list):
        return []
    names = ("item", "bin", "quantity", "amount", "serials")
    return [{name: str(line.get(name, "")) for name in names} for line in lines if isinstance(line, dict)]


def _read(desk: Desk, typed: list[dict[str, str]]) -> tuple[list[Any], list[str]]:
    """Turn typed lines into the operation's; each fault is a sentence that names its line."""
    known = rows(
        queries.SQL["line_items"],
        company=desk.company_id,
        items=[line["item"] for line in typed],
        bins=[line["bin"] for line in typed],
    )
    items = {row.code: row.id for row in known if row.kind == "item"}
    bins = {row.code: row.id for row in known if row.kind == "bin"}
    lines, faults = [], []
    for place, line in enumerate(typed, start=1):
        quantity, amount = _decimal(line["quantity"]), _decimal(line["amount"])
        if line["item"] not in items:
            faults.append(_("Line %(line)s: the item “%(code)s” is not known.") % {"line": place, "code": line["item"]})
        elif line["bin"] not in bins:
            faults.append(_("Line %(line)s: the bin “%(code)s” is not known.") % {"line": place, "code": line["bin"]})
        elif not quantity:
            faults.append(_("Line %(line)s: enter a quantity.") % {"line": place})
        elif line["amount"] and amount is None:
            faults.append(_("Line %(line)s: the value is not an amount.") % {"line": place})
        else:
            numbers = line["serials"].replace(",", " ").split()
            lines.append(_line(items[line["item"]], bins[line["bin"]], quantity, amount, numbers))
    return lines, faults


def _line(item: int, location: int, quantity: Decimal, amount: Decimal | None, serials: list[str]) -> Any:
    return stock.NewLine(item=item, location=location, quantity=quantity, amount=amount, serials=tuple(serials))


def _decimal(text: str) -> Decimal | None:
    try:
        value = Decimal(ungrouped(text))
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < Decimal(10) ** 13 else None


@require_POST
@page(*MOVEMENTS)
def post(request: HttpRequest, desk: Desk) -> HttpResponse:
    ids = ids_of(request)
    one = len(ids) == 1 and "many" not in request.POST
    back = reverse("web:movement", args=ids) if one else back_to(request, "web:movements")
    return act(
        request,
        desk,
        stock.post_movements,
        ids,
        back=back,
        done=counted("%(number)s movement posted.", "%(number)s movements posted."),
    )
