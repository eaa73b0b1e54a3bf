"""Let held orders go on, on a person's word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interlock.core.api import Actor, Answer, Outcome, Refusal, current, needs_approval, operation
from interlock.core.sql import blocks, rows, run

from . import crediting, holding, promoting

SQL = blocks(__file__)
#: The kind of approval that a price below the floor may need.
PRICE_RELEASE = "price_release"


@operation(permission="sales.release_orders")
def release_orders(ids: Sequence[int], *, company: int, by: Actor, note: str) -> Outcome:
    """Release held orders with a reason: they go on from where they stood, and the reason stays with the hold.

    An item nobody knows and stock that is not there cannot be released; they are mended. A platform's change is
    dismissed by it. An order that the review held takes what promotions give it now, from its coupon even more than
    that has: a person's word is a fact. Where a route asks for the approval of a price below the floor, only that
    approval releases. An order on account must fit its customer's credit by now; else it is held ``over_credit``, which
    only a credit approver releases.

    Codes, first match wins: not_found, cancelled, already, not_held, unknown_item, no_stock, not_releasable
    (``reasons``), approval_needed, over_credit (``wanted``, ``left``), no_credit_rate, done.
    Writes: holds, order changes, order.state; of orders that the review held, gifts as lines, promotion uses, coupon
    entries and balances; what orders on account draw from credit.
    Locks: orders by id, then coupon balances by coupon, then credit groups by id.
    """
    note = note.strip()
    if not note:
        raise Refusal("note_missing")
    holding.lock_orders(company, ids)
    judged = rows(SQL["judge"], company=company, ids=ids)
    outcome = Outcome.of(judged)
    cheap = [row.id for row in judged if row.code == "done" and row.cheap]
    outcome.answer({i: Answer(i, "approval_needed") for i in needs_approval(company, PRICE_RELEASE, cheap)})
    resumes = {row.id: row.resume_state for row in judged}
    new = [v.id for v in outcome.verdicts if v.code == "done" and resumes[v.id] == "received"]
    picture = promoting.look(company, new, lock=True)
    accounts = crediting.look(company, new)
    short = crediting.judge(accounts)
    outcome.answer({one.order: Answer(one.order, one.reason, one.detail) for one in short})
    if outcome.acts:
        holding.hold_orders(company, short)
    if go := outcome.accepted:
        let_go(company, dict.fromkeys(go, note[:240]), resumes, picture, accounts)
    return outcome


def let_go(
    company: int, notes: Mapping[int, str], resumes: Mapping[int, str | None], picture: promoting.Picture,
    accounts: crediting.Accounts,
) -> None:  # fmt: skip
    """Release locked orders that may be released, each with its note; ``resumes`` says where they stood.

    Writes and locks what ``release_orders`` does.
    """
    if not notes:
        return
    ids = list(notes)
    end_holds(company, notes)
    run(SQL["dismiss_changes"], company=company, ids=ids)
    assert run(SQL["advance"], company=company, ids=ids) == len(ids), "locked orders cannot have moved"
    new = [order for order in ids if resumes[order] == "received"]
    promoting.accept(company, picture, new, over=True)
    crediting.enter(company, accounts, set(new))


def end_holds(company: int, notes: Mapping[int, str], reasons: Sequence[str] | None = None) -> None:
    """End the open holds of orders on somebody's word, all or those for these reasons, each with its note."""
    given = {"notes": list(notes.values()), "reasons": None if reasons is None else list(reasons)}
    run(SQL["end_holds"], company=company, ids=list(notes), run=current().run_id, **given)
