"""An order is cancelled at any point before it is shipped; what was promised, picked and handed over follows."""

from __future__ import annotations

from typing import Any

import pytest

from interlock.core.api import DocumentVersion, Refusal
from interlock.sales import api as sales
from interlock.sales.models import OrderChange, Shop
from interlock.stock.models import Balance, Serial
from tests.builders import DAY, World, assert_laws


def cancel(world: World, *orders: int, **fields: Any) -> Any:
    given: dict[str, Any] = {"reason": "buyer", "on": DAY} | fields
    return sales.cancel_orders(list(orders), company=world.company, by=world.by, **given)


def promised(world: World, item: int) -> int:
    return int(sum(b.reserved for b in Balance.objects.filter(company=world.company, item=item)))


def test_each_order_gets_its_own_verdict(world: World) -> None:
    world.receive(world.camera, 10, "1000")
    states = ["received", "reviewed", "reserved", "released", "shipped", "recognised"]
    orders = {state: world.order(("CAMERA", 1), state=state) for state in states}
    held = world.order(("CAMERA", 1), state="received", phone="1")
    world.step("reviewed", [held])
    short = world.order(("CAMERA", 99))
    world.step("reserved", [short])
    gone = world.order(state="received")
    cancel(world, gone)
    alien = World(code="ALIEN").order()
    outcome = cancel(world, *orders.values(), held, short, gone, 404_000_000, alien)
    codes = ["done", "done", "done", "done", "shipped", "shipped", "done", "done", "already", "not_found", "not_found"]
    assert [code for _id, code in outcome.table()] == codes
    assert {world.state(orders[state]) for state in states[:4]} == {"cancelled"}
    assert (world.holds(held), world.holds(short), promised(world, world.camera)) == ([], [], 0)
    assert not sales.Order.objects.filter(company=world.company, state="cancelled", is_open=True).exists()
    delivery = sales.Delivery.objects.get(company=world.company, state="cancelled")
    kept = DocumentVersion.objects.get(kind="delivery", document_id=delivery.pk)
    assert (delivery.is_open, len(kept.snapshot["lines"])) == (False, 1)
    assert_laws()


def test_the_reason_is_kept_and_must_be_one(world: World) -> None:
    order = world.order(state="received")
    with pytest.raises(Refusal, match="unknown_cancel_reason"):
        cancel(world, order, reason="because")
    cancel(world, order, reason="duplicate", note=" ordered twice ")
    kept = sales.Cancellation.objects.get(order_id=order)
    assert (kept.reason, kept.note, str(kept.amount)) == ("duplicate", "ordered twice", "299.00")
    assert world.step("reviewed", [order]).table() == [(order, "cancelled")]
    assert world.step("reserved", [order]).table() == [(order, "cancelled")]
    assert world.step("released", [order]).table() == [(order, "cancelled")]


def test_picked_pieces_go_back_and_the_delivery_does_not_leave(world: World) -> None:
    delivery = world.delivery(("LOCK", 2))
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    sales.capture_serials([delivery], **call)
    order = sales.DeliveryLine.objects.get(delivery=delivery).order_id
    assert cancel(world, order).table() == [(order, "done")]
    assert set(Serial.objects.filter(company=world.company).values_list("state", flat=True)) == {"in_stock"}
    assert sales.capture_serials([delivery], **call).table() == [(delivery, "cancelled")]
    assert sales.ship_deliveries([delivery], on=DAY, **call).table() == [(delivery, "cancelled")]
    assert sales.recognise_revenue([delivery], trigger="receipt", on=DAY, **call).table() == [(delivery, "cancelled")]
    again = world.order(("LOCK", 2), state="shipped")
    assert world.state(again) == "shipped"
    assert_laws()


@pytest.mark.parametrize("state", ["shipped", "recognised"])
def test_of_an_order_shipped_in_part_the_rest_is_cancelled(world: World, state: str) -> None:
    Shop.objects.filter(pk=world.shop.pk).update(split="by_warehouse")
    world.receive(world.camera, 1, "1", world.east_bin)
    world.receive(world.camera, 2, "2", world.south_bin)
    world.receive(world.battery, 1, "2", world.south_bin)
    order = world.order(("CAMERA", 3), ("BATTERY", 1), price="10", state="received")
    world.step("reviewed", [order])
    if world.holds(order):
        sales.release_orders([order], company=world.company, by=world.by, note="cheap")
    world.step("reserved", [order])
    world.step("released", [order])
    first, _second = world.deliveries(order)
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    sales.ship_deliveries([first], **call)
    if state == "recognised":
        sales.recognise_revenue([first], trigger="receipt", **call)
    outcome = cancel(world, order)
    assert (outcome.table(), outcome.verdicts[0].detail) == ([(order, "done")], {"partly": True})
    row = sales.Order.objects.get(pk=order)
    lines = sales.OrderLine.objects.filter(order_id=order).order_by("line_number")
    assert (row.state, str(row.amount)) == (state, "10.00")
    assert [(int(line.quantity), str(line.amount)) for line in lines] == [(1, "10.00"), (0, "0.00")]
    kept = DocumentVersion.objects.get(kind="order", document_id=order)
    assert [line["quantity"] for line in kept.snapshot["lines"]] == [3, 1]
    assert str(sales.Cancellation.objects.get(order_id=order).amount) == "30.00"
    assert cancel(world, order).table() == [(order, "shipped")]
    assert_laws()


def test_a_change_of_the_platform_is_settled_with_the_order(world: World) -> None:
    world.receive(world.camera, 1, "100")
    order = world.order(("CAMERA", 1))
    number = sales.Order.objects.get(pk=order).platform_number
    world.feed([world.line("CAMERA", 5, order_no=number)])
    assert world.holds(order) == ["changed"]
    assert cancel(world, order).table() == [(order, "done")]
    assert OrderChange.objects.get(order_id=order).state == "dismissed"
    assert world.feed([world.line("CAMERA", 7, order_no=number)]).counts == {"changed": 1}
    assert (world.state(order), world.holds(order)) == ("cancelled", [])
    assert_laws()


def test_a_dry_run_changes_nothing_and_a_foreign_set_is_refused(world: World) -> None:
    order = world.order(state="received")
    assert cancel(world, order, policy="dry_run").table() == [(order, "done")]
    assert cancel(world, order, 404_000_000, policy="all").table() == [
        (order, "set_rejected"),
        (404_000_000, "not_found"),
    ]
    assert world.state(order) == "received"
    assert not sales.Cancellation.objects.exists()
