"""How the companies sell: warehouses with bins, channels, price lists, shops, listings, review checks, routes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from . import desk, promotions, settlement
from .catalogue import Product, products
from .geography import SOUTH, provinces
from .organisation import ECO, MFG, PRJ
from .people import clerk_of_company
from .writing import by_code, write

# company, code, names, province
WAREHOUSES = [
    (MFG, "ZS", "Zhongshan factory warehouse", "中山工厂成品仓", "广东省"),
    (ECO, "EAST", "Jiaxing e-commerce warehouse", "嘉兴电商仓", "浙江省"),
    (ECO, "SOUTH", "Dongguan e-commerce warehouse", "东莞电商仓", "广东省"),
    (PRJ, "BJ", "Beijing project warehouse", "北京工程仓", "北京市"),
]
CHANNELS = {
    "TMALL": ("Tmall", "天猫", "PLT-TM"), "JD": ("JD.com", "京东", "PLT-JD"),
    "DOUYIN": ("Douyin", "抖音", "PLT-DY"), "1688": ("1688", "1688 批发", "PLT-AL"),
}  # fmt: skip
# company, channel, code, names, split policy, share of the orders, categories it does not sell
SHOPS = [
    (ECO, "TMALL", "TM-FLAG", "Tmall flagship shop", "天猫官方旗舰店", "never", 24, ""),
    (ECO, "TMALL", "TM-LOCK", "Tmall lock shop", "天猫智能锁专营店", "never", 10, "SAFE"),
    (ECO, "TMALL", "TM-CAM", "Tmall camera shop", "天猫摄像头专营店", "by_warehouse", 7, "SAFE"),
    (ECO, "TMALL", "TM-SAFE", "Tmall safe shop", "天猫保险箱专卖店", "wait_for_all", 4, "CAMERA VIEWER"),
    (ECO, "JD", "JD-SELF", "JD flagship shop", "京东官方旗舰店", "never", 18, ""),
    (ECO, "JD", "JD-HOME", "JD smart home shop", "京东智能家居店", "by_warehouse", 8, ""),
    (ECO, "JD", "JD-DOOR", "JD door shop", "京东门锁专营店", "never", 5, "SAFE CAMERA"),
    (ECO, "DOUYIN", "DY-LIVE", "Douyin live shop", "抖音直播间", "by_warehouse", 11, ""),
    (ECO, "DOUYIN", "DY-OLD", "Douyin second shop (suspended)", "抖音二店（停业）", "never", 0, ""),
    (MFG, "TMALL", "TM-FACT", "Tmall factory shop", "天猫工厂店", "never", 6, ""),
    (MFG, "1688", "AL-MFG", "1688 factory shop", "1688 源头工厂店", "wait_for_all", 4, ""),
    (PRJ, "1688", "AL-PRJ", "1688 project shop", "1688 工程采购店", "by_warehouse", 3, "ACCESSORY"),
]
BLOCKED_SHOP = "DY-OLD"
# share of the list price asked, from a day until the day before the next
SEASONS = [(date(2026, 1, 1), 100), (date(2026, 6, 1), 90), (date(2026, 6, 21), 100), (date(2026, 11, 1), 88)]
FLOOR_PCT = {"DESK": 80, "TMALL": 85, "JD": 85, "DOUYIN": 80, "1688": 78}
LEVEL_PCT = {"DESK": 95, "TMALL": 100, "JD": 100, "DOUYIN": 98, "1688": 90}
PHONE = r"^1[3-9][0-9]{9}$"
RETURN_REASONS = [
    ("NO_NEED", "No longer wanted", "不想要了"),
    ("DEFECT", "Does not work", "商品有故障"),
    ("DAMAGED", "Damaged on the way", "运输破损"),
    ("WRONG_ITEM", "Not what was ordered", "发错商品"),
    ("NOT_AS_SHOWN", "Not as described", "与描述不符"),
    ("LATE", "Came too late", "到货太晚"),
]
CHECKS: list[tuple[str, bool, dict[str, Any]]] = [
    ("authorisation", False, {}),
    ("completeness", True, {"require": ["buyer", "phone", "address", "district"], "phone_pattern": PHONE}),
    ("price", True, {"above_list_pct": 20, "below_floor_pct": 0}),
    ("credit", True, {}),
    ("payment", True, {"tolerance": "0.00"}),
    ("gift", True, {}),
    ("source", True, {}),
    ("warehouse", True, {}),
]
PICK_BINS, BULK_BINS = 60, 20


def build(companies: dict[str, Any], parties: dict[str, Any], items: dict[str, Any]) -> None:
    """Write everything that says what is sold where, at which price, checked how and sent from where."""
    warehouses = places(companies)
    channels = {
        key: write("sales.Channel", [{"company": companies[key[0]], "code": key[1], "name_en": en, "name_zh": zh}])[0]
        for key in sorted({(company, channel) for company, channel, *_ in SHOPS})
        for en, zh, _ in [CHANNELS[key[1]]]
    }
    lists = _price_lists(companies, items, sorted(channels))
    promotions.build(companies, _shops(companies, parties, channels, lists, items))
    for (company, _), channel in channels.items():
        checks(companies[company], channel)
    for company in sorted({owner for owner, _ in channels}):
        settlement.build(companies[company], [one for (owner, _), one in channels.items() if owner == company])
    desk.build(companies, parties["WALK-IN"], lambda prices: _prices(prices, desk.CODE, items), checks)
    write("sales.Route", _routes(companies, warehouses))
    return_reasons(companies.values())


def return_reasons(companies: Iterable[Any]) -> None:
    """Write why buyers of these companies return goods."""
    write(
        "sales.ReturnReason",
        [
            {"company": company, "code": code, "name_en": en, "name_zh": zh}
            for company in companies
            for code, en, zh in RETURN_REASONS
        ],
    )


def places(companies: dict[str, Any]) -> dict[str, Any]:
    """Write warehouses and their bins: picking bins first in pick order, bulk bins behind them."""
    rows = [{"company": companies[owner], "code": code, "name_en": en, "name_zh": zh, "province": province}
            for owner, code, en, zh, province in WAREHOUSES]  # fmt: skip
    warehouses = by_code(write("stock.Warehouse", rows))
    bins = [(f"A-{n // 10 + 1:02d}-{n % 10 + 1:02d}", 100 + n, "picking") for n in range(PICK_BINS)]
    bins += [(f"R-{n // 10 + 1:02d}-{n % 10 + 1:02d}", 1000 + n, "picking") for n in range(BULK_BINS)]
    bins += [("QC-01", 9000, "quality")]
    write(
        "stock.Location",
        [
            {"company": warehouse.company, "warehouse": warehouse, "code": code, "pick_order": order, "kind": kind}
            for warehouse in warehouses.values()
            for code, order, kind in bins
        ],
    )
    return warehouses


def checks(company: Any, channel: Any, **changes: dict[str, Any] | None) -> None:
    """Write the eight review checks of a channel; ``changes`` gives other parameters by check, None switches it off."""
    write(
        "sales.ReviewCheck",
        [
            {
                "company": company,
                "channel": channel,
                "check_code": code,
                "releasable": releasable,
                "enabled": changes.get(code, parameters) is not None,
                "parameters": changes.get(code, parameters) or {},
            }
            for code, releasable, parameters in CHECKS
        ],
    )


def _price_lists(companies: dict[str, Any], items: dict[str, Any], keys: list[tuple[str, str]]) -> dict[Any, Any]:
    found = {}
    for company, channel in keys:
        en, zh, _ = CHANNELS[channel]
        row = {
            "company": companies[company],
            "code": channel,
            "name_en": f"{en} prices",
            "name_zh": f"{zh}价目表",
            "currency_id": "CNY",
        }
        found[company, channel] = write("items.PriceList", [row])[0]
    write("items.Price", [row for key, price_list in found.items() for row in _prices(price_list, key[1], items)])
    return found


def _prices(price_list: Any, channel: str, items: dict[str, Any]) -> Iterator[dict[str, Any]]:
    ends = [day for day, _ in SEASONS[1:]] + [None]
    for product in products():
        for (start, season), end in zip(SEASONS, ends, strict=True):
            price = _round(product.price * season * LEVEL_PCT[channel] / 10000)
            floor = (price * FLOOR_PCT[channel] / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
            yield {"company": price_list.company, "price_list": price_list, "item": items[product.code], "price": price,
                       "floor_price": floor, "valid_from": start, "valid_to": end}  # fmt: skip


def _round(price: Decimal) -> Decimal:
    """Answer a price as shops print it: whole yuan, and at least one."""
    return max(Decimal(1), price.quantize(Decimal(1), ROUND_HALF_UP))


def _shops(
    companies: dict[str, Any], parties: dict[str, Any], channels: Any, lists: Any, items: dict[str, Any]
) -> dict[str, Any]:
    units = by_code(
        write(
            "core.Unit",
            [
                {"company": companies[company], "kind": "shop", "code": code, "name_en": en, "name_zh": zh}
                for company, _, code, en, zh, *_ in SHOPS
            ],
        )
    )
    clerks = clerk_of_company()
    rows = [
        {
            "company": companies[company],
            "code": code,
            "name_en": en,
            "name_zh": zh,
            "channel": channels[company, channel],
            "unit": units[code],
            "customer": parties[CHANNELS[channel][2]],
            "price_list": lists[company, channel],
            "split": split,
            "owner": clerks[company],
            "state": "blocked" if code == BLOCKED_SHOP else "active",
        }
        for company, channel, code, en, zh, split, _, _ in SHOPS
    ]
    shops = by_code(write("sales.Shop", rows))
    write(
        "sales.Listing",
        [
            {
                "company": shops[code].company,
                "shop": shops[code],
                "sku": shop_sku(code, product),
                "item": items[product.code],
                "gift_allowed": product.gift,
            }
            for _, _, code, _, _, _, _, without in SHOPS
            for product in products()
            if product.category not in without.split()
        ],
    )
    return shops


def shop_sku(shop: str, product: Product) -> str:
    """Answer a shop's own code of a product: flagship shops use ours, the others their platform's."""
    if shop in {"TM-FLAG", "JD-SELF"}:
        return product.code
    return f"{shop.partition('-')[0]}{product.code.replace('-', '')}"


def _routes(companies: dict[str, Any], warehouses: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for province in provinces():
        ranked = ("SOUTH", "EAST") if province in SOUTH else ("EAST", "SOUTH")
        for rank, code in enumerate(ranked, start=1):
            yield {"company": companies[ECO], "province": province, "warehouse": warehouses[code], "rank": rank}
        yield {"company": companies[MFG], "province": province, "warehouse": warehouses["ZS"], "rank": 1}
        yield {"company": companies[PRJ], "province": province, "warehouse": warehouses["BJ"], "rank": 1}
