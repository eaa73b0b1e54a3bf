"""Changing and cancelling orders, the platform's changes, and the customer's link."""

from __future__ import annotations

from typing import BinaryIO, cast

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
from ..acting import act, counted, ids_of, key_of, show_outcome
from ..navigation import FEEDS, ORDERS
from ..queries import orders as queries
from .order_changes import write
from .orders import review_at_once, to_orders, today


def _open(request: HttpRequest, desk: Desk, order_id: int) -> str:
    """Sit down in the order's company; answers the way back to its page."""
    found = rows(queries.SQL["order"], id=order_id)
    open_document(request, desk, found[0].company_id if found else None, *ORDERS)
    return reverse("web:order", args=[order_id])


@require_POST
@page()
def change(request: HttpRequest, desk: Desk, order_id: int) -> HttpResponse:
    """Change an order that has not left by a change document; the review looks at it again at once."""
    back = _open(request, desk, order_id)
    return write(request, desk, order_id, back=back)


@require_POST
@page(*ORDERS)
def cancel(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Cancel orders with a reason; the outcome names every one that has left."""
    ids = ids_of(request)
    back = reverse("web:order", args=ids) if len(ids) == 1 and "single" in request.POST else to_orders(request)
    return act(
        request,
        desk,
        sales.cancel_orders,
        ids,
        back=back,
        reason=request.POST.get("reason", ""),
        note=request.POST.get("note", ""),
        on=today(desk),
        done=counted("%(number)s order cancelled.", "%(number)s orders cancelled."),
    )


@require_POST
@page()
def accept(request: HttpRequest, desk: Desk, order_id: int) -> HttpResponse:
    """Take over what the platform sent again."""
    back = _open(request, desk, order_id)
    answer = act(
        request,
        desk,
        sales.accept_changes,
        [order_id],
        back=back,
        done=lambda _number: _("The order is what the platform sent and goes through its day again."),
        on=today(desk),
    )
    if answer.status_code == 302 and desk.may("sales.review_orders"):
        review_at_once(request, desk, order_id)
    return answer


@require_POST
@page()
def dismiss(request: HttpRequest, desk: Desk, order_id: int) -> HttpResponse:
    """Leave aside what the platform sent again of an order that has left, with a note."""
    back = _open(request, desk, order_id)
    return act(
        request,
        desk,
        sales.dismiss_changes,
        [order_id],
        back=back,
        note=request.POST.get("note", ""),
        done=lambda _number: _("What the platform sent is left aside; the order stays as it is."),
    )


@require_POST
@page()
def share(request: HttpRequest, desk: Desk, order_id: int) -> HttpResponse:
    """Show the customer's link once, or make those given out so far void; the timeline says who did it."""
    back = _open(request, desk, order_id)
    void = "revoke" in request.POST
    operation = sales.revoke_links if void else sales.share_orders
    try:
        outcome = operation([order_id], company=desk.company_id, by=desk.actor, key=key_of(request))
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect(back)
    if outcome.rejected:
        return show_outcome(request, desk, outcome, back=back)
    if void:
        messages.success(request, _("The links given out so far no longer work."), extra_tags="good")
    else:
        request.session["link_shown"] = order_id
    return redirect(back)


@require_POST
@page(*FEEDS)
def cancel_feed(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take a file of cancellations; every row is answered."""
    file = request.FILES.get("file")
    if file is None:
        messages.warning(request, _("Choose a file first."), extra_tags="warn")
        return redirect("web:feeds")
    try:
        result = sales.cancel_feed(
            cast("BinaryIO", file), file.name or "cancel", company=desk.company_id, by=desk.actor, on=today(desk)
        )
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:feeds")
    context = {"name": file.name, "counts": sorted(result.counts.items()), "rejected": result.rejected[:500]}
    return render(request, "web/cancel_feed.html", context)
