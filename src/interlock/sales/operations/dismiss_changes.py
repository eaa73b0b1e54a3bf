"""Leave aside what a platform sent again of an order that has left."""

from __future__ import annotations

from collections.abc import Sequence

from interlock.core.api import Actor, Outcome, Refusal, operation
from interlock.core.sql import blocks, rows, run

from . import holding

SQL = blocks(__file__)


@operation(permission="sales.change_orders")
def dismiss_changes(ids: Sequence[int], *, company: int, by: Actor, note: str) -> Outcome:
    """Leave aside what the platform sent again of orders (``ids``) that it cannot change any more, and say why.

    An order that has not left is held by such a message: its change is taken over, or it is released. An empty
    ``note`` refuses the call (``note_missing``).

    Codes, first match wins: not_found, held, already, no_change (nothing was sent again), done.
    Writes: order changes, state dismissed, with the note.
    Locks: orders by id.
    """
    note = note.strip()
    if not note:
        raise Refusal("note_missing")
    holding.lock_orders(company, ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["dismiss"], company=company, ids=go, note=note[:240]) >= len(go), "each has an open change"
    return outcome
