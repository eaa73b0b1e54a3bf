"""Stories of a day: from a buyer's click to revenue, and what happens when something stands in the way."""

from __future__ import annotations

import io
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from interlock.core.api import Refusal, Timeline
from interlock.finance import api as finance
from interlock.sales import api as sales
from interlock.stock.models import Balance, Pool, Serial
from tests.builders import DAY, World, assert_laws

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    return World()


def booked(world: World, code: str) -> Decimal:
    """Answer what an account holds, debit less credit, after everything pending is posted."""
    world.post()
    return next((row.closing for row in finance.trial_balance(world.company, DAY) if row.code == code), Decimal())


def codes_of(world: World, document: int) -> list[str]:
    """Answer the timeline of a document: what was done, in order."""
    found = Timeline.objects.filter(company=world.company, documents__contains=[document]).order_by("id")
    return list(found.values_list("code", flat=True))


def orders(world: World) -> dict[str, int]:
    found = sales.Order.objects.filter(company=world.company)
    return {str(number): int(pk) for number, pk in found.values_list("platform_number", "pk")}


def test_a_web_order_becomes_revenue(world: World) -> None:
    """Chen buys a lock with fitting, a camera and a battery; each becomes revenue when its own moment comes."""
    world.receive(world.lock, 2, "800.00")
    world.receive(world.camera, 3, "300.00")
    world.receive(world.battery, 10, "40.00")
    basket = [("LOCK", 1), ("CAMERA", 1), ("BATTERY", 2)]
    order = world.order(*basket, state="released")
    delivery = world.deliveries(order)[0]
    assert booked(world, "6001") == 0

    # The warehouse scans the lock's number and the parcel leaves: goods shipped, and the batteries are revenue.
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    line = sales.DeliveryLine.objects.get(delivery=delivery, item_id=world.lock)
    number = Serial.objects.filter(company=world.company).order_by("id").values_list("number", flat=True)[1]
    assert sales.capture_serials([delivery], serials={line.pk: [number]}, **call).table() == [(delivery, "done")]
    assert sales.ship_deliveries([delivery], on=DAY, **call).table() == [(delivery, "done")]
    assert booked(world, "1406") == Decimal("400.00") + Decimal("100.00") + Decimal("8.00")
    assert sales.recognise_revenue([delivery], trigger="shipment", on=DAY, **call).table() == [(delivery, "done")]
    assert booked(world, "6001") == Decimal("-17.70")
    assert booked(world, "6401") == Decimal("8.00")

    # Two days later it is received, four days later fitted; both come as a file, and once more by mistake.
    for event, days in (("receipt", 2), ("installation", 4), ("installation", 4)):
        text = f"event,on,shop,order_no\n{event},{DAY + timedelta(days=days)},S1,{_number(order)}\n"
        result = sales.confirm_feed(io.BytesIO(text.encode()), f"{event}.csv", **call)
        assert result.rejected == []
    assert world.state(order) == "recognised"
    assert booked(world, "1122") == Decimal("1318.00")
    assert booked(world, "22210105") == Decimal("-151.63")
    assert booked(world, "6001") == -(Decimal("1318.00") - Decimal("151.63"))
    assert booked(world, "6401") == Decimal("508.00")
    assert booked(world, "1406") == 0
    assert Serial.objects.get(company=world.company, number=number).state == "issued"
    assert codes_of(world, order)[0] == "received"
    assert_laws()


def _number(order: int) -> str:
    return str(sales.Order.objects.get(pk=order).platform_number)


def test_a_held_order_is_released_by_a_person_with_a_reason(world: World) -> None:
    """Below the floor and without a proper number: both reasons are named, a person lets it go, and that is kept."""
    world.receive(world.camera, 1, "100.00")
    world.feed([world.line("CAMERA", 1, "200", order_no="CHEAP", phone="12345")])
    order = orders(world)["CHEAP"]
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    verdict = sales.review_orders([order], **call).verdicts[0]
    assert verdict.code == "bad_phone"
    assert [reason["reason"] for reason in verdict.detail["reasons"]] == ["bad_phone", "price_below_floor"]
    assert world.holds(order) == ["bad_phone", "price_below_floor"]
    assert sales.reserve_orders([order], on=DAY, **call).table() == [(order, "held")]

    released = sales.release_orders([order], note="Regular customer, called back", **call)
    assert released.table() == [(order, "done")]
    assert world.holds(order) == []
    notes = set(sales.Hold.objects.filter(order=order).values_list("note", flat=True))
    assert notes == {"Regular customer, called back"}
    for state in ("reserved", "released", "shipped"):
        world.step(state, [order])
    assert world.state(order) == "shipped"
    assert_laws()


