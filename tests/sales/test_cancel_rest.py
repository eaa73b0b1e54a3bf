"""What is not sent of an order shipped in part gives back its share of discount, subsidy, coupon and gifts."""

from __future__ import annotations

from decimal import Decimal as D
from typing import Any

import pytest

from interlock.finance.models import EventLine
from interlock.sales import api as sales
from interlock.sales.models import OrderLine, PromotionUse, Scope, Shop
from tests.builders import DAY, World, assert_laws

from .promoting import coupon, drawn, promotion


def call(world: World) -> dict[str, Any]:
    return {"company": world.company, "by": world.by}


def shipped_in_part(world: World, rows: list[dict[str, Any]], east: dict[str, int], south: dict[str, int]) -> int:
    """Order these rows, of which two warehouses together have all; what the first one has leaves."""
    Shop.objects.filter(pk=world.shop.pk).update(split="by_warehouse")
    for stock, place in ((east, world.east_bin), (south, world.south_bin)):
        for sku, pieces in stock.items():
            world.receive(world.items[sku], pieces, "1", place)
    world.feed(rows)
    order = sales.orders_in(world.company, "received")[-1]
    assert world.step("reviewed", [order]).counts == {"done": 1}, world.holds(order)
    for step in ("reserved", "released"):
        world.step(step, [order])
    first = world.deliveries(order)[0]
    assert sales.ship_deliveries([first], on=DAY, **call(world)).counts == {"done": 1}
    return order


def cancelled(world: World, order: int) -> None:
    assert sales.cancel_orders([order], reason="buyer", on=DAY, **call(world)).counts == {"done": 1}


@pytest.mark.parametrize(
    ("included", "off", "net"),
    [
        pytest.param(True, "29.90", "278.97", id="with VAT"),
        pytest.param(False, "29.91", "278.96", id="without VAT", marks=pytest.mark.slow),
    ],
)
def test_the_rest_gives_its_share_back(world: World, included: bool, off: str, net: str) -> None:  # noqa: FBT001
    """A third stays, as the price of what was sent is rounded; the whole return of it gives that back too."""
    world.prices.tax_included = included
    world.prices.save()
    made = coupon(world, promotion(world, platform_pct=33))
    row = world.line("CAMERA", 3, order_no="P1", discount="89.70", subsidy="29.60", coupon="C10", paid_amount="1000")
    order = shipped_in_part(world, [row], {"CAMERA": 1}, {"CAMERA": 2})
    cancelled(world, order)
    line = OrderLine.objects.get(order=order)
    charged = line.amount - (0 if included else line.tax_amount)
    assert (line.quantity, line.discount_amount, line.subsidy_amount, charged) == (1, D(off), D("9.87"), D(net))
    assert drawn(made) == (D(off), 1)
    assert sum(PromotionUse.objects.values_list("subsidy_amount", flat=True)) == D("9.87")
    assert_laws()
    world.step("recognised", [order])
    world.returned(order, ("CAMERA", 1), state="refunded")
    assert drawn(made) == (0, 0)
    world.post()
    booked = EventLine.objects.filter(event__kind="revenue_reversed", component="subsidy")
    assert booked.count() == 1
    assert_laws()


@pytest.mark.slow
def test_a_coupon_of_which_nothing_was_sent_is_free_again(world: World) -> None:
    five = promotion(world, "FIVE", "amount", amount=5)
    Scope.objects.create(company=world.company_row, promotion=five, item_id=world.battery)
    made = coupon(world, five, most_uses=1)
    rows = [
        world.line("CAMERA", 2, order_no="P2", line_no=1, coupon="C10"),
        world.line("BATTERY", 1, order_no="P2", line_no=2, discount="5", coupon="C10"),
    ]
    order = shipped_in_part(world, rows, {"CAMERA": 2}, {"BATTERY": 1})
    assert drawn(made) == (D(5), 1)
    cancelled(world, order)
    assert drawn(made) == (0, 0)
    gone = OrderLine.objects.get(order=order, line_number=2)
    assert (gone.quantity, gone.discount_amount, gone.subsidy_amount) == (0, None, None)
    assert_laws()


@pytest.mark.slow
def test_gifts_that_are_not_sent_are_not_given(world: World) -> None:
    """Of two batteries one left."""
    promotion(world, "GIFT", "gift", gift_item_id=world.battery, gift_pieces=2, adds_gifts=True)
    row = world.line("CAMERA", 1, order_no="P3")
    order = shipped_in_part(world, [row], {"CAMERA": 1, "BATTERY": 1}, {"BATTERY": 1})
    cancelled(world, order)
    assert OrderLine.objects.get(order=order, is_gift=True).quantity == 1
    assert list(PromotionUse.objects.values_list("gift_quantity", flat=True)) == [2, -1]
    assert_laws()


@pytest.mark.slow
def test_a_line_that_waits_is_changed_with_its_discount(world: World) -> None:
    """Where lines leave one by one, the quantity of one that waits changes what its coupon gives."""
    Shop.objects.filter(pk=world.shop.pk).update(split="by_line")
    made = coupon(world, promotion(world), budget=70)
    world.receive(world.battery, 1, "1")
    world.receive(world.camera, 1, "1")
    world.feed([
        world.line("BATTERY", 1, order_no="P4", line_no=1, discount="1", coupon="C10"),
        world.line("CAMERA", 2, order_no="P4", line_no=2, discount="59.80", coupon="C10"),
    ])  # fmt: skip
    order = sales.orders_in(world.company, "received")[-1]
    for step in ("reviewed", "reserved", "released", "shipped"):
        world.step(step, [order])
    assert (world.state(order), drawn(made)) == ("held", (D("60.80"), 1))
    for pieces, left in (("3", "90.70"), ("1", "30.90")):
        changes = {order: {"lines": [{"line": 2, "quantity": pieces}]}}
        assert sales.change_orders([order], changes=changes, on=DAY, **call(world)).counts == {"done": 1}
        assert drawn(made) == (D(left), 1)
        assert_laws()
