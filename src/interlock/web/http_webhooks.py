"""Subscriptions over HTTP: whoever may keep webhooks reads, makes and changes them; a secret is answered once."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal

from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest
from ninja import Router, Schema
from ninja.errors import ValidationError
from pydantic import Field

from interlock.core.api import (
    Actor,
    User,
    Webhook,
    event_kinds,
    fault_of,
    make_webhook,
    rotate_secret,
    secret_of,
    switch,
)

from .api.door import MOST_ID, call_key, company_of
from .api.shapes import Strict
from .http_messages import KEY, receive_messages

MANAGE = "core.manage_webhooks"
Code = Annotated[str, Field(max_length=64, description="the company's code")]
Kinds = Annotated[list[Annotated[str, Field(max_length=40)]], Field(min_length=1, max_length=100)]
Key = Annotated[int, Field(ge=1, le=MOST_ID)]

router = Router(tags=["webhooks"])


class NewWebhook(Strict):
    """A subscription to make: the address that is told, and of which kinds of events."""

    company: Code | None = None
    name: Annotated[str, Field(min_length=1, max_length=80)]
    url: Annotated[str, Field(min_length=1, max_length=400)]
    kinds: Kinds


class ChangedWebhook(Strict):
    """What a subscription shall be; a field that is not named stays as it is."""

    url: Annotated[str, Field(min_length=1, max_length=400)] | None = None
    kinds: Kinds | None = None
    state: Literal["active", "paused", "off"] | None = None


class NewSecret(Strict):
    """An empty object: there is nothing to say of a new secret."""


class WebhookAnswer(Schema):
    """A subscription as it stands."""

    id: int
    company: str
    name: str
    url: str
    kinds: list[str]
    state: str
    off_reason: str


class WebhookSecret(WebhookAnswer):
    """A subscription with its new secret, which is answered this once."""

    secret: str


class WebhooksAnswer(Schema):
    rows: list[WebhookAnswer]
    kinds: list[str] = Field(description="every kind of event there is")


@router.get("", response=WebhooksAnswer, operation_id="list_webhooks", summary="List webhooks")
def list_webhooks(request: HttpRequest, company: Code | None = None) -> dict[str, Any]:
    """The subscriptions of a company, and all kinds of events. Permission: `core.manage_webhooks`."""
    actor: Actor = request.auth  # type: ignore[attr-defined]
    asked = company_of(actor, company)
    actor.require(MANAGE, asked.id)
    found = Webhook.objects.filter(company_id=asked.id).select_related("company").order_by("name")[:500]
    return {"rows": [_shown(one) for one in found], "kinds": event_kinds()}


@router.post("", response=WebhookSecret, operation_id="create_webhook", summary="Make a webhook")
def create_webhook(request: HttpRequest, call: NewWebhook, idempotency_key: str | None = KEY) -> dict[str, Any]:
    """Make a subscription; the answer holds its secret, once: a repeat of the key is answered with it again.

    Permission: `core.manage_webhooks`.
    """
    actor: Actor = request.auth  # type: ignore[attr-defined]
    company = company_of(actor, call.company)
    actor.require(MANAGE, company.id)
    _check(call.url, call.kinds)
    owner = User.objects.get(pk=actor.user_id or 0)
    try:
        with transaction.atomic():
            if _again(actor, company.id, idempotency_key, call.model_dump_json()):
                there = Webhook.objects.filter(company_id=company.id, name=call.name).first()
                return _with_secret(actor, there.pk if there else 0)
            made, secret = make_webhook(company=company.id, name=call.name, url=call.url, kinds=call.kinds, owner=owner)
    except IntegrityError as error:
        raise _wrong("name", "taken") from error
    return {**_shown(_read(actor, made.pk)), "secret": secret}


def _again(actor: Actor, company: int, key: str | None, content: str) -> bool:
    """Take the key of a call in the transaction of its work; say whether it was taken by the same call before."""
    if not key:
        return False
    take = replace(receive_messages, permission=MANAGE)
    return take([1], company=company, by=actor, key=call_key(actor, company, key), content=content).replayed


def _with_secret(actor: Actor, webhook_id: int) -> dict[str, Any]:
    """Answer a subscription with the secret it has now."""
    found = _read(actor, webhook_id)
    return {**_shown(found), "secret": secret_of(found.nonce)}


@router.patch("/{webhook_id}", response=WebhookAnswer, operation_id="change_webhook", summary="Change a webhook")
def change_webhook(
    request: HttpRequest, webhook_id: Key, call: ChangedWebhook, idempotency_key: str | None = KEY
) -> dict[str, Any]:
    """Change the address, the kinds, or pause, resume or switch off; a repeat of the key changes nothing again.

    Permission: `core.manage_webhooks`.
    """
    actor: Actor = request.auth  # type: ignore[attr-defined]
    found = _read(actor, webhook_id)
    found.url, found.kinds = call.url or found.url, sorted(set(call.kinds or found.kinds))
    _check(found.url, found.kinds)
    with transaction.atomic():
        if not _again(actor, found.company_id, idempotency_key, f"change {webhook_id} {call.model_dump_json()}"):
            found.save(update_fields=["url", "kinds"])
            if call.state:
                switch(found, call.state, "by_person")
    return _shown(_read(actor, webhook_id))


@router.post("/{webhook_id}/rotate", response=WebhookSecret, operation_id="rotate_webhook", summary="Give a new secret")
def rotate_webhook(
    request: HttpRequest,
    webhook_id: Key,
    call: NewSecret,  # noqa: ARG001
    idempotency_key: str | None = KEY,
) -> dict[str, Any]:
    """Give a new secret; for a day both sign. A repeat of the key is answered with the secret there is, and gives none.

    Permission: `core.manage_webhooks`.
    """
    actor: Actor = request.auth  # type: ignore[attr-defined]
    found = _read(actor, webhook_id)
    with transaction.atomic():
        if not _again(actor, found.company_id, idempotency_key, f"rotate {webhook_id}"):
            rotate_secret(found)
    return _with_secret(actor, webhook_id)


def _read(actor: Actor, webhook_id: int) -> Webhook:
    """Read one of a company in which the actor keeps webhooks; any other does not exist."""
    found = Webhook.objects.select_related("company").filter(pk=webhook_id).first()
    if found is None or not actor.may(MANAGE, found.company_id):
        raise Http404
    return found


def _shown(one: Webhook) -> dict[str, Any]:
    named = {name: getattr(one, name) for name in ("id", "name", "url", "kinds", "state", "off_reason")}
    return {**named, "company": one.company.code}


def _check(url: str, kinds: list[str]) -> None:
    if fault := fault_of(url):
        raise _wrong("url", fault)
    if unknown := sorted(set(kinds) - set(event_kinds())):
        raise _wrong("kinds", f"unknown: {', '.join(unknown)}")


def _wrong(name: str, said: str) -> ValidationError:
    return ValidationError([{"loc": ["body", "call", name], "type": "value_error", "msg": said}])
