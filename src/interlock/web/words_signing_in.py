"""The words of sign-in and of its log."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

#: what happened at the door → (word, tone, shape)
STATES: dict[str, tuple[Text, str, str]] = {
    "signed_in": (_("signed in"), "good", "✓"),
    "wrong_password": (_("wrong password"), "warn", "▲"),
    "locked_out": (_("locked out"), "bad", "✕"),
    "unlocked": (_("unlocked"), "info", "○"),
    "unknown_person": (_("person not known here"), "bad", "?"),
    "signed_out": (_("signed out"), "", "■"),
    "sessions_ended": (_("sessions ended"), "info", "■"),
    "wrong_code": (_("wrong code of the second factor"), "warn", "▲"),
    "code_used": (_("second factor shown"), "good", "◕"),
    "factor_on": (_("second factor switched on"), "good", "●"),
    "factor_off": (_("second factor switched off"), "warn", "○"),
    "codes_made": (_("recovery codes made"), "info", "◔"),
    "password_changed": (_("password changed"), "info", "◔"),
}
#: by what a person showed who they are; several are joined with a plus
WAYS: dict[str, Text] = {
    "password": _("password"),
    "mfa": _("second factor"),
    "socialaccount": _("sign-in of the company"),
    "oidc": _("sign-in of the company"),
}
MODULES: dict[str, Text] = {
    "core": _("ground"),
    "parties": _("parties"),
    "items": _("items"),
    "finance": _("finance"),
    "stock": _("stock"),
    "sales": _("sales"),
    "web": _("workplace"),
}
