"""What a company's shops offer on a day, read from the masters: the ground on which a feed is generated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import polars as pl
from django.db.models import Q

from .company.catalogue import SOLD_OUT, products
from .company.trade import SHOPS
from .company.writing import table


@dataclass(frozen=True)
class Stalls:
    """Shops with their share of the orders, and every offer: shop, sku, item, price, floor, how often wanted.

    ``offers`` is ordered by (shop, group); the group is ``main``, ``extra`` (accessories) or ``sold_out``.
    """

    company: str
    shops: list[str]
    weights: list[float]
    blocked: list[str]
    bulk: list[bool]
    offers: pl.DataFrame

    @cached_property
    def share(self) -> float:
        """Answer this company's share of the group's orders."""
        return sum(self.weights) / sum(weight for *_, weight, _ in SHOPS)


def read_stalls(company: str, on: date) -> Stalls:
    """Read the shops and offers of a company as they are on a day."""
    weights = {code: (float(weight), channel) for _, channel, code, _, _, _, weight, _ in SHOPS}
    ours = table("sales.Shop").objects.filter(company__code=company, code__in=weights)
    shops = list(ours.order_by("id").values("id", "code", "state"))
    # A blocked shop comes last and with a share of its own: only the orders planted for it.
    shops.sort(key=lambda shop: shop["state"] == "blocked")
    return Stalls(
        company,
        [shop["code"] for shop in shops],
        [weights[shop["code"]][0] for shop in shops],
        [shop["code"] for shop in shops if shop["state"] == "blocked"],
        [weights[shop["code"]][1] == "1688" for shop in shops],
        _offers(company, [shop["code"] for shop in shops], on),
    )


def _offers(company: str, shops: list[str], on: date) -> pl.DataFrame:
    prices = {
        (row["price_list_id"], row["item_id"]): (row["price"], row["floor_price"])
        for row in table("items.Price")
        .objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on), company__code=company, valid_from__lte=on)
        .values("price_list_id", "item_id", "price", "floor_price")
    }
    demand = {product.code: product.demand for product in products()}
    gifts = {product.code for product in products() if product.gift}
    rows = []
    for row in (
        table("sales.Listing")
        .objects.filter(company__code=company, state="active")
        .order_by("id")
        .values("shop__code", "shop__price_list_id", "sku", "item_id", "item__code", "item__category__code")
    ):
        price, floor = prices[row["shop__price_list_id"], row["item_id"]]
        code = row["item__code"]
        group = "extra" if row["item__category__code"] == "ACCESSORY" else "main"
        rows.append(
            {
                "place": shops.index(row["shop__code"]),
                "group": "sold_out" if code in SOLD_OUT else group,
                "shop": row["shop__code"],
                "sku": row["sku"],
                "item_id": row["item_id"],
                "item": code,
                "price": float(price),
                "floor": float(floor),
                "demand": demand[code],
                "gift": code in gifts,
            }
        )
    return pl.DataFrame(rows).sort("place", "group", maintain_order=True)
