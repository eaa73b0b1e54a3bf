"""The forms of the second factor: how often a person may try is counted for all processes together."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from interlock.core.api import may_call

CODES_A_MINUTE = 5


class _Counted:
    """A code may be tried five times a minute."""

    user: Any

    def clean_code(self) -> str:
        if wait := may_call(f"code:{self.user.pk}", CODES_A_MINUTE):
            raise ValidationError(_("Too many codes. Wait %(seconds)s seconds.") % {"seconds": wait})
        return super().clean_code()  # type: ignore[misc]


class Code(_Counted, AuthenticateForm):
    """The code shown at sign-in."""


class CodeAgain(_Counted, ReauthenticateForm):
    """The code shown again before something that touches one's safety."""
