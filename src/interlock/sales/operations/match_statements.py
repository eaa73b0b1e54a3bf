"""Match statements: each line against the one order it names, each order settled once."""

from __future__ import annotations

from collections.abc import Sequence

from interlock.core.api import Actor, Outcome, operation
from interlock.core.sql import blocks, rows, run, value

SQL = blocks(__file__)


@operation(permission="sales.import_statements")
def match_statements(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Match the rows of imported statements against the orders of their shops, each with one result.

    Codes, first match wins: not_found, already, not_read (its rows are no longer there: import the file again), done.
    Writes: statement lines and, for those that do not agree, differences; the statement's totals and state.
    Locks: shops by id, then statements by id.
    """
    run(SQL["lock_shops"], company=company, ids=ids)
    run(SQL["lock"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids))
    if go := outcome.accepted:
        after = value(SQL["mark"])
        several = rows(SQL["several"], company=company, ids=go)
        matched = run(
            SQL["match"],
            company=company,
            ids=go,
            statements=[row.statement_id for row in several],
            ordinals=[row.ordinal for row in several],
            are_refunds=[row.is_refund for row in several],
            copies=[row.copy for row in several],
            given_back=[row.given_back for row in several],
            given_upto=[row.given_upto for row in several],
        )
        run(SQL["raise"], company=company, ids=go, after=after)
        assert run(SQL["total"], company=company, ids=go, after=after) == len(go), "locked statements cannot have moved"
        assert run(SQL["clear"], company=company, ids=go) == matched, "every row is a line"
    return outcome
