"""The approval of a price below the floor: declared to core, done as a release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import declare_approvals
from interlock.core.sql import blocks, rows

from . import crediting, holding, promoting
from .release_orders import PRICE_RELEASE, end_holds, let_go

SQL = blocks(__file__)


def _facts(company: int, ids: Sequence[int]) -> list[Any]:
    return rows(SQL["facts"], company=company, ids=ids)


def _release(company: int, notes: Mapping[int, str]) -> None:
    """Release the orders on the approver's word: the reason they were asked for stays with their holds.

    An order whose customer's credit it exceeds by now stands on for that.
    """
    resumes = {row.id: row.resume_state for row in rows(SQL["resumes"], company=company, ids=list(notes))}
    new = [order for order in sorted(notes) if resumes[order] == "received"]
    picture = promoting.look(company, new, lock=True)
    accounts = crediting.look(company, new)
    short = crediting.judge(accounts)
    standing = {finding.order for finding in short}
    going = {order: notes[order][:240] for order in sorted(notes) if order not in standing}
    holding.hold_orders(company, short)
    end_holds(company, {order: notes[order][:240] for order in sorted(standing)}, ["price_below_floor"])
    let_go(company, going, resumes, picture, accounts)


declare_approvals(
    PRICE_RELEASE, _("Price below the floor"), asks="sales.release_orders", lock=holding.lock_orders, facts=_facts,
    on_approved=_release, moved_by=holding.MOVES,
)  # fmt: skip
