"""Reads of the shell: companies, what waits, which document a number or a line is."""

from __future__ import annotations

from django.core.cache import cache

from interlock.core.sql import blocks, value

SQL = blocks(
    __file__,
    planned_once=(
        "companies",
        "waiting",
        "to_ship",
        "held_by_reason",
        "document",
        "line",
        "timeline",
    ),
)
BOUND = 1000
KEPT = 15  # seconds


def to_ship(company: int) -> int:
    """Answer how many deliveries wait to be picked, at most some seconds old."""
    return int(cache.get_or_set(_key(company), lambda: value(SQL["to_ship"], company=company, bound=BOUND), KEPT) or 0)


def forget(company: int) -> None:
    """Count again at the next page: someone has just changed what waits."""
    cache.delete(_key(company))


def _key(company: int) -> str:
    return f"to-ship-{company}"
