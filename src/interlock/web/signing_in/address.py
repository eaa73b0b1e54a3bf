"""Where a request comes from; a proxy is believed only when it is configured."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """Answer the caller's address: the last one in the chain that is no proxy of ours."""
    here = str(request.META.get("REMOTE_ADDR", ""))
    told = [one.strip() for one in request.headers.get("X-Forwarded-For", "").split(",") if one.strip()]
    while told and _trusted(here):
        before = told.pop()
        if _read(before) is None:
            break
        here = before
    return here if _read(here) is not None else ""


def _read(text: str) -> object:
    try:
        return ip_address(text)
    except ValueError:
        return None


def _trusted(text: str) -> bool:
    if not settings.TRUSTED_PROXIES or _read(text) is None:
        return False
    return any(ip_address(text) in ip_network(one, strict=False) for one in settings.TRUSTED_PROXIES)
