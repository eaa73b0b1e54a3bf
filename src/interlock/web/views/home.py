"""The home page (what waits for me), the search, and the jumps from an id to its page."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from interlock.core.api import scopes
from interlock.core.sql import rows

from .. import limits
from ..access import Desk, page
from ..navigation import ORDERS
from ..queries import shell
from ..templatetags.workplace import chinese
from .notices import unread

PAGES = {
    "order": "web:order",
    "order_draft": "web:order-draft",
    "delivery": "web:delivery",
    "return": "web:return",
    "movement": "web:movement",
    "voucher": "web:voucher",
    "event": "web:event",
    "draft": "web:draft",
    "item": "web:stock-item",
    "feed": "web:feed",
    "statement": "web:statement",
    "difference": "web:difference",
    "approval": "web:approval",
}


@page()
def home(request: HttpRequest, desk: Desk) -> HttpResponse:
    counts = desk.scope is None and desk.may(*ORDERS)
    held = rows(shell.SQL["held_by_reason"], company=desk.company_id, bound=shell.BOUND) if counts else []
    context = {"held_by_reason": held, "notices": unread(desk)}
    return render(request, "web/home.html", context)


@page()
def search(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Find documents by number; one hit from the search field opens at once."""
    term = request.GET.get("q", "").strip()[:64]
    found = find(desk, term) if len(term) >= 2 else []
    if request.headers.get("X-Fragment"):
        return render(request, "web/parts/found.html", {"found": found, "term": term})
    exact = [hit for hit in found if term.upper() in {(hit.number or "").upper(), (hit.also or "").upper()}]
    if len(found) == 1 or len(exact) == 1:
        hit = (exact or found)[0]
        return redirect(PAGES[hit.kind], hit.id)
    return render(request, "web/search.html", {"found": found, "term": term})


def find(desk: Desk, term: str) -> list[Any]:
    """Answer the hits of a number or the beginning of one, in the company looked at."""
    prefix = term.upper().replace("\\", "").replace("%", "").replace("_", "\\_") + "%"
    found = rows(shell.SQL["search"], company=desk.company_id, term=term, prefix=prefix, chinese=chinese())
    return found if desk.scope is None else _seen(desk, found)


def _seen(desk: Desk, found: list[Any]) -> list[Any]:
    """Leave of the hits what is seen of the company."""
    scope = desk.scope
    assert scope is not None, "whoever sees all is not narrowed"
    kept: set[tuple[str, int]] = set()
    for kind, model in limits.MODELS.items():
        if ids := [hit.id for hit in found if hit.kind == kind]:
            kept.update((kind, one) for one in scopes.visible(model, desk.company_id, scope, ids))
    return [hit for hit in found if (hit.kind, hit.id) in kept]


def _hide(desk: Desk, kind: str, key: int) -> None:
    """A document that is not seen does not exist, so nobody jumps to it."""
    if desk.actor.scopes and not (kind in limits.MODELS and scopes.sees(desk.actor, limits.MODELS[kind], key)):
        raise Http404


@page()
def jump_line(request: HttpRequest, desk: Desk, line_id: int) -> HttpResponse:  # noqa: ARG001
    """Open the document a line belongs to, at that line."""
    found = rows(shell.SQL["line"], id=line_id)
    if not found or found[0].company_id not in {company.id for company in desk.companies}:
        raise Http404
    _hide(desk, found[0].kind, found[0].id)
    answer = redirect(PAGES[found[0].kind], found[0].id)
    answer["Location"] += f"#line-{line_id}"
    return answer


@page()
def jump_document(request: HttpRequest, desk: Desk, document_id: int) -> HttpResponse:  # noqa: ARG001
    found = rows(shell.SQL["document"], id=document_id)
    if not found or found[0].company_id not in {company.id for company in desk.companies}:
        raise Http404
    _hide(desk, found[0].kind, document_id)
    return redirect(PAGES[found[0].kind], document_id)
