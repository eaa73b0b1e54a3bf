"""The interface log, people's requests, and how long logs are kept."""

from __future__ import annotations

import contextlib
import json
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import (
    MESSAGE_KINDS,
    Retention,
    kept_days,
    may_everywhere,
    push_messages,
    standing,
    stop_messages,
)
from interlock.core.sql import rows

from .. import words, words_logs
from ..access import Desk, open_document, page
from ..acting import act, back_to, counted, ids_of
from ..lists import Asked
from ..lists.interface import MESSAGE_LIST, MESSAGE_STATES, REQUEST_LIST, kind_word
from ..lists.show import show
from ..navigation import MESSAGES, RUNS
from ..queries import interface as queries

PUSH, KEEP = "core.push_messages", "core.keep_logs"
MOST_DAYS, SHOWN = 36_500, 20_000


@page(*MESSAGES)
def message_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        return {"states": MESSAGE_STATES, "acts": "push" if desk.may(PUSH) else ""}

    return show(request, desk, MESSAGE_LIST, more, template="web/interface.html")


@page(*RUNS)
def request_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    return show(request, desk, REQUEST_LIST, template="web/requests.html")


@page()
def message(request: HttpRequest, desk: Desk, message_id: int) -> HttpResponse:
    """One message of another system: what, when, how often, and both texts as far as they are kept."""
    found = [one for one in rows(queries.SQL["message"], id=message_id) if one.door != "web"]
    open_document(request, desk, found[0].company_id if found else None, *MESSAGES)
    return _show(request, desk, found[0])


@page()
def asked(request: HttpRequest, desk: Desk, message_id: int) -> HttpResponse:
    """One request of a person or their program: who, from where, what, and both texts as far as they are kept."""
    found = [one for one in rows(queries.SQL["message"], id=message_id) if one.direction == "in"]
    open_document(request, desk, found[0].company_id if found else None, *RUNS)
    return _show(request, desk, found[0])


def _show(request: HttpRequest, desk: Desk, one: Any) -> HttpResponse:
    kind = MESSAGE_KINDS.get(one.kind)
    context = {
        "message": one,
        "kind": kind_word(one.kind),
        "direction": words_logs.DIRECTIONS[one.direction],
        "what": words.OPERATIONS.get(one.operation, ""),
        "why_not": _why_not(desk, one, kind),
        "may_stop": desk.may(PUSH) and one.state in ("waiting", "failed"),
        "texts": [
            (_("Request"), one.request_headers, pretty(one.request), one.request_bytes, one.request_hash),
            (_("Answer"), one.response_headers, pretty(one.response), one.response_bytes, one.response_hash),
        ],
        "key": uuid4(),
    }
    return render(request, "web/message.html", context)


def _why_not(desk: Desk, one: Any, kind: Any) -> Any:
    """Say why a message cannot be pushed again, nothing when it can."""
    code = ""
    if kind is None or kind.push is None:
        code = "not_repeatable"
    elif one.direction == "in" and one.state == "success":
        code = "came_in"
    elif one.direction == "in" and not one.kept:
        code = "content_gone"
    if code:
        return words.why(code)
    return "" if desk.may(PUSH) else words.REFUSALS["not_permitted"]


def pretty(text: str) -> str:
    """Answer JSON with its lines, any other text as it is."""
    with contextlib.suppress(ValueError):
        text = json.dumps(json.loads(text), ensure_ascii=False, indent=2)
    return text[:SHOWN]


@require_POST
@page()
def push(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s message is tried again.", "%(number)s messages are tried again.")
    return act(request, desk, push_messages, ids_of(request), back=back_to(request, "web:interface"), done=done)


@require_POST
@page()
def stop(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s message is stopped.", "%(number)s messages are stopped.")
    return act(request, desk, stop_messages, ids_of(request), back=back_to(request, "web:interface"), done=done)


@page(*RUNS)
def logs(request: HttpRequest, desk: Desk) -> HttpResponse:
    """How long each log is kept, how large it is and how far back it goes; the logs are the whole group's."""
    may_keep = may_everywhere(desk.actor, KEEP)
    if request.method == "POST":
        if not may_keep:
            raise PermissionDenied
        _keep(request)
        return redirect("web:logs")
    found = [row | dict(zip(("title", "about"), words_logs.LOGS[row["log"]], strict=True)) for row in standing()]
    return render(request, "web/logs.html", {"logs": found, "may_keep": may_keep, "most": MOST_DAYS})


def _keep(request: HttpRequest) -> None:
    """Take the days as entered; an empty field goes back to what is usual."""
    changed = False
    for log in kept_days():
        text = request.POST.get(log, "").strip()
        if not text:
            changed |= bool(Retention.objects.filter(log=log).delete()[0])
        elif text.isdecimal() and 1 <= int(text) <= MOST_DAYS:
            Retention.objects.update_or_create(log=log, defaults={"days": int(text)})
            changed = True
        else:
            messages.error(request, _("Enter days from 1 to %(most)s.") % {"most": MOST_DAYS}, extra_tags="bad")
            return
    if changed:
        messages.success(request, _("Logs are kept so from now on."), extra_tags="good")
