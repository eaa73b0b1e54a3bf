"""Returns: the queues, the document with its steps, announcing one from an order, a platform's file of them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any, BinaryIO, cast
from uuid import uuid4

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal, content_path, wake
from interlock.core.sql import rows
from interlock.sales import api as sales

from .. import words
from ..access import Desk, open_document, page
from ..acting import act, counted, ids_of, key_of, show_outcome
from ..beside import beside, files_of, story_of
from ..document_actions import of_return
from ..lists import Asked
from ..lists.catalogue import RETURN_LIST
from ..lists.show import show
from ..navigation import ORDERS, RETURNS
from ..paging import day, number
from ..queries import orders, shell
from ..queries import returns as queries
from .orders import show_order, today

STATES = ("announced", "received", "inspected", "refunded", "cancelled")
COLUMNS = "order_no, sku, line_no, quantity, reason, returned_at, kind, shop, return_no, serials, amount"
COUNTED = 10_000


@page(*RETURNS)
def return_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        whole = desk.scope is None  # reasons are counted over the whole company
        reasons = rows(queries.SQL["reasons"], company=desk.company_id, bound=COUNTED) if whole else []
        return {"reasons": reasons, "states": STATES, "columns_of_file": COLUMNS}

    return show(request, desk, RETURN_LIST, more, template="web/returns.html")


@page()
def return_document(request: HttpRequest, desk: Desk, return_id: int) -> HttpResponse:
    return show_return(request, desk, return_id)


def show_return(request: HttpRequest, desk: Desk, return_id: int, wrong: dict[str, Any] | None = None) -> HttpResponse:
    """Show a return; ``wrong`` is what a form of it said and why it was refused, so that nothing is typed twice."""
    document, lines = _open(request, desk, return_id)
    tab = request.GET.get("tab", "lines")
    context = {
        "document": document,
        "actions": of_return(desk, document),
        "exchangeable": document.kind == "exchange"
        and (not document.replacement_id or document.replacement_state == "cancelled")
        and document.state in {"received", "inspected", "refunded"},
        "lines": lines,
        "steps": _steps(document),
        "tab": tab,
        "today": today(desk),
        "key": uuid4(),
    } | beside(request, "return", return_id)
    context |= wrong or {}
    if tab == "files":
        context |= files_of(desk, return_id)
    if tab == "money":
        context["money"] = rows(orders.SQL["money"], company=desk.company_id, documents=[return_id], lines=None)
    if tab == "timeline":
        context |= story_of(desk, [return_id])
    return render(request, "web/return.html", context, status=422 if wrong else 200)


def _open(request: HttpRequest, desk: Desk, return_id: int) -> tuple[Any, list[Any]]:
    found = rows(queries.SQL["return"], id=return_id)
    open_document(request, desk, found[0].company_id if found else None, *RETURNS, *ORDERS)
    return found[0], rows(queries.SQL["lines"], company=desk.company_id, id=return_id)


def _steps(document: Any) -> list[tuple[str, str]]:
    """Answer the states on the way with where the return stands."""
    if document.state == "cancelled":
        return [("announced", "past"), ("cancelled", "now stop")]
    way = ["announced", "refunded"] if document.kind == "refund_only" else list(STATES[:4])
    at = way.index(document.state)
    return [(state, "past" if place < at else "now" if place == at else "") for place, state in enumerate(way)]


@require_POST
@page(*ORDERS, *RETURNS)
def announce(request: HttpRequest, desk: Desk, order_id: int) -> HttpResponse:
    """Announce a return of an order's lines: the pieces typed beside each, or the money of a refund without return."""
    found = rows(orders.SQL["order"], id=order_id)
    open_document(request, desk, found[0].company_id if found else None, *ORDERS, *RETURNS)
    lines, faults = _announced(request)
    if faults or not lines:
        asked = _("Enter how many pieces come back, or how much money goes back, of at least one line.")
        return _refused(request, desk, order_id, asked, faults)
    new = sales.NewReturn(
        kind=request.POST.get("kind", "return"),
        reason=request.POST.get("reason", ""),
        on=day(request.POST.get("on")) or today(desk),
        lines=tuple(lines.values()),
        order=order_id,
    )
    try:
        outcome = sales.announce_returns(
            [1], company=desk.company_id, by=desk.actor, key=key_of(request), returns={1: new}
        )
    except Refusal as refusal:
        return _refused(request, desk, order_id, words.refusal(refusal.code, refusal.detail), {})
    verdict = outcome.verdicts[0]
    if not verdict.ok:
        why = f"{words.why(verdict.code)}. {words.way_out(verdict.code)}"
        blamed = verdict.detail.get(verdict.code) or ()
        at = {name: why for place, name in enumerate(lines, start=1) if place in blamed}
        return _refused(request, desk, order_id, why, at)
    messages.success(request, _("The return is announced."), extra_tags="good")
    document = verdict.detail.get("return")
    back = reverse("web:order", args=[order_id])
    return redirect("web:return", document) if document else redirect(f"{back}?tab=returns")


