"""What an item is made of, counted in and costs, by the day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from interlock.core.api import Company, Currency, run_checks
from interlock.core.sql import observed
from interlock.items import api as items
from interlock.items.api import Bom, BomLine, BomLoop, Category, Item, ItemUnit, Price, PriceList, TaxClass, TaxRate

DAY = date(2026, 11, 11)


class Goods:
    """Makes items and their bills on demand."""

    def __init__(self) -> None:
        self.unit, _ = items.UnitOfMeasure.objects.get_or_create(
            code="PCS", defaults={"name_en": "piece", "name_zh": "件"}
        )
        self.category = Category.objects.create(code="GOODS", name_en="Goods", name_zh="商品")
        self.tax = TaxClass.objects.create(code="VAT13", name_en="13 %", name_zh="13%")
        self.known: dict[str, int] = {}

    def item(self, code: str) -> int:
        if code not in self.known:
            named: dict[str, Any] = {"name_en": code, "name_zh": code, "unit": self.unit, "tax_class": self.tax}
            self.known[code] = Item.objects.create(code=code, category=self.category, **named).pk
        return self.known[code]

    def bom(self, of: str, since: date = date(2026, 1, 1), to: date | None = None, **parts: str) -> Bom:
        """Make a bill: ``lock="2"`` needs two locks, ``lock="2+10"`` with ten percent loss."""
        bill = Bom.objects.create(item_id=self.item(of), valid_from=since, valid_to=to)
        for code, need in parts.items():
            quantity, _, loss = need.partition("+")
            BomLine.objects.create(bom=bill, component_id=self.item(code), quantity=quantity, loss_pct=loss or 0)
        return bill


@pytest.fixture
def goods(db: None) -> Goods:
    return Goods()


def _exploded(goods: Goods, code: str, quantity: str = "1", on: date = DAY) -> list[tuple[int, str, Decimal, bool]]:
    found = items.explode_bom([goods.item(code)], [Decimal(quantity)], on)
    return [(part.level, part.code, part.quantity, part.made) for part in found]


def test_an_item_is_exploded_level_by_level(goods: Goods) -> None:
    goods.bom("lock", body="1", board="1", screw="8+5")
    goods.bom("board", chip="2", screw="4")
    goods.bom("chip", wafer="0.001")
    assert _exploded(goods, "lock", "10") == [
        (1, "body", 10, False),
        (1, "board", 10, True),
        (2, "chip", 20, True),
        (3, "wafer", Decimal("0.02"), False),
        (2, "screw", 40, False),
        (1, "screw", 84, False),
    ]
    with observed() as statements:
        needed = items.needed_parts([goods.item("lock"), goods.item("chip")], [Decimal(10), Decimal(1)], DAY)
    assert len(statements) == 1
    known = goods.known
    assert needed == {known["body"]: 10, known["wafer"]: Decimal("0.021"), known["screw"]: 124}


def test_the_bill_of_the_day_counts(goods: Goods) -> None:
    goods.bom("lock", date(2026, 1, 1), date(2026, 6, 1), old="1")
    goods.bom("lock", date(2026, 6, 1), new="1")
    days = [date(2025, 12, 31), date(2026, 5, 31), date(2026, 6, 1)]
    assert [[part[1] for part in _exploded(goods, "lock", on=day)] for day in days] == [[], ["old"], ["new"]]
    with pytest.raises(IntegrityError, match="items_bom_once"), transaction.atomic():
        goods.bom("lock", date(2026, 7, 1), newer="1")


def test_an_item_made_of_itself_is_named_with_the_way(goods: Goods) -> None:
    goods.bom("lock", board="1")
    goods.bom("board", chip="1")
    goods.bom("chip", lock="1", wafer="1")
    with pytest.raises(BomLoop) as loop:
        _exploded(goods, "lock")
    assert loop.value.items == [goods.item(code) for code in ("lock", "board", "chip", "lock")]
    [law] = [result for result in run_checks() if result.name == "boms_without_loop"]
    assert {row["code"] for row in law.broken} == {"lock", "board", "chip"}


def test_a_category_above_itself_breaks_a_law(goods: Goods) -> None:
    goods.category.parent = Category.objects.create(code="SUB", name_en="s", name_zh="s", parent=goods.category)
    goods.category.save()
    [law] = [result for result in run_checks() if result.name == "categories_without_loop"]
    assert {row["code"] for row in law.broken} == {"GOODS", "SUB"}


def test_quantities_are_converted_by_the_items_own_units(goods: Goods) -> None:
    carton, pallet = (
        items.UnitOfMeasure.objects.create(code=code, name_en=code, name_zh=code) for code in ("CTN", "PLT")
    )
    item = goods.item("lock")
    ItemUnit.objects.create(item_id=item, unit=carton, factor=12)
    ItemUnit.objects.create(item_id=item, unit=pallet, factor=480)
    assert items.convert(item, Decimal(3), "CTN") == 36
    assert items.convert(item, Decimal(1), "PLT", "CTN") == 40
    assert items.convert(item, Decimal(1), "PCS", "CTN") == Decimal("0.083333")
    assert items.convert(item, Decimal(-8), "PCS", "CTN") == Decimal("-0.666667")
    for units in (("BOX",), ("PCS", "BOX")):
        with pytest.raises(items.UnknownUnit, match="BOX"):
            items.convert(item, Decimal(1), *units)
    assert items.factors([item]) == {item: {"PCS": 1, "CTN": 12, "PLT": 480}}


def test_prices_and_rates_are_those_of_the_day(goods: Goods) -> None:
    cny, _ = Currency.objects.get_or_create(code="CNY", defaults={"name_en": "Yuan", "name_zh": "人民币"})
    company = Company.objects.create(code="C", name_en="C", name_zh="C", currency=cny)
    web = PriceList.objects.create(company=company, code="WEB", name_en="w", name_zh="w", currency=cny)
    of: dict[str, Any] = {"company": company, "price_list": web, "item_id": goods.item("lock"), "floor_price": 80}
    Price.objects.create(price=100, valid_from=date(2026, 1, 1), valid_to=date(2026, 11, 1), **of)
    Price.objects.create(price=90, valid_from=date(2026, 11, 1), **of)
    asked = [goods.item("lock"), goods.item("body")]
    found = [items.prices_on(company.pk, web.pk, asked, day) for day in (date(2025, 1, 1), date(2026, 10, 31), DAY)]
    assert [{i: (p.price, p.floor_price) for i, p in day.items()} for day in found] == [
        {}, {asked[0]: (100, 80)}, {asked[0]: (90, 80)},
    ]  # fmt: skip
    assert found[2][asked[0]].tax_included
    with pytest.raises(IntegrityError, match="items_price_once"), transaction.atomic():
        Price.objects.create(price=85, valid_from=DAY, **of)
    TaxRate.objects.create(tax_class=goods.tax, valid_from=date(2018, 5, 1), valid_to=date(2019, 4, 1), tax_pct=16)
    TaxRate.objects.create(tax_class=goods.tax, valid_from=date(2019, 4, 1), tax_pct=13)
    rates = [items.tax_rates_on([goods.tax.pk], day) for day in (date(2018, 1, 1), date(2019, 3, 31), date(2019, 4, 1))]
    assert rates == [{}, {goods.tax.pk: 16}, {goods.tax.pk: 13}]
