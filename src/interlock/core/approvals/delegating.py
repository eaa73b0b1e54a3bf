"""Hand one's approvals over to a deputy for some days, and take them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..actors import Actor
from ..operations import current, operation
from ..outcome import DONE, Outcome
from ..outcome import Verdict as Answer
from ..sql import blocks, column, rows, run

SQL = blocks(__file__)


@dataclass(frozen=True)
class NewDelegation:
    """Who answers in the caller's place, from the first day until before the last one."""

    deputy: int
    valid_from: date
    valid_to: date


@operation(permission="core.delegate_approvals", documents=False)
def delegate_approvals(
    ids: Sequence[int], *, company: int, by: Actor, delegations: Mapping[int, NewDelegation]
) -> Outcome:
    """Hand the caller's own approvals over to others for some days; ``ids`` are the keys of ``delegations``.

    A deputy is a member of the company who may approve. The chain of deputies ends: nobody gets back what they gave.
    Codes, first match wins: not_found, already, bad_period, not_approver, overlapping (another deputy on one of the
    days), cycle, done.
    Writes: approval delegations.
    Locks: the delegations of the company, one call at a time.
    """
    run(SQL["lock_company"], company=company)
    given = {i: delegations[i] for i in ids if i in delegations}
    able = {row.user_id for row in rows(SQL["able"], company=company, ids=[each.deputy for each in given.values()])}
    standing = list(rows(SQL["standing"], company=company))
    verdicts, new = [], {}
    for i in ids:
        code = _judge(by.user_id, given.get(i), able, standing)
        verdicts.append((i, code))
        if code == DONE:
            new[i] = given[i]
            standing.append(_Given(by.user_id or 0, given[i].deputy, given[i].valid_from, given[i].valid_to))
    outcome = Outcome.of(verdicts)
    if go := outcome.accepted:
        made = rows(
            SQL["make"],
            company=company,
            me=by.user_id,
            run=current().run_id,
            deputies=column([new[i].deputy for i in go]),
            firsts=[new[i].valid_from for i in go],
            lasts=[new[i].valid_to for i in go],
        )
        assert len(made) == len(go)
        outcome.answer({i: Answer(i, DONE, {"delegation": row.id}) for i, row in zip(go, made, strict=True)})
        outcome.timeline = [(row.id, DONE) for row in made]
    return outcome


@dataclass(frozen=True)
class _Given:
    user_id: int
    deputy_id: int
    valid_from: date
    valid_to: date


def _judge(me: int | None, given: NewDelegation | None, able: set[int], standing: Sequence[Any]) -> str:
    if given is None or me is None:
        return "not_found"
    days = (given.valid_from, given.valid_to)
    mine = [one for one in standing if one.user_id == me]
    if any((one.deputy_id, one.valid_from, one.valid_to) == (given.deputy, *days) for one in mine):
        return "already"
    if given.valid_from >= given.valid_to:
        return "bad_period"
    if given.deputy not in able or given.deputy == me:
        return "not_approver"
    if any(_meet(one, *days) for one in mine):
        return "overlapping"
    return "cycle" if _leads_to(me, given.deputy, *days, standing) else DONE


def _meet(one: Any, first: date, last: date) -> bool:
    return bool(one.valid_from < last and first < one.valid_to)


def _leads_to(me: int, deputy: int, first: date, last: date, standing: Sequence[Any]) -> bool:
    """Say whether a deputy's approvals come to somebody on one of these days; each step narrows the days."""
    if deputy == me:
        return True
    further = [one for one in standing if one.user_id == deputy and _meet(one, first, last)]
    return any(
        _leads_to(me, one.deputy_id, max(first, one.valid_from), min(last, one.valid_to), standing) for one in further
    )


@operation(permission="core.delegate_approvals", documents=False)
def end_delegations(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Take back what the caller has handed over; another person's delegations do not exist.

    Codes, first match wins: not_found, already, done.
    Writes: approval delegations.
    Locks: the delegations of the company, one call at a time.
    """
    run(SQL["lock_company"], company=company)
    outcome = Outcome.of(rows(SQL["judge_end"], company=company, ids=ids, me=by.user_id))
    if go := outcome.accepted:
        assert run(SQL["end"], company=company, ids=go) == len(go)
    return outcome
