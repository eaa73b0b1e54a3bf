"""Give customers the link to their order, and take the links given so far back."""

from __future__ import annotations

from collections.abc import Sequence

from interlock.core.api import Actor, Outcome, operation
from interlock.core.sql import blocks, rows, run

from . import holding

SQL = blocks(__file__)


@operation(permission="sales.share_orders")
def share_orders(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Note on the orders' timelines that somebody took the link for their customer.

    Codes, first match wins: not_found, done.
    Writes: the timeline only.
    Locks: none.
    """
    return Outcome.of(rows(SQL["judge"], company=company, ids=ids))


@operation(permission="sales.share_orders")
def revoke_links(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Make every link given out for these orders so far void; links taken afterwards work.

    Codes, first match wins: not_found, done.
    Writes: customer links.
    Locks: orders by id.
    """
    holding.lock_orders(company, ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["next_round"], company=company, ids=go) == len(go)
    return outcome
