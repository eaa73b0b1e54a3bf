"""What other currencies are worth in the books on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from interlock.core.sql import blocks, rows

SQL = blocks(__file__)
CENT = Decimal("0.01")


def daily_rates(company: int, asked: Iterable[tuple[str, date]]) -> dict[tuple[str, date], Decimal]:
    """Answer the rate of the day of each currency: the latest on or before it; what has none is left out."""
    pairs = sorted(set(asked))
    if not pairs:
        return {}
    found = rows(
        SQL["daily"],
        company=company,
        codes=[currency for currency, _day in pairs],
        days=[day for _currency, day in pairs],
    )
    return {(row.currency, row.day): row.rate for row in found}


def in_books(amount: Decimal, rate: Decimal) -> Decimal:
    """Answer what an amount is worth in the books, two decimals; money is never worth nothing, so a cent at least."""
    worth = (amount * rate).quantize(CENT, ROUND_HALF_UP)
    return worth or CENT.copy_sign(amount)
