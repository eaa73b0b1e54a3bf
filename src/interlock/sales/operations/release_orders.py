"""Let held orders go on, on a person's word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interlock.core.api import Actor, Answer, Outcome, Refusal, current, needs_approval, operation
from interlock.core.sql import blocks, rows, run

from . import holding, promoting

SQL = blocks(__file__)
#: The kind of approval that a price below the floor may need.
PRICE_RELEASE = "price_release"


@operation(permission="sales.release_orders")
def release_orders(ids: Sequence[int], *, company: int, by: Actor, note: str) -> Outcome:
    """Release held orders with a reason: they go on from where they stood, and the reason stays with the hold.

    An item nobody knows and stock that is not there cannot be released; they are mended. A platform's change is
    dismissed by it. An order that the review held takes what promotions give it now, from its coupon even more than
    that has: a person's word is a fact. Where a route asks for the approval of a price below the floor, only that
    approval releases.

    Codes, first match wins: not_found, cancelled, already, not_held, unknown_item, no_stock, not_releasable
    (``reasons``), approval_needed, done.
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
    cheap = [row.id for row in judged if row.code == "done" and row.cheap]
    outcome.answer({i: Answer(i, "approval_needed") for i in needs_approval(company, PRICE_RELEASE, cheap)})
    if go := outcome.accepted:
        let_go(company, dict.fromkeys(go, note[:240]), {row.id: row.resume_state for row in judged})
    return outcome


def let_go(company: int, notes: Mapping[int, str], resumes: Mapping[int, str | None]) -> None:
    """Release locked orders that may be released, each with its note; ``resumes`` says where they stood.

    Writes and locks what ``release_orders`` does.
    """
    ids = list(notes)
    run(SQL["end_holds"], company=company, ids=ids, run=current().run_id, notes=list(notes.values()))
    run(SQL["dismiss_changes"], company=company, ids=ids)
    assert run(SQL["advance"], company=company, ids=ids) == len(ids), "locked orders cannot have moved"
    new = [order for order in ids if resumes[order] == "received"]
    promoting.accept(company, promoting.look(company, new, lock=True), new, over=True)
