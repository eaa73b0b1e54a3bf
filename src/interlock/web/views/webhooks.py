"""Webhooks: who is told of what outside, every message with how it went, and another try."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.announcing import PART
from interlock.core.api import (
    User,
    Webhook,
    event_kinds,
    fault_of,
    make_webhook,
    replay_webhooks,
    rotate_secret,
    switch,
    wake,
)
from interlock.core.sql import rows
from interlock.core.webhooks import body_of

from .. import words
from ..access import Desk, open_document, page
from ..acting import act, back_to, counted, ids_of
from ..lists import Asked
from ..lists.shared import WEBHOOK_LIST
from ..lists.show import show
from ..navigation import WEBHOOKS
from ..queries import shell
from ..queries import webhooks as queries

STATES = ("waiting", "failed", "delivered")
SWITCHES = ("active", "paused", "off")


@page(*WEBHOOKS)
def delivery_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        found = rows(queries.SQL["overview"], company=desk.company_id, bound=shell.BOUND)
        return {"webhooks": found, "states": STATES, "acts": "replay"}

    return show(request, desk, WEBHOOK_LIST, more, template="web/webhooks.html")


@page(*WEBHOOKS)
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Make a webhook; the answer shows its secret, once."""
    given = _given(request)
    if request.method != "POST" or (fault := fault_in(given)):
        if request.method == "POST":
            messages.error(request, fault, extra_tags="bad")
        return _form(request, None, given)
    try:
        with transaction.atomic():
            made, secret = make_webhook(company=desk.company_id, owner=User.objects.get(pk=desk.user_id), **given)
    except IntegrityError:
        messages.error(request, _("There is a webhook of this name already."), extra_tags="bad")
        return _form(request, None, given)
    return _form(request, made, _of(made), secret)


@page(*WEBHOOKS)
def edit(request: HttpRequest, desk: Desk, webhook_id: int) -> HttpResponse:
    found = _mine(desk, webhook_id)
    if request.method != "POST":
        return _form(request, found, _of(found))
    given = _given(request)
    if fault := fault_in(given):
        messages.error(request, fault, extra_tags="bad")
        return _form(request, found, given)
    found.name, found.url, found.kinds = given["name"], given["url"], given["kinds"]
    try:
        with transaction.atomic():
            found.save(update_fields=["name", "url", "kinds"])
    except IntegrityError:
        messages.error(request, _("There is a webhook of this name already."), extra_tags="bad")
        return _form(request, found, given)
    messages.success(request, _("The webhook is saved."), extra_tags="good")
    return redirect("web:webhook", webhook_id)


@require_POST
@page(*WEBHOOKS)
def rotate(request: HttpRequest, desk: Desk, webhook_id: int) -> HttpResponse:
    """Give a new secret; the answer shows it, once."""
    secret = rotate_secret(_mine(desk, webhook_id))
    found = _mine(desk, webhook_id)
    return _form(request, found, _of(found), secret)


@require_POST
@page(*WEBHOOKS)
def switch_state(request: HttpRequest, desk: Desk, webhook_id: int) -> HttpResponse:
    found, state = _mine(desk, webhook_id), request.POST.get("state", "")
    if state not in SWITCHES:
        raise Http404
    switch(found, state, "by_person")
    if state == "active":
        wake("core.deliver_webhooks")
    said = {"active": _("It sends."), "paused": _("It is paused; what happens is kept for it."), "off": _("It is off.")}
    messages.success(request, said[state], extra_tags="good")
    return redirect("web:webhook", webhook_id)


@page()
def delivery(request: HttpRequest, desk: Desk, delivery_id: int) -> HttpResponse:
    found = rows(queries.SQL["delivery"], id=delivery_id, part=PART)
    open_document(request, desk, found[0].company_id if found else None, *WEBHOOKS)
    body = json.dumps(json.loads(body_of(found[0])), ensure_ascii=False, indent=2)
    context = {
        "delivery": found[0],
        "title": words.setup.EVENT_KINDS.get(found[0].kind, found[0].kind),
        "fault": words.setup.FAULTS.get(found[0].fault, ""),
        "body": body[:20_000],
        "key": uuid4(),
    }
    return render(request, "web/webhook_delivery.html", context)


@require_POST
@page()
def replay(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s message is sent again.", "%(number)s messages are sent again.")
    answer = act(request, desk, replay_webhooks, ids_of(request), back=back_to(request, "web:webhooks"), done=done)
    wake("core.deliver_webhooks")
    return answer


def fault_in(given: dict[str, Any]) -> str:
    """Say what is wrong with a webhook as it was entered, empty for nothing."""
    if not given["name"] or not given["kinds"]:
        return _("Name the webhook, and choose what it is told of.")
    if fault := fault_of(given["url"]):
        return _("The address is not taken: %(why)s.") % {"why": words.setup.FAULTS[fault]}
    return ""


def _given(request: HttpRequest) -> dict[str, Any]:
    known = set(event_kinds())
    return {
        "name": request.POST.get("name", "").strip()[:80],
        "url": request.POST.get("url", "").strip(),
        "kinds": [kind for kind in request.POST.getlist("kind") if kind in known],
    }


def _of(webhook: Webhook) -> dict[str, Any]:
    return {"name": webhook.name, "url": webhook.url, "kinds": webhook.kinds}


def _mine(desk: Desk, webhook_id: int) -> Webhook:
    """Answer a webhook of the company looked at; any other does not exist."""
    found = Webhook.objects.filter(pk=webhook_id, company_id=desk.company_id).first()
    if found is None:
        raise Http404
    return found


def _form(request: HttpRequest, webhook: Webhook | None, given: dict[str, Any], secret: str = "") -> HttpResponse:
    kinds = [(kind, words.setup.EVENT_KINDS[kind], kind in given["kinds"]) for kind in event_kinds()]
    why = words.setup.FAULTS.get(webhook.off_reason, "") if webhook else ""
    context = {"webhook": webhook, "given": given, "kinds": kinds, "secret": secret, "off_reason": why}
    answer = render(request, "web/webhook.html", context)
    answer["Cache-Control"] = "no-store"
    return answer
