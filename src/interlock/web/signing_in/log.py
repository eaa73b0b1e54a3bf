"""The login log: what Django, axes and allauth tell of the door is written down."""

from __future__ import annotations

from typing import Any

from allauth.mfa import signals as factors
from axes.signals import user_locked_out
from django.contrib.auth import signals
from django.http import HttpRequest
from django.utils import timezone

from interlock.core.api import write_login

from .caller import caller_of


def remember_sign_in(request: HttpRequest) -> None:
    """Keep beside a session when, whence and with what it began, so its owner can recognise it."""
    caller = caller_of(request)
    request.session["signed_in"] = {
        "at": timezone.now().isoformat(),
        "from": caller.address,
        "with": caller.user_agent[:160],
    }


def connect() -> None:
    """Listen at the door."""
    signals.user_logged_in.connect(_signed_in, dispatch_uid="interlock.signed_in")
    signals.user_logged_out.connect(_signed_out, dispatch_uid="interlock.signed_out")
    signals.user_login_failed.connect(_failed, dispatch_uid="interlock.failed")
    user_locked_out.connect(_locked_out, dispatch_uid="interlock.locked_out")
    factors.authenticator_added.connect(_factor_on, dispatch_uid="interlock.factor_on")
    factors.authenticator_removed.connect(_factor_off, dispatch_uid="interlock.factor_off")
    factors.authenticator_reset.connect(_codes_made, dispatch_uid="interlock.codes_made")
    factors.authenticator_used.connect(_code_used, dispatch_uid="interlock.code_used")
    factors.authentication_failed.connect(_wrong_code, dispatch_uid="interlock.wrong_code")


def _write(what: str, request: HttpRequest | None, user: Any, method: str = "") -> None:
    write_login(what, user.get_username(), caller_of(request), user=user.pk, method=method)


def _signed_in(sender: Any, request: HttpRequest, user: Any, **_more: Any) -> None:  # noqa: ARG001
    if not request.path:  # a session made by the test client: nobody knocked
        return
    remember_sign_in(request)
    told = request.session.get("account_authentication_methods") or [{}]
    _write("signed_in", request, user, "+".join(one.get("method", "") for one in told))


def _signed_out(sender: Any, request: HttpRequest, user: Any, **_more: Any) -> None:  # noqa: ARG001
    if user is not None and request.path:
        _write("signed_out", request, user)


def _failed(sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **_more: Any) -> None:  # noqa: ARG001
    if not getattr(request, "axes_locked_out", False):
        write_login("wrong_password", str(credentials.get("username") or ""), caller_of(request), method="password")


def _locked_out(sender: Any, request: HttpRequest, username: str, **_more: Any) -> None:  # noqa: ARG001
    write_login("locked_out", str(username or ""), caller_of(request), method="password")


def _factor_on(sender: Any, request: HttpRequest, user: Any, authenticator: Any, **_more: Any) -> None:  # noqa: ARG001
    _write("codes_made" if authenticator.type == "recovery_codes" else "factor_on", request, user, authenticator.type)


def _factor_off(sender: Any, request: HttpRequest, user: Any, authenticator: Any, **_more: Any) -> None:  # noqa: ARG001
    if authenticator.type != "recovery_codes":
        _write("factor_off", request, user, authenticator.type)


def _codes_made(sender: Any, request: HttpRequest, user: Any, authenticator: Any, **_more: Any) -> None:  # noqa: ARG001
    _write("codes_made", request, user, authenticator.type)


def _code_used(sender: Any, request: HttpRequest, user: Any, authenticator: Any, **_more: Any) -> None:  # noqa: ARG001
    _write("code_used", request, user, authenticator.type)


def _wrong_code(sender: Any, request: HttpRequest, user: Any, authenticator: Any, **_more: Any) -> None:  # noqa: ARG001
    _write("wrong_code", request, user, authenticator.type)
