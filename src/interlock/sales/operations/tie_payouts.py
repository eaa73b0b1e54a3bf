"""Tie payouts: what a statement promised has come in at the bank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from interlock.core.api import Actor, Answer, Module, Outcome, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run
from interlock.finance.api import EventLines, open_receipts, record_events, tie_receipts

SQL = blocks(__file__)


@operation(permission="sales.tie_payouts")
def tie_payouts(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Tie the payouts of posted statements to the bank receipts that carry the platform's number and the same amount.

    One receipt pays one statement, in the order given, the oldest receipt first.

    Codes, first match wins: not_found, already, not_posted, nothing_due (the platform keeps more than it pays),
    period_closed (sales, month of ``on``), no_receipt, amount_differs (``received``: what came in), done.
    Writes: statement.state and .receipt; the bank receipt through finance; the event ``payout_received`` with the
    component payout.
    Locks: period, statements by id, bank receipts by id.
    """
    lock_periods(company, Module.SALES, [on])
    lock_periods(company, Module.FINANCE, [on])
    run(SQL["lock"], company=company, ids=ids)
    judged = rows(SQL["judge"], company=company, ids=ids, on=on)
    outcome = Outcome.of(judged)
    due = [row for row in judged if row.code == "done"]
    receipts = open_receipts(company, sorted({row.platform_number for row in due}))
    paid, missed = _pair(due, receipts)
    outcome.answer(missed)
    if go := outcome.accepted:
        tied = [paid[i] for i in go]
        tie_receipts(company, [receipt.id for receipt in tied], go)
        _record(company, on, [row for row in due if row.id in paid])
        given = {"company": company, "ids": go, "receipts": column([receipt.id for receipt in tied]), "on": on}
        assert run(SQL["advance"], **given) == len(go), "locked statements cannot have moved"
    return outcome


def _pair(due: Sequence[Any], receipts: Sequence[Any]) -> tuple[dict[int, Any], dict[int, Answer]]:
    """Give each statement the oldest receipt of its number and amount; say of the others what came in instead."""
    free: dict[tuple[str, Any], list[Any]] = defaultdict(list)
    seen: dict[str, list[str]] = defaultdict(list)
    for receipt in receipts:
        free[receipt.reference, receipt.amount].append(receipt)
        seen[receipt.reference].append(str(receipt.amount))
    paid: dict[int, Any] = {}
    missed: dict[int, Answer] = {}
    for row in due:
        if waiting := free[row.platform_number, row.payout_amount]:
            paid[row.id] = waiting.pop(0)
        elif received := seen[row.platform_number]:
            missed[row.id] = Answer(
                row.id, "amount_differs", {"received": ", ".join(received), "payout": str(row.payout_amount)}
            )
        else:
            missed[row.id] = Answer(row.id, "no_receipt", {"reference": row.platform_number})
    return paid, missed


def _record(company: int, on: date, paid: Sequence[Any]) -> None:
    record_events(
        company,
        "payout_received",
        [row.id for row in paid],
        [row.unit_id for row in paid],
        [row.customer_id for row in paid],
        on,
        EventLines(
            documents=[row.id for row in paid],
            components=["payout"] * len(paid),
            line_ids=[row.first_line for row in paid],
            items=[None] * len(paid),
            quantities=[None] * len(paid),
            amounts=[row.payout_amount for row in paid],
        ),
    )
