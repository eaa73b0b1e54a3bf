"""The answer to expense claims: by a route of core, or by whoever approves where none is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import Actor, Answer, Outcome, Refusal, current, declare_approvals, needs_approval, operation
from interlock.core.sql import blocks, column, rows, run

from ..banking.payments import clean
from ..budgets import ledger as budget_ledger
from .claims import SQL as CLAIMS

SQL = blocks(__file__)
#: The kind of approval, of document, and of what a payment is for.
CLAIM = "expense_claim"
APPROVE = "finance.approve_claims"


@operation(permission=APPROVE)
def approve_claims(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Approve claims that were handed in, never one's own; where a route asks for an approval, that one counts.

    Codes, first match wins: not_found, already, not_submitted, same_person, approval_needed, done.
    Writes: finance_expenseclaim.state, approver.
    Locks: (2) claims by id.
    """
    _lock(company, ids)
    judged = rows(SQL["judge_approve"], company=company, ids=column(ids), me=by.user_id)
    outcome = Outcome.of(judged)
    ready = [row.id for row in judged if row.code == "done"]
    outcome.answer({i: Answer(i, "approval_needed") for i in needs_approval(company, CLAIM, ready)})
    if go := outcome.accepted:
        assert run(SQL["approve"], company=company, ids=go, me=by.user_id) == len(go)
    return outcome


@operation(permission=APPROVE)
def refuse_claims(ids: Sequence[int], *, company: int, by: Actor, note: str) -> Outcome:
    """Refuse claims that are not posted and say why (``note_missing`` refuses the call); the employee may mend them.

    Codes, first match wins: not_found, already, not_submitted, same_person, done.
    Writes: finance_expenseclaim.state, note; what they had reserved in the budgets is given back.
    Locks: (2) claims by id; (7) budget lines by id.
    """
    if not note.strip():
        raise Refusal("note_missing")
    _lock(company, ids)
    outcome = Outcome.of(rows(SQL["judge_refuse"], company=company, ids=column(ids), me=by.user_id))
    if go := outcome.accepted:
        _hand_back(company, dict.fromkeys(go, note))
    return outcome


def needs_claim_approval(company: int, claim: int) -> bool:
    """Say whether a route asks for an approval of a claim that it does not have."""
    return bool(needs_approval(company, CLAIM, [claim]))


def _lock(company: int, ids: Sequence[int]) -> None:
    run(CLAIMS["lock_claims"], company=company, ids=column(ids))


def _facts(company: int, ids: Sequence[int]) -> list[Any]:
    return rows(SQL["facts"], company=company, ids=column(ids))


def _approved(company: int, notes: Mapping[int, str]) -> None:
    """The last answer approves the claim itself."""
    run(SQL["approve_routed"], company=company, ids=list(notes), me=current().by.user_id)


def _hand_back(company: int, notes: Mapping[int, str]) -> None:
    """The employee reads why and mends it, or lets it be."""
    run(SQL["refuse"], company=company, ids=list(notes), notes=[clean(note)[:200] for note in notes.values()])
    budget_ledger.release(company, CLAIM, list(notes))


declare_approvals(
    CLAIM,
    _("Expense claim"),
    asks="finance.enter_claims",
    lock=_lock,
    facts=_facts,
    on_approved=_approved,
    on_returned=_hand_back,
    moved_by=("finance.save_claims", "finance.approve_claims", "finance.refuse_claims", "finance.withdraw_claims"),
)
