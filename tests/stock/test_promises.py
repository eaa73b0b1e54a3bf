"""Free, reserved, issued, released: what is promised once is not promised twice."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection

from interlock.core.sql import observed
from interlock.finance.api import events_of
from interlock.stock import api as stock
from interlock.stock.models import Warehouse

from .yard import Promise, Yard, broken_laws


def test_free_is_what_lies_in_picking_bins_of_active_warehouses(yard: Yard) -> None:
    quality = yard.bin(yard.east, "Q-01", kind="quality")
    for place, pieces in ((yard.far, 3), (yard.near, 2), (yard.other, 5), (quality, 7)):
        yard.receive(yard.camera, pieces, 10 * pieces, at=place)
    yard.reserve((yard.camera, 2))
    both = stock.available(yard.company, [yard.camera], [yard.east, yard.south])
    assert [(row.location_id, row.free) for row in both] == [(yard.far, 3), (yard.other, 5)]
    assert both[0].warehouse_id == yard.east
    Warehouse.objects.filter(pk=yard.south).update(state="blocked")
    assert [row.location_id for row in stock.available(yard.company, [yard.camera], [yard.east, yard.south])] == [
        yard.far
    ]
    assert not broken_laws()


def test_bins_come_in_pick_order(yard: Yard) -> None:
    first = yard.bin(yard.east, "Z-99", pick_order=0)
    for place in (yard.far, yard.near, first):
        yard.receive(yard.camera, 1, 1, at=place)
    found = stock.available(yard.company, [yard.camera], [yard.east], lock=True)
    assert [row.location_id for row in found] == [first, yard.near, yard.far]


def test_a_promise_answers_to_its_line_and_is_kept(yard: Yard) -> None:
    other = yard.item()
    yard.receive(yard.camera, 10, 100)
    yard.receive(other, 10, 55)
    promises = yard.reserve((yard.camera, 3), (other, 1), (yard.camera, 4), lines_a_document=3)
    kept = stock.reservations_of(yard.company, [promises[0].document])
    assert [(row.id, row.line_id, row.item_id, row.quantity, row.open_quantity) for row in kept] == [
        (p.id, p.line, p.item, p.quantity, p.quantity) for p in promises
    ]
    assert yard.balance(yard.camera) == (10, 7)
    issued = yard.ship(promises)
    assert [(row.line_id, row.quantity, row.cost) for row in issued] == [
        (promises[0].line, 3, Decimal("30.00")),
        (promises[1].line, 1, Decimal("5.50")),
        (promises[2].line, 4, Decimal("40.00")),
    ]
    assert yard.balance(yard.camera) == (3, 0)
    assert yard.pool(yard.camera) == (3, 30)
    assert stock.cost_of(yard.company, [p.line for p in promises]) == {row.line_id: row.cost for row in issued}
    told = events_of(yard.company, [promises[0].document])
    assert [(row.kind, row.component, row.line_id, row.amount) for row in told] == [
        ("goods_shipped", "cost", row.line_id, row.cost) for row in issued
    ]
    assert not broken_laws()


def test_a_release_gives_back_what_is_open_and_only_once(yard: Yard) -> None:
    yard.receive(yard.camera, 5, 50)
    kept, gone = yard.reserve((yard.camera, 2), (yard.camera, 3))
    yard.ship([gone])
    yard.release([kept, gone])
    yard.release([kept])
    assert yard.balance(yard.camera) == (2, 0)
    assert [entry.kind for entry in stock.entries_of(yard.company, yard.camera)] == [
        "release",
        "issue",
        "reserve",
        "reserve",
        "receipt",
    ]
    assert not broken_laws()


def test_more_than_is_free_is_a_defect(yard: Yard) -> None:
    yard.receive(yard.camera, 5, 50)
    yard.reserve((yard.camera, 4))
    with pytest.raises(IntegrityError, match="stock_balance_reserved"):
        yard.reserve((yard.camera, 2))
    with pytest.raises(AssertionError, match="no balance|balance is missing"):
        yard.reserve((yard.lock, 1))
    assert yard.balance(yard.camera) == (5, 4)


def test_an_issued_or_unknown_reservation_is_a_defect(yard: Yard) -> None:
    yard.receive(yard.camera, 5, 50)
    [promise] = yard.reserve((yard.camera, 4))
    yard.ship([promise])
    with pytest.raises(AssertionError, match="not open"):
        yard.ship([promise])
    with pytest.raises(AssertionError, match="reservation is missing"):
        yard.ship([Promise(77, 1, 1, yard.camera, yard.near, Decimal(1))])
    with pytest.raises(AssertionError, match="one reservation a line"):
        yard.ship([promise, promise])
    assert not broken_laws()


def test_goods_without_value_leave_without_an_event(yard: Yard) -> None:
    yard.receive(yard.camera, 2, 0)
    [promise] = yard.reserve((yard.camera, 1))
    assert yard.ship([promise])[0].cost == 0
    assert events_of(yard.company, [promise.document]) == []
    assert not broken_laws()


@pytest.mark.parametrize("ledger", ["stock_entry", "stock_valueentry", "stock_serialentry"])
@pytest.mark.parametrize("change", ["UPDATE {} SET line_id = 0", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_application_cannot_change_a_ledger(yard: Yard, ledger: str, change: str) -> None:
    yard.receive(yard.lock, 1, 1, serials=["A"])
    with connection.cursor() as cursor, pytest.raises(Exception, match="permission denied"):
        cursor.execute(change.format(ledger))


def _read(yard: Yard, act: Callable[[], Any]) -> tuple[int, int]:
    """Answer the statements and the rows of stock's tables an action reads."""

    def counted() -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint"
                "  FROM pg_stat_xact_user_tables WHERE relname LIKE 'stock_%'"
            )
            return int(cursor.fetchone()[0])

    def watched() -> tuple[int, int]:
        before = counted()
        with observed() as statements:
            act()
        return len(statements), counted() - before

    statements, read = yard.within(watched)
    return statements, read


@pytest.mark.parametrize("verb", ["reserve", "ship", "release", "capture"])
def test_statements_do_not_grow_with_the_set_and_rows_read_grow_in_step(yard: Yard, verb: str) -> None:
    item = yard.lock if verb == "capture" else yard.camera
    yard.receive(item, 3_000, 9_999, serials=[f"S{n}" for n in range(3_000)] if item == yard.lock else [])
    verbs: dict[str, Callable[[list[Promise]], Any]] = {
        "ship": yard.ship,
        "release": yard.release,
        "capture": yard.capture,
    }
    seen = {}
    for size in (1, 1_000):
        if verb == "reserve":
            seen[size] = _read(yard, lambda size=size: yard.reserve(*[(item, 1)] * size))
            continue
        promises = yard.reserve(*[(item, 1)] * size)
        seen[size] = _read(yard, lambda promises=promises: verbs[verb](promises))
    assert seen[1][0] == seen[1_000][0], "as many statements for one as for a thousand"
    assert seen[1][1] <= 30
    assert seen[1_000][1] <= 12 * 1_000
