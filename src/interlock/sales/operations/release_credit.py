"""Let orders over their customer's credit go on, on a credit approver's word, until a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import (
    Actor,
    Answer,
    Outcome,
    Refusal,
    current,
    declare,
    declare_approvals,
    needs_approval,
    operation,
    parameter,
)
from interlock.core.sql import blocks, rows, run
from interlock.finance import api as finance

from . import crediting, holding, promoting

SQL = blocks(__file__)
#: The kind of approval that letting an order pass over its credit may need.
CREDIT_RELEASE = "credit_release"
DAYS = declare("credit.release_days", _("days a credit release holds"), "whole", "30", least=1, most=365)
ledger = finance.credit_ledger


@dataclass(frozen=True)
class Pass:
    """An order that is let pass: what is released for it, and whether it goes on now."""

    row: Any
    amount: Decimal
    goes: bool


@operation(permission="finance.release_credit")
def release_credit(
    ids: Sequence[int], *, company: int, by: Actor, on: date, note: str, expires_on: date | None = None,
    amounts: Mapping[int, Decimal] | None = None,
) -> Outcome:  # fmt: skip
    """Release orders held ``over_credit``, with a reason: the group may owe more until a day.

    ``amounts`` says how much by order, in the limit's currency; without, as much as is missing. ``expires_on`` is the
    last day; without, ``credit.release_days`` from ``on``. An order that stands for other reasons too stays held for
    those. Where a route of core asks for the approval of such releases, only that approval releases.

    Codes, first match wins: not_found, cancelled, already, not_held, not_over_credit, no_credit_rate, too_little
    (``wanted``, ``left``), approval_needed, done.
    Writes: credit releases; holds over_credit ended; order.state; what the order draws; of orders that go on, what
    promotions give them.
    Locks: orders by id, then coupon balances by coupon, then credit groups by id.
    """
    if not (note := note.strip()):
        raise Refusal("note_missing")
    until = expires_on or on + timedelta(days=int(parameter(company, DAYS.code)))
    if until < on:
        raise Refusal("bad_expiry", expires_on=until.isoformat())
    holding.lock_orders(company, ids)
    judged = rows(SQL["judge"], company=company, ids=ids)
    outcome = Outcome.of(judged)
    subjects = [row.id for row in judged if row.code == "done"]
    outcome.answer({i: Answer(i, "approval_needed") for i in needs_approval(company, CREDIT_RELEASE, subjects)})
    only = {row.id for row in judged if row.alone}
    picture, accounts, passes = _plan(
        company, [v.id for v in outcome.verdicts if v.code == "done"], only, amounts or {}
    )
    outcome.answer({i: found for i, found in passes.items() if isinstance(found, Answer)})
    if go := outcome.accepted:
        chosen = {i: found for i in go if isinstance(found := passes[i], Pass)}
        _let_pass(company, picture, accounts, chosen, dict.fromkeys(go, note), until, on)
    return outcome


def _plan(
    company: int, ids: Sequence[int], alone: set[int], amounts: Mapping[int, Decimal]
) -> tuple[promoting.Picture, crediting.Accounts, dict[int, Pass | Answer]]:
    """Say of each order what is released for it; orders that go on draw one after the other."""
    picture = promoting.look(company, [i for i in ids if i in alone], lock=True)
    accounts = crediting.look(company, ids)
    found: dict[int, Pass | Answer] = {i: Answer(i, "not_over_credit") for i in ids}
    for row in accounts.orders:
        if row.rate is None:
            found[row.id] = Answer(row.id, crediting.NO_RATE)
            continue
        key = (row.group_id, row.share)
        wanted, left = ledger.worth(row.amount, row.rate), accounts.left[key]
        missing = wanted - min(max(left, crediting.ZERO), wanted)
        given = amounts.get(row.id, missing)
        if given < missing or given != round(given, 2):
            found[row.id] = Answer(row.id, "too_little", {"wanted": str(wanted), "left": str(left)})
            continue
        found[row.id] = Pass(row, given, row.id in alone)
        accounts.left[key] = left + given - (wanted if row.id in alone else crediting.ZERO)
    return picture, accounts, found


def _let_pass(
    company: int, picture: promoting.Picture, accounts: crediting.Accounts, passes: Mapping[int, Pass],
    notes: Mapping[int, str], until: date, on: date,
) -> None:  # fmt: skip
    news = [
        finance.NewRelease(one.row.group_id, one.row.share, order, one.amount, notes[order], until)
        for order, one in passes.items()
    ]
    finance.write_releases(company, news, current().by.user_id, on)
    ids = list(passes)
    run(SQL["end_holds"], company=company, ids=ids, run=current().run_id, notes=[notes[i][:240] for i in ids])
    if going := [order for order, one in passes.items() if one.goes]:
        assert run(SQL["advance"], company=company, ids=going) == len(going), "locked orders cannot have moved"
        promoting.accept(company, picture, going, over=True)
        crediting.enter(company, accounts, set(going), let_pass=True)


def _facts(company: int, ids: Sequence[int]) -> list[Any]:
    return rows(SQL["facts"], company=company, ids=ids)


def _approved(company: int, notes: Mapping[int, str]) -> None:
    """Release the orders on the last approver's word, for the usual days."""
    ids = sorted(notes)
    alone = {row.id for row in rows(SQL["judge"], company=company, ids=ids) if row.alone}
    picture, accounts, passes = _plan(company, ids, alone, {})
    on = accounts.orders[0].day
    until = on + timedelta(days=int(parameter(company, DAYS.code)))
    chosen = {i: found for i, found in passes.items() if isinstance(found, Pass)}
    assert len(chosen) == len(ids), "what is approved is over its credit"
    _let_pass(company, picture, accounts, chosen, notes, until, on)


declare_approvals(
    CREDIT_RELEASE, _("Order over its credit"), asks="sales.release_orders", lock=holding.lock_orders, facts=_facts,
    on_approved=_approved, moved_by=holding.MOVES,
)  # fmt: skip
