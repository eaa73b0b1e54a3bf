"""One operation on all that match a filter: the set is written down at the click, the worker does it part by part."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from interlock.core.api import OPERATIONS, Job, Operation, Refusal, Task, background, submit, wake, work_selection
from interlock.core.background import packed, unpacked

from .. import words
from ..access import Desk, require
from ..queries import shell
from .declared import LISTS

ACT = "web.act"
#: A set of more is worked in several goes: narrow the filter.
MOST = 500_000


def act_on_all(
    request: HttpRequest, desk: Desk, operation: Operation, arguments: dict[str, Any], *, back: str, key: UUID
) -> HttpResponse:
    """Begin the operation on all that the list's filter finds now; what comes later is not in the set."""
    listing = LISTS.get(request.POST.get("list", ""))
    if listing is None or "back" not in request.POST:  # no filter is one that was sent, not one that was forgotten
        raise Http404
    require(desk, *listing.permissions)
    query = QueryDict(request.POST.get("back", "").removeprefix("?"))
    asked = listing.of(desk.company_id).read(query, desk.actor)
    ids: list[int] = []
    for chunk in asked.ids(desk.company_id):
        ids += chunk
        if len(ids) > MOST:
            messages.warning(request, _("More than 500,000 match. Narrow the filter first."), extra_tags="warn")
            return redirect(back)
    if not ids:
        messages.warning(request, _("Nothing matches the filter any more."), extra_tags="warn")
        return redirect(back)
    try:
        job = begin(desk, operation, ids, arguments, key=key, listing=listing.code, back=back)
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect(back)
    return redirect("web:job", job.pk)


def begin(
    desk: Desk,
    operation: Operation,
    ids: list[int],
    arguments: dict[str, Any],
    *,
    key: UUID,
    listing: str,
    back: str,
) -> Job:
    """Write down an operation on a set of any size as a job of this person."""
    desk.actor.require(operation.permission, desk.company_id)
    given = {"operation": operation.name, "arguments": packed(arguments), "list": listing, "back": back}
    return submit(ACT, company=desk.company_id, by=desk.actor, key=key, arguments=given, ids=ids)


@background(ACT)
def work(task: Task) -> None:
    """Work the set, then let the day go on with it."""
    given = task.job.arguments
    try:
        work_selection(task, OPERATIONS[given["operation"]], **unpacked(given["arguments"]))
    finally:
        shell.forget(task.company)
        wake("sales.advance")
