"""What items cost on a day. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from interlock.core.sql import blocks, rows

SQL = blocks(__file__)


@dataclass(frozen=True, slots=True)
class ItemPrice:
    """An item's price a base unit, and the floor below which nobody sells unasked."""

    item_id: int
    price: Decimal
    floor_price: Decimal
    currency: str
    tax_included: bool


def prices_on(company: int, price_list: int, items: Sequence[int], on: date) -> dict[int, ItemPrice]:
    """Answer the prices of items in a price list on a day; an item without one is left out."""
    found = rows(SQL["prices"], company=company, price_list=price_list, items=list(items), on=on)
    return {row.item_id: ItemPrice(*row) for row in found}


def tax_rates_on(tax_classes: Sequence[int], on: date) -> dict[int, Decimal]:
    """Answer the VAT rates of tax classes on a day, in percent; a class without one is left out."""
    return {row.tax_class_id: row.tax_pct for row in rows(SQL["tax_rates"], tax_classes=list(tax_classes), on=on)}
