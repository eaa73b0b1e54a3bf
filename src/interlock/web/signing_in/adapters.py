"""What allauth asks of us: who may come in, how a session begins, how secrets are kept."""

from __future__ import annotations

import base64
import hashlib
import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from interlock.core.api import User, second_factor_of, write_login

from .caller import caller_of

log = logging.getLogger(__name__)
BACKEND = "django.contrib.auth.backends.ModelBackend"


class People(DefaultAccountAdapter):
    """Nobody makes an account of their own; a session begins the same way whatever was shown at the door."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """Begin the session; sessions are read by Django's own backend."""
        user.backend = getattr(user, "backend", BACKEND)
        super().login(request, user)

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        return _turned_away(request, user.get_username())

    def add_message(self, request: HttpRequest, level: int, *args: Any, **options: Any) -> None:
        """Say nothing: our pages say in our words what was done."""


class Codes(DefaultMFAAdapter):
    """Second factors; their secrets lie encrypted in the database, the key beside it in INTERLOCK_HOME."""

    def get_totp_label(self, user: Any) -> str:
        return str(user.get_username())

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            log.error(  # noqa: TRY400 - the trace would say nothing more
                "a second factor cannot be read with this secret key: an administrator must take it away"
            )
            return base64.b32encode(hashlib.sha256(encrypted_text.encode()).digest()).decode()

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        return not second_factor_of(authenticator.user_id).required

    @property
    def error_messages(self) -> dict[str, Any]:
        return {
            **super().error_messages,
            "incorrect_code": _("This code is wrong or over. Type the one the app shows now."),
            "cannot_delete_authenticator": _("Your company asks for a second factor: it stays on."),
        }


def _box() -> Fernet:
    key = hashlib.sha256(b"interlock second factor" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))


class Known(DefaultSocialAccountAdapter):
    """Sign-in by another system: only who is a user here already, by an earlier sign-in, e-mail or a mapped claim."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Find the user meant; a person who is not known is turned away before anything is written."""
        if request.user.is_authenticated:
            raise ImmediateHttpResponse(redirect("web:home"))
        if sociallogin.is_existing:
            return
        user = _meant(sociallogin)
        if user is None:
            raise ImmediateHttpResponse(_turned_away(request, _name_of(sociallogin)))
        sociallogin.email_addresses = []
        sociallogin.connect(request, user)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Any = None,
        extra_context: Any = None,
    ) -> None:
        """Lead back to the door: what went wrong between two systems is in the log, not on the page."""
        log.warning("sign-in by %s failed: %s %s %s", provider, error, exception, extra_context)
        messages.error(request, _("The other system did not let you in. Try again."), extra_tags="bad")
        raise ImmediateHttpResponse(redirect("web:sign-in"))


def _claims(sociallogin: Any) -> dict[str, Any]:
    told = sociallogin.account.extra_data
    return {**(told.get("id_token") or {}), **(told.get("userinfo") or {})}


def _meant(sociallogin: Any) -> User | None:
    claims = _claims(sociallogin)
    if settings.OIDC_USER_CLAIM:
        found = User.objects.filter(username=str(claims.get(settings.OIDC_USER_CLAIM) or ""))
    elif claims.get("email") and claims.get("email_verified") is True:
        found = User.objects.filter(email__iexact=str(claims["email"]))
    else:
        return None
    meant = list(found.exclude(username="")[:2])
    return meant[0] if len(meant) == 1 and meant[0].is_active else None


def _name_of(sociallogin: Any) -> str:
    claims = _claims(sociallogin)
    return str(claims.get("email") or claims.get("preferred_username") or sociallogin.account.uid)


def _turned_away(request: HttpRequest, name: str) -> HttpResponse:
    write_login("unknown_person", name, caller_of(request), method="oidc")
    return render(request, "web/turned_away.html", {"name": name}, status=403)
