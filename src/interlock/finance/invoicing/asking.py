"""How far documents are invoiced: what is left of their revenue, and whether it waits for somebody to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from interlock.core.sql import blocks, column, rows

from .requesting import DEMAND
from .revenue import open_lines

SQL = blocks(__file__)


@dataclass
class Invoiced:
    """A document with revenue: what of it is on no invoice yet, with VAT, and the invoices it is on.

    ``on_demand`` says that it is invoiced when somebody asks; otherwise a rule does so by itself.
    """

    on_demand: bool
    left: Decimal = Decimal(0)
    invoices: list[Any] = field(default_factory=list)


def invoiced(company: int, documents: Sequence[int]) -> dict[int, Invoiced]:
    """Answer how far documents are invoiced; one without revenue has no answer."""
    ids = column(documents)
    found = {row.document_id: Invoiced(row.mode == DEMAND) for row in rows(SQL["modes"], company=company, ids=ids)}
    for line in open_lines(company, documents):
        if line.net > 0 and line.tax >= 0:
            found[line.document_id].left += line.net + line.tax
    for row in rows(SQL["invoices"], company=company, ids=ids):
        if row.document_id in found:
            found[row.document_id].invoices.append(row)
    return found
