"""Who calls: a token, a name with password, or the workplace's session; how fast; and in which company."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import pghistory
from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest
from ninja.errors import Throttled
from ninja.parser import Parser
from ninja.security import APIKeyCookie
from ninja.security.base import AuthBase

from interlock.core.api import Actor, Refusal, about, actor_of, actor_of_token, may_call, second_factor_of
from interlock.core.sql import rows

from ..queries import shell
from ..signing_in.address import address_of

HTTP_DOOR = "http"
MOST_ID, MOST_NAME = 2**63 - 1, 150


class TokenUser(AuthBase):
    """A person's token: ``Authorization: Bearer ilk_…``; it may do what the person may, or less."""

    openapi_type = "http"
    openapi_scheme = "bearer"
    openapi_name = "token"

    def __call__(self, request: HttpRequest) -> Actor | None:
        if (caller := getattr(request, "again", None)) is not None:  # a message that is taken in again
            pghistory.context(user=caller.user_id)
            return caller
        kind, _space, text = request.headers.get("Authorization", "").partition(" ")
        if kind.lower() != "bearer":
            return None
        actor = actor_of_token(text.strip().replace("\0", ""), HTTP_DOOR)
        return _known(request, actor)


class BasicUser(AuthBase):
    """Name and password in the Authorization header, checked as at the sign-in page.

    Not for who has a second factor: the password alone would go round it.
    """

    openapi_type = "http"
    openapi_scheme = "basic"
    openapi_name = "basic"

    def __call__(self, request: HttpRequest) -> Actor | None:
        kind, _space, token = request.headers.get("Authorization", "").partition(" ")
        if kind.lower() != "basic":
            return None
        try:
            name, _colon, password = base64.b64decode(token, validate=True).decode().partition(":")
        except (binascii.Error, ValueError):
            return _known(request, None)
        if "\0" in name or "\0" in password or len(name) > MOST_NAME:
            return _known(request, None)
        user = authenticate(request, username=name, password=password)
        if user is not None:
            factor = second_factor_of(user.pk)
            if factor.has or factor.required:  # programs use a token
                user = None
        return _known(request, actor_of(user, HTTP_DOOR) if user else None)


class SessionUser(APIKeyCookie):
    """The session of the workplace; such calls carry its CSRF token."""

    param_name = "sessionid"

    def _get_key(self, request: HttpRequest) -> str | None:
        """Ask for the CSRF token only where a session comes along: a script with a password has neither."""
        return super()._get_key(request) if self.param_name in request.COOKIES else None

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:  # noqa: ARG002
        return _known(request, actor_of(request.user, HTTP_DOOR)) if request.user.is_authenticated else None


def _known(request: HttpRequest, actor: Actor | None) -> Actor | None:
    """Count the call: a token has its own allowance, else all of a person's calls go together, and a wrong secret
    counts against the address it came from. Name the person in the history of masters."""
    if actor is None:
        _allow(f"address:{address_of(request)}", settings.API_WRONG_SECRETS_A_MINUTE)
        return None
    token = getattr(actor, "token", 0)
    calls = getattr(actor, "calls_a_minute", None) or settings.API_CALLS_A_MINUTE
    _allow(f"token:{token}" if token else f"user:{actor.user_id}", calls)
    pghistory.context(user=actor.user_id)
    return actor


def _allow(caller: str, calls_a_minute: int) -> None:
    if wait := may_call(caller, calls_a_minute):
        raise Throttled(wait)


class StrictParser(Parser):
    """JSON as the standard has it: no NaN, no NUL, no half of a surrogate pair, no figure longer than a figure."""

    def parse_body(self, request: HttpRequest) -> Any:
        data = json.loads(request.body, parse_constant=_no_figure)
        if b"\\u" in request.body or b"\0" in request.body:
            _check_texts(data)
        return data


def _no_figure(name: str) -> Any:
    raise ValueError(f"{name} is no figure")


def _check_texts(data: Any) -> None:
    if isinstance(data, str):
        data.encode()
        if "\0" in data:
            raise ValueError("NUL in a text")
    elif isinstance(data, dict):
        for name, value in data.items():
            _check_texts(name)
            _check_texts(value)
    elif isinstance(data, list):
        for value in data:
            _check_texts(value)


def own_companies(actor: Actor) -> list[Any]:
    return rows(shell.SQL["companies"], ids=actor.companies(), user=actor.user_id)


def company_of(actor: Actor, code: str | None, *permissions: str, narrows: bool = False) -> Any:
    """Answer the company called for; another's does not exist. One of ``permissions`` must be held there.

    ``narrows`` says that the caller narrows what it answers; else whoever sees only a part is refused.
    """
    own = own_companies(actor)
    if code is None:
        if len(own) != 1:
            raise Refusal("company_missing", companies=[company.code for company in own])
        company = own[0]
    else:
        found = [company for company in own if company.code == code]
        if not found:
            raise Refusal("unknown_company")
        company = found[0]
    if permissions and not any(actor.may(name, company.id) for name in permissions):
        raise Refusal("not_permitted", permission=permissions[0], company=company.code)
    if not narrows and actor.scope(company.id) is not None:
        raise Refusal("not_permitted", company=company.code)
    about(company.id)
    return company


def call_key(actor: Actor, company: int, text: str | None) -> UUID | None:
    """Make the operation's key of an Idempotency-Key: a person's own, in one company."""
    return uuid5(NAMESPACE_URL, f"interlock:http:{company}:{actor.user_id}:{text}") if text else None
