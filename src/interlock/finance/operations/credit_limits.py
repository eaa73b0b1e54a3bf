"""How much a credit group may owe: a limit is a row, in force from its day on when nobody need approve it or has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import Actor, Answer, Outcome, current, declare_approvals, needs_approval, operation
from interlock.core.sql import blocks, column, rows, run

from ..credit import ledger
from ..models import CreditEntry, Share

SQL = blocks(__file__)
#: The kind of approval that a new limit may need.
CREDIT_LIMIT = "credit_limit"
ONE, MOST = Decimal(1), Decimal(10**15)


@dataclass(frozen=True)
class NewLimit:
    """A limit to be: how much, of which share, from which day on, until when and why."""

    amount: Decimal
    valid_from: date
    reason: str
    share: str = Share.TRADE.value
    valid_to: date | None = None


@operation(permission="finance.set_credit_limits")
def set_credit_limits(
    ids: Sequence[int], *, company: int, by: Actor, limits: Mapping[int, NewLimit], on: date
) -> Outcome:
    """Set new limits of credit groups that this company keeps; ``ids`` are groups, ``limits`` says each one's.

    Where a route of core fits (kind ``credit_limit``: the new amount; ``raise`` or ``cut`` as its reason), the row
    waits for its approval (``waits`` in the detail). A limit below what is owed is a fact: the rest is overdrawn.

    Codes, first match wins: not_found, closed, bad_amount, bad_period, no_reason, already (this is the limit), done.
    Writes: credit limits; in force today, entries of kind limit and the balances.
    Locks: credit groups by id.
    """
    ledger.lock_credit(ids)
    found = {row.id: row for row in rows(SQL["groups"], company=company, ids=ids, on=on)}
    outcome = Outcome.of([(i, _judge(found.get(i), limits.get(i))) for i in ids])
    if go := outcome.accepted:
        made = _write(company, by, [(found[i], limits[i]) for i in go])
        waiting = needs_approval(company, CREDIT_LIMIT, list(made.values()))
        enforce(company, [row for row in made.values() if row not in waiting], on)
        told = {i: {"limit": made[i]} | ({"waits": True} if made[i] in waiting else {}) for i in go}
        outcome.answer({i: Answer(i, "done", told[i]) for i in go})
        outcome.timeline = [(row, "asked" if row in waiting else "done") for row in made.values()]
    return outcome


def _judge(group: Any, limit: NewLimit | None) -> str:
    if group is None or limit is None:
        return "not_found"
    if group.state != "active":
        return "closed"
    if not (limit.amount.is_finite() and 0 <= limit.amount < MOST and limit.amount == round(limit.amount, 2)):
        return "bad_amount"
    if limit.share not in Share.values or (limit.valid_to is not None and limit.valid_to <= limit.valid_from):
        return "bad_period"
    if not limit.reason.strip():
        return "no_reason"
    standing = group.limits.get(limit.share)
    if standing == [str(limit.amount.quantize(ledger.CENT)), limit.valid_from.isoformat(), str(limit.valid_to or "")]:
        return "already"
    return "done"


def _write(company: int, by: Actor, new: Sequence[tuple[Any, NewLimit]]) -> dict[int, int]:
    made = rows(
        SQL["write"],
        company=company,
        run=current().run_id,
        me=by.user_id,
        groups=column(group.id for group, _limit in new),
        shares=[limit.share for _group, limit in new],
        amounts=column(limit.amount for _group, limit in new),
        starts=[limit.valid_from for _group, limit in new],
        ends=[limit.valid_to for _group, limit in new],
        reasons=[limit.reason.strip()[:240] for _group, limit in new],
    )
    return {row.group_id: row.id for row in made}


def enforce(company: int, limits: Sequence[int], on: date) -> None:
    """Put limits in force that wait for nobody any more, and bring their groups to what holds on a day."""
    if limits:
        groups = [row.group_id for row in rows(SQL["set"], company=company, ids=list(limits))]
        bring(company, groups, on)


def bring(company: int, groups: Sequence[int], on: date) -> list[int]:
    """Make the limits of groups in their balances what their rows say of a day; answers the groups that changed."""
    ledger.lock_credit(groups)
    due = rows(SQL["due"], company=company, groups=list(groups), on=on)
    moves = [
        ledger.Move(row.group_id, row.share, CreditEntry.Kind.LIMIT.value, "limit", row.limit_id, row.delta, ONE)
        for row in due
    ]
    ledger.write(company, moves, on, admits=False)
    return sorted({row.group_id for row in due})


@operation(permission="finance.keep_credit")
def turn_limits(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Bring credit groups to the limits that hold on a day: some begin, some are over. The worker does it each night.

    Codes, first match wins: not_found, already (nothing changes), done.
    Writes: entries of kind limit and the balances.
    Locks: credit groups by id.
    """
    ledger.lock_credit(ids)
    known = {row.id for row in rows(SQL["groups"], company=company, ids=ids, on=on)}
    changing = {row.group_id for row in rows(SQL["due"], company=company, groups=list(ids), on=on)}
    codes = {i: "done" if i in changing else "already" for i in known}
    outcome = Outcome.of([(i, codes.get(i, "not_found")) for i in ids])
    if go := outcome.accepted:
        bring(company, go, on)
    return outcome


def _lock(company: int, ids: Sequence[int]) -> None:
    run(SQL["lock_limits"], company=company, ids=ids)


def _facts(company: int, ids: Sequence[int]) -> list[Any]:
    return rows(SQL["facts"], company=company, ids=ids)


def _approved(company: int, notes: Mapping[int, str]) -> None:
    on = rows(SQL["today"], company=company)[0].day
    enforce(company, list(notes), on)


def _returned(company: int, notes: Mapping[int, str]) -> None:
    run(SQL["reject"], company=company, ids=list(notes))


declare_approvals(
    CREDIT_LIMIT, _("Credit limit"), asks="finance.set_credit_limits", lock=_lock, facts=_facts,
    on_approved=_approved, on_returned=_returned,
)  # fmt: skip
