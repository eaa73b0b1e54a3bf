"""Every error below /api/ as problem details (RFC 9457), whatever raised it."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from functools import lru_cache
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, Throttled, ValidationError
from pydantic import Field

from interlock.core.api import Refusal

from .. import words

log = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"
ROOT = "/api/"
#: Where a code is explained: the page of the interface itself, so it can be read without the internet.
TYPE = "/api/v1/docs#problem-"

#: what views call the whole of a body or query
OURS = frozenset({"batch", "call", "asked"})
#: status → its code, where nothing more precise is known
CODES = {
    400: "unreadable_request",
    401: "not_signed_in",
    403: "not_permitted",
    404: "not_found",
    405: "wrong_method",
    409: "conflict",
    413: "too_large",
    415: "wrong_media_type",
    422: "invalid",
    429: "too_many_calls",
    500: "defect",
}
#: code of a refusal → status; any other is 422
STATUSES = {"not_permitted": 403, "key_reused": 409, "too_many": 413, "unknown_company": 404, "not_found": 404}


class FieldProblem(Schema):
    """What is wrong with one field: ``field`` is its place in the call, as in ``body.rows.3.quantity``."""

    field: str
    code: str
    message: str


class Problem(Schema):
    """A call that was refused: nothing was done. ``code`` is a stable contract, ``type`` says where it is explained."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    message: str = Field(description="the same as detail")
    errors: list[FieldProblem] = []
    figures: dict[str, Any] = Field({}, description="what the refusal speaks of: limits, permissions, names")


def sentence(code: str) -> str:
    """Answer what a code of this interface means; the words of the workplace are kept for what it shares with it."""
    own = {
        "unreadable_request": _("The request cannot be read: it must be JSON in UTF-8 without NUL."),
        "not_signed_in": _("Say who you are: a token, a name with password, or a session with its CSRF token."),
        "wrong_method": _("This address does not take this method."),
        "conflict": _("The call does not go together with what is there."),
        "too_large": _("The request is too large."),
        "wrong_media_type": _("Send application/json."),
        "invalid": _("Fields are missing or wrong: errors names them."),
        "too_many_calls": _("Too many calls in a minute. Wait for as many seconds as Retry-After says."),
        "defect": _("A defect of ours. Nothing was done; it is in the log."),
        "unfit_value": _("A value does not fit: too long, too large or not a value of its kind."),
        "unknown_company": _("No company of yours has this code."),
        "company_missing": _("You work for several companies: say for which with company."),
        "second_factor_missing": _("Your company asks for a second factor. Set it up in the workplace first."),
        "csrf": _("A session needs its CSRF token. Programs use a token of their own."),
    }
    return str(own.get(code) or words.refusal(code, {}))


def problem(
    status: int,
    code: str = "",
    detail: str = "",
    *,
    errors: Sequence[dict[str, str]] = (),
    figures: dict[str, Any] | None = None,
) -> HttpResponse:
    """Write a problem."""
    code = code or CODES.get(status, "conflict" if status < 500 else "defect")
    said = detail or sentence(code)
    body = {
        "type": TYPE + code,
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": said,
        "code": code,
        "message": said,
        "errors": list(errors),
        "figures": figures or {},
    }
    text = json.dumps(body, ensure_ascii=False, default=str)
    return HttpResponse(text, status=status, content_type=MEDIA_TYPE)


def of_refusal(refusal: Refusal) -> HttpResponse:
    own = "" if refusal.code in words.REFUSALS else sentence(refusal.code)
    said = own or words.refusal(refusal.code, refusal.detail)
    return problem(STATUSES.get(refusal.code, 422), refusal.code, said, figures=refusal.detail)


def install(api: NinjaAPI) -> None:
    """Answer what is raised inside a call."""
    api.add_exception_handler(Refusal, lambda _request, refusal: of_refusal(refusal))  # type: ignore[arg-type]
    api.add_exception_handler(ValidationError, _invalid)  # type: ignore[arg-type]
    api.add_exception_handler(Http404, lambda _request, _error: problem(404))
    api.add_exception_handler(HttpError, _http)  # type: ignore[arg-type]
    api.add_exception_handler(RequestDataTooBig, lambda _request, _error: problem(413))
    api.add_exception_handler(DataError, lambda _request, _error: problem(422, "unfit_value"))
    api.add_exception_handler(Exception, _defect)  # type: ignore[arg-type]


def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    found = [
        {
            "field": _place(one["loc"]),
            "code": str(one["type"]),
            "message": str(one["msg"]),
        }
        for one in error.errors[:100]
    ]
    return problem(422, errors=found)


def _place(loc: Sequence[Any]) -> str:
    """Answer where in the call a field is; what we call the whole of a body or query is no part of it."""
    ours = loc[1:2] if loc[1:2] and loc[1] in OURS else ()
    return ".".join(str(part) for part in (*loc[:1], *loc[1 + len(ours) :]))


def _http(_request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code == 403 and "CSRF" in error.message:
        return problem(403, "csrf")
    answer = problem(error.status_code)
    if isinstance(error, Throttled) and error.wait:
        answer["Retry-After"] = str(error.wait)
    return answer


def _defect(request: HttpRequest, error: Exception) -> HttpResponse:
    if isinstance(error.__cause__, RequestDataTooBig):
        return problem(413)
    log.error("%s %s failed", request.method, request.path, exc_info=error)
    return problem(500)


class Problems:
    """Middleware: what Django itself answers below /api/ becomes a problem too, and a body must be JSON."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(ROOT):
            return self.get_response(request)
        early = _refuse(request)
        if early is not None:
            return early
        response = self.get_response(request)
        if response.status_code >= 400 and not response.get("Content-Type", "").startswith(MEDIA_TYPE):
            answer = problem(response.status_code)
            for name in ("Allow", "Retry-After", "WWW-Authenticate"):
                if name in response:
                    answer[name] = response[name]
            response = answer
        if response.status_code == 401:
            response["WWW-Authenticate"] = 'Bearer realm="interlock", Basic realm="interlock"'
        return response


def _refuse(request: HttpRequest) -> HttpResponse | None:
    """Refuse what no call can make sense of: an address with NUL or of nothing, a body that is not JSON."""
    if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
        return problem(400)
    if not _is_address(request.path_info):
        return problem(404)
    if request.method in {"POST", "PUT", "PATCH"}:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length != "0" and request.content_type != "application/json":
            return problem(415)
    return None


@lru_cache(maxsize=1024)
def _is_address(path: str) -> bool:
    """Say whether anything answers at an address: the URL conf is the same as long as the process runs."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
