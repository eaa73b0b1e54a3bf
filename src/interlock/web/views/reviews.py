"""Access reviews: started by a manager, gone through person by person, signed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal, decide_lines, sign_reviews, start_reviews
from interlock.core.signing import verified
from interlock.core.sql import rows

from .. import words
from ..access import Desk, open_document, page
from ..acting import act, counted, ids_of, key_of, show_outcome
from ..navigation import REVIEWS
from ..paging import day, number
from ..queries import rights as queries
from .orders import today
from .rights import changes_of

#: How long a review may take when nobody says otherwise.
DAYS = 30


@page(*REVIEWS)
def review_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    on = today(desk)
    context = {
        "reviews": rows(queries.SQL["reviews"], company=desk.company_id),
        "today": on,
        "due_on": on + timedelta(days=DAYS),
        "key": uuid4(),
    }
    return render(request, "web/reviews.html", context)


@require_POST
@page(*REVIEWS)
def start(request: HttpRequest, desk: Desk) -> HttpResponse:
    as_of = day(request.POST.get("as_of")) or today(desk)
    due_on = day(request.POST.get("due_on")) or as_of + timedelta(days=DAYS)
    try:
        outcome = start_reviews(
            [1], company=desk.company_id, by=desk.actor, key=key_of(request), as_of=as_of, due_on=due_on
        )
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:reviews")
    if outcome.rejected:
        return show_outcome(request, desk, outcome, back=reverse("web:reviews"))
    made = outcome.verdicts[0].detail.get("review")
    return redirect("web:review", made) if made else redirect("web:reviews")


@page()
def review(request: HttpRequest, desk: Desk, review_id: int) -> HttpResponse:
    found = _open(request, desk, review_id)
    lines = rows(queries.SQL["review_lines"], company=desk.company_id, id=review_id)
    by_person: dict[int, list[Any]] = {}
    for line in lines:
        by_person.setdefault(line.user_id, []).append(line)
    context = {
        "review": found,
        "people": list(by_person.values()),
        "undecided": sum(line.decision == "open" for line in lines),
        "taken": sum(line.decision == "take" for line in lines),
        "count": len(lines),
        "me": desk.user_id,
        "valid": verified(bytes(found.content))[0] if found.content else None,
        "changes": changes_of(rows(queries.SQL["review_changes"], company=desk.company_id, id=review_id)),
        "key": uuid4(),
    }
    return render(request, "web/review.html", context)


@require_POST
@page(*REVIEWS)
def decide(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Keep or take away what is chosen."""
    back = reverse("web:review", args=[number(request.POST.get("of")) or 0])
    return act(
        request, desk, decide_lines, ids_of(request), back=back, decision=request.POST.get("decision", ""),
        comment=request.POST.get("comment", "").strip(),
        done=counted("%(number)s line is decided.", "%(number)s lines are decided."),
    )  # fmt: skip


@require_POST
@page(*REVIEWS)
def sign(request: HttpRequest, desk: Desk) -> HttpResponse:
    ids = ids_of(request)
    back = reverse("web:review", args=ids[:1]) if ids else reverse("web:reviews")
    done = lambda _number: _("The review is signed; what it takes away is gone.")  # noqa: E731
    return act(request, desk, sign_reviews, ids, back=back, done=done)


@page()
def file(request: HttpRequest, desk: Desk, review_id: int) -> HttpResponse:
    """Hand out what was signed."""
    found = _open(request, desk, review_id)
    if not found.content:
        raise Http404
    answer = HttpResponse(bytes(found.content), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{found.number}.json"'
    return answer


def _open(request: HttpRequest, desk: Desk, review_id: int) -> Any:
    found = rows(queries.SQL["review"], id=review_id)
    open_document(request, desk, found[0].company_id if found else None, *REVIEWS)
    return found[0]