def _announced(request: HttpRequest) -> tuple[dict[str, Any], dict[str, str]]:
    """Answer the lines of a return by the field that names them, and the fields that hold no figure."""
    lines: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for name, text in request.POST.items():
        what, dash, place = name.partition("-")
        if what not in ("return", "money") or not dash or not str(text).strip():
            continue
        line, figure = number(place), _quantity(str(text))
        if line is None or figure is None:
            faults[name] = _("This is no figure.")
        elif what == "return":
            lines[name] = sales.NewReturnLine(figure, line)
        else:
            lines[name] = sales.NewReturnLine(Decimal(), line, amount=figure)
    return lines, faults


def _refused(request: HttpRequest, desk: Desk, order_id: int, why: str, faults: dict[str, str]) -> HttpResponse:
    """Show the order again with the dialog of the return as it was typed, the reason at its field or above."""
    typed = {"name": "return", "given": request.POST.dict(), "why": why, "faults": faults}
    return show_order(request, desk, order_id, {"typed": typed})


def _quantity(text: str) -> Decimal | None:
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


@require_POST
@page()
def receive(request: HttpRequest, desk: Desk, return_id: int) -> HttpResponse:
    """Say that the goods are here, with the serial numbers scanned."""
    _document, lines = _open(request, desk, return_id)
    return _step(
        request,
        desk,
        return_id,
        ("receive", sales.receive_returns, _("The goods are received and lie on hold.")),
        {"serials_missing": "serials", "unknown_serial": "serials", "period_closed": "", "before_shipment": ""},
        on=day(request.POST.get("on")) or today(desk),
        serials=_numbers(request, lines) or None,
    )


@require_POST
@page()
def inspect(request: HttpRequest, desk: Desk, return_id: int) -> HttpResponse:
    """Say what of the goods is scrap; the rest is free stock again."""
    _document, lines = _open(request, desk, return_id)
    scrap = {}
    for line in lines:
        if text := request.POST.get(f"scrap-{line.id}", "").strip():
            scrap[line.id] = _quantity(text) or Decimal(-1 if _quantity(text) is None else 0)
    return _step(
        request,
        desk,
        return_id,
        ("inspect", sales.inspect_returns, _("The goods are inspected.")),
        {"bad_quantity": "scrap", "serials_missing": "serials", "unknown_serial": "serials", "period_closed": ""},
        on=day(request.POST.get("on")) or today(desk),
        scrap=scrap,
        scrap_serials=_numbers(request, lines),
    )


@require_POST
@page()
def exchange(request: HttpRequest, desk: Desk, return_id: int) -> HttpResponse:
    """Order what the buyer gets instead; a line left empty gets the same item again."""
    _document, lines = _open(request, desk, return_id)
    items = {line.id: code for line in lines if (code := request.POST.get(f"item-{line.id}", "").strip().upper())}
    return _step(
        request,
        desk,
        return_id,
        ("exchange", sales.exchange_returns, _("The other goods are ordered.")),
        {"unknown_item": ""},
        on=today(desk),
        items=items or None,
    )


