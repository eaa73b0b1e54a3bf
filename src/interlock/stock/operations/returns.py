"""Goods that come back, and what the inspection makes of them. Part of a larger operation: no key of its own.

What comes back lies on hold, where nobody can promise it, at the cost of the line it returns; the inspection frees it
or takes it out as scrap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import current
from interlock.core.sql import blocks, column, rows, run
from interlock.finance.api import EventLines, Reversed, record_events

from .locks import lock_pools

SQL = blocks(__file__)


@dataclass
class Pieces:
    """Pieces of document lines, one place a line; ``numbers`` are the serial numbers of those that have any."""

    documents: list[int] = field(default_factory=list)
    units: list[int | None] = field(default_factory=list)
    parties: list[int | None] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    locations: list[int] = field(default_factory=list)
    quantities: list[Decimal] = field(default_factory=list)
    numbers: list[Sequence[str]] = field(default_factory=list)

    def add(
        self,
        line: Any,
        location: int,
        quantity: Decimal,
        numbers: Sequence[str] = (),
    ) -> None:
        """Append pieces of a line that names its document, unit, party, id and item."""
        self.documents.append(line.document_id)
        self.units.append(line.unit_id)
        self.parties.append(line.party_id)
        self.lines.append(line.line_id)
        self.items.append(line.item_id)
        self.locations.append(location)
        self.quantities.append(quantity)
        self.numbers.append(numbers)

    def __len__(self) -> int:
        return len(self.lines)

    def columns(self) -> dict[str, Any]:
        return {
            "lines": column(self.lines),
            "items": column(self.items),
            "locations": column(self.locations),
            "quantities": column(self.quantities),
        }

    def serials(self) -> dict[str, Any]:
        """Answer the numbers laid flat beside the place of their line."""
        return {
            "lines": column(self.lines),
            "items": column(self.items),
            "places": column([place for place, each in enumerate(self.numbers, start=1) for _number in each]),
            "numbers": [number for each in self.numbers for number in each],
        }


def take_back(
    company: int, pieces: Pieces, costs: Sequence[Decimal], on: date, left_with: Mapping[int, tuple[int, int]]
) -> None:
    """Take goods back on hold, each line at its cost, which changes no cost of what leaves later.

    ``left_with`` maps lines to the (document, line) they left with. Of each document one event ``goods_returned`` is
    recorded, with the component ``cost`` for each line, on the accounts of the ``goods_shipped`` it takes back. The
    serial numbers given must have been issued and lie on hold from now on; whether they may come back, and that a
    cost is not more than what was issued, is for the caller to judge.

    Writes: stock_serial, stock_serialentry; stock_entry and stock_valueentry ``return``; balance on hold (made where
    there is none), pool; the event through finance.
    Locks: the caller's documents; serial numbers by (item, bin, id); balances by id; pools by item.
    """
    if not pieces:
        return
    run(SQL["lock_serials"], company=company, **pieces.serials())
    _lock_balances(company, pieces)
    lock_pools(company, set(pieces.items))
    back = run(SQL["serials_back"], company=company, run=current().run_id, **pieces.serials(),
               locations=column(pieces.locations))  # fmt: skip
    assert back == sum(map(len, pieces.numbers)), "a serial number that comes back was issued"
    done = run(SQL["take_back"], company=company, costs=column(costs), on=on, run=current().run_id, **pieces.columns())
    assert done == len(pieces), "every line that comes back has its entry"
    _record(company, "goods_returned", "cost", pieces, costs, on, Reversed("goods_shipped", left_with))


def move_quality(company: int, pieces: Pieces, targets: Sequence[int], on: date) -> None:
    """Free goods that were on hold: from the bin they lie in to the target bin, where they can be promised again.

    Writes: stock_serial, stock_serialentry; stock_entry ``inspect`` (out of hold, into good); balances.
    Locks: the caller's documents; serial numbers by (item, bin, id); balances by id.
    """
    if not pieces:
        return
    run(SQL["lock_serials"], company=company, **pieces.serials())
    _lock_balances(company, pieces, targets)
    freed = run(SQL["serials_freed"], company=company, run=current().run_id, **pieces.serials(),
                targets=column(targets))  # fmt: skip
    assert freed == sum(map(len, pieces.numbers)), "a serial number that is freed was on hold"
    moved = run(SQL["free"], company=company, targets=column(targets), on=on, run=current().run_id, **pieces.columns())
    assert moved == 2 * len(pieces), "out of hold and into good"


def scrap(company: int, pieces: Pieces, on: date) -> list[Decimal]:
    """Take goods on hold out as scrap, at the pool's cost, and answer what each line lost.

    Of each document one event ``goods_scrapped`` is recorded, with the component ``loss`` for each line.

    Writes: stock_serial, stock_serialentry; stock_entry and stock_valueentry ``scrap``; balance on hold, pool; the
    event through finance.
    Locks: the caller's documents; serial numbers by (item, bin, id); balances by id; pools by item.
    """
    if not pieces:
        return []
    run(SQL["lock_serials"], company=company, **pieces.serials())
    _lock_balances(company, pieces)
    lock_pools(company, set(pieces.items))
    gone = run(SQL["serials_gone"], company=company, run=current().run_id, **pieces.serials())
    assert gone == sum(map(len, pieces.numbers)), "a serial number that is scrapped was on hold"
    lost = [row.cost for row in rows(SQL["scrap"], company=company, on=on, run=current().run_id, **pieces.columns())]
    assert len(lost) == len(pieces), "every line that is scrapped has its entry"
    _record(company, "goods_scrapped", "loss", pieces, lost, on)
    return lost


def _lock_balances(company: int, pieces: Pieces, targets: Sequence[int] = ()) -> None:
    """Lock the balances on hold, and the good ones of the targets, all by id; what is not there yet is made empty."""
    places = sorted(
        {(item, place, "hold") for item, place in zip(pieces.items, pieces.locations, strict=True)}
        | {(item, place, "good") for item, place in zip(pieces.items, targets or pieces.locations, strict=True)}
    )
    given: dict[str, Any] = {
        "company": company,
        "items": column([item for item, _place, _quality in places]),
        "locations": column([place for _item, place, _quality in places]),
        "qualities": [quality for _item, _place, quality in places],
    }
    run(SQL["lock_missing_balances"], **given)
    run(SQL["lock_balances"], **given)


def _record(
    company: int,
    kind: str,
    component: str,
    pieces: Pieces,
    amounts: Sequence[Decimal],
    on: date,
    reverses: Reversed | None = None,
) -> None:
    heads = {
        document: (unit, party)
        for document, unit, party in zip(pieces.documents, pieces.units, pieces.parties, strict=True)
    }
    lines = EventLines(
        documents=pieces.documents,
        components=[component] * len(pieces),
        line_ids=pieces.lines,
        items=list(pieces.items),
        quantities=list(pieces.quantities),
        amounts=list(amounts),
    )
    units, parties = [unit for unit, _party in heads.values()], [party for _unit, party in heads.values()]
    record_events(company, kind, list(heads), units, parties, on, lines, reverses)
