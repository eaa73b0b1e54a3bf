"""Middleware: who asked for what, one row a request that writes, with both texts masked and the time it took.

The row is written after the answer is made, in a statement of its own: it tells of refusals too, and is never taken
back with them. What only reads is not written down, nor what keeps a sheet as somebody types, nor the door itself,
which has a log of its own.
"""

from __future__ import annotations

import ipaddress
import json
import logging
import re
import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException

from interlock.core.api import Actor, Content, log_message, requested

from .api.problems import ROOT
from .signing_in.address import address_of

log = logging.getLogger(__name__)
WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})
PAGE, API = "page", "api."
#: pages that ask as one types, and those of the door
SILENT = frozenset(
    {"sign-in", "sign-out", "language", "company", "password", "order-drafts-save", "order-drafts-items",
     "order-drafts-customers", "document-people", "search"}
)  # fmt: skip
MOST_READ = 64 * 1024
#: keys that say which number people know a row by
_NUMBER = re.compile(rb'"(?:order_no|number|return_no|code|reference)"\s*:\s*"([^"\\]{1,80})"')
_COMPANY = re.compile(rb'"company"\s*:\s*"([^"\\]{1,64})"')


class Requests:
    """Times a request and leaves its row."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in WRITES:
            return self.get_response(request)
        started = time.perf_counter()
        with requested() as told:
            response = self.get_response(request)
        try:
            note(request, response, told, round((time.perf_counter() - started) * 1000))
        except Exception:  # the answer stands, whatever becomes of its log
            log.exception("%s %s could not be logged", request.method, request.path)
        return response


def note(request: HttpRequest, response: HttpResponse, told: Any, duration_ms: int) -> None:
    """Write the row of a request, when a person or their program asked and a company is known."""
    of_api = request.path.startswith(ROOT)
    actor = getattr(request, "auth", None) if of_api else getattr(getattr(request, "desk", None), "actor", None)
    user = actor.user_id if isinstance(actor, Actor) else getattr(getattr(request, "user", None), "pk", None)
    match = request.resolver_match
    name = (match.url_name or "") if match is not None else ""
    if user is None or connection.in_atomic_block and connection.needs_rollback or not of_api and name in SILENT:
        return
    body = _body(request)
    company = told.company or _company(request, actor, body)
    if company is None:
        return
    given: dict[str, Any] = _api(request, response, actor, body, company) if of_api else _page(name)
    given |= _did(told, request, name)
    state = "success" if response.status_code < 400 else "failed"
    log_message(
        company=company,
        direction="in",
        state=state,
        remark=_remark(told, response),
        document=("", told.documents[0] if told.documents else None),
        request=Content(request.headers, body),
        response=_answer(response),
        status=response.status_code,
        duration_ms=duration_ms,
        actor=user,
        address=address_of(request) or None,
        host=request.META.get("HTTP_HOST", ""),
        method=request.method or "",
        path=request.path,
        query=_query(request),
        runs=[run for run, *_rest in told.runs],
        **given,
    )


def _api(request: HttpRequest, response: HttpResponse, actor: Any, body: bytes, company: int) -> dict[str, Any]:
    """Answer what is said of a call of a program: the same key and text are the same message."""
    text = request.headers.get("Idempotency-Key", "")
    found = _NUMBER.search(body[:MOST_READ])
    return {
        "door": "http",
        "kind": kind_of(request.path),
        "system": getattr(actor, "label", "") or getattr(actor, "name", ""),
        "token": getattr(actor, "token", 0) or None,
        "reference": found[1].decode("utf-8", "replace") if found else text,
        "key": key_of(company, getattr(actor, "user_id", None), request, body, text) if text else None,
        "keep_original": response.status_code >= 400,
    }


def key_of(company: int, user: int | None, request: HttpRequest, body: bytes, text: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"message:{company}:{user}:{request.method}:{request.path}:{text}:{hash_of(body)}")


def hash_of(body: bytes) -> str:
    import hashlib

    return hashlib.sha256(body).hexdigest()


def kind_of(path: str) -> str:
    """Answer the kind of message that comes in at an address of the interface."""
    place = path.removeprefix(ROOT).removeprefix("v1/")
    if place == "orders/batch":
        return "api.batch"
    if place.startswith("messages/"):
        return "api.messages"
    return "api.webhooks" if place.startswith("webhooks") else "api.calls"


def _page(name: str) -> dict[str, Any]:
    return {"door": "web", "kind": PAGE, "system": "", "reference": name}


def _did(told: Any, request: HttpRequest, name: str) -> dict[str, str]:
    """Answer the operation, or what of Django's own pages of masters was done."""
    if told.runs:
        _run, operation, _company_id, _counts = told.runs[-1]
        return {"operation": operation, "module": operation.partition(".")[0]}
    if request.path.startswith("/admin/"):
        app, _under, verb = name.partition("_")
        return {"operation": f"admin.{verb or name}", "module": app}
    return {"operation": "", "module": "web"}


def _remark(told: Any, response: HttpResponse) -> str:
    """Answer in a line how it went: of operations their counts, of a problem its code."""
    if told.runs:
        return "; ".join(
            " ".join(f"{code} {count}" for code, count in counts.items()) for *_named, counts in told.runs[-3:]
        )
    if response.get("Content-Type", "").startswith("application/problem+json"):
        return str(json.loads(response.content).get("code", ""))
    return ""


def _company(request: HttpRequest, actor: Any, body: bytes) -> int | None:
    """Answer the company a request is about: that of the desk, the one named, or the only one of the caller."""
    desk = getattr(request, "desk", None)
    if desk is not None:
        return desk.company.id if desk.company is not None else None
    if not isinstance(actor, Actor):
        return None
    from .api.door import own_companies

    own = own_companies(actor)
    found = _COMPANY.search(body[:MOST_READ])
    code = found[1].decode("utf-8", "replace") if found else None
    named = [company.id for company in own if company.code == code]
    return named[0] if named else own[0].id if len(own) == 1 else None


def _body(request: HttpRequest) -> bytes:
    """Answer what was sent; of a form its fields, of files their names and sizes."""
    kind = request.content_type or ""
    if kind == "multipart/form-data" or kind == "application/x-www-form-urlencoded":
        fields: dict[str, Any] = {
            name: values if len(values) > 1 else values[0] for name, values in request.POST.lists()
        }
        for name, one in request.FILES.items():
            fields[name] = f"{getattr(one, 'name', '')} ({getattr(one, 'size', 0)} B)"
        fields.pop("csrfmiddlewaretoken", None)
        return json.dumps(fields, ensure_ascii=False).encode()
    try:
        return request.body
    except RawPostDataException:
        return b""


def _answer(response: HttpResponse) -> Content:
    """Answer what is kept of an answer: text as it is; of a page where it led."""
    kind = response.get("Content-Type", "")
    readable = not response.streaming and ("json" in kind or kind.startswith("text/plain"))
    return Content(response.headers, response.content if readable else b"")


def _query(request: HttpRequest) -> str:
    from interlock.core.masking import masked_text

    return masked_text(request.META.get("QUERY_STRING", ""))


@lru_cache(maxsize=1024)
def place_of(address: str) -> str:
    """Say in a word where an address lies: this machine, the own network, or outside."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    return "machine" if found.is_loopback else "inside" if found.is_private else "outside"
