"""Entering orders: the sheet that saves itself, what is found while typing, submitting and discarding drafts."""

from __future__ import annotations

import contextlib
import json
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal, scopes, wake
from interlock.core.sql import rows
from interlock.sales import api as sales

from .. import words, words_entry
from ..access import Desk, open_document, page
from ..acting import act, counted, ids_of, key_of
from ..lists import Asked
from ..lists.catalogue import ORDER_DRAFT_LIST
from ..lists.show import show
from ..navigation import ENTRY
from ..paging import day, number
from ..queries import entry as queries
from ..queries import shell
from ..templatetags import workplace
from .orders import today

ENTER = "sales.enter_orders"
CELLS = ("item", "quantity", "unit", "price", "discount")
HEAD = ("customer", "order_no", "buyer", "phone", "province", "city", "district", "address", "remark")
MOST_LINES = 2_000


@page(*ENTRY)
def draft_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        return {"acts": desk.may(ENTER), "me": desk.actor.user_id}

    return show(request, desk, ORDER_DRAFT_LIST, more, template="web/order_drafts.html")


@page(ENTER)
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show an empty sheet; the first thing typed makes it a draft."""
    return _sheet(request, desk, None)


@page()
def draft(request: HttpRequest, desk: Desk, draft_id: int) -> HttpResponse:
    """Show a draft to go on with; one that is an order by now opens the order."""
    found = rows(queries.SQL["draft"], id=draft_id)
    open_document(request, desk, found[0].company_id if found else None, *ENTRY)
    if found[0].order_id:
        return redirect("web:order", found[0].order_id)
    return _sheet(request, desk, found[0])


def _sheet(request: HttpRequest, desk: Desk, row: Any) -> HttpResponse:
    shops = rows(queries.SQL["shops"], company=desk.company_id)
    context = {
        "draft": row,
        "shops": scopes.seen("sales.Shop", desk.company_id, desk.scope, shops),
        "writes": desk.may(ENTER) and (row is None or row.state == "draft"),
        "most": MOST_LINES,
        "key": uuid4(),
    }
    return render(request, "web/order_entry.html", context)


@page(*ENTRY)
def lines(request: HttpRequest, desk: Desk, draft_id: int) -> HttpResponse:  # noqa: ARG001
    """Answer all lines of a draft; the sheet itself stays small."""
    picture = sales.draft_picture(desk.company_id, draft_id)
    if picture is None:
        return JsonResponse({"why": str(words.why("not_found"))}, status=404)
    return JsonResponse(_answer(picture, None))


@require_POST
@page(ENTER)
def save(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take what changed on a sheet, and answer those lines with their figures and the totals."""
    given = _given(request.body)
    sheet = given and _read(given)
    if not sheet:
        return JsonResponse({"why": _("The sheet cannot be read. Open the page again.")}, status=400)
    key = uuid4()
    with contextlib.suppress(ValueError):
        key = UUID(str(given.get("key", "")))
    try:
        outcome = sales.save_order_drafts([1], company=desk.company_id, by=desk.actor, sheets={1: sheet}, key=key)
    except Refusal as refusal:
        return JsonResponse({"why": words.refusal(refusal.code, refusal.detail)}, status=409)
    verdict = outcome.verdicts[0]
    if not verdict.ok:
        said = f"{words.why(verdict.code)}. {words.way_out(verdict.code)}"
        return JsonResponse({"why": said, "code": verdict.code}, status=409)
    made = verdict.detail.get("draft") or sheet.draft or _made_by(desk.company_id, outcome.run_id)
    picture = sales.draft_picture(desk.company_id, made)
    row = rows(queries.SQL["draft"], id=made)[0]
    changed = None if given.get("all") else {line.ordinal for line in sheet.lines}
    head = {
        "draft": made, "number": row.number, "version": row.version,
        "url": reverse("web:order-draft", args=[made]), "saved": workplace.moment({"desk": desk}, row.saved_at),
    }  # fmt: skip
    return JsonResponse(head | _answer(picture, changed))


