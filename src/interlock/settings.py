"""The one module that reads the environment for Django.

Importable without a running database: only the address of the database is worked out here.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

import pgtrigger
from django.utils.translation import gettext_lazy as _

from interlock import server
from interlock.web.look import UNFOLD  # noqa: F401 - a setting
from interlock.web.signing_in.settings import *  # noqa: F403 - lock-out, second factor, OpenID Connect

BASE = Path(__file__).resolve().parent
HOME = server.home()


def _secret_key() -> str:
    """Answer the key from the environment, else one made once and kept readable by its owner only."""
    if key := os.environ.get("INTERLOCK_SECRET_KEY"):
        return key
    path = HOME / "secret_key"
    if not path.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text()
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text()


DEBUG = os.environ.get("INTERLOCK_DEVELOPMENT") == "1"
SECRET_KEY = _secret_key()
ALLOWED_HOSTS = os.environ.get("INTERLOCK_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("INTERLOCK_TRUSTED_ORIGINS", "").split(",") if origin]

INSTALLED_APPS = [
    "interlock.web.apps.WebConfig",
    "unfold",
    "unfold.contrib.filters",
    "unfold.contrib.forms",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "interlock.core.apps.CoreConfig",
    "interlock.parties.apps.PartiesConfig",
    "interlock.items.apps.ItemsConfig",
    "interlock.finance.apps.FinanceConfig",
    "interlock.stock.apps.StockConfig",
    "interlock.sales.apps.SalesConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "interlock.web.logging_requests.Requests",
    "interlock.web.api.problems.Problems",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "interlock.web.signing_in.second_factor.SecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "interlock.web.urls"
WSGI_APPLICATION = "interlock.web.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("interlock.web.templating.ByLanguage", ["django.template.loaders.app_directories.Loader"])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "interlock.web.context.workplace",
            ],
        },
    },
]

# ``default`` is the application's role, which cannot change a ledger; ``owner`` migrates.
DATABASES = {"default": server.database_settings("app"), "owner": server.database_settings("owner")}
DATABASES["owner"].setdefault("TEST", {})["MIRROR"] = "default"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "core.User"
LOGIN_URL = "web:sign-in"
LOGIN_REDIRECT_URL = "web:home"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "简体中文")]
LOCALE_PATHS = [BASE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
# How long a customer's link to their order works; a newer round of links ends it sooner.
CUSTOMER_LINK_DAYS = int(os.environ.get("INTERLOCK_CUSTOMER_LINK_DAYS", "60"))
# Figures are grouped by the pages themselves: a grouped id in an address or a form would be another id.
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
# Compressed once when collected: unfold's style sheet alone would be larger than a page may be.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
FILES_ROOT = HOME / "files"
# Who brings it may read /metrics from elsewhere.
METRICS_TOKEN = os.environ.get("INTERLOCK_METRICS_TOKEN", "")
# The watched folder: <company>/orders, shipments, confirmations.
INBOX_ROOT = HOME / "inbox"
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024 * 1024
# A change of an order of 2,000 lines sends three fields a line, and what it adds.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 12_500
# How many calls of the HTTP interface a person or a token may make in a minute (a token may have its own figure), and
# how many times in a minute one address may send a wrong secret.
API_CALLS_A_MINUTE = int(os.environ.get("INTERLOCK_API_CALLS_A_MINUTE", "1200"))
API_WRONG_SECRETS_A_MINUTE = int(os.environ.get("INTERLOCK_API_WRONG_SECRETS_A_MINUTE", "30"))
# Networks of one's own that webhooks may go to (10.1.0.0/16,127.0.0.0/8), by plain http too; none unless named.
WEBHOOK_NETWORKS = os.environ.get("INTERLOCK_WEBHOOK_NETWORKS", "").split(",")
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
if os.environ.get("INTERLOCK_HTTPS") == "1":
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "interlock.server.trouble.Lines", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("INTERLOCK_LOG_LEVEL", "WARNING")},
}

# Each context's ``jobs`` module declares its tasks.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# Masters' history is written by statement-level triggers; ledgers are their own history.
PGHISTORY_LEVEL = pgtrigger.Statement
# What only reads changes no master: nothing is added to its statements.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")
SITE_NAME = _("Interlock")
