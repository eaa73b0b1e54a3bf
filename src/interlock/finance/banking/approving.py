"""The approval of payments by routes: declared to core; approved there, a payment is approved here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import current, declare_approvals
from interlock.core.sql import blocks, rows, run

from ..budgets import ledger as budget_ledger
from .payments import PAYMENT
from .payments import SQL as PAYMENTS

SQL = blocks(__file__)


def _lock(company: int, ids: Sequence[int]) -> None:
    run(PAYMENTS["lock_payments"], company=company, ids=ids)


def _facts(company: int, ids: Sequence[int]) -> list[Any]:
    return rows(SQL["facts"], company=company, ids=ids)


def _approve(company: int, notes: Mapping[int, str]) -> None:
    """The last answer approves the payment itself."""
    run(SQL["approve_routed"], company=company, ids=list(notes), me=current().by.user_id)


def _reject(company: int, notes: Mapping[int, str]) -> None:
    """Whoever asked reads why."""
    run(PAYMENTS["reject"], company=company, ids=list(notes), notes=[note[:200] for note in notes.values()])
    budget_ledger.release(company, PAYMENT, list(notes))


declare_approvals(
    PAYMENT,
    _("Payment request"),
    asks="finance.enter_payments",
    lock=_lock,
    facts=_facts,
    on_approved=_approve,
    on_returned=_reject,
    moved_by=(
        "finance.save_payments",
        "finance.approve_payments",
        "finance.reject_payments",
        "finance.cancel_payments",
    ),
)
