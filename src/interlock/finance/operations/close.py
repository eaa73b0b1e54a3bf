"""Close and open a module's month; the close compares both sides of the module and names what differs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from interlock.core.api import Actor, Module, Outcome, lock_period_exclusively, operation
from interlock.core.sql import blocks, rows, run

from ..closing.checklist import steps

SQL = blocks(__file__)
NAMED = 20

#: What a module compares before its month closes: (company, first day, first day after) -> rows that differ.
Comparison = Callable[[int, date, date], Sequence[Any]]
_comparisons: dict[str, Comparison] = {}


def close_check(module: str) -> Callable[[Comparison], Comparison]:
    """Register what a module compares with the ledger; rows of ``document_id`` and figures refuse the close."""

    def register(comparison: Comparison) -> Comparison:
        _comparisons[Module(module).value] = comparison
        return comparison

    return register


@operation(permission="core.close_periods", limit=100, documents=False)
def close_periods(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Close months of modules by themselves: nothing is recorded in them any more. See ``close_months`` for the books.

    Codes, first match wins: not_found, already, whole_month (finance closes with the checklist), difference, done.
    Writes: core_period.state.
    Locks: (1) the periods by (module, month), exclusive; periods by id.
    """
    for period in sorted(rows(SQL["periods"], company=company, ids=ids), key=_lock_order):
        lock_period_exclusively(company, period.module, period.month)
    run(SQL["lock_periods"], company=company, ids=ids)
    judged = [_judge(company, row) for row in rows(SQL["judge_close"], company=company, ids=ids)]
    outcome = Outcome.of(judged)
    if go := outcome.accepted:
        assert run(SQL["change"], company=company, ids=go, state="closed", before="open") == len(go)
    return outcome


@operation(permission="core.close_periods", limit=100, documents=False)
def open_periods(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Open closed months of modules again; what was recorded in them stays as it is.

    Codes, first match wins: not_found, already, month_closed (it left a report: see ``reopen_months``), whole_month
    (finance opens with a reason only), step_closed (the checklist says that this side is closed), done.
    Writes: core_period.state.
    Locks: periods by id.
    """
    run(SQL["lock_periods"], company=company, ids=ids)
    sides = {step.code: step.module for step in steps() if step.module}
    judged = rows(SQL["judge_open"], company=company, ids=ids, steps=list(sides), modules=list(sides.values()))
    outcome = Outcome.of(judged)
    if go := outcome.accepted:
        assert run(SQL["change"], company=company, ids=go, state="open", before="closed") == len(go)
    return outcome


def _lock_order(period: Any) -> tuple[int, date]:
    return Module.values.index(period.module), period.month


def _judge(company: int, period: Any) -> tuple[int, str, dict[str, Any]]:
    """Add the module's own comparison to what the statement judged."""
    if period.code != "done" or period.module not in _comparisons:
        return period.id, period.code, period.detail or {}
    differing = _comparisons[period.module](company, period.month, period.next_month)
    if not differing:
        return period.id, "done", {}
    named = [row._asdict() for row in differing[:NAMED]]
    return period.id, "difference", {"documents": named, "count": len(differing)}
