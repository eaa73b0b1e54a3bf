"""Goods leave and become revenue: deliveries, serial numbers, shipping, the three revenue policies."""

from __future__ import annotations

import io
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from interlock.core.api import Actor, File, Period, Refusal
from interlock.finance import api as finance
from interlock.sales import api as sales
from interlock.sales.models import Shop
from interlock.stock.models import Pool, Serial
from tests.builders import DAY, World, assert_laws


def booked(world: World, code: str) -> Decimal:
    """Answer what an account holds after everything pending is posted."""
    world.post()
    rows = finance.trial_balance(world.company, DAY)
    return next((row.closing for row in rows if row.code == code), Decimal(0))


def test_parts_of_an_order_add_up_to_the_cent(world: World) -> None:
    Shop.objects.filter(pk=world.shop.pk).update(split="by_warehouse")
    world.receive(world.camera, 1, "1", world.east_bin)
    world.receive(world.camera, 2, "2", world.south_bin)
    order = world.order(("CAMERA", 3), price="333.33", state="released")
    parts = sales.DeliveryLine.objects.filter(order_id=order).order_by("id")
    assert [(int(p.quantity), str(p.amount), str(p.tax_amount)) for p in parts] == [
        (1, "333.33", "38.35"),
        (2, "666.66", "76.69"),
    ]
    assert len(world.deliveries(order)) == 2
    assert_laws()


def test_each_delivery_gets_its_own_verdict(world: World) -> None:
    good, locked, gone = world.delivery(("CAMERA", 2)), world.delivery(("LOCK", 1)), world.delivery(("BATTERY", 1))
    world.step("shipped", [sales.DeliveryLine.objects.get(delivery=gone).order_id])
    alien = World(code="ALIEN").delivery(("CAMERA", 1))
    outcome = sales.ship_deliveries([locked, good, 99_999, gone, alien], company=world.company, by=world.by, on=DAY)
    assert outcome.table() == [
        (locked, "serials_missing"),
        (good, "done"),
        (99_999, "not_found"),
        (gone, "already"),
        (alien, "not_found"),
    ]
    assert outcome.verdicts[0].detail == {"serials_missing": 1}
    assert_laws()


def test_a_closed_month_ships_nothing(world: World) -> None:
    delivery = world.delivery(("CAMERA", 1))
    Period.objects.filter(company=world.company, module="stock", month=DAY.replace(day=1)).update(state="closed")
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert sales.ship_deliveries([delivery], on=DAY, **call).table() == [(delivery, "period_closed")]
    assert sales.ship_deliveries([delivery], on=date(2027, 5, 1), **call).table() == [(delivery, "period_closed")]
    assert sales.ship_deliveries([delivery], on=date(2026, 12, 1), **call).table() == [(delivery, "done")]


def test_an_order_the_platform_changed_does_not_leave(world: World) -> None:
    delivery = world.delivery(("CAMERA", 1))
    order = sales.Order.objects.get(delivery_lines__delivery=delivery)
    world.feed([world.line("CAMERA", 5, order_no=order.platform_number)])
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert sales.ship_deliveries([delivery], on=DAY, **call).table() == [(delivery, "order_held")]
    sales.release_orders([order.pk], note="one piece it is", **call)
    assert sales.ship_deliveries([delivery], on=DAY, **call).table() == [(delivery, "done")]
    assert_laws()


def test_serial_numbers_are_scanned_and_judged(world: World) -> None:
    delivery, other = world.delivery(("LOCK", 2)), world.delivery(("LOCK", 1))
    line = sales.DeliveryLine.objects.get(delivery=delivery).pk
    world.receive(world.lock, 1, "1", world.south_bin)
    numbers = list(Serial.objects.filter(company=world.company).order_by("id").values_list("number", flat=True))
    here, elsewhere = numbers[:3], numbers[3]
    call: dict[str, Any] = {"company": world.company, "by": world.by}

    def scan(*given: str) -> list[tuple[int, str]]:
        return sales.capture_serials([delivery], serials={line: list(given)}, **call).table()

    assert scan(here[0]) == [(delivery, "serial_count")]
    assert scan(here[0], "SN-UNKNOWN") == [(delivery, "unknown_serial")]
    assert scan(here[0], elsewhere) == [(delivery, "serial_elsewhere")]
    assert scan(here[0], here[0]) == [(delivery, "serial_count")]
    assert scan(here[2], here[1]) == [(delivery, "done")]
    assert sales.capture_serials([other], **call).table() == [(other, "done")]
    assert sales.capture_serials([other], serials={line: here[:2]}, **call).table() == [(other, "unknown_line")]
    assert sales.ship_deliveries([delivery, other], on=DAY, **call).table() == [(delivery, "done"), (other, "done")]
    left = Serial.objects.filter(company=world.company, line_id=line, state="issued")
    assert sorted(left.values_list("number", flat=True)) == sorted(here[1:])
    assert_laws()


@pytest.mark.parametrize(
    ("sku", "shipment", "receipt", "installation"),
    [
        ("BATTERY", "done", "already", "already"),
        ("CAMERA", "not_due", "done", "already"),
        ("LOCK", "not_due", "not_due", "done"),
    ],
)
def test_revenue_waits_for_what_the_items_policy_names(
    world: World, sku: str, shipment: str, receipt: str, installation: str
) -> None:
    delivery = world.delivery((sku, 1), state="shipped")
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    verdicts = [sales.recognise_revenue([delivery], trigger=t, **call).table() for t in sales.Trigger.values]
    assert verdicts == [[(delivery, shipment)], [(delivery, receipt)], [(delivery, installation)]]
    assert sales.Delivery.objects.get(pk=delivery).state == "recognised"
    assert_laws()


