"""The approval of a change of an order: declared to core; approved it is applied, sent back it is a draft again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import Actor, current, declare_approvals
from interlock.core.sql import blocks, rows, run

from .order_changes import ORDER_CHANGE, apply_order_changes, lock

SQL = blocks(__file__)
#: What routes may ask of a change.
REASONS = {
    "price_raised": _("a unit price rises"),
    "price_lowered": _("a unit price falls"),
    "amount_raised": _("the order's amount rises"),
    "amount_lowered": _("the order's amount falls"),
    "approved_order": _("the order went through an approval"),
}


def _lock(company: int, ids: Sequence[int]) -> None:
    lock(company, ids)


def _facts(company: int, ids: Sequence[int]) -> list[Any]:
    return rows(SQL["facts"], company=company, ids=ids)


def _approved(company: int, notes: Mapping[int, str]) -> None:
    """Apply what was approved, in the approver's name; what only waits for something says for what."""
    ids = sorted(notes)
    assert run(SQL["approve"], company=company, ids=ids) == len(ids), "what is approved was submitted"
    by = current().by
    on = rows(SQL["today"], company=company)[0].day
    outcome = apply_order_changes(ids, company=company, by=Actor(by.user_id, by.name, by.door, None), on=on)
    if left := [one for one in outcome.rejected if one.code != "outdated"]:
        run(SQL["wait"], company=company, ids=[one.id for one in left], whys=[one.code for one in left])


def _returned(company: int, notes: Mapping[int, str]) -> None:
    """Whoever wrote it reads why: sent back it is written anew, rejected it has ended."""
    state = "draft" if current().operation == "core.send_back_requests" else "refused"
    given = {"ids": list(notes), "notes": [note[:240] for note in notes.values()], "state": state}
    run(SQL["return"], company=company, **given)


declare_approvals(
    ORDER_CHANGE, _("Change of an order"), asks="sales.change_orders", lock=_lock, facts=_facts, on_approved=_approved,
    on_returned=_returned, reasons=lambda: REASONS,
    moved_by=(
        "sales.submit_order_changes", "sales.apply_order_changes", "sales.withdraw_order_changes",
        "sales.cancel_orders",
    ),
)  # fmt: skip