def _numbers(request: HttpRequest, lines: list[Any]) -> dict[int, list[str]]:
    """Answer the serial numbers scanned beside each line."""
    return {
        line.id: numbers
        for line in lines
        if (numbers := request.POST.get(f"serials-{line.id}", "").replace(",", " ").split())
    }


def _step(
    request: HttpRequest,
    desk: Desk,
    return_id: int,
    step: tuple[str, Any, str],
    fields: dict[str, str],
    **arguments: Any,
) -> HttpResponse:
    """Take a return's next step; refused, its form comes back as it was typed, the reason at its field or above.

    ``step`` is the form's name, the operation and what is said when it is done; ``fields`` says by the verdicts that
    the form can mend which field of the line is to blame. Any other verdict is shown as an outcome.
    """
    name, operation, said = step
    call: dict[str, Any] = {"company": desk.company_id, "by": desk.actor, "key": key_of(request)}
    try:
        outcome = operation([return_id], **call, **arguments)
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:return", return_id)
    verdict = outcome.verdicts[0]
    if verdict.ok:
        shell.forget(desk.company_id)
        if outcome.counts["done"]:
            wake("sales.advance")
        messages.success(request, said, extra_tags="good")
        return redirect("web:return", return_id)
    if verdict.code not in fields:
        return show_outcome(request, desk, outcome, back=reverse("web:return", args=[return_id]))
    why = f"{words.why(verdict.code)}. {words.way_out(verdict.code)}"
    if strange := ", ".join(verdict.detail.get("numbers", [])):
        why = f"{strange}: {why}"
    line, field = verdict.detail.get("line"), fields[verdict.code]
    faults = {f"{field}-{line}": why} if line and field else {}
    typed = {"name": name, "given": request.POST.dict(), "why": why, "faults": faults}
    return show_return(request, desk, return_id, {"typed": typed})


@require_POST
@page(*RETURNS)
def refund(request: HttpRequest, desk: Desk) -> HttpResponse:
    ids = ids_of(request)
    return act(
        request,
        desk,
        sales.refund_returns,
        ids,
        back=_back(ids),
        done=counted("%(number)s return refunded.", "%(number)s returns refunded."),
        on=day(request.POST.get("on")) or today(desk),
    )


@require_POST
@page(*RETURNS)
def cancel(request: HttpRequest, desk: Desk) -> HttpResponse:
    ids = ids_of(request)
    done = counted("%(number)s return cancelled.", "%(number)s returns cancelled.")
    return act(request, desk, sales.cancel_returns, ids, back=_back(ids), done=done)


def _back(ids: list[int]) -> str:
    return reverse("web:return", args=ids) if len(ids) == 1 else reverse("web:returns")


@require_POST
@page(*RETURNS)
def upload(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take a platform's file of returns in; what was not taken in is there as a file to mend."""
    file = request.FILES.get("file")
    if file is None:
        messages.warning(request, _("Choose a file first."), extra_tags="warn")
        return redirect("web:returns")
    name = file.name or "returns"
    try:
        result = sales.import_returns(cast("BinaryIO", file), name, company=desk.company_id, by=desk.actor)
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:returns")
    return render(
        request,
        "web/returns_read.html",
        {"result": result, "name": name, "counts": sorted(result.counts.items()), "shown": result.rejected[:200]},
    )


@page()
def rejected(request: HttpRequest, desk: Desk, file_id: int) -> FileResponse:
    """Send the rows that were not taken in, as they came, with the reasons in a last column."""
    found = rows(queries.SQL["file"], id=file_id)
    open_document(request, desk, found[0].company_id if found else None, "sales.announce_returns")
    if not found:
        raise Http404
    path = content_path(found[0].sha256)
    return FileResponse(path.open("rb"), as_attachment=True, filename=found[0].name, content_type="text/csv")
