"""Match what was paid for orders nobody knew again, when the orders have come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interlock.core.api import Actor, Module, Outcome, current, lock_periods, operation
from interlock.core.sql import blocks, rows, run
from interlock.finance.api import EventLines, record_events

SQL = blocks(__file__)


@operation(permission="sales.import_statements")
def rematch_differences(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Match lines of unknown orders again against the orders that have come since.

    A line that agrees waits for nobody any longer; one that pays too little or too much waits as that; one whose order
    another line has settled waits as settled before. What a posted statement owed to the platform clears the order.

    Codes, first match wins: not_found, already (not of an unknown order, or no longer), unknown_order (it still is),
    period_closed (of a posted statement: sales, month of ``on``), done.
    Writes: the statement lines' order, result and difference, the statements' counts; differences, state matched or
    their new result; the event ``order_found`` (receivable, refund) of those whose statement is posted.
    Locks: period, shops by id, then statements by id, differences by id.
    """
    lock_periods(company, Module.SALES, [on])
    lock_periods(company, Module.FINANCE, [on])
    for lock in ("lock_shops", "lock_statements", "lock"):
        rows(SQL[lock], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, on=on))
    if go := outcome.accepted:
        found = rows(SQL["rematch"], company=company, ids=go, run=current().run_id)
        assert len(found) == len(go), "locked differences cannot have moved"
        run(SQL["count"], company=company, ids=go)
        booked = [row for row in found if row.is_posted and row.result != "already_settled"]
        events = EventLines()
        for row in booked:
            events.add(row.id, "receivable", row.line_id, row.gross_amount)
            events.add(row.id, "refund", row.line_id, row.refund_amount)
        heads = [row for row in booked if row.gross_amount or row.refund_amount]
        units, parties = [row.unit_id for row in heads], [row.customer_id for row in heads]
        record_events(company, "order_found", [row.id for row in heads], units, parties, on, events)
    return outcome