def _made_by(company: int, run: int | None) -> int:
    """Answer the draft that a call made which was answered before: its answer was lost on the way."""
    assert run is not None, "what is answered again has run"
    return int(sales.OrderDraft.objects.values_list("pk", flat=True).get(company_id=company, run_id=run))


def _given(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body or b"{}")
    except (json.JSONDecodeError, UnicodeDecodeError):
        return {}
    return given if isinstance(given, dict) else {}


def _read(given: dict[str, Any]) -> sales.OrderSheet | None:
    """Answer a sheet as it was sent; None when it is none."""
    head, typed, removed = given.get("head"), given.get("lines", []), given.get("removed", [])
    if not (isinstance(head, dict) and isinstance(typed, list) and isinstance(removed, list)):
        return None
    if not all(isinstance(line, dict) and _whole(line.get("ordinal")) for line in typed):
        return None
    cells = tuple(
        sales.TypedLine(int(line["ordinal"]), **{cell: str(line.get(cell) or "")[:80] for cell in CELLS})
        for line in typed
    )
    if len({line.ordinal for line in cells}) != len(cells):
        return None
    return sales.OrderSheet(
        shop=str(head.get("shop", "")),
        lines=cells,
        removed=tuple(int(one) for one in removed if _whole(one)),
        draft=number(str(given.get("draft") or "")),
        version=number(str(given.get("version") or "")) or 0,
        wanted_on=day(str(head.get("wanted_on") or "")),
        **{name: str(head.get(name) or "") for name in HEAD},
    )


def _whole(value: Any) -> bool:
    return isinstance(value, int) and 0 < value < 10**9


def _answer(picture: sales.DraftPicture | None, changed: set[int] | None) -> dict[str, Any]:
    """Answer lines and totals as texts of the reader's language; the browser adds nothing up."""
    assert picture is not None
    shown = [row for row in picture.lines if changed is None or row.ordinal in changed]
    units: dict[int, list[Any]] = {}
    items = sorted({row.item_id for row in shown if row.item_id})
    for row in rows(queries.SQL["units"], items=items) if items else ():
        units.setdefault(row.item_id, []).append(row)
    net = picture.amount - picture.tax
    return {
        "lines": [_line(row, units.get(row.item_id, [])) for row in shown],
        "faults": [_fault(fault) for fault in picture.faults],
        "count": len([row for row in picture.lines if any(row.typed.values())]),
        "held": [row.ordinal for row in picture.lines if row.price_mark or row.discount_mark][:500],
        "net": workplace.amount(net), "tax": workplace.amount(picture.tax), "amount": workplace.amount(picture.amount),
    }  # fmt: skip


def _line(row: Any, units: list[Any]) -> dict[str, Any]:
    """Answer a line: what was typed, what it means, what it comes to and where that is from."""
    made: dict[str, Any] = {"ordinal": row.ordinal, "typed": {cell: row.typed.get(cell, "") for cell in CELLS}}
    if row.item_id is None:
        return made
    listed = row.price if row.list_price is None else row.list_price
    made |= {
        "code": row.code,
        "name": workplace.name(row),
        "unit": row.base_unit,
        "units": " · ".join([row.base_unit, *(f"{one.unit} = {workplace.figure(one.factor)}" for one in units)]),
        "price": "" if listed is None else workplace.price(listed),
        "price_from": _source(row),
        "tax": "" if row.tax_pct is None else f"{workplace.figure(row.tax_pct)} %",
        "tax_from": workplace.pick(row, "tax"),
        "amount": workplace.amount(row.amount),
        "marks": _marks(row),
    }
    if row.typed.get("unit") not in ("", None, row.base_unit) and row.quantity is not None:
        made["base"] = f"= {workplace.figure(row.quantity)} {row.base_unit}"
    return made


def _source(row: Any) -> str:
    """Say where a line's price comes from, and how long that holds."""
    name = workplace.pick(row, "list")
    if row.list_price is None:
        return _("not in %(list)s") % {"list": name}
    given = {"list": name, "first": workplace.day(row.valid_from)}
    if row.valid_to is None:
        return _("%(list)s, from %(first)s") % given
    last = date.fromordinal(row.valid_to.toordinal() - 1)
    return _("%(list)s, %(first)s to %(last)s") % (given | {"last": workplace.day(last)})


