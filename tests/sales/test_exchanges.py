"""What is sent instead of returned goods: whose it is, what was a gift, and what follows when it is called off."""

from __future__ import annotations

from decimal import Decimal as D
from typing import Any

import pytest

from interlock.parties.models import Party
from interlock.sales import api as sales
from interlock.sales.models import Listing, Order, PromotionUse, Return, ReviewCheck
from tests.builders import DAY, World, assert_laws

from .promoting import coupon, drawn, promotion


@pytest.fixture
def stocked(world: World) -> World:
    for item in world.items.values():
        world.receive(item, 10, "1000")
    return world


def call(world: World) -> dict[str, Any]:
    return {"company": world.company, "by": world.by}


def exchanged(world: World, document: int) -> str:
    """Order other goods for a return, and answer the verdict."""
    (_id, code), *_rest = sales.exchange_returns([document], on=DAY, **call(world)).table()
    return str(code)


def sent(document: int) -> Order:
    return Order.objects.get(pk=Return.objects.values_list("replacement_id", flat=True).get(pk=document))


def cancelled(world: World, order: int) -> None:
    assert sales.cancel_orders([order], reason="buyer", on=DAY, **call(world)).counts == {"done": 1}


@pytest.mark.slow
def test_what_is_sent_instead_is_the_customers(stocked: World) -> None:
    """Its receivable, and what is credited for the return, are those of the customer the order names."""
    customer = Party.objects.create(code="NAMED", name="A customer by name", country="HK")
    order = stocked.order(("CAMERA", 1), state="received")
    Order.objects.filter(pk=order).update(customer=customer.pk)
    for step in ("reviewed", "reserved", "released", "shipped", "recognised"):
        stocked.step(step, [order])
    document = stocked.returned(order, ("CAMERA", 1), kind="exchange", state="received")
    assert exchanged(stocked, document) == "done"
    other = sent(document)
    assert other.customer_id == customer.pk
    for step in ("reviewed", "reserved", "released", "shipped", "recognised"):
        stocked.step(step, [other.pk])
    assert set(sales.Delivery.objects.values_list("customer_id", flat=True)) == {customer.pk}
    stocked.return_step("inspected", [document])
    stocked.return_step("refunded", [document])
    stocked.post()
    assert_laws()


@pytest.mark.slow
def test_a_gift_sent_again_is_a_gift(stocked: World) -> None:
    """The review asks no second time whether it may be given; its cost stays marketing."""
    ReviewCheck.objects.filter(check_code="gift").update(parameters={"gifts": "due"})
    promotion(stocked, "GIFT", "gift", gift_item_id=stocked.battery, adds_gifts=True)
    order = stocked.order(("CAMERA", 1), state="recognised")
    document = stocked.returned(order, ("BATTERY", 1), kind="exchange", state="received")
    assert exchanged(stocked, document) == "done"
    other = sent(document)
    assert [(line.is_gift, line.amount) for line in other.lines.all()] == [(True, D(0))]
    for step in ("reviewed", "reserved", "released", "shipped", "recognised"):
        stocked.step(step, [other.pk])
    assert stocked.state(other.pk) == "recognised"
    stocked.post()
    # More gifts than came back are asked about like any other.
    document = stocked.returned(order, ("CAMERA", 1), kind="exchange", state="received")
    assert exchanged(stocked, document) == "done"
    other = sent(document)
    other.lines.update(is_gift=True, unit_price=0, amount=0, tax_amount=0)
    Order.objects.filter(pk=other.pk).update(amount=0, tax_amount=0)
    Listing.objects.filter(item=stocked.camera).update(gift_allowed=False)
    assert stocked.step("reviewed", [other.pk]).counts == {"gift_not_allowed": 1}
    assert stocked.holds(other.pk) == ["gift_not_allowed", "gift_not_due"]
    assert_laws()


def test_an_exchange_called_off_can_be_sent_once_more(stocked: World) -> None:
    order = stocked.order(("CAMERA", 1), state="recognised")
    document = stocked.returned(order, ("CAMERA", 1), kind="exchange", state="received")
    assert exchanged(stocked, document) == "done"
    assert exchanged(stocked, document) == "already"
    number = Return.objects.get(pk=document).number
    named = [sent(document).platform_number]
    for _again in range(2):
        cancelled(stocked, sent(document).pk)
        assert exchanged(stocked, document) == "done"
        named.append(sent(document).platform_number)
    assert named == [number, f"{number}/2", f"{number}/3"]
    assert exchanged(stocked, document) == "already"
    for step in ("reviewed", "reserved", "released", "shipped", "recognised"):
        stocked.step(step, [sent(document).pk])
    assert stocked.state(sent(document).pk) == "recognised"
    assert_laws()


@pytest.mark.slow
@pytest.mark.parametrize("kept", [True, False])
def test_a_coupon_is_given_back_only_when_nothing_is_sent_instead(stocked: World, kept: bool) -> None:  # noqa: FBT001
    made = coupon(stocked, promotion(stocked))
    order = stocked.order(("CAMERA", 1), state="recognised", coupon="C10", discount="29.90")
    document = stocked.returned(order, ("CAMERA", 1), kind="exchange", state="received")
    assert exchanged(stocked, document) == "done"
    if not kept:
        cancelled(stocked, sent(document).pk)
    stocked.return_step("inspected", [document])
    stocked.return_step("refunded", [document])
    assert drawn(made) == ((D("29.90"), 1) if kept else (0, 0))
    if kept:
        cancelled(stocked, sent(document).pk)
        assert drawn(made) == (0, 0), "called off after the refund"
    stocked.post()
    assert_laws()


@pytest.mark.slow
def test_the_money_of_a_whole_order_gives_its_coupon_back(stocked: World) -> None:
    """Money without goods counts as a piece that came back, once it is all of a line's money."""
    made = coupon(stocked, promotion(stocked))
    order = stocked.order(("CAMERA", 1), state="recognised", coupon="C10", discount="29.90")
    for amount, left in (("200.00", (D("29.90"), 1)), ("69.10", (0, 0))):
        new = sales.NewReturn("refund_only", "DEFECT", DAY, (sales.NewReturnLine(D(0), 1, amount=D(amount)),), order)
        outcome = sales.announce_returns([1], returns={1: new}, **call(stocked))
        assert outcome.counts == {"done": 1}, outcome.verdicts
        stocked.return_step("refunded", [outcome.verdicts[0].detail["return"]])
        assert drawn(made) == left
    assert PromotionUse.objects.count() == 2
    assert_laws()
