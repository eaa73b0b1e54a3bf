"""Post statements: what the platform collected clears the receivable, what it kept is expense, the rest is to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interlock.core.api import Actor, Module, Outcome, lock_periods, operation
from interlock.core.sql import blocks, rows, run
from interlock.finance.api import EventLines, record_events

SQL = blocks(__file__)


@operation(permission="sales.post_statements")
def post_statements(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Post matched statements: one event each, whose lines are sums; the statement's lines are the detail.

    An order that was paid too little or too much is cleared by what was paid; the rest stays open until accepted.
    What was paid for no order we know, for one settled before or for one of a named customer is owed to the platform
    (``unmatched``).

    Codes, first match wins: not_found, already, not_matched, period_closed (sales, month of ``on``), done.
    Writes: statement.state; the event ``orders_settled`` with the components receivable, refund, unmatched and one for
    each kind of fee, in the company's currency.
    Locks: period, statements by id.
    """
    lock_periods(company, Module.SALES, [on])
    lock_periods(company, Module.FINANCE, [on])
    run(SQL["lock"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, on=on))
    if go := outcome.accepted:
        found = rows(SQL["amounts"], company=company, ids=go)
        headers = {row.id: (row.unit_id, row.customer_id) for row in found}
        record_events(
            company,
            "orders_settled",
            list(headers),
            [unit for unit, _party in headers.values()],
            [party for _unit, party in headers.values()],
            on,
            EventLines(
                documents=[row.id for row in found],
                components=[row.component for row in found],
                line_ids=[row.line_id for row in found],
                items=[None] * len(found),
                quantities=[None] * len(found),
                amounts=[row.amount for row in found],
            ),
        )
        assert run(SQL["advance"], company=company, ids=go, on=on) == len(go), "locked statements cannot have moved"
    return outcome
