"""What an item is made of, level by level. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from interlock.core.sql import blocks, rows

SQL = blocks(__file__)


@dataclass(frozen=True, slots=True)
class BomPart:
    """A part of an exploded item: ``quantity`` base units for all that was asked, loss included."""

    top_id: int
    level: int
    parent_id: int
    item_id: int
    code: str
    quantity: Decimal
    made: bool


class BomLoop(Exception):  # noqa: N818  the bills of material are wrong, not the program
    """An item is made of itself; ``items`` is the way from the item down to itself."""

    def __init__(self, items: Sequence[int]) -> None:
        self.items = list(items)
        super().__init__(" > ".join(map(str, self.items)))


def explode_bom(items: Sequence[int], quantities: Sequence[Decimal], on: date) -> list[BomPart]:
    """Answer all parts of these items, at every level, by the bills of material valid on a day.

    A line's need is its quantity × (1 + loss). ``made`` says that the part has a bill of its own; the others are
    bought. Raises BomLoop when an item is made of itself. Shared parts stand once a way that leads to them.
    """
    found = rows(SQL["explode"], items=list(items), quantities=list(quantities), on=on)
    for row in found:
        if row.looped:
            raise BomLoop(row.way)
    return [
        BomPart(row.top_id, row.level, row.parent_id, row.item_id, row.code, row.quantity, row.made) for row in found
    ]


def needed_parts(items: Sequence[int], quantities: Sequence[Decimal], on: date) -> dict[int, Decimal]:
    """Answer what has to be bought for these items: the parts without a bill of their own, summed."""
    needed: dict[int, Decimal] = {}
    for part in explode_bom(items, quantities, on):
        if not part.made:
            needed[part.item_id] = needed.get(part.item_id, Decimal(0)) + part.quantity
    return needed
