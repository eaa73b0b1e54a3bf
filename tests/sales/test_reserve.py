"""Sourcing: who gets which pieces, and that nothing is promised twice."""

from __future__ import annotations

import pytest

from interlock.sales import api as sales
from interlock.sales.jobs import advance
from interlock.sales.models import Shop
from interlock.sales.operations.reserve_orders import orders_to_reserve
from interlock.stock.models import Balance, Reservation
from tests.builders import DAY, World, assert_laws


def places(world: World, order: int) -> list[tuple[str, int]]:
    """Answer (warehouse, pieces) of an order's reservations."""
    rows = Reservation.objects.filter(company=world.company, document_id=order, open_quantity__gt=0).order_by("id")
    return [(row.location.warehouse.code, int(row.quantity)) for row in rows.select_related("location__warehouse")]


def test_each_order_gets_its_own_verdict(world: World) -> None:
    world.receive(world.camera, 5, "500")
    good, short, raw = world.order(("CAMERA", 3)), world.order(("CAMERA", 9)), world.order(state="received")
    alien = World(code="ALIEN")
    alien.receive(alien.camera, 1, "1")
    theirs = alien.order()
    outcome = world.step("reserved", [short, good, 99_999, raw, theirs])
    assert outcome.table() == [
        (short, "no_stock"),
        (good, "done"),
        (99_999, "not_found"),
        (raw, "not_reviewed"),
        (theirs, "not_found"),
    ]
    assert outcome.verdicts[0].detail["short"] == [{"line": 1, "item": world.camera, "wanted": "9", "free": "2"}]
    assert world.holds(short) == ["no_stock"]
    assert world.step("reserved", [good]).table() == [(good, "already")]
    assert_laws()


def test_scarce_stock_goes_by_priority_then_time(world: World) -> None:
    world.receive(world.camera, 2, "200")
    late = world.order(ordered_at=f"{DAY}T12:00:00")
    early = world.order(ordered_at=f"{DAY}T08:00:00")
    urgent = world.order(ordered_at=f"{DAY}T20:00:00", priority="1")
    outcome = world.step("reserved", [late, early, urgent])
    assert outcome.table() == [(late, "no_stock"), (early, "done"), (urgent, "done")]


def test_who_waited_does_not_go_before_who_is_more_urgent(world: World) -> None:
    world.receive(world.camera, 1, "100")
    waited = world.order(("CAMERA", 2), ordered_at=f"{DAY}T08:00:00")
    world.step("reserved", [waited])
    assert world.holds(waited) == ["no_stock"]
    late, urgent = world.order(ordered_at=f"{DAY}T20:00:00"), world.order(ordered_at=f"{DAY}T21:00:00", priority="1")
    world.receive(world.camera, 2, "200")
    assert orders_to_reserve(world.company) == [urgent, waited, late]
    advance(world.company, world.by, DAY)
    assert [world.state(order) for order in (urgent, waited, late)] == ["released", "released", "held"]
    assert_laws()


@pytest.mark.parametrize(
    ("split", "east", "south", "wanted", "verdict", "where"),
    [
        ("never", 5, 5, 3, "done", [("EAST", 3)]),
        ("never", 2, 5, 3, "done", [("SOUTH", 3)]),
        ("never", 2, 2, 3, "no_stock", []),
        ("by_warehouse", 2, 2, 3, "done", [("EAST", 2), ("SOUTH", 1)]),
        ("by_warehouse", 1, 1, 3, "no_stock", []),
        ("wait_for_all", 1, 1, 3, "no_stock", [("EAST", 1), ("SOUTH", 1)]),
        ("wait_for_all", 2, 2, 3, "done", [("EAST", 2), ("SOUTH", 1)]),
    ],
)
def test_the_split_policy_is_data(
    world: World, split: str, east: int, south: int, wanted: int, verdict: str, where: list[tuple[str, int]]
) -> None:
    Shop.objects.filter(pk=world.shop.pk).update(split=split)
    world.receive(world.camera, east, "100", world.east_bin)
    world.receive(world.camera, south, "100", world.south_bin)
    order = world.order(("CAMERA", wanted))
    assert world.step("reserved", [order]).table() == [(order, verdict)]
    assert places(world, order) == where
    assert_laws()


def test_an_order_waits_for_stock_and_is_served_when_it_comes(world: World) -> None:
    world.receive(world.camera, 1, "100")
    Shop.objects.filter(pk=world.shop.pk).update(split="wait_for_all")
    order, other = world.order(("CAMERA", 3)), world.order(("BATTERY", 1))
    world.step("reserved", [order, other])
    assert sales.retry_waiting(company=world.company, by=world.by, on=DAY).counts == {}
    world.receive(world.camera, 2, "200")
    assert sales.retry_waiting(company=world.company, by=world.by, on=DAY).counts == {"done": 1}
    assert (world.state(order), world.holds(order), world.state(other)) == ("reserved", [], "held")
    assert sum(pieces for _place, pieces in places(world, order)) == 3
    assert_laws()


def test_a_province_goes_by_its_own_route_first(world: World) -> None:
    world.receive(world.camera, 5, "100", world.east_bin)
    world.receive(world.camera, 5, "100", world.south_bin)
    near, far = world.order(province="浙江"), world.order(province="新疆")
    world.step("reserved", [near, far])
    assert (places(world, near), places(world, far)) == ([("EAST", 1)], [("SOUTH", 1)])


def test_a_dry_run_says_the_same_and_does_nothing(world: World) -> None:
    world.receive(world.camera, 1, "100")
    one, two = world.order(), world.order()
    dry = sales.reserve_orders([one, two], company=world.company, by=world.by, on=DAY, policy="dry_run")
    assert dry.table() == [(one, "done"), (two, "no_stock")]
    assert (world.state(one), world.state(two), world.holds(two)) == ("reviewed", "reviewed", [])
    assert Balance.objects.get(company=world.company, item=world.camera).reserved == 0


def test_all_or_none(world: World) -> None:
    world.receive(world.camera, 1, "100")
    one, two = world.order(), world.order()
    outcome = sales.reserve_orders([one, two], company=world.company, by=world.by, on=DAY, policy="all")
    assert outcome.table() == [(one, "set_rejected"), (two, "no_stock")]
    assert world.state(one) == "reviewed"
    assert Balance.objects.get(company=world.company, item=world.camera).reserved == 0
    assert_laws()
