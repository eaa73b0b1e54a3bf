"""What finance asks sales of money: which orders it may be paid out for, which payouts are waited for, what is in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from interlock.core.sql import blocks, column, rows
from interlock.finance.api import PayableDocument, collects, expects_receipts, payable, share_of

SQL = blocks(__file__)


def _orders(
    company: int, asked: Sequence[tuple[int, int | None]]
) -> dict[tuple[int, int | None], PayableDocument]:  # fmt: skip
    """Answer orders and lines of orders: no more is paid out for one than it is worth."""
    found = rows(
        SQL["orders"], company=company, ids=column([document for document, _line in asked]),
        lines=column([line for _document, line in asked if line]),
    )  # fmt: skip
    known = {(row.id, row.line): PayableDocument(row.number, row.amount, row.party_id) for row in found}
    return {pair: known[pair] for pair in asked if pair in known}


def _numbered(company: int, numbers: Sequence[str]) -> dict[str, tuple[int, int | None]]:
    """Answer orders by number, and their lines by number, stroke and line: SO-2611-000421/2."""
    return {row.number: (row.id, row.line) for row in rows(SQL["numbered"], company=company, numbers=list(numbers))}


@expects_receipts
def _payouts(company: int, references: Sequence[str]) -> set[str]:
    """Answer the numbers of platforms' statements whose payout has not come."""
    return {row.platform_number for row in rows(SQL["payouts"], company=company, references=list(references))}


@collects
def _settled(company: int, deliveries: Sequence[int]) -> dict[int, Decimal]:
    """Answer what share of their orders platforms have settled, by statements in the books."""
    found = rows(SQL["settled"], company=company, deliveries=column(deliveries))
    return {row.delivery_id: share_of(row.paid, row.owed) for row in found}


payable("order", _("Sales order"), _orders, _numbered)
