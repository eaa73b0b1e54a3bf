"""What promotions give, kind by kind and together: a table of baskets, without a database."""

from __future__ import annotations

from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interlock.sales.models import PromotionKind
from interlock.sales.promotions import KINDS, Line, Offer, Tier, best

CAMERA, LOCK, BATTERY = 1, 2, 3
PRICES = {CAMERA: D("299"), LOCK: D("999"), BATTERY: D("10")}
TIERS = (Tier(D(300), D(5), None), Tier(D(1000), D(10), None), Tier(D(2000), None, D(300)))


def basket(*wanted: tuple[int, int]) -> list[Line]:
    return [Line(n, n, item, D(pieces), PRICES[item]) for n, (item, pieces) in enumerate(wanted, start=1)]


def offer(kind: str, code: str = "P", **fields: Any) -> Offer:
    return Offer(abs(hash(code)) % 9999, code, kind, **fields)


def given_by(lines: list[Line], *offers: Offer) -> dict[int, D]:
    off: dict[int, D] = {}
    for one in best(lines, offers).given:
        off[one.line] = off.get(one.line, D()) + one.discount
    return off


@pytest.mark.parametrize(
    ("fields", "wanted", "off"),
    [
        ({"kind": "percentage", "percent": D(10)}, [(CAMERA, 1)], {1: "29.90"}),
        ({"kind": "percentage", "percent": D("33.333")}, [(BATTERY, 1)], {1: "3.33"}),
        ({"kind": "percentage", "percent": D(10), "items": frozenset({LOCK})}, [(CAMERA, 1), (LOCK, 1)], {2: "99.90"}),
        ({"kind": "percentage", "percent": D(10), "threshold": D(300)}, [(CAMERA, 1)], {}),
        ({"kind": "amount", "amount": D(20)}, [(CAMERA, 2)], {1: "40.00"}),
        ({"kind": "amount", "amount": D(20)}, [(BATTERY, 2)], {1: "20.00"}),  # not more than the price
        ({"kind": "threshold", "amount": D(50), "threshold": D(300)}, [(CAMERA, 1)], {}),
        ({"kind": "threshold", "amount": D(50), "threshold": D(300)}, [(CAMERA, 1), (BATTERY, 1)],
         {1: "48.38", 2: "1.62"}),
        ({"kind": "threshold", "amount": D(50), "threshold": D(300)}, [(LOCK, 1)], {1: "50"}),
        ({"kind": "threshold", "amount": D(50), "threshold": D(300), "repeats": True}, [(LOCK, 1)], {1: "150"}),
        ({"kind": "tiered", "tiers": TIERS}, [(BATTERY, 1)], {}),
        ({"kind": "tiered", "tiers": TIERS}, [(LOCK, 1)], {1: "49.95"}),
        ({"kind": "tiered", "tiers": TIERS}, [(LOCK, 1), (BATTERY, 1)], {1: "99.90", 2: "1.00"}),
        ({"kind": "tiered", "tiers": TIERS}, [(LOCK, 3)], {1: "300"}),
        ({"kind": "bundle", "amount": D(100), "members": {LOCK: D(1), BATTERY: D(2)}}, [(LOCK, 2), (BATTERY, 3)],
         {1: "98.52", 2: "1.48"}),
        ({"kind": "bundle", "amount": D(100), "members": {LOCK: D(1), BATTERY: D(2)}}, [(LOCK, 2), (BATTERY, 1)], {}),
        ({"kind": "buy_n_get_m", "buy": 2, "get": 1}, [(BATTERY, 2)], {}),
        ({"kind": "buy_n_get_m", "buy": 2, "get": 1}, [(BATTERY, 7)], {1: "20.00"}),
        ({"kind": "buy_n_get_m", "buy": 2, "get": 1}, [(CAMERA, 2), (BATTERY, 1)], {2: "10.00"}),
    ],
)  # fmt: skip
def test_each_kind_takes_off_what_it_says(
    fields: dict[str, Any], wanted: list[tuple[int, int]], off: dict[int, str]
) -> None:
    assert given_by(basket(*wanted), offer(**fields)) == {line: D(amount) for line, amount in off.items()}


