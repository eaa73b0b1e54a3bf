"""The inbox of approvals: what waits for me, what I asked; answering, asking, deputies."""

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

from interlock.core import api as core
from interlock.core.api import Refusal
from interlock.core.sql import rows

from .. import words, words_approval
from ..access import Desk, open_document, page
from ..acting import act, back_to, counted, ids_of, key_of
from ..lists import Asked
from ..lists.shared import INBOX_LIST
from ..lists.show import show
from ..navigation import APPROVALS, EXCEPTIONS
from ..paging import day, number
from ..queries import approvals as queries
from .orders import today


@page(*APPROVALS)
def inbox(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show what waits for whoever sits here; other boxes hold what they asked and answered."""

    def more(asked: Asked) -> dict[str, Any]:
        box = asked.wanted["box"]
        return {
            "box": box,
            "boxes": words_approval.BOXES,
            "answers": box is None and desk.may("core.answer_approvals"),
            "withdraws": box == "asked" and desk.may("core.ask_approvals"),
            "acts": box != "answered" and desk.may("core.answer_approvals", "core.ask_approvals"),
            "delegates": desk.may("core.delegate_approvals"),
            "sees_exceptions": desk.may(*EXCEPTIONS),
        }

    return show(request, desk, INBOX_LIST, more, template="web/inbox.html")


@page()
def approval(request: HttpRequest, desk: Desk, approval_id: int) -> HttpResponse:
    """Open the document that a request, or a task of one, is about."""
    found = rows(queries.SQL["where"], id=approval_id)
    open_document(request, desk, found[0].company_id if found else None, *APPROVALS)
    return redirect("web:document", found[0].document_id)


def _back(request: HttpRequest) -> str:
    """Answer the way back: to the document, when its own page was used, else to the inbox as it was filtered."""
    document = number(request.POST.get("document"))
    return reverse("web:document", args=[document]) if document else back_to(request, "web:inbox")


@require_POST
@page(*APPROVALS)
def approve(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s request approved.", "%(number)s requests approved.")
    note = request.POST.get("note", "")
    return act(request, desk, core.approve_requests, ids_of(request), back=_back(request), done=done, comment=note)


@require_POST
@page(*APPROVALS)
def reject(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s request rejected.", "%(number)s requests rejected.")
    note = request.POST.get("note", "")
    return act(request, desk, core.reject_requests, ids_of(request), back=_back(request), done=done, comment=note)


@require_POST
@page(*APPROVALS)
def send_back(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s request sent back.", "%(number)s requests sent back.")
    note = request.POST.get("note", "")
    return act(request, desk, core.send_back_requests, ids_of(request), back=_back(request), done=done, comment=note)


@require_POST
@page(*APPROVALS)
def withdraw(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s request taken back.", "%(number)s requests taken back.")
    return act(request, desk, core.withdraw_requests, ids_of(request), back=_back(request), done=done)


@require_POST
@page(*APPROVALS)
def ask(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Ask for the approval of a document, from its own page."""
    if request.POST.get("kind") not in core.APPROVAL_KINDS:
        raise Http404
    done = counted("The approval is asked for.", "%(number)s approvals are asked for.")
    given = {"kind": request.POST["kind"], "reason": request.POST.get("note", "")}
    return act(request, desk, core.submit_approvals, ids_of(request), back=_back(request), done=done, **given)


@page("core.delegate_approvals")
def deputies(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Hand one's approvals over for some days; both days count."""
    first = today(desk)
    context: dict[str, Any] = {"valid_from": first, "last": first + timedelta(6), "deputy": None, "faults": []}
    if request.method == "POST":
        deputy, begin, last = (
            number(request.POST.get("deputy")), day(request.POST.get("valid_from")), day(request.POST.get("last")),
        )  # fmt: skip
        if deputy is None or begin is None or last is None:
            context["faults"] = [_("Choose a person and both days.")]
        elif not (faults := _delegate(request, desk, core.NewDelegation(deputy, begin, last + timedelta(1)))):
            messages.success(request, _("Your approvals are handed over for these days."), extra_tags="good")
            return redirect("web:deputies")
        else:
            context["faults"] = faults
        context |= {"deputy": deputy, "valid_from": begin or first, "last": last or first}
    given: dict[str, Any] = {"company": desk.company_id, "me": desk.user_id}
    context |= {
        "people": rows(queries.SQL["deputies"], **given),
        "rows": [(row, row.valid_to - timedelta(1)) for row in rows(queries.SQL["delegations"], **given)],
        "today": first,
        "key": uuid4(),
    }
    return render(request, "web/deputies.html", context, status=422 if context["faults"] else 200)


def _delegate(request: HttpRequest, desk: Desk, given: core.NewDelegation) -> list[str]:
    """Hand over; answers what stands in the way."""
    call: dict[str, Any] = {"company": desk.company_id, "by": desk.actor, "key": key_of(request)}
    try:
        verdict = core.delegate_approvals([1], delegations={1: given}, **call).verdicts[0]
    except Refusal as refusal:
        return [words.refusal(refusal.code, refusal.detail)]
    return [] if verdict.ok else [f"{words.why(verdict.code)}. {words.way_out(verdict.code)}"]


@require_POST
@page("core.delegate_approvals")
def end(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s delegation ended.", "%(number)s delegations ended.")
    return act(request, desk, core.end_delegations, ids_of(request), back=reverse("web:deputies"), done=done)
