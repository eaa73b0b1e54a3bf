"""Ship deliveries: reserved stock becomes issued stock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interlock.core.api import Actor, Module, Outcome, lock_periods, operation
from interlock.core.sql import blocks, rows, run
from interlock.stock import api as stock

from . import crediting, leaving

SQL = blocks(__file__)


@operation(permission="sales.ship_deliveries")
def ship_deliveries(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Ship released deliveries: their reserved stock is issued at moving average, and the books hear of it.

    Codes, first match wins: not_found, cancelled, already, period_closed (stock, month of ``on``), order_held,
    not_reserved, serials_missing (``serials_missing``: pieces without a serial number), credit_stopped (its customer's
    group is ``overdrawn``, or ``overdue`` beyond its policy), done.
    Writes: delivery.state, order.state; stock entries, balances, value, serial numbers and the event
    ``goods_shipped`` (component cost, amount in the company's currency) through stock; what orders on account draw.
    Locks: period, orders and deliveries by id; then serials, reservations, balances and pools through stock; then
    credit groups by id.
    """
    lock_periods(company, Module.STOCK, [on])
    lock_periods(company, Module.FINANCE, [on])
    leaving.lock_deliveries(company, ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, on=on))
    ready = tuple([verdict.id for verdict in outcome.verdicts if verdict.code == "done"])
    credited = crediting.deliveries_on_account(company, ready)
    outcome.answer(crediting.stops(company, credited, on))
    if go := outcome.accepted:
        leaving_lines = rows(SQL["lines"], company=company, ids=go)[0]
        stock.issue_reserved(company, "goods_shipped", on, **leaving_lines._asdict())
        assert run(SQL["advance"], company=company, ids=go, on=on) == len(go), "locked deliveries cannot have moved"
        leaving.advance_orders(company, go, "shipped")
        crediting.follow_deliveries(company, credited, go, on)
    return outcome