@pytest.mark.parametrize(
    ("fields", "wanted", "pieces"),
    [
        ({}, [(CAMERA, 1)], 1),
        ({"threshold": D(300)}, [(CAMERA, 1)], 0),
        ({"threshold": D(300), "repeats": True}, [(LOCK, 1)], 3),
        ({"buy": 2}, [(CAMERA, 5)], 1),
        ({"buy": 2, "repeats": True, "gift_pieces": 2}, [(CAMERA, 5)], 4),
        ({"buy": 2, "repeats": True, "threshold": D(1000)}, [(CAMERA, 5)], 1),
        ({"items": frozenset({LOCK})}, [(CAMERA, 1)], 0),
    ],
)
def test_gifts_are_counted(fields: dict[str, Any], wanted: list[tuple[int, int]], pieces: int) -> None:
    result = best(basket(*wanted), [offer("gift", gift_item=BATTERY, **fields)])
    assert sum((count for _offer, count in result.gifts), D()) == pieces


TEN, FIFTY = offer("percentage", "TEN", percent=D(10)), offer("threshold", "FIFTY", amount=D(50), threshold=D(300))


def _with(one: Offer, **fields: Any) -> Offer:
    return Offer(**{**one.__dict__, **fields})


@pytest.mark.parametrize(
    ("offers", "off"),
    [
        ([TEN, FIFTY], "144.90"),  # 50 first (FIFTY before TEN by code), ten percent of what is left
        ([_with(TEN, priority=1), FIFTY], "149.90"),
        ([_with(TEN, stacking="exclusive"), FIFTY], "99.90"),
        ([_with(TEN, stacking="exclusive"), _with(FIFTY, stacking="exclusive")], "99.90"),
        ([_with(TEN, stacking="group", group="A"), _with(FIFTY, stacking="group", group="A")], "144.90"),
        ([_with(TEN, stacking="group", group="A"), _with(FIFTY, stacking="group", group="B")], "99.90"),
        ([_with(TEN, stacking="group", group="A"), FIFTY], "144.90"),
    ],
)
def test_the_best_legal_combination_counts(offers: list[Offer], off: str) -> None:
    for order in (offers, offers[::-1]):
        assert sum(given_by(basket((LOCK, 1)), *order).values()) == D(off)


def test_of_equal_ones_the_higher_priority_counts() -> None:
    twin = [_with(TEN, code="A", id=1, stacking="exclusive"), _with(TEN, code="B", id=2, stacking="exclusive")]
    assert {g.offer.code for g in best(basket((LOCK, 1)), twin).given} == {"A"}
    twin[1] = _with(twin[1], priority=1)
    assert {g.offer.code for g in best(basket((LOCK, 1)), twin).given} == {"B"}


def test_the_platform_bears_its_part() -> None:
    result = best(basket((CAMERA, 1)), [offer("amount", amount=D("10.01"), platform_pct=D(50))])
    assert [(g.discount, g.subsidy) for g in result.given] == [(D("10.01"), D("5.01"))]


def test_every_kind_is_evaluated() -> None:
    assert set(KINDS) | {"gift"} == set(PromotionKind.values)


@given(
    pieces=st.lists(st.tuples(st.sampled_from([CAMERA, LOCK, BATTERY]), st.integers(1, 5)), min_size=1, max_size=5),
    amount=st.integers(1, 4000),
    percent=st.integers(1, 100),
)
def test_nothing_is_given_twice_or_below_zero(pieces: list[tuple[int, int]], amount: int, percent: int) -> None:
    lines = basket(*pieces)
    whole = sum(line.gross for line in lines)
    fixed = offer("threshold", "F", amount=D(amount), threshold=D(1))
    assert sum(given_by(lines, fixed).values()) == min(D(amount), whole)
    off = given_by(lines, fixed, offer("percentage", "G", percent=D(percent)), offer("buy_n_get_m", "H", buy=1, get=1))
    assert all(D() <= off.get(line.id, D()) <= line.gross for line in lines)
