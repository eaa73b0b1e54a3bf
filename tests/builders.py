"""Builders of a small legal world: `world.order(...)`, `world.delivery(3, 2, state="shipped")`.

Masters are made once a world; documents go through the operations, so a test starts from what could have happened.
"""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core import api as core
from interlock.core.api import Actor, Company, Currency, Unit, open_periods, system_actor
from interlock.finance import api as finance
from interlock.items.models import Category, Item, Price, PriceList, TaxClass, TaxRate, UnitOfMeasure
from interlock.parties.models import Party
from interlock.sales import api as sales
from interlock.sales.models import Channel, Check, Listing, ReturnReason, ReviewCheck, Route, Shop
from interlock.stock import api as stock
from interlock.stock.models import Location, Reason, Warehouse

DAY = date(2026, 11, 11)
_numbers = itertools.count(1)


@dataclass
class World:
    """One company with a shop, two warehouses and three items: a serial-numbered lock, a camera, a battery."""

    by: Actor = field(default_factory=lambda: system_actor("test"))
    code: str = "ECO"

    def __post_init__(self) -> None:
        cny, _ = Currency.objects.get_or_create(code="CNY", defaults={"name_en": "Yuan", "name_zh": "人民币"})
        self.company_row = Company.objects.create(
            code=self.code, name_en=f"{self.code} Ltd", name_zh=f"{self.code} 公司", currency=cny
        )
        self.company = self.company_row.pk
        open_periods(self.company, date(2026, 1, 1), date(2026, 12, 31))
        finance.create_books(self.company)
        self._goods()
        self._places()
        self._selling(cny)

    def _goods(self) -> None:
        piece, _ = UnitOfMeasure.objects.get_or_create(code="PCS", defaults={"name_en": "piece", "name_zh": "件"})
        vat, new = TaxClass.objects.get_or_create(code="VAT13", defaults={"name_en": "13 %", "name_zh": "13%"})
        if new:
            TaxRate.objects.create(tax_class=vat, valid_from=date(2019, 4, 1), tax_pct=13)
        category, _ = Category.objects.get_or_create(code="GOODS", defaults={"name_en": "Goods", "name_zh": "商品"})

        def item(code: str, policy: str, *, serial: bool) -> int:
            made, _ = Item.objects.get_or_create(
                code=code,
                defaults={
                    "name_en": code.title(),
                    "name_zh": code,
                    "category": category,
                    "unit": piece,
                    "tax_class": vat,
                    "revenue_policy": policy,
                    "serial_tracked": serial,
                },
            )
            return int(made.pk)

        self.lock = item("LOCK", "at_installation", serial=True)
        self.camera = item("CAMERA", "at_receipt", serial=False)
        self.battery = item("BATTERY", "at_shipment", serial=False)
        self.items = {"LOCK": self.lock, "CAMERA": self.camera, "BATTERY": self.battery}

    def _places(self) -> None:
        def warehouse(code: str, province: str) -> tuple[Warehouse, Location]:
            made = Warehouse.objects.create(
                company=self.company_row, code=code, name_en=code, name_zh=code, province=province
            )
            return made, Location.objects.create(company=self.company_row, warehouse=made, code="A-01", pick_order=1)

        self.east, self.east_bin = warehouse("EAST", "浙江")
        self.south, self.south_bin = warehouse("SOUTH", "广东")
        Reason.objects.get_or_create(code="COUNT", defaults={"name_en": "Count", "name_zh": "盘点"})

    def _selling(self, currency: Currency) -> None:
        company = self.company_row
        self.customer = Party.objects.create(code=f"P-{self.code}", name=f"Platform of {self.code}", country="HK")
        self.channel = Channel.objects.create(company=company, code="TMALL", name_en="Tmall", name_zh="天猫")
        for check in Check.values:
            ReviewCheck.objects.create(company=company, channel=self.channel, check_code=check)
        self.prices = PriceList.objects.create(
            company=company, code="WEB", name_en="Web", name_zh="网店", currency=currency
        )
        unit = Unit.objects.create(company=company, kind="shop", code="S1", name_en="Shop 1", name_zh="一店")
        self.shop = Shop.objects.create(
            company=company,
            code="S1",
            name_en="Shop 1",
            name_zh="一店",
            channel=self.channel,
            unit=unit,
            customer=self.customer,
            price_list=self.prices,
        )
        for (code, item), price in zip(self.items.items(), (999, 299, 10), strict=True):
            Listing.objects.create(company=company, shop=self.shop, sku=code, item_id=item)
            Price.objects.create(
                company=company,
                price_list=self.prices,
                item_id=item,
                price=price,
                floor_price=Decimal(price) * Decimal("0.9"),
                valid_from=date(2026, 1, 1),
            )
        Route.objects.create(company=company, province="浙江", warehouse=self.east, rank=1)
        Route.objects.create(company=company, province="浙江", warehouse=self.south, rank=2)
        Route.objects.create(company=company, province="", warehouse=self.south, rank=1)
        ReturnReason.objects.create(company=company, code="DEFECT", name_en="Defect", name_zh="有缺陷")

    # -------------------------------------------------------------------------------------------------- goods in
    def receive(
        self, item: int, quantity: int, cost: str = "0", location: Location | None = None, on: date = DAY
    ) -> int:
        """Receive pieces into a bin at a total cost, with serial numbers where the item has them."""
        place = location or self.east_bin
        serials = [f"SN{next(_numbers):08d}" for _ in range(quantity)] if item == self.lock else []
        line = stock.NewLine(item, place.pk, Decimal(quantity), Decimal(cost), serials)
        outcome = stock.record_movement(company=self.company, by=self.by, kind="receipt", movement_on=on, lines=[line])
        movement = int(outcome.verdicts[0].detail["movement"])
        assert stock.post_movements([movement], company=self.company, by=self.by).table() == [(movement, "done")]
        return movement

    # -------------------------------------------------------------------------------------------------- orders
    def line(self, sku: str = "CAMERA", quantity: Any = 1, price: Any = None, **fields: Any) -> dict[str, Any]:
        """Make one row of a feed, legal by default."""
        prices = {"LOCK": "999", "CAMERA": "299", "BATTERY": "10"}
        row = {
            "order_no": fields.pop("order_no", f"T{next(_numbers):06d}"),
            "line_no": 1,
            "shop": "S1",
            "ordered_at": f"{DAY}T20:00:00",
            "buyer": "陈小红",
            "phone": "13812345678",
            "province": "浙江",
            "city": "杭州市",
            "district": "西湖区",
            "address": "文一西路 1 号",
            "sku": sku,
            "quantity": str(quantity),
            "unit_price": str(price if price is not None else prices.get(sku, "1")),
            "paid_amount": "1000000",
            "paid_at": f"{DAY}T20:00:30",
        }
        return row | fields

    def feed(self, rows: Iterable[dict[str, Any]], name: str = "feed.csv") -> sales.FeedResult:
        """Import rows as a CSV feed."""
        rows = list(rows)
        text = io.StringIO()
        writer = csv.DictWriter(text, fieldnames=list(dict.fromkeys(key for row in rows for key in row)))
        writer.writeheader()
        writer.writerows(rows)
        return sales.import_feed(io.BytesIO(text.getvalue().encode()), name, company=self.company, by=self.by)

    def order(self, *lines: tuple[str, int], state: str = "reviewed", **fields: Any) -> int:
        """Make an order of (sku, quantity) lines and bring it to a state through the operations."""
        number = f"T{next(_numbers):06d}"
        rows = [
            self.line(sku, quantity, order_no=number, line_no=place, **fields)
            for place, (sku, quantity) in enumerate(lines or (("CAMERA", 1),), start=1)
        ]
        result = self.feed(rows)
        assert result.counts == {"done": 1}, (result.counts, result.rejected)
        order = int(sales.Order.objects.get(company=self.company, platform_number=number).pk)
        steps = ["received", "reviewed", "reserved", "released", "shipped", "recognised"]
        for step in steps[1 : steps.index(state) + 1]:
            self.step(step, [order])
        return order

    def step(self, state: str, orders: Sequence[int]) -> Any:
        """Run the operation that brings these orders to a state."""
        call: dict[str, Any] = {"company": self.company, "by": self.by}
        if state == "reviewed":
            return sales.review_orders(orders, **call)
        if state == "reserved":
            return sales.reserve_orders(orders, on=DAY, **call)
        if state == "released":
            return sales.release_deliveries(orders, on=DAY, **call)
        deliveries = self.deliveries(*orders)
        if state == "shipped":
            sales.capture_serials(deliveries, **call)
            return sales.ship_deliveries(deliveries, on=DAY, **call)
        return sales.recognise_revenue(deliveries, trigger="installation", on=DAY, **call)

    def deliveries(self, *orders: int) -> list[int]:
        """Answer the deliveries of orders."""
        found = sales.DeliveryLine.objects.filter(company=self.company, order_id__in=orders)
        return sorted(set(found.values_list("delivery_id", flat=True)))

    def delivery(self, *lines: tuple[str, int], state: str = "released") -> int:
        """Make a delivery of (sku, quantity) lines, received into stock just before."""
        for sku, quantity in lines:
            self.receive(self.items[sku], quantity, str(100 * quantity))
        order = self.order(*lines, state=state)
        return self.deliveries(order)[0]

    def returned(self, order: int, *lines: tuple[str, Any], state: str = "announced", **fields: Any) -> int:
        """Announce the return of (sku, quantity) lines of an order, and bring it to a state through the operations."""
        parts = [sales.NewReturnLine(Decimal(quantity), sku=sku) for sku, quantity in lines]
        given = {"kind": "return", "reason": "DEFECT", "on": DAY, "order": order, "lines": parts}
        outcome = sales.announce_returns(
            [1], company=self.company, by=self.by, returns={1: sales.NewReturn(**(given | fields))}
        )
        assert outcome.table() == [(1, "done")], outcome.verdicts
        document = int(outcome.verdicts[0].detail["return"])
        steps = ["announced", "received", "inspected", "refunded"]
        for step in steps[1 : steps.index(state) + 1]:
            assert self.return_step(step, [document]).table() == [(document, "done")]
        return document

    def return_step(self, state: str, returns: Sequence[int], **arguments: Any) -> Any:
        """Run the operation that brings these returns to a state."""
        steps: dict[str, Any] = {
            "received": sales.receive_returns,
            "inspected": sales.inspect_returns,
            "refunded": sales.refund_returns,
        }
        return steps[state](returns, company=self.company, by=self.by, on=DAY, **arguments)

    def state(self, order: int) -> str:
        return str(sales.Order.objects.values_list("state", flat=True).get(pk=order))

    def holds(self, order: int) -> list[str]:
        """Answer the open reasons of an order, first raised first."""
        found = sales.Hold.objects.filter(company=self.company, order_id=order, state="open").order_by("id")
        return [str(reason) for reason in found.values_list("reason", flat=True)]

    def post(self) -> Any:
        """Post what is pending."""
        return finance.post_pending(self.company, self.by)


def assert_laws() -> None:
    """Every law of every context holds on this database."""
    broken = [f"{check.context}.{check.name}: {check.broken}" for check in core.run_checks() if not check.holds]
    assert not broken, "\n".join(broken)
