"""Goods for the day: a receipt a warehouse that covers what the routes will ask of it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from interlock.core.api import Actor
from interlock.stock import api as stock

from .company.catalogue import CENT, SOLD_OUT, products
from .company.structure import unit_costs
from .company.trade import PICK_BINS
from .company.writing import table
from .feed import Feed

SPARE_PCT = 2


def post_movement(name: str, *, company: int, by: Actor, **movement: Any) -> None:
    """Write a movement down and post it; the same name again is the same movement."""
    key = uuid5(NAMESPACE_URL, f"interlock:demo:{company}:{name}")
    recorded = stock.record_movement(company=company, by=by, key=uuid5(key, "record"), **movement)
    _require(recorded, name)
    document = recorded.verdicts[0].detail["movement"]
    _require(stock.post_movements([document], company=company, by=by, key=uuid5(key, "post")), name)


def _require(outcome: Any, name: str) -> None:
    if outcome.rejected:
        raise RuntimeError(f"the sample company's {name} was rejected: {outcome.rejected[0]}")


def pick_bins(company: int, warehouse: int) -> dict[int, int]:
    """Answer the picking bin of each product in a warehouse, by item; an item has the same place everywhere."""
    bins = list(
        table("stock.Location")
        .objects.filter(company_id=company, warehouse_id=warehouse, kind="picking")
        .order_by("pick_order", "id")
        .values_list("id", flat=True)[:PICK_BINS]
    )
    items = dict(table("items.Item").objects.filter(kind="product").values_list("code", "id"))
    return {items[product.code]: bins[place % len(bins)] for place, product in enumerate(products())}


def cover(feed: Feed, company: int, by: Actor) -> int:
    """Receive what the feed will ask of each warehouse and a little more, except what is sold out; answers pieces."""
    pieces = 0
    for warehouse, wanted in sorted(_by_warehouse(feed, company).items()):
        lines = tuple(_lines(feed, company, warehouse, wanted))
        if lines:
            name = f"cover:{feed.on}:{feed.orders}:{warehouse}"
            supplier = _supplier(feed.company)
            post_movement(
                name, company=company, by=by, kind="receipt", movement_on=feed.on, lines=lines, party=supplier
            )
            pieces += sum(int(line.quantity) for line in lines)
    return pieces


def _by_warehouse(feed: Feed, company: int) -> dict[int, dict[tuple[int, str], int]]:
    routes = table("sales.Route").objects.filter(company_id=company, rank=1)
    first = dict(routes.values_list("province", "warehouse_id"))
    wanted: dict[int, dict[tuple[int, str], int]] = defaultdict(lambda: defaultdict(int))
    for province, item, code, pieces in feed.demand().iter_rows():
        if code not in SOLD_OUT:
            wanted[first[province]][item, code] += pieces
    return wanted


def _lines(feed: Feed, company: int, warehouse: int, wanted: dict[tuple[int, str], int]) -> Iterator[stock.NewLine]:
    bins, costs = pick_bins(company, warehouse), unit_costs()
    tracked = {product.code for product in products() if product.serial_tracked}
    dice = random.Random(f"{feed.on}{warehouse}")
    for (item, code), asked in sorted(wanted.items()):
        pieces = asked + asked * SPARE_PCT // 100 + 1
        cost = costs[code] * dice.randint(980, 1020) / 1000  # what suppliers ask moves a little
        batch = f"{code}-{feed.on:%y%m%d}-{feed.orders:X}-{warehouse}"
        serials = tuple(f"{batch}-{n:05d}" for n in range(pieces)) if code in tracked else ()
        amount = (cost * pieces).quantize(CENT, ROUND_HALF_UP)
        yield stock.NewLine(item, bins[item], Decimal(pieces), amount, serials)


def _supplier(company: str) -> int:
    code = "SUP-001" if company == "MFG" else "GRP-MFG"
    return int(table("parties.Party").objects.values_list("id", flat=True).get(code=code))
