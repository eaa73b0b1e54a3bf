"""The database server: embedded by default, one's own through INTERLOCK_DATABASE_URL. Knows nothing of Django.

A process that called ``ensure_running`` counts as a user of the embedded server until it calls ``release`` or ends,
however it ends: the count is a shared file lock. Whoever releases last stops the server.
"""

from __future__ import annotations

import os
from typing import Any

from . import embedded, external
from .embedded import APP, OWNER, ServerInfo
from .places import PORT, home, project_root
from .trouble import Trouble
from .webserver import HOST, web_command

__all__ = [
    "APP", "HOST", "OWNER", "ServerInfo", "Trouble", "database_name", "database_settings", "ensure_running", "home",
    "project_root", "release", "status", "status_lost", "stop", "web_command",
]  # fmt: skip

LOCK_TIMEOUT = {"app": "5s", "owner": "60s"}


def ensure_running() -> ServerInfo:
    """Make sure that the database server answers; starts the embedded one when needed."""
    if address := external.url():
        return external.ensure_reachable(address)
    return embedded.ensure_running()


def release() -> bool:
    """Give the embedded server up and stop it when nobody else uses it; say whether it stopped."""
    return False if external.url() else embedded.release()


def stop() -> bool:
    """Stop the embedded server; say whether one was running. A server of one's own is left alone."""
    return False if external.url() else embedded.stop()


def status() -> ServerInfo | None:
    """Answer the server that runs, or None; starts nothing."""
    if address := external.url():
        return external.ensure_reachable(address)
    return embedded.status()


def status_lost() -> bool:
    """Say whether the embedded server that this process uses is gone; asks files only, so it may be asked often."""
    return False if external.url() else embedded.lost()


def database_name() -> str:
    """Answer the name of the database that this process works on."""
    if given := os.environ.get("INTERLOCK_DATABASE_NAME"):
        return given
    if address := external.url():
        return str(external.parameters(address)["dbname"])
    return embedded.DEFAULT_DATABASE


def database_settings(role: str, name: str | None = None) -> dict[str, Any]:
    """Answer one entry of Django's DATABASES; needs no running server.

    ``app`` works and cannot change a ledger's past, ``owner`` migrates. ``name`` overrides the database's name. JIT is
    off on any server: a set's statement is short, and compiling it takes longer than running it (seconds, on 15).
    """
    options = f"-c lock_timeout={LOCK_TIMEOUT[role]} -c TimeZone=UTC -c jit=off"
    settings: dict[str, Any] = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name or database_name(),
        "CONN_MAX_AGE": 60 if role == "app" else 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"application_name": "interlock"},
    }
    if address := external.url():
        given = external.parameters(address)
        given.pop("dbname")
        settings |= {
            "USER": given.pop("user", ""),
            "PASSWORD": given.pop("password", ""),
            "HOST": given.pop("host", ""),
            "PORT": str(given.pop("port", "")),
        }
        options = f"{given.pop('options', '')} {options}".strip()
        if role == "app":
            options += f" -c role={APP}"
        settings["OPTIONS"] |= given
    else:
        user = APP if role == "app" else OWNER
        settings |= {"USER": user, "PASSWORD": "", "HOST": str(embedded.socket_folder()), "PORT": str(PORT)}
    settings["OPTIONS"]["options"] = options
    return settings
