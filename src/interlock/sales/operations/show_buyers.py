"""Look at buyers' personal data, on purpose."""

from __future__ import annotations

from collections.abc import Sequence

from interlock.core.api import Actor, Outcome, operation
from interlock.core.sql import blocks, rows

SQL = blocks(__file__)


@operation(permission="sales.show_buyer")
def show_buyers(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Note on the orders' timelines that somebody looked at their buyers' personal data.

    Codes, first match wins: not_found, done.
    Writes: the timeline only.
    Locks: none.
    """
    return Outcome.of(rows(SQL["judge"], company=company, ids=ids))
