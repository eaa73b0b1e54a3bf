"""Take back what lines of statements were said to be: open again, what they booked reversed, items open again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from interlock.core.api import Actor, Outcome, Refusal, operation, system_actor
from interlock.core.sql import blocks, column, rows, run

from ..openitems.applying import NewApplication, apply_items, live_applications, undo
from ..openitems.settling import Held, hold_items
from ..operations.post import post_pending
from ..operations.record import EventLines, posting_days, record_events
from .matching import SQL as MATCHING
from .payments import SQL as PAYMENTS

SQL = blocks(__file__)
#: What a line booked, and the event that takes it back.
BACK = {"bank_booked": "bank_unbooked", "payment_made": "payment_unmade"}


@operation(permission="finance.unmatch_bank_lines")
def unmatch_bank_lines(ids: Sequence[int], *, company: int, by: Actor, on: date, reason: str) -> Outcome:  # noqa: ARG001
    """Take back what lines were said to be, and say why (``note_missing`` refuses the call).

    A line is open again. What it booked is reversed on ``on``, in the next open month where that one is closed, and
    what its item was applied against is open again. A payment is at the bank again, unless the bank has said by a
    status that it is paid: then only the tie is gone. A receipt that pays nothing yet and came by this line is gone.
    Codes, first match wins: not_found, already, receipt_tied (the document it pays is undone first), not_posted (its
    booking waits to be posted), too_early (before it was booked or applied), period_closed, done.
    Writes: finance_bankline, finance_paymentrequest.state, finance_paymentrun.state, finance_bankreceipt,
    finance_itemapplication, finance_openitem; the events ``bank_unbooked`` and ``payment_unmade``.
    Locks: (1) the finance periods; (2) payment requests by id, lines by id, items by id.
    """
    if not reason.strip():
        raise Refusal("note_missing")
    posting = posting_days(company, [on])[on]
    tied = [row.id for row in rows(SQL["payments"], company=company, ids=ids)]
    rows(PAYMENTS["lock_payments"], company=company, ids=column(tied))
    rows(MATCHING["lock_lines"], company=company, ids=ids)
    booked = {row.line_id: row for row in rows(SQL["booked"], company=company, ids=ids)}
    held = _hold(company, [row.document_id for row in booked.values()])
    judged = rows(
        SQL["judge"], company=company, ids=ids, posting=posting, booked=column(list(booked)),
        documents=column([row.document_id for row in booked.values()]), posted=[r.posted for r in booked.values()],
    )  # fmt: skip
    outcome = Outcome.of(judged)
    if go := outcome.accepted:
        back = [booked[i] for i in go if i in booked]
        live = live_applications(company, [row.document_id for row in back]) if back else []
        if live:
            undo(company, posting, [row.id for row in live], held)
        for kind, reversing in BACK.items():
            _reverse(company, reversing, [row for row in back if row.kind == kind], on)
        run(
            SQL["payments_back"], company=company, ids=column([r.document_id for r in back if r.kind == "payment_made"])
        )
        receipts = [row.document_id for row in rows(SQL["receipts"], company=company, ids=go)]
        assert run(SQL["open"], company=company, ids=go, reason=reason.strip()[:240]) == len(go)
        run(SQL["drop_receipts"], company=company, ids=column(receipts))
    return outcome


def take_back_bank_lines(
    ids: Sequence[int], *, company: int, by: Actor, on: date, reason: str, key: UUID | None = None
) -> Outcome:
    """Take lines back, post that at once, and close what they had booked against what takes it back."""
    outcome = unmatch_bank_lines(ids, company=company, by=by, on=on, reason=reason, key=key)
    if outcome.counts["done"]:
        post_taken_back(company, on, by.door)
    return outcome


def post_taken_back(company: int, on: date, door: str) -> None:
    """Post what took lines back without waiting for the worker, and close both items of what is nothing by now."""
    post_pending(company, system_actor(door))
    net_unbooked(company, system_actor(door), on)


def net_unbooked(company: int, by: Actor, on: date) -> int:
    """Apply items of bookings against those of what took them back; answers how many pairs were."""
    pairs = rows(SQL["pairs"], company=company)
    if not pairs:
        return 0
    day = max([on, *(row.day for row in pairs)])
    given = {i: NewApplication(row.debit_id, row.credit_id) for i, row in enumerate(pairs, start=1)}
    done = apply_items(list(given), company=company, by=by, on=day, applications=given, key=uuid4())
    return int(done.counts["done"])


def _hold(company: int, documents: Sequence[int]) -> dict[int, Held]:
    """Hold the items that these documents made and those they were applied against, as many as there are by then."""
    held: dict[int, Held] = {}
    while documents:
        items = {row.id for row in rows(SQL["items"], company=company, documents=column(documents))}
        for row in live_applications(company, documents):
            items |= {item for item in (row.debit_item_id, row.credit_item_id) if item}
        if items <= held.keys():
            break
        held = hold_items(company, items)
    return held


def _reverse(company: int, kind: str, back: Sequence[Any], on: date) -> None:
    """Record the events that take bookings back: the same amounts, on the accounts of the lines they reverse."""
    if not back:
        return
    by_document = {row.document_id: row for row in back}
    lines, originals = EventLines(), []
    for row in rows(SQL["original_lines"], company=company, ids=column([row.event_id for row in back])):
        lines.add(row.document_id, row.component, row.line_id, row.amount)
        originals.append(row.id)
    parties = [row.party_id for row in by_document.values()]
    made = record_events(company, kind, list(by_document), [None] * len(parties), parties, on, lines)
    tied = run(SQL["reversals"], company=company, events=column(made), originals=column(originals))
    assert tied == len(originals), "a line each"
    run(SQL["currencies"], company=company, events=column(made))
