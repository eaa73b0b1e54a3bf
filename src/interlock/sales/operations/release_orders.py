"""Let held orders go on, on a person's word."""

from __future__ import annotations

from collections.abc import Sequence

from interlock.core.api import Actor, Outcome, Refusal, current, operation
from interlock.core.sql import blocks, rows, run

from . import holding, promoting

SQL = blocks(__file__)


@operation(permission="sales.release_orders")
def release_orders(ids: Sequence[int], *, company: int, by: Actor, note: str) -> Outcome:
    """Release held orders with a reason: they go on from where they stood, and the reason stays with the hold.

    An item nobody knows and stock that is not there cannot be released; they are mended. A platform's change is
    dismissed by it. An order that the review held takes what promotions give it now, from its coupon even more than
    that has: a person's word is a fact.

    Codes, first match wins: not_found, cancelled, already, not_held, unknown_item, no_stock, not_releasable
    (``reasons``), done.
    Writes: holds, order changes, order.state; of orders that the review held, gifts as lines, promotion uses, coupon
    entries and balances.
    Locks: orders by id, then coupon balances by coupon.
    """
    note = note.strip()
    if not note:
        raise Refusal("note_missing")
    holding.lock_orders(company, ids)
    judged = rows(SQL["judge"], company=company, ids=ids)
    outcome = Outcome.of(judged)
    if go := outcome.accepted:
        run(SQL["end_holds"], company=company, ids=go, run=current().run_id, note=note[:240])
        run(SQL["dismiss_changes"], company=company, ids=go)
        assert run(SQL["advance"], company=company, ids=go) == len(go), "locked orders cannot have moved"
        new = [row.id for row in judged if row.code == "done" and row.resume_state == "received"]
        promoting.accept(company, promoting.look(company, new, lock=True), new, over=True)
    return outcome
