"""The maker's company as masters: one company in dollars without VAT, one web shop, 504 items, one warehouse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import transaction

from interlock.core.api import Company, open_periods
from interlock.finance import api as finance

from ..company import settlement
from ..company.trade import checks
from ..company.writing import by_code, table, write
from .files import DataSet

CODE = "AWC"
OPENED_ON = date(2014, 12, 31)
LAST_MONTH = date(2017, 12, 1)
SHOP = "AW-WEB"
TAX_CLASS = "NOTAX"
NO_REASON = "UNSAID"
COVER_BIN = "FG-COVER"
CHINESE = {"Bikes": "自行车", "Components": "零部件", "Clothing": "服装", "Accessories": "配件"}


def build(data: DataSet) -> Any:
    """Write what is missing of the company and answer it; masters are there as a whole or not at all."""
    if found := Company.objects.filter(code=CODE).first():
        finance.create_books(found.pk)  # rules for what the company could not do when it was built
        _reason(found)
        return found
    with transaction.atomic():
        company = _company()
        items = _items(data)
        _trade(company, data, items)
        _places(company, data)
        finance.create_books(company.pk)
        open_periods(company.pk, OPENED_ON, LAST_MONTH)
        _reason(company)
    return company


def _reason(company: Any) -> None:
    """Write the one reason that the returns of the data set have: none is said."""
    table("sales.ReturnReason").objects.get_or_create(
        company=company, code=NO_REASON, defaults={"name_en": "No reason given", "name_zh": "未说明原因"}
    )


def _company() -> Any:
    table("core.Currency").objects.get_or_create(
        code="USD", defaults={"name_en": "US dollar", "name_zh": "美元", "minor_units": 2}
    )
    return write(
        "core.Company",
        [
            {
                "code": CODE,
                "name_en": "Adventure Works Cycles",
                "name_zh": "Adventure Works 自行车公司",
                "currency_id": "USD",
                "country": "US",
                "time_zone": "America/Los_Angeles",
            }
        ],
    )[0]


def _items(data: DataSet) -> dict[str, Any]:
    """Write the 504 products with their categories; what is sold on the web carries its web name."""
    table("items.UnitOfMeasure").objects.get_or_create(code="PCS", defaults={"name_en": "piece", "name_zh": "件"})
    tax = write("items.TaxClass", [{"code": TAX_CLASS, "name_en": "No VAT", "name_zh": "不征增值税"}])[0]
    write("items.TaxRate", [{"tax_class": tax, "valid_from": OPENED_ON, "tax_pct": 0}])
    categories = _categories(data)
    rows = [
        {"code": row["ProductNumber"], "name_en": row["Name"], "name_zh": row["Name"],
         "kind": "product" if row["FinishedGoodsFlag"] == "True" else "component",
         "category": categories[row["ProductSubcategoryID"] or ""], "unit_id": "PCS", "tax_class": tax,
         "revenue_policy": "at_receipt"}
        for row in data.table("production/Product.csv").to_dicts()
    ]  # fmt: skip
    return by_code(write("items.Item", rows))


def _categories(data: DataSet) -> dict[str, Any]:
    """Write the category tree; answers the lowest ones by the data set's key, parts without one under ''."""
    tops = data.table("production/ProductCategory.csv").to_dicts()
    rows = [
        {
            "code": f"AW-{row['ProductCategoryID']}",
            "name_en": row["Name"],
            "name_zh": CHINESE.get(row["Name"], row["Name"]),
        }
        for row in tops
    ]
    parents = by_code(write("items.Category", [*rows, {"code": "AW-PARTS", "name_en": "Parts", "name_zh": "零件"}]))
    subs = data.table("production/ProductSubcategory.csv").to_dicts()
    made = write(
        "items.Category",
        [{"code": f"AW-{row['ProductCategoryID']}-{row['ProductSubcategoryID']}", "name_en": row["Name"],
          "name_zh": row["Name"], "parent": parents[f"AW-{row['ProductCategoryID']}"]} for row in subs],
    )  # fmt: skip
    found = {row["ProductSubcategoryID"]: category for row, category in zip(subs, made, strict=True)}
    return found | {"": parents["AW-PARTS"]}


def _trade(company: Any, data: DataSet, items: dict[str, Any]) -> None:
    customer = write(
        "parties.Party",
        [
            {
                "code": "AW-BUYERS",
                "name": "Adventure Works web customers",
                "country": "US",
                "postcode": "98011",
                "email": "web@adventure-works.example",
            }
        ],
    )[0]
    write("parties.PartyRole", [{"party": customer, "role": "customer"}])
    write("parties.Account", [{"company": company, "party": customer}])
    unit = write(
        "core.Unit", [{"company": company, "kind": "shop", "code": SHOP, "name_en": "Web shop", "name_zh": "网店"}]
    )[0]
    named: dict[str, Any] = {"company": company, "code": "WEB", "name_en": "Web", "name_zh": "网络"}
    channel = write("sales.Channel", [named])[0]
    prices = write("items.PriceList", [{**named, "currency_id": "USD", "tax_included": False}])[0]
    shop = write(
        "sales.Shop",
        [
            {
                "company": company,
                "code": SHOP,
                "name_en": "Web shop",
                "name_zh": "网店",
                "channel": channel,
                "unit": unit,
                "customer": customer,
                "price_list": prices,
            }
        ],
    )[0]
    write("items.Price", _prices(company, prices, data, items))
    write(
        "sales.Listing",
        [{"company": company, "shop": shop, "sku": sku, "item": items[sku]} for sku in data.web_products()],
    )
    settlement.build(company, [channel])
    # Paid by card at once; an item that no bin holds waits for stock like any other.
    checks(company, channel, completeness={"require": ["buyer"]}, payment=None, source=None)


def _prices(company: Any, price_list: Any, data: DataSet, items: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the web prices; nobody sells below cost."""
    for product in data.web_products().values():
        yield {"company": company, "price_list": price_list, "item": items[product.sku], "price": product.price,
               "floor_price": product.cost, "valid_from": OPENED_ON}  # fmt: skip


def _places(company: Any, data: DataSet) -> None:
    """Write one warehouse with a bin for every location, shelf and bin of the inventory file."""
    warehouse = write(
        "stock.Warehouse",
        [
            {
                "company": company,
                "code": "AW-MAIN",
                "name_en": "Bothell plant",
                "name_zh": "Bothell 工厂",
                "province": "Northwest",
            }
        ],
    )[0]
    inventory = data.table("production/ProductInventory.csv").to_dicts()
    codes = sorted({bin_code(row) for row in inventory})
    rows = [{"company": company, "warehouse": warehouse, "code": code, "pick_order": 100 + place}
            for place, code in enumerate(codes)]  # fmt: skip
    write("stock.Location", [{"company": company, "warehouse": warehouse, "code": COVER_BIN, "pick_order": 1}, *rows])
    write("sales.Route", [{"company": company, "warehouse": warehouse, "rank": 1}])


def bin_code(row: dict[str, str]) -> str:
    """Answer the bin of an inventory row: location, shelf, bin."""
    return f"{int(row['LocationID']):02d}-{row['Shelf'].replace('/', '')}-{row['Bin']}"