def test_out_of_stock_then_received_then_shipped(world: World) -> None:
    """The last one is gone: orders wait, the older one first; goods come in; all get theirs, nothing is oversold."""
    world.receive(world.camera, 1, "100.00")
    world.order(("CAMERA", 1), state="recognised")
    first = world.order(("CAMERA", 2), state="reviewed")
    later = world.order(("CAMERA", 2), state="reviewed", ordered_at=f"{DAY}T21:00:00")
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert [code for _, code in sales.reserve_orders([later, first], on=DAY, **call).table()] == [
        "no_stock",
        "no_stock",
    ]
    assert world.holds(first) == world.holds(later) == ["no_stock"]

    world.receive(world.camera, 3, "300.00")
    worked = sales.retry_waiting(on=DAY, **call)
    assert worked.counts == {"done": 1, "no_stock": 1}
    assert (world.state(first), world.state(later)) == ("reserved", "held")

    world.receive(world.camera, 1, "120.00")
    sales.retry_waiting(on=DAY, **call)
    for state in ("released", "shipped", "recognised"):
        world.step(state, [first, later])
    assert (world.state(first), world.state(later)) == ("recognised", "recognised")
    balance = Balance.objects.get(company=world.company, item_id=world.camera)
    assert (balance.on_hand, balance.reserved) == (0, 0)
    pool = Pool.objects.get(company=world.company, item_id=world.camera)
    assert (pool.quantity, pool.amount) == (0, 0)
    assert booked(world, "6401") == Decimal("520.00")
    assert_laws()


def test_two_companies_do_not_mix(world: World) -> None:
    """The sister company's stock is no stock of ours, its orders are not found, its books do not move."""
    sister = World(code="SIS")
    sister.receive(sister.camera, 5, "500.00")
    world.receive(world.camera, 1, "90.00")
    world.order(("CAMERA", 1), state="recognised")
    before = booked(world, "6001")
    order = world.order(("CAMERA", 1), state="reviewed")
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert sales.reserve_orders([order], on=DAY, **call).table() == [(order, "no_stock")]

    theirs = sister.order(("CAMERA", 1), state="released")
    delivery = sister.deliveries(theirs)[0]
    assert sales.ship_deliveries([delivery], on=DAY, **call).table() == [(delivery, "not_found")]
    assert sales.review_orders([theirs], **call).table() == [(theirs, "not_found")]
    sister.step("shipped", [theirs])
    sister.step("recognised", [theirs])
    assert booked(sister, "6001") < 0
    assert booked(world, "6001") == before
    assert world.state(order) == "held"
    ours = Balance.objects.get(company=world.company, item_id=world.camera)
    theirs_left = Balance.objects.get(company=sister.company, item_id=sister.camera)
    assert (ours.on_hand, theirs_left.on_hand) == (0, 4)
    assert_laws()


def test_a_clerk_of_one_company_cannot_touch_another(world: World) -> None:
    """What a person may do is said company by company."""
    sister = World(code="SIS")
    from interlock.core.api import Actor

    clerk = Actor(None, "clerk", "test", {world.company: frozenset({"sales.review_orders"})})
    order = sister.order(state="reviewed")
    with pytest.raises(Refusal, match="not_permitted"):
        sales.review_orders([order], company=sister.company, by=clerk)


def test_a_late_fact_is_posted_in_the_open_month(world: World) -> None:
    """The books of November are closed; what shipped in November is posted on the first of December."""
    delivery = world.delivery(("CAMERA", 1))
    world.post()
    periods = sales.Order._meta.apps.get_model("core.Period").objects
    periods.filter(company=world.company, module="finance", month=DAY.replace(day=1)).update(state="closed")
    order = sales.DeliveryLine.objects.get(delivery=delivery).order_id
    world.step("shipped", [order])
    world.post()
    months = {row.code: row.debit for row in finance.trial_balance(world.company, date(2026, 12, 1))}
    assert months["1406"] == Decimal("100.00")
    assert_laws()
