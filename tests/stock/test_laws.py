"""The laws see what is wrong, name it, and balances can be made again from their entries."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import F

from interlock.core.api import Period
from interlock.finance.api import EventLines, close_periods, record_events
from interlock.stock import api as stock
from interlock.stock.models import Balance, Entry, Location, Pool, Reservation, Serial, ValueEntry

from .yard import DAY, Yard, broken_laws


def _entry(yard: Yard, **of: object) -> None:
    given = {"kind": "receipt", "item_id": yard.camera, "location_id": yard.near, "line_id": 1, "effective_on": DAY}
    given |= {"on_hand_delta": 0, "reserved_delta": 0, "run_id": _run(yard)}
    Entry.objects.create(company_id=yard.company, **(given | of))


def _run(yard: Yard) -> int:
    return int(Entry.objects.filter(company_id=yard.company).values_list("run_id", flat=True)[0])


def _value(yard: Yard, **of: object) -> None:
    pool = Pool.objects.get(company_id=yard.company, item_id=yard.camera)
    given = {"pool": pool, "cause": "revaluation", "item_id": yard.camera, "line_id": 1, "effective_on": DAY}
    given |= {"quantity_delta": 0, "amount_delta": 0, "run_id": _run(yard)}
    ValueEntry.objects.create(company_id=yard.company, **(given | of))


def _told(yard: Yard) -> None:
    lines = EventLines()
    lines.add(1, "cost", 1, Decimal(5))
    yard.within(lambda: record_events(yard.company, "goods_shipped", [1], [None], [None], DAY, lines))


BREAKS: dict[str, Callable[[Yard], object]] = {
    "balance_is_entries": lambda y: _entry(y, on_hand_delta=1),
    "reserved_is_reservations": lambda _yard: Reservation.objects.update(open_quantity=0),
    "pool_is_balances": lambda y: Balance.objects.filter(item_id=y.camera).update(on_hand=F("on_hand") + 1),
    "pool_is_values": lambda y: _value(y, amount_delta=1),
    "pool_base": lambda y: Pool.objects.filter(item_id=y.camera).update(base_amount=F("base_amount") + 1),
    "values_are_entries": lambda y: _entry(y, on_hand_delta=1),
    "values_are_events": _told,
    "stock_is_books": lambda y: Pool.objects.filter(item_id=y.camera).update(amount=F("amount") + 1),
    "serials_are_pieces": lambda _yard: Serial.objects.filter(number="A").delete(),
    "entries_have_places": lambda y: Location.objects.filter(pk=y.near).update(company_id=Yard("THEM").company),
    "entries_have_runs": lambda y: _entry(y, run_id=10**12),
}


@pytest.mark.parametrize("law", BREAKS)
def test_a_broken_law_is_named(yard: Yard, law: str) -> None:
    yard.receive(yard.camera, 5, 50)
    yard.receive(yard.lock, 1, 10, serials=["A"])
    yard.reserve((yard.camera, 2))
    assert not broken_laws()
    BREAKS[law](yard)
    found = broken_laws()[f"stock.{law}"]
    assert found[0]["company_id"] == yard.company


def test_every_law_is_tried() -> None:
    from interlock.stock.laws import SQL

    assert set(BREAKS) == set(SQL)


def test_a_month_with_a_difference_does_not_close(yard: Yard) -> None:
    received = yard.receive(yard.camera, 5, 50)
    [month] = Period.objects.filter(company_id=yard.company, module="stock", month=DAY.replace(day=1))
    close: dict[str, Any] = {"company": yard.company, "by": yard.by}
    line = Entry.objects.get(company_id=yard.company).line_id
    _value(yard, amount_delta=-2, line_id=line)
    [verdict] = close_periods([month.pk], **close).verdicts
    assert (verdict.code, verdict.detail["count"]) == ("difference", 1)
    assert verdict.detail["documents"] == [
        {"document_id": received, "stock": Decimal("48.00"), "books": Decimal("50.00")}
    ]
    _value(yard, amount_delta=2, line_id=line)
    assert close_periods([month.pk], **close).counts == {"done": 1}
    [draft] = [yard.draft("receipt", yard.line(yard.camera, 1, 1))]
    assert yard.post(draft).counts == {"period_closed": 1}


def test_balances_are_made_again_from_their_entries(yard: Yard) -> None:
    yard.receive(yard.camera, 5, 50)
    yard.receive(yard.camera, 4, 40, at=yard.far)
    yard.reserve((yard.camera, 2))
    before = list(Balance.objects.order_by("id").values_list("location_id", "on_hand", "reserved"))
    assert stock.rebuild_balances(yard.company) == []
    Balance.objects.filter(location_id=yard.near).update(on_hand=9, reserved=0)
    Balance.objects.filter(location_id=yard.far).delete()
    [near, far] = stock.rebuild_balances(yard.company)
    assert (near.location_id, near.on_hand, near.entered, near.reserved, near.promised) == (yard.near, 9, 5, 0, 2)
    assert (far.location_id, far.on_hand, far.entered) == (yard.far, 0, 4)
    assert len(stock.rebuild_balances(yard.company, dry=False)) == 2
    assert list(Balance.objects.order_by("id").values_list("location_id", "on_hand", "reserved")) == before
    assert not broken_laws()


def test_pages_of_stock_and_entries(yard: Yard) -> None:
    yard.receive(yard.camera, 3, 10)
    yard.receive(yard.camera, 1, 4, at=yard.other)
    yard.receive(yard.lock, 1, 9, serials=["A"])
    yard.reserve((yard.camera, 1))
    rows = stock.stock_of(yard.company, limit=2)
    assert [(r.item_id, r.warehouse_id, r.on_hand, r.reserved, r.free, str(r.value)) for r in rows] == [
        (yard.camera, yard.east, 3, 1, 2, "10.50"),
        (yard.camera, yard.south, 1, 0, 1, "3.50"),
    ]
    last = rows[-1]
    rest = stock.stock_of(yard.company, after=(last.item_id, last.warehouse_id))
    assert [(r.item_id, r.pool_amount) for r in rest] == [(yard.lock, 9)]
    assert [r.item_id for r in stock.stock_of(yard.company, items=[yard.camera], warehouses=[yard.south])] == [
        yard.camera
    ]
    newest = stock.entries_of(yard.company, yard.camera, limit=2)
    assert [(e.kind, e.amount) for e in newest] == [("reserve", None), ("receipt", 4)]
    [oldest] = stock.entries_of(yard.company, yard.camera, before=newest[-1].id)
    assert (oldest.on_hand_delta, oldest.amount) == (3, 10)
