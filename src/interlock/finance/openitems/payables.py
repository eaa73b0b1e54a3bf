"""What payments through the bank may be for: posted bills of suppliers, each up to its amount."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from interlock.core.sql import blocks, column, rows

from ..banking.documents import PayableDocument, payable

SQL = blocks(__file__)
#: The reason a payment of a bill has, by the account the bill is owed on.
BILL_REASONS = {"220201": "INVOICE", "2241": "FEES"}


def _bills(
    company: int, asked: Sequence[tuple[int, int | None]]
) -> dict[tuple[int, int | None], PayableDocument]:  # fmt: skip
    """Answer bills; they are paid as a whole or in part, not line by line."""
    found = rows(SQL["bills"], company=company, ids=column([document for document, _line in asked]))
    known = {
        (row.id, None): PayableDocument(row.number, row.amount, row.party_id, row.currency, party_only=True)
        for row in found
    }
    return {pair: known[pair] for pair in asked if pair in known}


def _numbered(company: int, numbers: Sequence[str]) -> dict[str, tuple[int, int | None]]:
    return {row.number: (row.id, None) for row in rows(SQL["numbered"], company=company, numbers=list(numbers))}


payable("bill", _("Supplier bill"), _bills, _numbered)
