"""Refund returns, and cancel those whose goods never came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from interlock.core.api import Actor, Module, Outcome, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run

from . import crediting, promoting, returning

SQL = blocks(__file__)


@operation(permission="sales.refund_returns")
def refund_returns(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Say that the platform paid the buyers back, and deducts it from what it owes us.

    A refund without return takes effect now: what was revenue is reversed without its cost, of what was not less will
    become revenue. Only what revenue was reversed for is owed, and so paid, in the books: the platform never owed us
    the rest.

    Codes, first match wins: not_found, already, cancelled, not_inspected, period_closed (sales, month of ``on``),
    done.
    Writes: sales_return.state; of a refund without return its lines, and the event ``revenue_reversed`` (net, vat,
    owed); the event ``refund_paid`` (refund); of orders that are back whole, what promotions and coupons gave them.
    Locks: period, orders, deliveries and returns by id, then coupon balances by coupon, then credit groups by id.
    """
    lock_periods(company, Module.SALES, [on])
    lock_periods(company, Module.FINANCE, [on])
    returning.lock_returns(company, ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, on=on))
    if go := outcome.accepted:
        lines = returning.lines_of(company, go)
        kept = [line for line in lines if line.kind == "refund_only"]
        if kept:
            changed = run(SQL["lines"], company=company, lines=column([line.line_id for line in kept]),
                          reverses=[line.recognised for line in kept])  # fmt: skip
            assert changed == len(kept), "every line takes effect"
            was_revenue = [line for line in kept if line.recognised]
            returning.reverse_revenue(company, was_revenue, [Decimal()] * len(was_revenue), on)
        owed = [line for line in lines if line.reverses or (line.kind == "refund_only" and line.recognised)]
        returning.record(company, "refund_paid", [(line, "refund", line.amount) for line in owed], on)
        assert run(SQL["refund"], company=company, ids=go, on=on) == len(go), "locked returns cannot have moved"
        orders = rows(SQL["orders"], company=company, ids=go)
        outcome.timeline = [(row.order_id, "done") for row in orders]
        promoting.give_back_returned(company, go)
        crediting.follow(company, [row.order_id for row in orders if row.credited], on)
    return outcome


@operation(permission="sales.announce_returns")
def cancel_returns(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Cancel returns that were announced only; their pieces can be returned again.

    Codes, first match wins: not_found, already, goods_are_back (or the money is paid), done.
    Writes: sales_return.state.
    Locks: orders, deliveries and returns by id.
    """
    returning.lock_returns(company, ids)
    outcome = Outcome.of(rows(SQL["judge_cancel"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["cancel"], company=company, ids=go) == len(go), "locked returns cannot have moved"
    return outcome
