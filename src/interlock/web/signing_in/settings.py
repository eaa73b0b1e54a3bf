"""The settings of sign-in, beside what they set; the environment says what differs from house to house."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

SESSION_ENGINE = "interlock.web.signing_in.store"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
_RULES = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_RULES}.UserAttributeSimilarityValidator"},
    {"NAME": "interlock.web.signing_in.passwords.Length", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_RULES}.CommonPasswordValidator"},
    {"NAME": f"{_RULES}.NumericPasswordValidator"},
]

# Only these proxies are believed when they say whom a request comes from: addresses or networks, by comma.
TRUSTED_PROXIES = [one.strip() for one in os.environ.get("INTERLOCK_TRUSTED_PROXIES", "").split(",") if one.strip()]

# A person at an address is locked out after this many wrong passwords, for this long.
AXES_FAILURE_LIMIT = int(os.environ.get("INTERLOCK_WRONG_PASSWORDS", "5"))
AXES_COOLOFF_TIME = timedelta(minutes=int(os.environ.get("INTERLOCK_LOCKED_MINUTES", "15")))
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "interlock.web.signing_in.address.address_of"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # what the page said of the end stays true
AXES_DISABLE_ACCESS_LOG = True  # core_loginentry is the log
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# The page of sign-in answers a lock-out itself, so the middleware that would is left out.
SILENCED_SYSTEM_CHECKS = ["axes.W002", "axes.W006"]

ACCOUNT_ADAPTER = "interlock.web.signing_in.adapters.People"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_REAUTHENTICATION_REQUIRED = False
MFA_ADAPTER = "interlock.web.signing_in.adapters.Codes"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
_FORMS = "interlock.web.signing_in.forms"
MFA_FORMS = {"authenticate": f"{_FORMS}.Code", "reauthenticate": f"{_FORMS}.CodeAgain"}
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Interlock"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True

# Sign-in by OpenID Connect: an issuer, and who we are there. Without an issuer nobody is offered it.
OIDC_ISSUER = os.environ.get("INTERLOCK_OIDC_ISSUER", "")
OIDC_NAME = os.environ.get("INTERLOCK_OIDC_NAME", "OpenID Connect")
# The claim that is the user's name here; none means the verified e-mail address.
OIDC_USER_CLAIM = os.environ.get("INTERLOCK_OIDC_USER_CLAIM", "")
SOCIALACCOUNT_ADAPTER = "interlock.web.signing_in.adapters.Known"
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10
OIDC_PROVIDER = "company"


def oidc_providers(issuer: str, client: str, secret: str, name: str) -> dict[str, Any]:
    """Answer allauth's setting for one issuer, nothing without one."""
    if not issuer:
        return {}
    app = {
        "provider_id": OIDC_PROVIDER,
        "name": name,
        "client_id": client,
        "secret": secret,
        "settings": {"server_url": issuer, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


SOCIALACCOUNT_PROVIDERS = oidc_providers(
    OIDC_ISSUER,
    os.environ.get("INTERLOCK_OIDC_CLIENT_ID", ""),
    os.environ.get("INTERLOCK_OIDC_CLIENT_SECRET", ""),
    OIDC_NAME,
)
