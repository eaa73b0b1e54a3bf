"""A company with two warehouses and a few items: what the verbs of stock speak of."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from interlock.core.api import (
    Actor,
    Answer,
    Company,
    Currency,
    Operation,
    Outcome,
    open_periods,
    run_checks,
    system_actor,
)
from interlock.finance import api as finance
from interlock.items.models import Category, Item, TaxClass, UnitOfMeasure
from interlock.stock import api as stock
from interlock.stock.models import Balance, Location, Pool, Reason, ValueEntry, Warehouse

DAY = date(2026, 11, 11)
_lines = itertools.count(20_000_001)


def _within(ids: Sequence[int], *, company: int, by: Actor, act: Callable[[], None]) -> Outcome:
    act()
    return Outcome([Answer(i, "done") for i in ids])


#: Other contexts call stock's functions inside an operation of theirs; this one stands for it.
WITHIN = Operation("test.within", "stock.post_movements", _within, 5_000, documents=False)


@dataclass(frozen=True)
class Promise:
    """A reservation of a document line."""

    id: int
    document: int
    line: int
    item: int
    location: int
    quantity: Decimal


class Issued(NamedTuple):
    """What left for a document line, and the cost it took along."""

    line_id: int
    quantity: Decimal
    cost: Decimal


class Returned(NamedTuple):
    """The line of a return, as ``Pieces`` reads it."""

    document_id: int
    unit_id: int | None
    party_id: int | None
    line_id: int
    item_id: int


class Yard:
    """A company's stock, with verbs for tests."""

    def __init__(self, code: str = "YARD") -> None:
        self.by = system_actor("test")
        cny, _ = Currency.objects.get_or_create(code="CNY", defaults={"name_en": "Yuan", "name_zh": "人民币"})
        self.company = Company.objects.create(code=code, name_en=code, name_zh=code, currency=cny).pk
        finance.create_books(self.company)
        open_periods(self.company, date(2026, 1, 1), date(2026, 12, 31))
        piece, _ = UnitOfMeasure.objects.get_or_create(code="PCS", defaults={"name_en": "piece", "name_zh": "件"})
        tax, _ = TaxClass.objects.get_or_create(code="VAT13", defaults={"name_en": "13 %", "name_zh": "13%"})
        goods, _ = Category.objects.get_or_create(code="GOODS", defaults={"name_en": "Goods", "name_zh": "商品"})
        self._named = {"name_en": "Thing", "name_zh": "物", "category": goods, "unit": piece, "tax_class": tax}
        self._items = itertools.count(1)
        self.east = self.warehouse("EAST")
        self.south = self.warehouse("SOUTH")
        self.near, self.far = self.bin(self.east, "A-01", 1), self.bin(self.east, "A-02", 2)
        self.other = self.bin(self.south, "B-01", 1)
        self.reason = Reason.objects.get_or_create(code="COUNT", defaults={"name_en": "Count", "name_zh": "盘点"})[0].pk
        self.camera = self.item()
        self.lock = self.item(serial_tracked=True)

    # ---------------------------------------------------------------------------------------------------- masters
    def item(self, **of: Any) -> int:
        code = f"{self.company}-{next(self._items)}"
        return int(Item.objects.create(code=code, **self._named, **of).pk)

    def warehouse(self, code: str) -> int:
        made = Warehouse.objects.create(company_id=self.company, code=code, name_en=code, name_zh=code)
        return int(made.pk)

    def bin(self, warehouse: int, code: str, pick_order: int = 100, kind: str = "picking") -> int:
        made = Location.objects.create(
            company_id=self.company, warehouse_id=warehouse, code=code, pick_order=pick_order, kind=kind
        )
        return int(made.pk)

    # -------------------------------------------------------------------------------------------------- movements
    def line(self, item: int, quantity: Any, amount: Any = None, serials: Sequence[str] = (), at: int = 0) -> Any:
        worth = None if amount is None else Decimal(str(amount))
        return stock.NewLine(item, at or self.near, Decimal(str(quantity)), worth, tuple(serials))

    def draft(self, kind: str, *lines: Any, on: date = DAY, **of: Any) -> int:
        """Write a movement down."""
        of.setdefault("reason", self.reason if kind == "adjustment" else None)
        outcome = stock.record_movement(kind=kind, movement_on=on, lines=lines, company=self.company, by=self.by, **of)
        assert outcome.counts == {"done": 1}, outcome.verdicts
        return int(outcome.verdicts[0].detail["movement"])

    def post(self, *movements: int, **options: Any) -> Outcome:
        return stock.post_movements(list(movements), company=self.company, by=self.by, **options)

    def move(self, kind: str, *lines: Any, **of: Any) -> int:
        """Write a movement down and post it."""
        movement = self.draft(kind, *lines, **of)
        assert self.post(movement).counts == {"done": 1}
        return movement

    def receive(self, item: int, quantity: Any, amount: Any, *, at: int = 0, serials: Sequence[str] = ()) -> int:
        return self.move("receipt", self.line(item, quantity, amount, serials, at))

    # ------------------------------------------------------------------------------------------------- promises
    def within(self, act: Callable[[], Any], **options: Any) -> Any:
        """Run ``act`` inside an operation and answer what it answered."""
        answers: list[Any] = []
        WITHIN([1], company=self.company, by=self.by, act=lambda: answers.append(act()), **options)
        return answers[-1]

    def reserve(self, *wanted: tuple[int, Any], at: int = 0, lines_a_document: int = 1) -> list[Promise]:
        """Promise (item, quantity) to new document lines."""
        lines = [next(_lines) for _ in wanted]
        documents = [lines[place - place % lines_a_document] + 10**9 for place in range(len(lines))]
        items, quantities = [item for item, _q in wanted], [Decimal(str(q)) for _item, q in wanted]
        places = [at or self.near] * len(wanted)
        made = self.within(lambda: stock.reserve(self.company, documents, lines, items, places, quantities, DAY))
        return [Promise(*row) for row in zip(made, documents, lines, items, places, quantities, strict=True)]

    def capture(self, promises: Sequence[Promise], numbers: Sequence[Sequence[str]] | None = None) -> int:
        return int(self.within(lambda: stock.capture_serials(self.company, *columns(promises), numbers)))

    def ship(self, promises: Sequence[Promise]) -> list[Issued]:
        """Issue what was promised, each line to itself, and answer what left in the order asked."""
        lines, nobody = [p.line for p in promises], [None] * len(promises)
        self.within(
            lambda: stock.issue_reserved(
                self.company,
                "goods_shipped",
                DAY,
                reservations=[p.id for p in promises],
                documents=[p.document for p in promises],
                lines=lines,
                units=nobody,
                parties=nobody,
            )
        )
        left = ValueEntry.objects.filter(company_id=self.company, cause="issue", line_id__in=lines)
        found = {row.line_id: row for row in left}
        return [Issued(one, -found[one].quantity_delta, -found[one].amount_delta) for one in lines]

    def release(self, promises: Sequence[Promise]) -> None:
        self.within(lambda: stock.release(self.company, [p.id for p in promises], DAY))

    # -------------------------------------------------------------------------------------------------- returns
    def pieces(self, *of: tuple[int, Any], numbers: Sequence[str] = (), at: int = 0) -> stock.Pieces:
        """Name (item, quantity) as lines of new documents; numbers belong to each."""
        made = stock.Pieces()
        for item, quantity in of:
            line = next(_lines)
            of_line = Returned(line + 10**9, None, None, line, item)
            made.add(of_line, at or self.near, Decimal(str(quantity)), tuple(numbers))
        return made

    def take_back(self, pieces: stock.Pieces, *costs: Any) -> stock.Pieces:
        """Take pieces back on hold at these costs."""
        worth = [Decimal(str(cost)) for cost in costs]
        self.within(lambda: stock.take_back(self.company, pieces, worth, DAY, {}))
        return pieces

    def inspect(self, pieces: stock.Pieces) -> None:
        """Free pieces on hold in the bin they lie in."""
        self.within(lambda: stock.move_quality(self.company, pieces, pieces.locations, DAY))

    def scrap(self, pieces: stock.Pieces) -> list[Decimal]:
        return list(self.within(lambda: stock.scrap(self.company, pieces, DAY)))

    def bring_back(self, item: int, quantity: Any, cost: Any) -> None:
        """Take pieces back and find them good."""
        self.inspect(self.take_back(self.pieces((item, quantity)), cost))

    # ------------------------------------------------------------------------------------------------- what is
    def free(self, item: int) -> Decimal:
        found = stock.available(self.company, [item], [self.east, self.south])
        return sum((row.free for row in found), Decimal(0))

    def balance(self, item: int, at: int = 0) -> tuple[Decimal, Decimal]:
        found = Balance.objects.get(company_id=self.company, item_id=item, location_id=at or self.near)
        return found.on_hand, found.reserved

    def pool(self, item: int) -> tuple[Decimal, Decimal]:
        found = Pool.objects.get(company_id=self.company, item_id=item)
        return found.quantity, found.amount


def columns(promises: Sequence[Promise]) -> tuple[list[int], list[int], list[int], list[Decimal]]:
    """Answer lines, items, bins and quantities, as the functions for serial numbers take them."""
    return (
        [p.line for p in promises],
        [p.item for p in promises],
        [p.location for p in promises],
        [p.quantity for p in promises],
    )


def broken_laws() -> dict[str, list[dict[str, Any]]]:
    """Answer the laws that do not hold, sales' own left out: the lines of a yard belong to no order of theirs."""
    below = [check for check in run_checks() if check.context != "sales"]
    return {f"{check.context}.{check.name}": check.broken for check in below if not check.holds}
