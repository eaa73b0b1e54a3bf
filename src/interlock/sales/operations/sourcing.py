"""Who gets which pieces: one pass in memory over a locked picture of the stock, most urgent order first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby
from typing import Any

from ..models import Shop

ZERO = Decimal(0)


@dataclass
class Allocation:
    """What was found: parallel lists of reservations to make, orders fully served, and who lacks what."""

    documents: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    locations: list[int] = field(default_factory=list)
    quantities: list[Decimal] = field(default_factory=list)
    served: list[int] = field(default_factory=list)
    short: dict[int, list[dict[str, Any]]] = field(default_factory=dict)


class Routes:
    """Warehouses by channel and province: the exact province before any province, the channel before any channel."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._known: dict[tuple[int | None, str], list[int]] = defaultdict(list)
        for row in rows:
            self._known[(row.channel_id, row.province)].append(row.warehouse_id)
        self._serving: dict[tuple[int, str], list[int]] = {}

    @property
    def warehouses(self) -> list[int]:
        """Answer every warehouse that any route leads to."""
        return sorted({warehouse for served in self._known.values() for warehouse in served})

    def serving(self, channel: int, province: str) -> list[int]:
        """Answer the warehouses to ask, best first."""
        found = self._serving.get((channel, province))
        if found is None:
            found = self._serving[channel, province] = []
            for key in ((channel, province), (None, province), (channel, ""), (None, "")):
                found += [warehouse for warehouse in self._known.get(key, ()) if warehouse not in found]
        return found


class Shelf:
    """Free pieces by item and warehouse, bin by bin in the order in which they are picked."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._bins: dict[tuple[int, int], list[list[Any]]] = defaultdict(list)
        self._free: dict[tuple[int, int], Decimal] = defaultdict(Decimal)
        for row in sorted(rows, key=lambda row: (row.pick_order, row.location_id)):
            if row.free > 0:
                self._bins[(row.item_id, row.warehouse_id)].append([row.location_id, row.free])
                self._free[(row.item_id, row.warehouse_id)] += row.free

    def free(self, item: int, warehouse: int) -> Decimal:
        return self._free.get((item, warehouse), ZERO)

    def take(self, item: int, warehouse: int, quantity: Decimal) -> list[tuple[int, Decimal]]:
        """Take up to this many pieces; answers (bin, pieces)."""
        taken = []
        for bin_ in self._bins.get((item, warehouse), ()):
            if quantity <= 0:
                break
            if part := min(bin_[1], quantity):
                bin_[1] -= part
                self._free[(item, warehouse)] -= part
                quantity -= part
                taken.append((bin_[0], part))
        return taken


def allocate(wanted: Sequence[Any], routes: Routes, shelf: Shelf) -> Allocation:
    """Serve orders one after the other, in the order given, by their shop's split policy.

    ``never``: one warehouse has everything, or nothing is taken. ``by_warehouse``: several warehouses together have
    everything, or nothing is taken. ``wait_for_all``: what is there is kept, and the order waits for the rest.
    ``by_line``: the lines that are there whole are kept, to be sent at once, and the others wait.
    """
    result = Allocation()
    for order, group in groupby(wanted, key=lambda row: row.order_id):
        lines = [row for row in group if row.quantity > 0]
        warehouses = routes.serving(lines[0].channel_id, lines[0].province) if lines else []
        missing = _missing(lines, warehouses, shelf)
        if lines and lines[0].split == Shop.Split.NEVER:
            whole = next((w for w in warehouses if _covers(lines, w, shelf)), None)
            missing = missing or ([] if whole is not None else _scattered(lines))
            warehouses = [whole] if whole is not None else []
        keep = bool(lines) and lines[0].split in (Shop.Split.WAIT_FOR_ALL, Shop.Split.BY_LINE)
        if missing and lines[0].split == Shop.Split.BY_LINE:
            lines = _whole(lines, warehouses, shelf)
        if not missing or keep:
            _take(result, order, lines, warehouses, shelf)
        if missing:
            result.short[order] = missing
        else:
            result.served.append(order)
    return result


def _needs(lines: Sequence[Any]) -> dict[int, Decimal]:
    needs: dict[int, Decimal] = defaultdict(Decimal)
    for line in lines:
        needs[line.item_id] += line.quantity
    return needs


def _covers(lines: Sequence[Any], warehouse: int, shelf: Shelf) -> bool:
    return all(shelf.free(item, warehouse) >= quantity for item, quantity in _needs(lines).items())


def _missing(lines: Sequence[Any], warehouses: Sequence[int], shelf: Shelf) -> list[dict[str, Any]]:
    found = []
    for item, quantity in _needs(lines).items():
        free = sum((shelf.free(item, warehouse) for warehouse in warehouses), ZERO)
        if free < quantity:
            line = next(line for line in lines if line.item_id == item)
            found.append({"line": line.line_number, "item": item, "wanted": quantity, "free": free})
    return found


def _whole(lines: Sequence[Any], warehouses: Sequence[int], shelf: Shelf) -> list[Any]:
    """Answer the lines that are there in full, one after the other."""
    left: dict[int, Decimal] = {}
    found = []
    for line in lines:
        free = left.get(line.item_id)
        if free is None:
            free = sum((shelf.free(line.item_id, warehouse) for warehouse in warehouses), ZERO)
        if free >= line.quantity:
            free -= line.quantity
            found.append(line)
        left[line.item_id] = free
    return found


def _scattered(lines: Sequence[Any]) -> list[dict[str, Any]]:
    """Every item is there, but no single warehouse has all of them and the shop does not split."""
    return [{"line": lines[0].line_number, "item": lines[0].item_id, "wanted": lines[0].quantity, "scattered": True}]


def _take(result: Allocation, order: int, lines: Sequence[Any], warehouses: Sequence[int], shelf: Shelf) -> None:
    for line in lines:
        open_quantity = line.quantity
        for warehouse in warehouses:
            for location, part in shelf.take(line.item_id, warehouse, open_quantity):
                open_quantity -= part
                result.documents.append(order)
                result.lines.append(line.line_id)
                result.items.append(line.item_id)
                result.locations.append(location)
                result.quantities.append(part)
