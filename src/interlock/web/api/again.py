"""Taking in once more what a program sent and was refused: the same text under the same key, in its caller's name.

The call goes to the address it went to, with the rights its caller has today and none of who pushed it. A key of the
caller's own counts again, so what came in meanwhile answers as it did; a call without one gets the message's.
"""

from __future__ import annotations

import time
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve
from django.utils.translation import gettext_lazy as _

from interlock.core.api import (
    Actor,
    Content,
    User,
    actor_of,
    actor_of_known_token,
    declare_messages,
    finish_message,
    opened,
)

from .door import HTTP_DOOR
from .problems import problem

KINDS = {
    "api.batch": _("Order lines in bulk"),
    "api.messages": _("Messages of platforms"),
    "api.calls": _("Calls of programs"),
    "api.webhooks": _("Webhook subscriptions"),
}


def call_again(message: Any) -> None:
    """Call with a message's text, and write down how it went this time."""
    started = time.perf_counter()
    response = _call(message)
    finish_message(
        message.id,
        company=message.company_id,
        state="success" if response.status_code < 400 else "failed",
        status=response.status_code,
        duration_ms=round((time.perf_counter() - started) * 1000),
        response=Content(response.headers, response.content),
        again=True,
    )


def _call(message: Any) -> HttpResponse:
    body, caller = opened(message.original), _caller(message)
    if body is None:
        return problem(409, "content_gone")
    if caller is None:
        return problem(403)
    key = message.request_headers.get("idempotency-key") or f"message-{message.id}"
    address = f"{message.path}?{message.query}" if message.query else message.path
    request = RequestFactory().generic(
        message.method, address, body, content_type="application/json", headers={"Idempotency-Key": key}
    )
    request.user = AnonymousUser()
    request.again = caller  # type: ignore[attr-defined]  # read by ``door.TokenUser``: nothing sent can set it
    match = resolve(message.path)
    answer: HttpResponse = match.func(request, *match.args, **match.kwargs)
    return answer


def _caller(message: Any) -> Actor | None:
    """Answer who called, as they stand today."""
    if message.token_id:
        return actor_of_known_token(message.token_id, HTTP_DOOR)
    user = User.objects.filter(pk=message.actor_id, is_active=True).first()
    return actor_of(user, HTTP_DOOR) if user else None


def install() -> None:
    """Say of each kind of incoming message what it is called and how it is taken in again."""
    for kind, title in KINDS.items():
        declare_messages(kind, title, push=call_again)
    declare_messages("page", _("Pages"))
