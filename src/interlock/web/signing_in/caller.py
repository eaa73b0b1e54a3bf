"""Who knocks: the door, the address and the program of a request."""

from __future__ import annotations

from django.http import HttpRequest

from interlock.core.api import Caller

from .address import address_of


def caller_of(request: HttpRequest | None) -> Caller:
    """Answer where a request comes from; without one it is the command line."""
    if request is None:
        return Caller("cli", "", "")
    door = "http" if request.path.startswith("/api/") else "web"
    return Caller(door, address_of(request), request.headers.get("User-Agent", ""))
