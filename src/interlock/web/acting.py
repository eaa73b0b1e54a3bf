"""From a form to an operation and back: the key, the call, and the page that shows its outcome."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interlock.core.api import Operation, Outcome, Refusal, wake
from interlock.core.sql import rows

from . import words, words_budgets
from .access import Desk
from .lists import selection
from .queries import shell

#: What a form that is sent again has anew.
NOT_AGAIN = frozenset({"csrfmiddlewaretoken", "key", "id"})


def key_of(request: HttpRequest) -> UUID:
    """Answer the form's key: the same form sent twice is the same call."""
    with contextlib.suppress(ValueError):
        return UUID(request.POST.get("key", ""))
    return uuid4()


def ids_of(request: HttpRequest) -> list[int]:
    """Answer the ids a form names, each once, in its order."""
    given = [int(text) for text in request.POST.getlist("id") if text.isdecimal()]
    return list(dict.fromkeys(given))


def back_to(request: HttpRequest, name: str) -> str:
    """Answer the way back to a list as it was filtered."""
    query = request.POST.get("back", "")
    return reverse(name) + (query if query.startswith("?") else "")


def act(
    request: HttpRequest,
    desk: Desk,
    operation: Operation,
    ids: Sequence[int],
    *,
    back: str,
    done: Callable[[int], str],
    **arguments: Any,
) -> HttpResponse:
    """Call an operation; all done goes back with a sentence, else the outcome is shown row by row.

    A refusal (no permission, a form sent twice with other content) is one sentence and nothing was done.
    """
    if "everything" in request.POST:
        return selection.act_on_all(request, desk, operation, arguments, back=back, key=key_of(request))
    if not ids:
        messages.warning(request, _("Nothing is selected."), extra_tags="warn")
        return redirect(back)
    try:
        outcome = operation(ids, company=desk.company_id, by=desk.actor, key=key_of(request), **arguments)
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect(back)
    shell.forget(desk.company_id)
    if outcome.counts["done"]:
        wake("sales.advance")
    if not outcome.rejected:
        messages.success(request, done(len(ids)), extra_tags="good")
        tell_warnings(request, outcome.verdicts)
        return redirect(back)
    return show_outcome(request, desk, outcome, back=back)


def tell_warnings(request: HttpRequest, verdicts: Iterable[Any]) -> None:
    """Say of what was done which budgets have less left: they only warn, or say so before the posting refuses."""
    told = dict.fromkeys(words_budgets.left_of(one.detail["warned"]) for one in verdicts if "warned" in one.detail)
    for text in list(told)[:5]:
        messages.warning(request, text, extra_tags="warn")


def show_outcome(request: HttpRequest, desk: Desk, outcome: Outcome, *, back: str) -> HttpResponse:
    """Show what happened to each: what, why, what to do; counts on top, the rejected first."""
    shown = sorted(outcome.verdicts, key=lambda verdict: verdict.ok)[:500]
    good = sum(1 for verdict in outcome.verdicts if verdict.ok)
    return render(
        request,
        "web/outcome.html",
        {
            "table": outcome_rows(desk, shown),
            "good": good,
            "bad": len(outcome.verdicts) - good,
            "hidden": len(outcome.verdicts) - len(shown),
            "back": back,
            "again": _again(request, outcome),
        },
        status=200 if good else 409,
    )


def _again(request: HttpRequest, outcome: Outcome) -> dict[str, Any] | None:
    """Answer what sends the rejected once more as they were sent: a form of chosen rows, under a key of its own."""
    rejected = [verdict.id for verdict in outcome.verdicts if not verdict.ok]
    if not rejected or not set(rejected) <= set(ids_of(request)):
        return None
    kept = [(name, text) for name, texts in request.POST.lists() if name not in NOT_AGAIN for text in texts]
    return {"to": request.path, "fields": kept, "ids": rejected, "key": uuid4()}


def outcome_rows(desk: Desk, verdicts: Sequence[Any]) -> list[dict[str, Any]]:
    """Answer verdicts as a table shows them: with their documents and figures."""
    ids = [verdict.id for verdict in verdicts if desk.scope is None or verdict.code != "not_found"]
    names = {row.id: row for row in rows(shell.SQL["names"], company=desk.company_id, ids=ids)} if ids else {}
    return [{"verdict": each, "document": names.get(each.id), "detail": _detail(each)} for each in verdicts]


def _detail(verdict: Any) -> str:
    """Further reasons and figures of a verdict, in words."""
    reasons = verdict.detail.get("reasons")
    if isinstance(reasons, list):
        named = [reason.get("reason", "") if isinstance(reason, dict) else str(reason) for reason in reasons]
        return " · ".join(dict.fromkeys(str(words.reason(code)) for code in named))
    if "budget" in verdict.detail:
        return words_budgets.left_of(verdict.detail)
    if "why" in verdict.detail:
        return str(words.why(verdict.detail["why"]))
    figures = [value for name, value in verdict.detail.items() if name != "line"]
    return " · ".join(f"{value}" for value in figures if isinstance(value, str | int | float))


def counted(one: str, many: str) -> Callable[[int], str]:
    """Make the sentence that says how many were done."""
    return lambda number: ngettext(one, many, number) % {"number": number}
