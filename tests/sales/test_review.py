"""The eight checks: each fault is named, and each rule is data."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from interlock.items.models import Item, Price
from interlock.parties.models import Account, Party
from interlock.sales import api as sales
from interlock.sales.models import Check, Listing, ReviewCheck, Route, Shop
from interlock.stock.models import Warehouse
from tests.builders import World, assert_laws


def held(world: World, **fields: Any) -> list[str]:
    """Import one order line and answer why the review holds it."""
    sku = fields.pop("sku", "CAMERA")
    order = world.order((sku, fields.pop("quantity", 1)), state="received", **fields)
    world.step("reviewed", [order])
    return world.holds(order)


@pytest.fixture
def stocked(world: World) -> World:
    for item in world.items.values():
        world.receive(item, 5, "100")
    return world


@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        ({}, []),
        ({"sku": "NO-SUCH"}, ["unknown_item"]),
        ({"buyer": ""}, ["no_buyer"]),
        ({"phone": ""}, ["no_phone"]),
        ({"phone": "12345"}, ["bad_phone"]),
        ({"address": ""}, ["no_address"]),
        ({"district": ""}, ["no_district"]),
        ({"price": "269.09"}, ["price_below_floor"]),
        ({"price": "269.10"}, []),
        ({"price": "400"}, ["price_above_list"]),
        ({"paid_at": ""}, ["not_paid"]),
        ({"paid_amount": "10"}, ["paid_short"]),
        ({"gift": "1", "price": "0"}, ["gift_not_allowed"]),
        (
            {"phone": "1", "address": "", "price": "1", "paid_at": ""},
            ["bad_phone", "no_address", "price_below_floor", "not_paid"],
        ),
    ],
)
def test_an_order_is_held_with_all_its_reasons(stocked: World, fields: dict[str, Any], reasons: list[str]) -> None:
    assert held(stocked, **fields) == reasons
    assert_laws()


def test_the_verdict_is_the_first_reason_and_names_them_all(stocked: World) -> None:
    good, bad = stocked.order(state="received"), stocked.order(state="received", phone="1", price="1")
    outcome = stocked.step("reviewed", [bad, good, 999_999])
    assert outcome.table() == [(bad, "bad_phone"), (good, "done"), (999_999, "not_found")]
    assert [reason["reason"] for reason in outcome.verdicts[0].detail["reasons"]] == ["bad_phone", "price_below_floor"]
    assert outcome.verdicts[0].detail["reasons"][1]["floor"] == 269.1
    assert stocked.step("reviewed", [good, bad]).table() == [(good, "already"), (bad, "held")]


def test_rules_are_data(stocked: World) -> None:
    """Each rule, changed at run time, changes what the review says of the same order."""
    world = stocked
    Shop.objects.filter(pk=world.shop.pk).update(state="blocked")
    assert held(world) == ["shop_blocked"]
    Shop.objects.filter(pk=world.shop.pk).update(state="active")
    Listing.objects.filter(shop=world.shop, item=world.camera).update(state="blocked")
    assert held(world) == ["not_authorised"]
    Listing.objects.filter(shop=world.shop).update(state="active", gift_allowed=True)
    assert held(world, gift="1", price="0") == []
    Item.objects.filter(pk=world.camera).update(state="blocked")
    assert held(world) == ["not_authorised"]
    Item.objects.filter(pk=world.camera).update(state="active")
    Price.objects.filter(item=world.camera).update(valid_to="2026-11-11")
    assert held(world) == ["no_price"]
    Price.objects.filter(item=world.camera).update(valid_to=None)
    Account.objects.create(company=world.company_row, party=world.customer, credit="stopped")
    assert held(world) == ["customer_blocked"]
    Account.objects.all().delete()
    Party.objects.filter(pk=world.customer.pk).update(state="blocked")
    assert held(world) == ["customer_blocked"]
    Party.objects.filter(pk=world.customer.pk).update(state="active")
    Warehouse.objects.filter(company=world.company).update(state="blocked")
    assert held(world) == ["no_warehouse"]
    Warehouse.objects.filter(company=world.company).update(state="active")
    Route.objects.filter(company=world.company, province="").delete()
    assert held(world, province="西藏") == ["no_warehouse"]
    assert held(world) == []


@pytest.mark.parametrize(
    ("check", "parameters", "fields"),
    [
        ("completeness", {"require": ["buyer"]}, {"phone": "", "address": ""}),
        ("completeness", {"phone_pattern": "^[0-9]+$"}, {"phone": "12345"}),
        ("price", {"below_floor_pct": 5}, {"price": "260"}),
        ("price", {"above_list_pct": 50}, {"price": "400"}),
        ("payment", {"tolerance": 300}, {"paid_amount": "1"}),
    ],
)
def test_parameters_of_a_check_are_data(
    stocked: World, check: str, parameters: dict[str, Any], fields: dict[str, Any]
) -> None:
    assert held(stocked, **fields) != []
    ReviewCheck.objects.filter(channel=stocked.channel, check_code=check).update(parameters=parameters)
    assert held(stocked, **fields) == []


PARAMETERS: list[tuple[str, Any, str]] = [
    *((check, {}, "") for check in Check.values),
    ("completeness", {"require": [], "phone_pattern": "^1[0-9]{10}$"}, ""),
    ("completeness", {"phone_pattern": "1["}, "brackets"),
    ("completeness", {"phone_pattern": "a\x00"}, "regular expression"),
    ("completeness", {"phone_pattern": ""}, "at most 200"),
    ("completeness", {"phone_pattern": 1}, "at most 200"),
    ("completeness", {"require": "phone"}, "list of"),
    ("completeness", {"require": ["phone", "email"]}, "list of"),
    ("completeness", {"require": [["phone"]]}, "list of"),
    ("price", {"below_floor_pct": 5, "above_list_pct": "12.5"}, ""),
    *(("price", {"below_floor_pct": bad}, "a number") for bad in ("5%", -1, "NaN", True, None, [], "1e3")),
    ("price", {"below_flor_pct": 5}, "knows below_floor_pct, above_list_pct"),
    ("payment", {"tolerance": 0.5}, ""),
    ("payment", {"tolerance": ""}, "a number"),
    ("gift", {"tolerance": "59.80", "gifts": "due"}, ""),
    ("gift", {"gifts": "all"}, "one of: listed, due"),
    ("credit", {"tolerance": 1}, "takes no parameters"),
    ("price", [5], "JSON object"),
    ("price", "5", "JSON object"),
]


@pytest.mark.django_db
def test_what_a_check_cannot_read_is_not_kept() -> None:
    for check, parameters, wrong in PARAMETERS:
        kept = ReviewCheck(check_code=check, parameters=parameters)
        with pytest.raises(ValidationError) if wrong else nullcontext() as refused:
            kept.clean_fields(exclude={"company", "channel"})
        if refused is not None:
            said = refused.value.message_dict
            assert list(said) == ["parameters"]
            assert wrong in " ".join(said["parameters"]), (check, parameters, said)


def test_a_check_switched_off_finds_nothing(stocked: World) -> None:
    ReviewCheck.objects.filter(channel=stocked.channel).update(enabled=False)
    assert held(stocked, phone="", address="", price="1", paid_at="") == []


def test_an_item_no_warehouse_keeps_has_no_source(world: World) -> None:
    assert held(world) == ["no_source"]


class TestRelease:
    def test_a_person_releases_with_a_reason_that_stays(self, stocked: World) -> None:
        order = stocked.order(state="received", price="1")
        stocked.step("reviewed", [order])
        outcome = sales.release_orders([order], company=stocked.company, by=stocked.by, note="staff price")
        assert outcome.table() == [(order, "done")]
        hold = sales.Hold.objects.get(order_id=order)
        assert (hold.state, hold.note, stocked.state(order)) == ("released", "staff price", "reviewed")
        assert_laws()

    def test_what_cannot_be_released_says_why(self, stocked: World) -> None:
        unknown = stocked.order(("NO-SUCH", 1), state="received")
        short = stocked.order(("CAMERA", 99), state="reviewed")
        priced = stocked.order(state="received", price="1")
        fine = stocked.order(state="received")
        stocked.step("reviewed", [unknown, priced])
        stocked.step("reserved", [short])
        ReviewCheck.objects.filter(check_code="price").update(releasable=False)
        outcome = sales.release_orders(
            [unknown, short, priced, fine, 404_000_000], company=stocked.company, by=stocked.by, note="please"
        )
        assert outcome.table() == [
            (unknown, "unknown_item"),
            (short, "no_stock"),
            (priced, "not_releasable"),
            (fine, "not_held"),
            (404_000_000, "not_found"),
        ]

    def test_a_clerk_mends_and_the_review_looks_again(self, stocked: World) -> None:
        order = stocked.order(("NO-SUCH", 2), state="received", phone="1", price="299")
        stocked.step("reviewed", [order])
        assert stocked.holds(order) == ["unknown_item", "bad_phone"]
        call: dict[str, Any] = {"company": stocked.company, "by": stocked.by}
        assert sales.amend_orders([order], items={"1": "NOTHING"}, **call).table() == [(order, "unknown_item")]
        outcome = sales.amend_orders([order], phone="13912345678", items={"1": "CAMERA"}, **call)
        assert (outcome.table(), stocked.state(order)) == ([(order, "done")], "received")
        stocked.step("reviewed", [order])
        row = sales.Order.objects.get(pk=order)
        assert (row.state, str(row.amount), str(row.tax_amount)) == ("reviewed", "598.00", "68.80")
        assert_laws()
