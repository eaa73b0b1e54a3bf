"""What the data set's returns must come to, worked out from its files alone, in another way than the loader's."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import polars as pl

CENT = Decimal("0.01")


@dataclass
class Expected:
    """Returns by order line, and what they take back."""

    pieces: dict[tuple[str, int], int] = field(default_factory=dict)
    returns: int = 0
    unmatched: int = 0
    revenue: Decimal = Decimal()
    cost: Decimal = Decimal()
    opened: Decimal = Decimal()


def expected(folder: Path, since: date | None, through: date | None) -> Expected:
    """Match every return by looking at all there is: newest received first, of a day the highest number."""
    orders = pl.read_csv(folder / "sales_order_lines.csv", infer_schema=False).with_columns(
        pl.col("order_date").str.to_date(), pl.col("quantity", "line").cast(pl.Int64)
    )
    returns = pl.read_csv(folder / "returns.csv", infer_schema=False).with_columns(
        pl.col("return_date").str.to_date(), pl.col("quantity").cast(pl.Int64)
    )
    if since:
        orders, returns = orders.filter(pl.col("order_date") >= since), returns.filter(pl.col("return_date") >= since)
    if through:
        orders = orders.filter(pl.col("order_date") <= through)
        returns = returns.filter(pl.col("return_date") <= through)
    products = {
        row["sku"]: (Decimal(row["price"]), Decimal(row["cost"]))
        for row in pl.read_csv(folder / "sales_products.csv", infer_schema=False).to_dicts()
    }
    found = Expected()
    _match(orders, returns, found)
    lines = {(row["order_number"], row["line"]): row for row in orders.to_dicts()}
    for key, pieces in found.pieces.items():
        price, cost = products[lines[key]["sku"]]
        whole = (lines[key]["quantity"] * price).quantize(CENT, ROUND_HALF_UP)
        found.revenue += (whole * pieces / lines[key]["quantity"]).quantize(CENT, ROUND_HALF_UP)
        found.cost += pieces * cost
    for sku, pieces in orders.group_by("sku").agg(pl.col("quantity").sum()).iter_rows():
        found.opened += (pieces * products[sku][1]).quantize(CENT, ROUND_HALF_UP)
    return found


def _match(orders: pl.DataFrame, returns: pl.DataFrame, found: Expected) -> None:
    by_kind = orders.partition_by("sku", "territory_key", as_dict=True)
    for day, territory, sku, quantity in returns.iter_rows():
        candidates = by_kind.get((sku, territory))
        left = quantity
        if candidates is not None:
            received = candidates.filter(pl.col("order_date") <= day - timedelta(days=4))
            for row in received.sort("order_date", "order_number", "line", descending=[True, True, False]).to_dicts():
                key = (row["order_number"], row["line"])
                take = min(left, row["quantity"] - found.pieces.get(key, 0))
                if take:
                    found.pieces[key] = found.pieces.get(key, 0) + take
                    left -= take
                if not left:
                    break
        found.unmatched += left == quantity
        found.returns += left < quantity
