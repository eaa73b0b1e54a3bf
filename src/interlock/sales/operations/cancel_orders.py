"""Cancel orders before they are shipped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interlock.core.api import Actor, Outcome, Refusal, current, operation
from interlock.core.sql import blocks, rows, run

from ..models import CancelReason
from . import crediting, holding, promoting, taking_back

SQL = blocks(__file__)


@operation(permission="sales.cancel_orders")
def cancel_orders(ids: Sequence[int], *, company: int, by: Actor, reason: str, on: date, note: str = "") -> Outcome:
    """Cancel orders: what was promised is free again, what was picked goes back, deliveries do not leave.

    Of an order that has been shipped in part, what has not left is cancelled (``partly``): its lines keep what was
    shipped, its versions what was ordered. ``reason`` is one of the reasons of cancelling.

    Codes, first match wins: not_found, already, shipped (nothing is left to cancel), done.
    Writes: order.state, lines and amounts of an order shipped in part; cancellations; versions; deliveries and their
    lines, state cancelled where none is left; holds, order changes and change documents ended, with what was
    asked of approvers; reservations, entries, balances and serial numbers through stock; what promotions and coupons
    gave for what is not sent; where nothing is sent instead of returned goods any longer, what they gave the order the
    goods came back from; what orders on account draw from credit.
    Locks: orders by id, with those whose returned goods they replace, then deliveries by id; serial numbers,
    reservations and balances through stock; then coupon balances; then credit groups by id.
    """
    if reason not in CancelReason.values:
        raise Refusal("unknown_cancel_reason", reason=reason)
    exchanges = rows(SQL["exchanges"], company=company, ids=list(ids))
    taking_back.lock_with_deliveries(company, sorted({*ids, *(row.order_id for row in exchanges)}))
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids))
    if go := outcome.accepted:
        scope = {"company": company, "ids": go}
        taking_back.keep_orders(company, go)
        outcome.timeline = taking_back.take_back(company, go)
        taking_back.free(company, go, on)
        noted = run(SQL["note"], reason=reason, note=note.strip()[:240], on=on, run=current().run_id, **scope)
        assert noted == len(go), "an order judged is missing"
        part = [verdict.id for verdict in outcome.verdicts if verdict.code == "done" and verdict.detail]
        if part:
            run(SQL["shorten"], company=company, ids=part)
            taking_back.add_up(company, part)
        assert run(SQL["advance"], **scope) == len(go), "locked orders cannot have moved"
        holding.clear_holds(company, go)
        outcome.timeline += [(row.id, "outdated") for row in rows(SQL["settle_changes"], **scope)]
        promoting.give_back(company, [order for order in go if order not in part])
        promoting.follow_lines(company, part)
        if returns := sorted({row.id for row in exchanges if row.replacement_id in set(go)}):
            promoting.give_back_returned(company, returns)
        crediting.follow(company, go, on)
    return outcome
