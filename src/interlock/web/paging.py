"""Paging by key: a page knows the key it began after and the trail that leads back."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpRequest

SIZE = 50
AMOUNT = re.compile(r"\d{1,18}(\.\d{1,6})?", re.ASCII)
TRAIL = 40


@dataclass
class Page:
    """The rows of one page, and the links to the older and the newer one."""

    rows: list[Any]
    older: str
    newer: str


def number(text: str | None) -> int | None:
    """Answer a parameter as a key, None when it is not one."""
    return int(text) if text and text.isdecimal() and len(text) < 19 else None


def day(text: str | None) -> date | None:
    with contextlib.suppress(ValueError):
        return date.fromisoformat(text) if text else None
    return None


def month(text: str | None) -> date | None:
    """Answer the first day of a month given as 2026-11."""
    with contextlib.suppress(ValueError):
        return date.fromisoformat(f"{text}-01") if text else None
    return None


def amount_and_number(text: str | None) -> tuple[Decimal, int] | None:
    """Answer a key of lists that begin with the largest amount: 12.50:77."""
    amount, _, last = (text or "").partition(":")
    key = number(last)
    if key is None or not AMOUNT.fullmatch(amount):
        return None
    return Decimal(amount), key


def before(request: HttpRequest) -> int | None:
    return number(request.GET.get("before"))


def page_of(request: HttpRequest, found: list[Any], size: int = SIZE, key: str = "id") -> Page:
    """Cut a page out of ``size + 1`` rows; the trail in the address remembers where newer pages began."""
    trail = [part for part in request.GET.get("trail", "").split(",") if part][-TRAIL:]
    here = request.GET.get("before", "")
    older = newer = ""
    if len(found) > size:
        older = _link(request, getattr(found[size - 1], key), [*trail, here or "0"])
    if here:
        last = trail[-1] if trail else "0"
        newer = _link(request, None if last == "0" else last, trail[:-1])
    return Page(found[:size], older, newer)


def _link(request: HttpRequest, key: Any, trail: list[str]) -> str:
    query = request.GET.copy()
    for name in ("before", "trail"):
        query.pop(name, None)
    if key is not None:
        query["before"] = str(key)
    if trail:
        query["trail"] = ",".join(trail)
    return f"?{query.urlencode()}"
