"""How much of a deal's money is in: by its open items, or by whoever settles for it without items."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from interlock.core.sql import blocks, column, rows

SQL = blocks(__file__)
WHOLE = Decimal(1)

#: Asked with a company and documents of revenue, answers the collected share (0 to 1) of those that it knows.
Collected = Callable[[int, Sequence[int]], Mapping[int, Decimal]]
_ASKED: list[Collected] = []


def collects(ask: Collected) -> Collected:
    """Declare who knows what of a document's money is in where the document has no open item."""
    _ASKED.append(ask)
    return ask


def collected(company: int, documents: Sequence[int]) -> dict[int, Decimal]:
    """Answer what share (0 to 1) of each document's money is in; one that nobody knows is not in the answer.

    What a credit note took off is not money: it lowers what is to come. What was written off never comes.
    """
    known = {
        row.document_id: share_of(row.paid, row.owed)
        for row in rows(SQL["of_items"], company=company, documents=column(sorted(set(documents))))
    }
    for ask in _ASKED:
        if rest := sorted(set(documents) - set(known)):
            known |= ask(company, rest)
    return known


def share_of(paid: Decimal, owed: Decimal) -> Decimal:
    """Answer a share between none and all; what is owed no longer is paid."""
    return WHOLE if owed <= 0 else min(WHOLE, max(Decimal(0), paid / owed))