def test_an_order_of_three_policies_becomes_revenue_in_three_steps(world: World) -> None:
    delivery = world.delivery(("LOCK", 1), ("CAMERA", 1), ("BATTERY", 1), state="shipped")
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    revenue = []
    for trigger in sales.Trigger.values:
        sales.recognise_revenue([delivery], trigger=trigger, **call)
        revenue.append(-booked(world, "6001"))
    assert revenue == [Decimal("8.85"), Decimal("273.45"), Decimal("1157.52")]
    assert -booked(world, "22210105") == Decimal("150.48")
    assert booked(world, "1122") == Decimal("1308.00")
    assert booked(world, "6401") == Decimal("300.00")
    assert booked(world, "1406") == 0
    order = sales.Order.objects.get(
        delivery_lines__delivery=delivery, lines__line_number=1, delivery_lines__item=world.lock
    )
    assert order.state == "recognised"
    assert_laws()


def test_what_cannot_be_revenue_says_why(world: World) -> None:
    waiting, gone = world.delivery(("CAMERA", 1)), world.delivery(("CAMERA", 1), state="shipped")
    call: dict[str, Any] = {"company": world.company, "by": world.by, "trigger": "receipt"}
    early = DAY - timedelta(days=1)
    assert sales.recognise_revenue([waiting, gone, 5], on=early, **call).table() == [
        (waiting, "not_shipped"),
        (gone, "before_shipment"),
        (5, "not_found"),
    ]
    Period.objects.filter(company=world.company, module="sales").update(state="closed")
    assert sales.recognise_revenue([gone], on=DAY, **call).table() == [(gone, "period_closed")]
    with pytest.raises(Refusal, match="unknown_trigger"):
        sales.recognise_revenue([gone], company=world.company, by=world.by, trigger="hope", on=DAY)


def test_the_pool_ends_at_nothing(world: World) -> None:
    world.receive(world.camera, 3, "100")
    for _nth in range(3):
        world.order(("CAMERA", 1), state="recognised")
    pool = Pool.objects.get(company=world.company, item=world.camera)
    assert (pool.quantity, pool.amount) == (0, 0)
    assert booked(world, "6401") == Decimal("100.00")
    assert_laws()


def test_a_confirmation_of_somebody_without_the_permission_is_not_even_kept(world: World) -> None:
    nobody = Actor(None, "nobody", "test", {})
    with pytest.raises(Refusal, match="not_permitted"):
        sales.confirm_feed(io.BytesIO(b"event,on\n"), "done.csv", company=world.company, by=nobody)
    assert not File.objects.filter(company=world.company, name="done.csv").exists()


def test_a_confirmation_feed_makes_revenue(world: World) -> None:
    camera = world.delivery(("CAMERA", 1), state="shipped")
    number = sales.Delivery.objects.get(pk=camera).number
    world.receive(world.lock, 1, "500")
    lock = world.order(("LOCK", 1))
    for state in ("reserved", "released", "shipped"):
        world.step(state, [lock])
    platform = sales.Order.objects.get(pk=lock).platform_number
    text = (
        "event,on,delivery,shop,order_no\n"
        f"receipt,{DAY},{number},,\n"
        f"installation,{DAY},,S1,{platform}\n"
        f"installation,{DAY},DN-NONE,,\n"
        f"arrival,{DAY},{number},,\n"
        f"receipt,30 February,{number},,\n"
    )
    result = sales.confirm_feed(io.BytesIO(text.encode()), "done.csv", company=world.company, by=world.by)
    assert (result.rows, result.counts) == (5, {"done": 2})
    assert result.rejected == [(3, "unknown_delivery"), (4, "bad_event"), (5, "bad_on")]
    again = sales.confirm_feed(io.BytesIO(text.encode()), "done.csv", company=world.company, by=world.by)
    assert again.counts == {"done": 2}
    assert_laws()


def test_what_was_rejected_is_judged_anew_when_its_file_comes_again(world: World) -> None:
    first, later = world.delivery(("CAMERA", 1), state="shipped"), world.delivery(("CAMERA", 1))
    numbers = sales.Delivery.objects.filter(pk__in=[first, later]).order_by("pk").values_list("number", flat=True)
    receipts = "event,on,delivery\n" + "".join(f"receipt,{DAY},{number}\n" for number in numbers)
    shipments = f"on,delivery\n{DAY},{numbers[1]}\n"

    def read(feed: Any, text: str) -> sales.ConfirmResult:
        result: sales.ConfirmResult = feed(io.BytesIO(text.encode()), "f.csv", company=world.company, by=world.by)
        return result

    for _twice in range(2):
        early = read(sales.confirm_feed, receipts)
        assert (early.counts, early.refused) == ({"done": 1, "not_shipped": 1}, [(2, "not_shipped")])
    month = Period.objects.filter(company=world.company, module="stock", month=DAY.replace(day=1))
    month.update(state="closed")
    assert read(sales.ship_feed, shipments).refused == [(1, "period_closed")]
    month.update(state="open")
    shipped = read(sales.ship_feed, shipments)
    assert (shipped.counts, shipped.refused) == ({"done": 1}, [])
    confirmed = read(sales.confirm_feed, receipts)
    assert (confirmed.counts, confirmed.refused) == ({"done": 2}, [])
    assert read(sales.confirm_feed, receipts).counts == {"done": 1, "already": 1}
    assert {sales.Delivery.objects.get(pk=one).state for one in (first, later)} == {"recognised"}
    assert_laws()
