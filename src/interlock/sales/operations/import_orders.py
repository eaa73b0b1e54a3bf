"""Take staged orders of a feed in."""

from __future__ import annotations

from collections.abc import Sequence

from interlock.core.api import Actor, Outcome, current, operation
from interlock.core.sql import blocks, rows, run

from . import holding

SQL = blocks(__file__)


@operation(permission="sales.import_orders", documents=False)
def import_orders(ids: Sequence[int], *, company: int, by: Actor, feed: int, file: int) -> Outcome:
    """Take staged orders in; an order that came before is ``already``, or ``changed`` and held for a person.

    ``ids`` are the rows of the feed at which the orders begin. An item the shop's code does not lead to stays empty
    and is held in the review; a row that cannot be read rejects its order.

    Codes, first match wins: not_found, unreadable (``problems``), unknown_shop, changed, already, done.
    Writes: orders with lines (state received), order changes, holds; amounts in the shop's currency, rounded a line.
    Locks: shops by id, changed orders by id, then the number counter.
    """
    scope = {"company": company, "feed": feed}
    run(SQL["lock_shops"], ids=ids, **scope)
    judged = rows(SQL["judge"], ids=ids, **scope)
    outcome = Outcome.of(judged)
    hashes = {row.id: row.content_hash for row in judged}
    if go := outcome.accepted:
        taken = rows(SQL["take_in"], go=go, hashes=[hashes[i] for i in go], file=file, **scope)
        assert len(taken) == len(go), "every accepted order is new"
        outcome.timeline = [(row.id, "received") for row in taken]
    changed = [v.id for v in outcome.verdicts if v.code == "changed"]
    if changed and outcome.acts:
        noted = rows(
            SQL["note_change"],
            changed=changed,
            hashes=[hashes[i] for i in changed],
            file=file,
            run=current().run_id,
            **scope,
        )
        held = holding.hold_orders(company, [holding.Finding(row.order_id, "changed") for row in noted])
        outcome.timeline += [(order, "changed") for order in held]
    return outcome
