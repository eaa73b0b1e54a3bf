"""One pass in memory over a set of movements: what each finds after those before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any


class Shelf:
    """What is free in each bin, what each cost pool holds, and which serial numbers are spoken for."""

    def __init__(self, lines: Iterable[Any], shared: Mapping[tuple[int, int], Sequence[str]]) -> None:
        """Take the lines of the set, and the numbers that more than one movement names, by (movement, item)."""
        self._free: dict[tuple[int, int], Decimal] = {}
        self._pooled: dict[int, Decimal] = {}
        for line in lines:
            self._free[(line.item_id, line.location_id)] = line.free
            self._pooled[line.item_id] = line.pooled
        self._shared: defaultdict[int, set[tuple[int, str]]] = defaultdict(set)
        for (movement, item), numbers in shared.items():
            self._shared[movement] |= {(item, number) for number in numbers}
        self._taken: set[tuple[int, str]] = set()

    def try_out(self, lines: Sequence[Any], known: Mapping[str, Any]) -> dict[str, Any]:
        """Answer why these lines, one movement's in their order, cannot be moved: line ids or numbers by code."""
        reasons: defaultdict[str, list[Any]] = defaultdict(list)
        free, pooled = dict[tuple[int, int], Decimal](), dict[int, Decimal]()
        for line in lines:
            place = (line.item_id, line.location_id)
            free[place] = free.get(place, self._free[place]) + line.quantity
            before = pooled.get(line.item_id, self._pooled[line.item_id])
            pooled[line.item_id] = before + line.quantity
            if line.is_foreign:
                reasons["foreign_location"].append(line.id)
            if line.is_blocked and line.quantity > 0:
                reasons["item_blocked"].append(line.id)
            if line.numbers != (abs(line.quantity) if line.serial_tracked else 0):
                reasons["serials_missing"].append(line.id)
            if line.quantity > 0 and line.amount is None and before <= 0:
                reasons["no_cost"].append(line.id)
            if free[place] < 0:
                reasons["not_enough"].append(line.id)
        clash = self._taken & self._shared[lines[0].movement_id]
        if clash:
            code = "serial_known" if lines[0].kind != "adjustment" else "serial_taken"
            reasons[code] = sorted({*known.get(code, ()), *(number for _item, number in clash)})
        return dict(reasons)

    def keep(self, lines: Sequence[Any]) -> None:
        """Let these lines, found good, stand for those that come after."""
        for line in lines:
            self._free[(line.item_id, line.location_id)] += line.quantity
            self._pooled[line.item_id] += line.quantity
        self._taken |= self._shared[lines[0].movement_id]
