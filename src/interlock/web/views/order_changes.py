"""Changes of orders as documents: the list, the page with its difference, writing, handing in, carrying out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal, wake
from interlock.core.sql import rows
from interlock.sales import api as sales

from .. import words
from ..access import Desk, open_document, page
from ..acting import act, back_to, counted, ids_of, key_of, show_outcome
from ..approvals import approvals_of
from ..beside import beside, files_of, story_of
from ..comparing import changed_fields
from ..document_actions import of_order_change
from ..lists import Asked
from ..lists.changes import ORDER_CHANGE_LIST, REASONS
from ..lists.show import show
from ..navigation import ORDERS
from ..paging import number
from ..queries import order_changes as queries
from ..queries import orders, shell
from ..sent_again import MENDABLE
from .orders import SLICE, review_at_once, today

#: What of an order's head a change may name.
HEAD = (*MENDABLE, "remark", "wanted_on")
WAY = ("draft", "submitted", "approved", "applied")


@page(*ORDERS)
def change_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        return {"acts": desk.may("sales.change_orders")}

    return show(request, desk, ORDER_CHANGE_LIST, more, template="web/order_changes.html")


@page()
def change(request: HttpRequest, desk: Desk, change_id: int) -> HttpResponse:
    found = rows(queries.SQL["change"], id=change_id)
    open_document(request, desk, found[0].company_id if found else None, *ORDERS)
    row = found[0]
    lines = rows(queries.SQL["lines"], company=desk.company_id, id=change_id)
    context: dict[str, Any] = {
        "change": row,
        "reason": REASONS.get(row.reason, row.reason),
        "looked_at": [words.reason(code) for code in row.reasons],
        "fields": changed_fields(row.before, row.after),
        "lines": lines,
        "delta": row.amount - row.amount_before,
        "late": row.moved and row.state in ("draft", "submitted", "approved"),
        "why": (words.why(row.why), words.way_out(row.why)) if row.why else (),
        "key": uuid4(),
    }
    if row.state != "draft" or row.note:
        stands = row.state == "submitted"
        context["approval"] = approvals_of(desk, sales.ORDER_CHANGE, change_id, version=row.version, stands=stands)
    if row.state == "draft" and desk.may("sales.change_orders"):
        context |= _form(desk, row, lines, number(request.GET.get("after")) or 0)
    context["steps"] = _steps(row.state, asked="approval" in context and bool(context["approval"].requests))
    context["actions"] = of_order_change(desk, row)
    context |= beside(request, "order_change", change_id) | story_of(desk, [change_id]) | files_of(desk, change_id)
    return render(request, "web/order_change.html", context)


def _steps(state: str, *, asked: bool) -> list[tuple[str, str]]:
    """Answer the states on the way; what was carried out without an approval never waited for one."""
    way = [one for one in WAY if asked or one != "approved" or state != "applied"]
    at = way.index(state) if state in way else 0
    return [(one, "past" if place < at else "now" if place == at else "") for place, one in enumerate(way)]


def _form(desk: Desk, row: Any, lines: Sequence[Any], after: int) -> dict[str, Any]:
    """Answer what the form of a draft shows: a slice of the order's lines, and all for which something is wished.

    What is saved takes the place of the draft, so a wish that the form left out would be lost.
    """
    order = rows(orders.SQL["order"], id=row.order_id)[0]
    asked = {"company": desk.company_id, "id": row.order_id}
    wished = {line.line_number: line for line in lines if line.line_number is not None}
    found = rows(orders.SQL["lines"], after=after, size=SLICE + 1, **asked)
    shown = {line.line_number: line for line in found[:SLICE]}
    if wished.keys() - shown.keys():
        everything = rows(orders.SQL["lines"], after=0, size=order.line_count, **asked)
        shown |= {line.line_number: line for line in everything if line.line_number in wished}
    return {
        "order": order,
        "form_lines": [(shown[place], wished.get(place)) for place in sorted(shown)],
        "form_after": after,
        "form_last": found[SLICE - 1].line_number if len(found) > SLICE else None,
        "added": [line for line in lines if line.line_number is None],
        "wished": row.after,
        "change_reasons": list(REASONS.items()),
    }


def wanted_of(form: dict[str, str]) -> dict[str, Any]:
    """Answer what a form says an order shall be: only what is named changes."""
    wanted: dict[str, Any] = {name: form[name] for name in HEAD if name in form}
    lines: dict[int, dict[str, Any]] = {}
    for name, text in form.items():
        what, _dash, place = name.partition("-")
        if what in ("item", "quantity", "price") and place.isdecimal():
            field = "unit_price" if what == "price" else what
            lines.setdefault(int(place), {"line": int(place)})[field] = text
    return wanted | {"lines": [*lines.values(), *_added(form)]}


def _added(form: dict[str, str]) -> list[dict[str, Any]]:
    """Answer the new lines of a form: ``new`` the empty one, ``new1`` and on those a draft has already."""
    added = []
    for place in [name.removesuffix("-item") for name in form if re.fullmatch(r"new\d*-item", name)]:
        line = {"item": form[f"{place}-item"], "quantity": form.get(f"{place}-quantity", "1")}
        added.append(line | ({"unit_price": form[f"{place}-price"]} if f"{place}-price" in form else {}))
    return added


def write(request: HttpRequest, desk: Desk, order_id: int, *, back: str) -> HttpResponse:
    """Keep a change as a draft, or hand it in at once: what needs no approval is carried out with one click."""
    form = {name: str(text).strip() for name, text in request.POST.items() if str(text).strip()}
    wanted = wanted_of(form)
    if (document := number(form.get("document"))) is not None:
        wanted |= {"document": document, "version": number(form.get("version")) or 0}
    key = key_of(request)
    why = {"reason": form.get("reason", "other"), "text": form.get("text", ""), "on": today(desk)}
    call: dict[str, Any] = {"company": desk.company_id, "by": desk.actor}
    try:
        saved = sales.save_order_changes([order_id], changes={order_id: wanted}, key=key, **why, **call)
        if saved.rejected:
            return show_outcome(request, desk, saved, back=back)
        if saved.replayed:
            return redirect(back)
        made = int(saved.verdicts[0].detail["document"])
        there = reverse("web:order-change-document", args=[made])
        if "keep" in request.POST:
            messages.success(request, _("The change is kept as a draft."), extra_tags="good")
            return redirect(there)
        return hand_in(request, desk, made, order_id, uuid5(key, "submit"))
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect(back)


def hand_in(request: HttpRequest, desk: Desk, change_id: int, order_id: int, key: UUID) -> HttpResponse:
    """Hand a change in: carried out it leads to the order, which is reviewed again; else to the change."""
    there = reverse("web:order-change-document", args=[change_id])
    call: dict[str, Any] = {"company": desk.company_id, "by": desk.actor, "on": today(desk)}
    outcome = sales.submit_order_changes([change_id], key=key, **call)
    shell.forget(desk.company_id)
    if outcome.rejected:
        return show_outcome(request, desk, outcome, back=there)
    if not outcome.verdicts[0].detail.get("applied"):
        messages.success(request, _("The change is handed in; it waits for its approval."), extra_tags="good")
        return redirect(there)
    wake("sales.advance")
    messages.success(request, _("The order is changed and goes through its day again."), extra_tags="good")
    if desk.may("sales.review_orders"):
        review_at_once(request, desk, order_id)
    return redirect("web:order", order_id)


@require_POST
@page()
def save(request: HttpRequest, desk: Desk, change_id: int) -> HttpResponse:
    """Write a draft anew, from what its order is now."""
    row = _sit_at(request, desk, change_id)
    return write(request, desk, row.order_id, back=reverse("web:order-change-document", args=[change_id]))


@require_POST
@page()
def again(request: HttpRequest, desk: Desk, change_id: int) -> HttpResponse:
    """Begin a new change with what one that has ended wished, from what the order is now."""
    row = _sit_at(request, desk, change_id)
    back = reverse("web:order-change-document", args=[change_id])
    lines = rows(queries.SQL["lines"], company=desk.company_id, id=change_id)
    wanted: dict[str, Any] = dict(row.after) | {"lines": [_wish(line) for line in lines]}
    call: dict[str, Any] = {"company": desk.company_id, "by": desk.actor, "on": today(desk)}
    try:
        saved = sales.save_order_changes(
            [row.order_id],
            changes={row.order_id: wanted},
            reason=row.reason,
            text=row.text,
            key=key_of(request),
            **call,
        )
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect(back)
    if saved.rejected:
        return show_outcome(request, desk, saved, back=back)
    if saved.replayed:
        return redirect("web:order", row.order_id)
    messages.success(request, _("The change is kept as a draft."), extra_tags="good")
    return redirect("web:order-change-document", saved.verdicts[0].detail["document"])


def _wish(line: Any) -> dict[str, Any]:
    wish: dict[str, Any] = {"quantity": _plain(line.quantity), "unit_price": _plain(line.unit_price)}
    if line.line_number is not None:
        wish["line"] = line.line_number
    if line.line_number is None or line.item_id != line.item_before_id:
        wish["item"] = line.sku
    return wish


def _plain(figure: Decimal) -> str:
    return f"{figure:f}"


def _sit_at(request: HttpRequest, desk: Desk, change_id: int) -> Any:
    found = rows(queries.SQL["change"], id=change_id)
    open_document(request, desk, found[0].company_id if found else None, *ORDERS)
    return found[0]


@require_POST
@page(*ORDERS)
def step(request: HttpRequest, desk: Desk, step: str) -> HttpResponse:
    """Hand in, carry out or withdraw changes; each operation asks for its own permission."""
    ids = ids_of(request)
    single = len(ids) == 1 and "single" in request.POST
    back = reverse("web:order-change-document", args=ids) if single else back_to(request, "web:order-changes")
    if step == "withdraw":
        done = counted("%(number)s change withdrawn.", "%(number)s changes withdrawn.")
        return act(request, desk, sales.withdraw_order_changes, ids, back=back, done=done)
    if step not in ("submit", "apply"):
        raise Http404
    if step == "submit" and single:
        row = _sit_at(request, desk, ids[0])
        try:
            return hand_in(request, desk, ids[0], row.order_id, key_of(request))
        except Refusal as refusal:
            messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
            return redirect(back)
    done = counted("%(number)s change handed in.", "%(number)s changes handed in.")
    if step == "apply":
        done = counted("%(number)s change carried out.", "%(number)s changes carried out.")
    operation = sales.submit_order_changes if step == "submit" else sales.apply_order_changes
    return act(request, desk, operation, ids, back=back, done=done, on=today(desk))
