"""What the sample company is made of, before any database."""

from __future__ import annotations

from decimal import Decimal

from interlock.demo.company.catalogue import NET_OF_VAT, SOLD_OUT, products
from interlock.demo.company.geography import SOUTH, places, provinces
from interlock.demo.company.organisation import COMPANIES, credit_code
from interlock.demo.company.structure import bills, parts, unit_costs
from interlock.demo.company.trade import SEASONS, SHOPS, WAREHOUSES
from interlock.parties.api import uscc


def depth(code: str) -> int:
    """Answer how many levels lie below an item."""
    return 1 + max(map(depth, bills()[code])) if code in bills() else 0


def test_some_three_hundred_items_of_four_levels() -> None:
    codes = [product.code for product in products()] + [part.code for part in parts()]
    assert 270 <= len(codes) == len(set(codes)) <= 330
    assert {code for needs in bills().values() for code in needs} <= set(codes)
    assert max(map(depth, codes)) == 4
    assert all(depth(product.code) == 4 for product in products() if product.category in {"LOCK", "CAMERA", "SAFE"})


def test_everything_is_sold_with_a_margin_and_sold_out_goods_exist() -> None:
    costs = unit_costs()
    lowest = min(season for _, season in SEASONS) * 78 // 100
    for product in products():
        net = product.price / NET_OF_VAT[product.tax]
        assert Decimal(0) < costs[product.code] < net * lowest / 100, product.code
    assert {product.code for product in products()} >= SOLD_OUT


def test_twelve_shops_on_four_platforms_and_four_warehouses() -> None:
    assert len(SHOPS) == 12
    assert len({channel for _, channel, *_ in SHOPS}) == 4
    assert {company for company, *_ in SHOPS} == {"MFG", "ECO", "PRJ"}
    assert len(WAREHOUSES) == 4


def test_thirty_one_provinces_weighted_by_people() -> None:
    assert len(provinces()) == 31
    assert set(provinces()) > SOUTH
    people = {name: sum(place.weight for place in places() if place.province == name) for name in provinces()}
    assert max(people, key=lambda name: people[name]) == "广东省"
    assert min(people, key=lambda name: people[name]) == "西藏自治区"


def test_credit_codes_are_valid() -> None:
    assert all(uscc.is_valid(credit_code(body)) for *_, body in COMPANIES)
