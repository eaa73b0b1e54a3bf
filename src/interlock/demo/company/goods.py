"""Items as masters: units, tax classes with their dated rates, categories, items, barcodes, bills of material."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from .catalogue import products
from .structure import bills, parts
from .writing import by_code, table, write

UNITS = [
    ("PCS", "piece", "件"),
    ("SET", "set", "套"),
    ("BOX", "carton", "箱"),
    ("PAL", "pallet", "托"),
    ("KG", "kilogram", "千克"),
    ("TON", "tonne", "吨"),
    ("M", "metre", "米"),
    ("ROLL", "roll", "卷"),
]
TAX_CLASSES = [
    ("VAT13", "Goods, standard rate", "货物 标准税率"),
    ("VAT9", "Books, transport, construction", "图书、运输、建筑 低税率"),
    ("VAT6", "Services", "现代服务"),
    ("VAT0", "Exports, zero rate", "出口 零税率"),
]
TAX_RATES = {
    "VAT13": [("2014-01-01", "17"), ("2018-05-01", "16"), ("2019-04-01", "13")],
    "VAT9": [("2014-01-01", "11"), ("2018-05-01", "10"), ("2019-04-01", "9")],
    "VAT6": [("2014-01-01", "6")],
    "VAT0": [("2014-01-01", "0")],
}
CATEGORIES = [
    ("GOODS", "", "Finished goods", "成品"),
    ("LOCK", "GOODS", "Smart locks", "智能锁"),
    ("VIEWER", "GOODS", "Door viewers", "电子猫眼"),
    ("CAMERA", "GOODS", "Cameras", "智能摄像头"),
    ("SAFE", "GOODS", "Safes", "保险箱"),
    ("ACCESSORY", "GOODS", "Accessories", "配件"),
    ("ASSEMBLY", "", "Assemblies", "总成件"),
    ("PART", "", "Bought parts", "外购件"),
    ("MATERIAL", "", "Raw materials", "原材料"),
]
CARTON = {"LOCK": 4, "VIEWER": 10, "CAMERA": 20, "SAFE": 1, "ACCESSORY": 50}
VALID_FROM = date(2026, 1, 1)


def build() -> dict[str, Any]:
    """Write units, tax classes, categories, items and bills of material; answer the items by code."""
    write("items.UnitOfMeasure", [{"code": c, "name_en": en, "name_zh": zh} for c, en, zh in UNITS])
    classes = by_code(write("items.TaxClass", [{"code": c, "name_en": en, "name_zh": zh} for c, en, zh in TAX_CLASSES]))
    write("items.TaxRate", [row for code, rates in TAX_RATES.items() for row in _rates(classes[code], rates)])
    categories = by_code(
        write("items.Category", [{"code": c, "name_en": en, "name_zh": zh} for c, _, en, zh in CATEGORIES])
    )
    for code, parent, _, _ in CATEGORIES:
        categories[code].parent = categories.get(parent)
    table("items.Category").objects.bulk_update(categories.values(), ["parent"])
    items = by_code(write("items.Item", [*_parts(categories, classes), *_products(categories, classes)]))
    _other_units(items)
    _bills(items)
    return items


def _rates(tax_class: Any, rates: list[tuple[str, str]]) -> list[dict[str, Any]]:
    days = [date.fromisoformat(day) for day, _ in rates]
    return [
        {"tax_class": tax_class, "valid_from": day, "valid_to": end, "tax_pct": Decimal(pct)}
        for day, end, (_, pct) in zip(days, [*days[1:], None], rates, strict=True)
    ]


def _parts(categories: dict[str, Any], classes: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "code": part.code,
            "name_en": part.name_en,
            "name_zh": part.name_zh,
            "kind": part.kind,
            "unit_id": part.unit,
            "category": categories[part.category],
            "tax_class": classes["VAT13"],
        }
        for part in parts()
    ]


def _products(categories: dict[str, Any], classes: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "code": product.code,
            "name_en": product.name_en,
            "name_zh": product.name_zh,
            "kind": "product",
            "unit_id": "PCS",
            "category": categories[product.category],
            "tax_class": classes[product.tax],
            "revenue_policy": product.policy,
            "serial_tracked": product.serial_tracked,
            "barcode": _barcode(place),
        }
        for place, product in enumerate(products())
    ]


def _barcode(place: int) -> str:
    """Answer an EAN-13 of the sample maker's number range with its check digit."""
    body = f"6901234{place:05d}"
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(body))
    return f"{body}{-total % 10}"


def _other_units(items: dict[str, Any]) -> None:
    rows = [{"item": items[p.code], "unit_id": "BOX", "factor": Decimal(CARTON[p.category])} for p in products()]
    for part in parts():
        other = {"KG": ("TON", 1000), "M": ("ROLL", 100)}.get(part.unit)
        if other:
            rows.append({"item": items[part.code], "unit_id": other[0], "factor": Decimal(other[1])})
    write("items.ItemUnit", rows)


def _bills(items: dict[str, Any]) -> None:
    boms = write("items.Bom", [{"item": items[code], "valid_from": VALID_FROM} for code in bills()])
    write(
        "items.BomLine",
        [
            {
                "bom": bom,
                "component": items[component],
                "quantity": quantity,
                "loss_pct": 2 if component.startswith("RM-") else 0,
            }
            for bom, needs in zip(boms, bills().values(), strict=True)
            for component, quantity in needs.items()
        ],
    )
