"""What the close of stock's month compares: the value ledger with what finance was told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from interlock.core.sql import blocks, rows
from interlock.finance.api import close_check

SQL = blocks(__file__)


@close_check("stock")
def differing_documents(company: int, first: date, after: date) -> Sequence[Any]:
    """Answer the documents whose value moved otherwise in the cost pools than in their events, ``after`` left out."""
    return rows(SQL["differing"], company=company, first=first, after=after)
