"""The home page (what waits for me), the search, and the jumps from an id to its page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from interlock.core.sql import rows

from ..access import Desk, page
from ..finding import look_up
from ..navigation import ORDERS
from ..queries import shell
from .notices import unread

PAGES = {
    "order": "web:order",
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
}


@page()
def home(request: HttpRequest, desk: Desk) -> HttpResponse:
    held = rows(shell.SQL["held_by_reason"], company=desk.company_id, bound=shell.BOUND) if desk.may(*ORDERS) else []
    context = {"held_by_reason": held, "notices": unread(desk)}
    return render(request, "web/home.html", context)


@page()
def search(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Find by number and by name; the one hit meant by what was sent with Enter opens at once."""
    term = request.GET.get("q", "").strip()[:64]
    groups = look_up(desk, term)
    if request.headers.get("X-Fragment"):
        return render(request, "web/parts/found.html", {"groups": groups, "term": term})
    hits = [hit for group in groups for hit in group.hits]
    exact = [hit for hit in hits if hit.exact]
    if len(hits) == 1 or len(exact) == 1:
        return redirect((exact or hits)[0].url)
    return render(request, "web/search.html", {"groups": groups, "term": term})


@page()
def jump_line(request: HttpRequest, desk: Desk, line_id: int) -> HttpResponse:  # noqa: ARG001
    """Open the document a line belongs to, at that line."""
    found = rows(shell.SQL["line"], id=line_id)
    if not found or found[0].company_id not in {company.id for company in desk.companies}:
        raise Http404
    answer = redirect(PAGES[found[0].kind], found[0].id)
    answer["Location"] += f"#line-{line_id}"
    return answer


@page()
def jump_document(request: HttpRequest, desk: Desk, document_id: int) -> HttpResponse:  # noqa: ARG001
    found = rows(shell.SQL["document"], id=document_id)
    if not found or found[0].company_id not in {company.id for company in desk.companies}:
        raise Http404
    return redirect(PAGES[found[0].kind], document_id)
