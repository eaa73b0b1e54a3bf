"""Orders that leave together, and orders of which a part leaves first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from interlock.core.api import DocumentVersion
from interlock.sales import api as sales
from interlock.sales.jobs import advance
from interlock.sales.models import Shop
from tests.builders import DAY, World, assert_laws


@pytest.fixture
def merging(world: World) -> World:
    Shop.objects.filter(pk=world.shop.pk).update(merge_minutes=30)
    for item in world.items.values():
        world.receive(item, 20, "2000")
    return world


def ordered(world: World, *minutes: int, sku: str = "CAMERA", **fields: Any) -> list[int]:
    """Make reserved orders of one buyer, these minutes after eight."""
    ids = [
        world.order((sku, 1), state="reserved", ordered_at=f"{DAY}T20:{minute:02d}:00", **fields) for minute in minutes
    ]
    assert {world.state(i) for i in ids} == {"reserved"}
    return ids


class TestMerge:
    def test_one_buyer_and_address_within_the_minutes_is_one_delivery(self, merging: World) -> None:
        near, far = ordered(merging, 0, 20), ordered(merging, 55)
        other = ordered(merging, 5, phone="13912345678")
        locks = ordered(merging, 1, sku="LOCK")
        everyone = [*near, *far, *other, *locks]
        assert {code for _id, code in merging.step("released", everyone).table()} == {"done"}
        assert merging.deliveries(near[0]) == merging.deliveries(near[1]) == merging.deliveries(locks[0])
        assert len({tuple(merging.deliveries(i)) for i in everyone}) == 3
        assert_laws()
        merging.step("shipped", everyone)
        assert {merging.state(i) for i in everyone} == {"shipped"}
        merging.step("recognised", everyone)
        merging.post()
        assert {merging.state(i) for i in everyone} == {"recognised"}
        assert_laws()

    def test_a_held_order_keeps_what_leaves_with_it(self, merging: World) -> None:
        one, two = ordered(merging, 0, 1)
        merging.step("released", [one, two])
        number = sales.Order.objects.get(pk=two).platform_number
        merging.feed([merging.line("CAMERA", 4, order_no=number)])
        [delivery] = merging.deliveries(one)
        call: dict[str, Any] = {"company": merging.company, "by": merging.by, "on": DAY}
        assert sales.ship_deliveries([delivery], **call).table() == [(delivery, "order_held")]
        sales.accept_changes([two], **call)
        assert merging.deliveries(two) == []
        assert sales.ship_deliveries([delivery], **call).table() == [(delivery, "done")]
        assert merging.state(one) == "shipped"
        assert_laws()

    def test_a_cancelled_order_leaves_the_others_in_their_delivery(self, merging: World) -> None:
        one, two = ordered(merging, 0, 1, sku="LOCK")
        merging.step("released", [one, two])
        [delivery] = merging.deliveries(one)
        call: dict[str, Any] = {"company": merging.company, "by": merging.by}
        sales.capture_serials([delivery], **call)
        sales.cancel_orders([one], reason="buyer", on=DAY, **call)
        row = sales.Delivery.objects.get(pk=delivery)
        assert (row.state, row.version, merging.deliveries(two)) == ("released", 2, [delivery])
        assert len(DocumentVersion.objects.get(document_id=delivery).snapshot["lines"]) == 2
        assert sales.ship_deliveries([delivery], on=DAY, **call).table() == [(delivery, "done")]
        assert (merging.state(one), merging.state(two)) == ("cancelled", "shipped")
        assert_laws()

    def test_the_job_waits_for_the_minutes_to_pass(self, merging: World) -> None:
        [order] = ordered(merging, 0)
        eight = datetime(2026, 11, 11, 12, 0, tzinfo=UTC)
        assert sales.orders_to_release(merging.company, eight + timedelta(minutes=29)) == []
        assert sales.orders_to_release(merging.company, eight + timedelta(minutes=30)) == [order]


class TestByLine:
    @pytest.fixture
    def parted(self, world: World) -> tuple[World, int]:
        Shop.objects.filter(pk=world.shop.pk).update(split="by_line")
        world.receive(world.camera, 5, "500")
        world.receive(world.battery, 1, "5")
        order = world.order(("CAMERA", 2), ("BATTERY", 3))
        assert world.step("reserved", [order]).table() == [(order, "no_stock")]
        return world, order

    def test_what_is_there_leaves_and_the_rest_follows(self, parted: tuple[World, int]) -> None:
        world, order = parted
        now = datetime(2026, 12, 1, tzinfo=UTC)
        assert sales.orders_to_release(world.company, now) == [order]
        assert world.step("released", [order]).table() == [(order, "done")]
        assert (world.state(order), world.holds(order)) == ("held", ["no_stock"])
        assert sales.orders_to_release(world.company, now) == []
        assert world.step("released", [order]).table() == [(order, "not_reserved")]
        [first] = world.deliveries(order)
        call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
        assert sales.ship_deliveries([first], **call).table() == [(first, "done")]
        assert_laws()
        assert sales.retry_waiting(**call).counts == {}
        world.receive(world.battery, 5, "5")
        assert sales.retry_waiting(**call).counts == {"done": 1}
        assert world.state(order) == "reserved"
        assert_laws()
        world.step("released", [order])
        assert (world.state(order), len(world.deliveries(order))) == ("released", 2)
        world.step("shipped", [order])
        assert world.state(order) == "shipped"
        world.step("recognised", [order])
        assert world.state(order) == "recognised"
        assert_laws()

    def test_what_still_waits_can_be_changed(self, parted: tuple[World, int]) -> None:
        world, order = parted
        world.step("released", [order])
        [first] = world.deliveries(order)
        call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
        sales.ship_deliveries([first], **call)

        def change(**wanted: Any) -> str:
            return str(sales.change_orders([order], changes={order: wanted}, **call).verdicts[0].code)

        assert change(lines=[{"line": 1, "quantity": 1}]) == "shipped"
        assert change(lines=[{"line": 2, "item": "CAMERA"}]) == "shipped"
        assert change(lines=[{"item": "CAMERA", "quantity": 1}]) == "shipped"
        assert change(city="宁波市") == "shipped"
        assert change(lines=[{"line": 2, "quantity": 3}]) == "nothing_to_change"
        assert change(lines=[{"line": 2, "quantity": 4}]) == "done"
        assert (world.state(order), world.holds(order)) == ("held", ["no_stock"])
        assert_laws()
        assert change(lines=[{"line": 2, "quantity": 1}]) == "done"
        assert (world.state(order), world.holds(order)) == ("reserved", [])
        assert_laws()
        world.step("released", [order])
        world.step("shipped", [order])
        assert str(sales.Order.objects.get(pk=order).amount) == "608.00"
        assert_laws()

    def test_an_order_of_which_nothing_waits_any_longer_goes_on(self, parted: tuple[World, int]) -> None:
        world, order = parted
        world.step("released", [order])
        call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
        sales.ship_deliveries(world.deliveries(order), **call)
        none = {order: {"lines": [{"line": 2, "quantity": 0}]}}
        assert sales.change_orders([order], changes=none, **call).table() == [(order, "done")]
        assert (world.state(order), world.holds(order)) == ("shipped", [])
        assert str(sales.Order.objects.get(pk=order).amount) == "598.00"
        world.step("recognised", [order])
        assert world.state(order) == "recognised"
        assert_laws()

    def test_the_job_hands_over_what_is_there(self, parted: tuple[World, int]) -> None:
        world, order = parted
        advance(world.company, world.by, DAY)
        assert (world.state(order), len(world.deliveries(order))) == ("held", 1)
        world.receive(world.battery, 5, "5")
        advance(world.company, world.by, DAY)
        assert (world.state(order), len(world.deliveries(order))) == ("released", 2)
        assert_laws()

    def test_both_parts_may_wait_in_the_warehouse(self, parted: tuple[World, int]) -> None:
        world, order = parted
        world.step("released", [order])
        world.receive(world.battery, 5, "5")
        world.step("reserved", [order])
        world.step("released", [order])
        assert len(world.deliveries(order)) == 2
        assert_laws()
        world.step("shipped", [order])
        assert world.state(order) == "shipped"
        assert_laws()

    def test_the_rest_can_be_cancelled(self, parted: tuple[World, int]) -> None:
        world, order = parted
        world.step("released", [order])
        world.step("shipped", [order])
        call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
        assert sales.cancel_orders([order], reason="out_of_stock", **call).verdicts[0].detail == {"partly": True}
        assert (world.state(order), str(sales.Order.objects.get(pk=order).amount)) == ("shipped", "598.00")
        assert_laws()

    def test_a_change_takes_the_part_back(self, parted: tuple[World, int]) -> None:
        world, order = parted
        world.step("released", [order])
        call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
        sales.change_orders([order], changes={order: {"lines": [{"line": 2, "quantity": 1}]}}, **call)
        for step in ("reviewed", "reserved", "released", "shipped"):
            world.step(step, [order])
        assert world.state(order) == "shipped"
        assert_laws()

    def test_another_hold_stops_the_part(self, parted: tuple[World, int]) -> None:
        world, order = parted
        world.step("released", [order])
        number = sales.Order.objects.get(pk=order).platform_number
        world.feed([world.line("CAMERA", 1, order_no=number)])
        [first] = world.deliveries(order)
        assert sales.ship_deliveries([first], company=world.company, by=world.by, on=DAY).table() == [
            (first, "order_held")
        ]
        assert_laws()
