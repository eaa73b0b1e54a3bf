"""Differences: accepted with a reason, which books them, or handed back to whoever answers for the shop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interlock.core.api import Actor, Module, Outcome, Refusal, current, lock_periods, operation
from interlock.core.sql import blocks, rows, run
from interlock.finance.api import EventLines, record_events

SQL = blocks(__file__)


@operation(permission="sales.accept_differences")
def accept_differences(ids: Sequence[int], *, company: int, by: Actor, on: date, note: str) -> Outcome:
    """Accept what platforms paid too little or too much, so that nothing stays open; ``note`` says why.

    Codes, first match wins: not_found, already, not_acceptable (an unknown order, or one settled before: what was paid
    is the platform's until it is known what for), not_posted, over_limit (of the shop's mapping), period_closed
    (sales, month of ``on``), done.
    Writes: difference.state; the event ``difference_accepted`` with the component shortfall or excess.
    Locks: period, differences by id.
    """
    if not note.strip():
        raise Refusal("note_missing")
    lock_periods(company, Module.SALES, [on])
    lock_periods(company, Module.FINANCE, [on])
    run(SQL["lock"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, on=on))
    if go := outcome.accepted:
        found = rows(SQL["accept"], company=company, ids=go, note=note.strip()[:240], run=current().run_id)
        assert len(found) == len(go), "locked differences cannot have moved"
        record_events(
            company,
            "difference_accepted",
            [row.id for row in found],
            [row.unit_id for row in found],
            [row.customer_id for row in found],
            on,
            EventLines(
                documents=[row.id for row in found],
                components=["shortfall" if row.amount < 0 else "excess" for row in found],
                line_ids=[row.line_id for row in found],
                items=[None] * len(found),
                quantities=[None] * len(found),
                amounts=[abs(row.amount) for row in found],
            ),
        )
    return outcome


@operation(permission="sales.hand_back_differences")
def hand_back_differences(ids: Sequence[int], *, company: int, by: Actor, note: str) -> Outcome:
    """Hand differences back to the owner of their shop, to clear up with the platform; ``note`` says what is asked.

    Codes, first match wins: not_found, accepted, no_owner (nobody answers for the shop), already, done.
    Writes: difference.state and .note.
    Locks: differences by id.
    """
    if not note.strip():
        raise Refusal("note_missing")
    run(SQL["lock"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_handing_back"], company=company, ids=ids, note=note.strip()[:240]))
    if go := outcome.accepted:
        handed = run(SQL["hand_back"], company=company, ids=go, note=note.strip()[:240])
        assert handed == len(go), "locked differences cannot have moved"
    return outcome
