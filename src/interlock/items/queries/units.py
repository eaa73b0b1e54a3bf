"""Quantities in other units. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from interlock.core.sql import blocks, rows

SQL = blocks(__file__)
SIXTH = Decimal("0.000001")


class UnknownUnit(Exception):  # noqa: N818  the question is wrong, not the program
    """An item is not counted in this unit."""

    def __init__(self, item: int, unit: str) -> None:
        self.item, self.unit = item, unit
        super().__init__(f"item {item} has no unit {unit}")


def factors(items: Sequence[int]) -> dict[int, dict[str, Decimal]]:
    """Answer how many base units one of each unit is, by item; the base unit itself is 1."""
    found: dict[int, dict[str, Decimal]] = {}
    for row in rows(SQL["factors"], items=list(items)):
        found.setdefault(row.item_id, {})[row.unit_id] = row.factor
    return found


def convert(item: int, quantity: Decimal, unit: str, into: str | None = None) -> Decimal:
    """Convert a quantity of an item, into its base unit unless another is named; rounded once, half away from zero."""
    known = factors([item]).get(item, {})
    if unit not in known:
        raise UnknownUnit(item, unit)
    if into is not None and into not in known:
        raise UnknownUnit(item, into)
    target = known[into] if into is not None else Decimal(1)
    return (quantity * known[unit] / target).quantize(SIXTH, ROUND_HALF_UP)
