"""The approval of a price below the floor: declared to core, done as a release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import declare_approvals
from interlock.core.sql import blocks, rows

from . import holding
from .release_orders import PRICE_RELEASE, let_go

SQL = blocks(__file__)


def _facts(company: int, ids: Sequence[int]) -> list[Any]:
    return rows(SQL["facts"], company=company, ids=ids)


def _release(company: int, notes: Mapping[int, str]) -> None:
    """Release the orders on the approver's word: the reason they were asked for stays with their holds."""
    resumes = {row.id: row.resume_state for row in rows(SQL["resumes"], company=company, ids=list(notes))}
    let_go(company, {order: notes[order][:240] for order in sorted(notes)}, resumes)


declare_approvals(
    PRICE_RELEASE, _("Price below the floor"), asks="sales.release_orders", lock=holding.lock_orders, facts=_facts,
    on_approved=_release,
)  # fmt: skip
