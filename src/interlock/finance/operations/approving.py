"""The approval of a voucher by hand before it is posted: declared to core; what comes back is written anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import declare_approvals
from interlock.core.sql import blocks, rows, run

from ..budgets import documents as budgets
from ..budgets import ledger as budget_ledger

SQL = blocks(__file__)
#: The kind of approval that a voucher by hand may need.
VOUCHER = "voucher"


def _lock(company: int, ids: Sequence[int]) -> None:
    run(SQL["lock_drafts"], company=company, ids=ids)


def _facts(company: int, ids: Sequence[int]) -> list[Any]:
    return rows(SQL["facts"], company=company, ids=ids)


def _hand_back(company: int, notes: Mapping[int, str]) -> None:
    """Whoever wrote it reads why and writes it anew."""
    run(SQL["hand_back"], company=company, ids=list(notes), notes=[note[:200] for note in notes.values()])
    budget_ledger.release(company, budgets.DRAFT, list(notes))


declare_approvals(
    VOUCHER, _("Voucher by hand"), asks="finance.enter_vouchers", lock=_lock, facts=_facts, on_returned=_hand_back,
    moved_by=("finance.save_drafts", "finance.send_back_drafts", "finance.cancel_drafts", "finance.post_drafts"),
)  # fmt: skip
