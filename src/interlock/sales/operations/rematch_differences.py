"""Match lines that differ again: when the order nobody knew has come, or when we have refunded what was kept back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from interlock.core.api import Actor, Answer, Module, Outcome, current, lock_periods, operation
from interlock.core.sql import blocks, rows, run
from interlock.finance.api import EventLines, record_events

SQL = blocks(__file__)
#: What was paid for none of our orders that a platform settles: it stays owed to the platform.
STRAY = ("unknown_order", "already_settled", "customer_order")


@operation(permission="sales.import_statements")
def rematch_differences(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Judge lines that differ again: against orders that have come since, and what we have refunded or cancelled since.

    A line that agrees waits for nobody any longer; one of an order that has come and that pays too little or too much
    waits as that, one whose order another line has settled as settled before. What a posted statement owed to the
    platform clears the order. A line of a known order moves no money again, and is judged anew only where its
    difference gets less.

    Codes, first match wins: not_found, already (waits no longer, or nothing since says otherwise), unknown_order (it
    still is), period_closed (where money moves: sales, month of ``on``), done.
    Writes: the statement lines' order, result and difference, the statements' counts; differences, state matched or
    their new result; the event ``order_found`` (receivable, refund) of orders that have come, of posted statements.
    Locks: period, shops by id, then statements by id, differences by id.
    """
    lock_periods(company, Module.SALES, [on])
    lock_periods(company, Module.FINANCE, [on])
    for lock in ("lock_shops", "lock_statements", "lock"):
        rows(SQL[lock], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, on=on))
    may = [verdict.id for verdict in outcome.verdicts if verdict.code == "done"]
    found = {row.id: row for row in judged_again(company, may)}
    outcome.answer({one: Answer(one, "already") for one in may if one not in found})
    if go := outcome.accepted:
        written = run(
            SQL["write"],
            company=company,
            go=go,
            lines=[found[one].line_id for one in go],
            orders=[found[one].order_id for one in go],
            results=[found[one].result for one in go],
            amounts=[found[one].amount for one in go],
            run=current().run_id,
        )
        assert written == len(go), "locked differences cannot have moved"
        run(SQL["count"], company=company, ids=go)
        _record(company, on, [row for row in found.values() if row.is_new and row.result not in STRAY])
    return outcome


def judged_again(company: int, ids: Sequence[int]) -> list[Any]:
    """Answer what these differences' lines would be now, those left out that would stay as they are.

    A difference that would get larger, or change sides, is left alone: what we refunded and the platform has not yet
    given back is no reason to ask for more. The others of its order are judged without it.
    """
    found: list[Any] = []
    left = list(ids)
    while left:
        found = rows(SQL["lines"], company=company, ids=left)
        grown = {row.id for row in found if not row.is_new and not _less(row)}
        if not grown:
            break
        left = [one for one in left if one not in grown]
        found = []
    return [row for row in found if (row.result, row.amount) != (row.was, row.was_amount)]


def _less(row: Any) -> bool:
    return min(row.was_amount, 0) <= row.amount <= max(row.was_amount, 0)


def _record(company: int, on: date, known: Sequence[Any]) -> None:
    """Clear the orders that were found of what posted statements owed to the platform."""
    booked = {row.id: row for row in rows(SQL["posted"], company=company, ids=[row.id for row in known])}
    events = EventLines()
    heads = []
    for row in known:
        if row.id in booked and (row.gross_amount or row.refund_amount):
            heads.append(booked[row.id])
            events.add(row.id, "receivable", row.line_id, row.gross_amount)
            events.add(row.id, "refund", row.line_id, row.refund_amount)
    units, parties = [row.unit_id for row in heads], [row.customer_id for row in heads]
    record_events(company, "order_found", [row.id for row in heads], units, parties, on, events)
