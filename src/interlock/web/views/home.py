"""The home page (what waits for me), the search, and the jumps from an id to its page."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from interlock.core.api import SavedView, scopes
from interlock.core.sql import rows, value

from .. import limits, widgets
from ..access import Desk, page
from ..charts import charts
from ..documents import DOCUMENTS
from ..finding import look_up
from ..paging import number
from ..queries import home as queries
from ..queries import shell
from .notices import unread

#: Every kind that an id may be, with the page it opens.
PAGES = {code: one.page for code, one in DOCUMENTS.items()} | {
    "order_draft": "web:order-draft",
    "movement": "web:movement",
    "event": "web:event",
    "item": "web:stock-item",
    "feed": "web:feed",
    "difference": "web:difference",
    "approval": "web:approval",
    "budget": "web:budget",
    "budget_change": "web:budget-version",
    "credit_limit": "web:credit-group",
}


def announced(desk: Desk, on: date) -> list[Any]:
    """Answer what the company announces on a day to whoever sits here."""
    asked = {"company": desk.company_id, "today": on, "partner": bool(desk.actor.partner)}
    return rows(queries.SQL["announced"], **asked)


@page()
def home(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show what waits for a person and their figures, as their role begins with them or as they arranged them."""
    on = timezone.now().astimezone(ZoneInfo(desk.company.time_zone)).date()
    own = value(queries.SQL["arranged"], company=desk.company_id, user=desk.user_id)
    shown = widgets.arranged(desk, own)
    counts = [widget for widget in shown if widget.drawing == "count"]
    takes = {"company": desk.company_id, "user": desk.user_id, "bound": shell.BOUND, "today": on}
    drawn = [widget for widget in shown if widget.drawing == "chart"]
    made = charts(desk, [widget.figure for widget in drawn], on)
    places = {widget.code: place for place, widget in enumerate(shown, start=1)}
    context = {
        "role": widgets.role_of(desk),
        "counts": counts,
        "waits": rows(queries.SQL["waits"], **takes)[0]._asdict() if counts else {},
        "charts": [(widget, made[widget.figure]) for widget in drawn],
        "notices": unread(desk),
        "announced": announced(desk, on),
        "own": own is not None,
        "choices": sorted(
            ((places.get(widget.code), widget) for widget in widgets.allowed(desk)),
            key=lambda one: one[0] or len(places) + 1,
        ),
    }
    return render(request, "web/home.html", context)


@require_POST
@page()
def arrange(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Keep which widgets a person wants, in which order; or take their role's again."""
    kept = SavedView.objects.filter(company_id=desk.company_id, list_code="home", user_id=desk.user_id, name="home")
    if "reset" in request.POST:
        kept.delete()
        return redirect("web:home")
    wanted = [widget.code for widget in widgets.allowed(desk) if widget.code in request.POST.getlist("show")]
    wanted.sort(key=lambda code: number(request.POST.get(f"place-{code}")) or len(widgets.WIDGETS))
    SavedView.objects.update_or_create(
        company_id=desk.company_id,
        list_code="home",
        user_id=desk.user_id,
        name="home",
        defaults={"query": ",".join(wanted)},
    )
    return redirect("web:home")


@page()
def search(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Find by number and by name; the one hit meant by what was sent with Enter opens at once."""
    term = request.GET.get("q", "").strip()[:64]
    groups = look_up(desk, term)
    if request.headers.get("X-Fragment"):
        return render(request, "web/parts/found.html", {"groups": groups, "term": term})
    hits = [hit for group in groups for hit in group.hits]
    exact = [hit for hit in hits if hit.exact and not hit.company] or [hit for hit in hits if hit.exact]
    if len(hits) == 1 or len(exact) == 1:
        return redirect((exact or hits)[0].url)
    return render(request, "web/search.html", {"groups": groups, "term": term})


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
    answer["Location"] += f"?line={line_id}#line-{line_id}" if found[0].kind == "order" else f"#line-{line_id}"
    return answer


@page()
def jump_document(request: HttpRequest, desk: Desk, document_id: int) -> HttpResponse:  # noqa: ARG001
    found = rows(shell.SQL["document"], id=document_id)
    if not found or found[0].company_id not in {company.id for company in desk.companies}:
        raise Http404
    _hide(desk, found[0].kind, document_id)
    return redirect(PAGES[found[0].kind], found[0].id)
