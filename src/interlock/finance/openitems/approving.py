"""The approval of bills, receipts and payments before they are posted: declared to core."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import declare_approvals
from interlock.core.sql import blocks, rows, run

SQL = blocks(__file__)
#: The kind of approval that a bill, receipt or payment may need.
DOCUMENT = "item_document"


def _lock(company: int, ids: Sequence[int]) -> None:
    run(SQL["lock_documents"], company=company, ids=ids)


def _facts(company: int, ids: Sequence[int]) -> list[Any]:
    return rows(SQL["facts"], company=company, ids=ids)


declare_approvals(
    DOCUMENT, _("Bill, receipt or payment"), asks="finance.enter_items", lock=_lock, facts=_facts,
    moved_by=("finance.save_item_documents", "finance.cancel_item_documents", "finance.post_item_documents"),
)  # fmt: skip