def _marks(row: Any) -> list[str]:
    figures = {"floor": workplace.price(row.floor_price), "list": workplace.price(row.list_price)}
    found = [str(words_entry.MARKS[row.price_mark]) % figures] if row.price_mark else []
    return found + ([str(words_entry.MARKS["discount"])] if row.discount_mark else [])


def _fault(fault: dict[str, Any]) -> dict[str, Any]:
    said = f"{words.why(fault['code'])}. {words.way_out(fault['code'])}"
    return {"ordinal": fault.get("ordinal"), "field": fault["field"], "why": said}


@page(ENTER)
def find_items(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Answer items that fit what is typed: by code, name, pinyin or barcode."""
    term, shop = request.GET.get("q", "").strip(), number(request.GET.get("shop")) or 0
    seen = scopes.sees(desk.actor, "sales.Shop", shop)
    found = sales.find_items(desk.company_id, shop, term, today(desk)) if term and seen else []
    return JsonResponse(
        {
            "found": [
                {"code": row.code, "name": workplace.name(row), "hint": _price_hint(row.price, row.unit)}
                for row in found
            ]
        }
    )


def _price_hint(price: Decimal | None, unit: str) -> str:
    return unit if price is None else f"{workplace.price(price)} / {unit}"


@page(ENTER)
def find_customers(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Answer customers that fit what is typed, with the address their orders go to."""
    term = request.GET.get("q", "").strip()
    among = (desk.scope or {}).get("party")
    found = sales.find_customers(desk.company_id, term, among) if term else []
    address = ("buyer", "phone", "province", "city", "district", "address")
    return JsonResponse(
        {
            "found": [
                {"code": row.code, "name": row.name, "hint": row.city or "",
                 "address": {name: getattr(row, name) or "" for name in address}}
                for row in found
            ]
        }
    )  # fmt: skip


@require_POST
@page(ENTER)
def submit(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Make orders of the chosen drafts; a single one goes on to its order, or back with what is wrong."""
    ids = ids_of(request)
    if "single" not in request.POST or len(ids) != 1:
        done = counted("%(number)s order entered.", "%(number)s orders entered.")
        return act(request, desk, sales.submit_order_drafts, ids, back=reverse("web:order-drafts"), done=done)
    try:
        outcome = sales.submit_order_drafts(ids, company=desk.company_id, by=desk.actor, key=key_of(request))
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:order-drafts")
    verdict = outcome.verdicts[0]
    if not verdict.ok:
        for said in faults_of(verdict):
            messages.warning(request, said, extra_tags="warn")
        return redirect("web:order-draft", ids[0])
    shell.forget(desk.company_id)
    wake("sales.advance")
    if not outcome.replayed and verdict.code == "done":
        text = _("Order %(number)s is entered; it is reviewed now.") % {"number": verdict.detail["number"]}
        messages.success(request, text, extra_tags="good")
    return redirect("web:order-draft", ids[0])


def faults_of(verdict: Any) -> list[str]:
    """Say what is wrong with which line and field, and the way out."""
    faults = verdict.detail.get("faults", ())
    if not faults:
        return [f"{words.why(verdict.code)}. {words.way_out(verdict.code)}"]
    said = []
    for fault in faults[:20]:
        where = str(words_entry.FIELDS.get(fault["field"]) or words.FIELDS.get(fault["field"], fault["field"]))
        if fault.get("line"):
            where = _("Line %(line)s, %(field)s") % {"line": fault["line"], "field": where}
        said.append(f"{where}: {words.why(fault['code'])}. {words.way_out(fault['code'])}")
    return said


@require_POST
@page(ENTER)
def discard(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s draft discarded.", "%(number)s drafts discarded.")
    return act(request, desk, sales.discard_order_drafts, ids_of(request), back=reverse("web:order-drafts"), done=done)
