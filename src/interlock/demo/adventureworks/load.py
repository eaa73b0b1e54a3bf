"""Run the data set in date order: ordered, shipped the next day, received three days later, returned by some."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import polars as pl
from django.db.models import Sum

from interlock.core.api import system_actor
from interlock.server import Trouble
from interlock.stock import api as stock

from ..company.writing import table
from ..feed import COLUMNS
from ..replenish import post_movement
from ..settling import PAID_AFTER, SETTLED_AFTER, settle_day
from ..spine import Desk, Stages
from ..summary import summarise
from . import masters
from .files import DataSet, rounded
from .returns import Returns, take_back

SHIPPED_AFTER, RECEIVED_AFTER = 1, 4  # days after the order
Opening = Literal["cover", "file"]


def load(folder: Path, since: date | None, through: date | None, opening: Opening, stages: Stages) -> dict[str, Any]:
    """Run the orders placed from ``since`` to ``through`` to their receipt; a repeat goes on where it stopped.

    ``cover`` opens each item with exactly what these orders take, at quantity × cost rounded to the cent; ``file``
    with what the inventory file holds, and orders that find nothing stay held.
    """
    data = DataSet.open(folder)
    lines = data.order_lines(since, through)
    with stages.stage("company", 1):
        company = masters.build(data)
    desk = Desk(company.pk, system_actor("load"), stages)
    with stages.stage("opening", 1):
        _open_stock(desk, data, lines, opening)
    unmatched = _run_days(desk, data, lines, through)
    _settle(desk, lines)
    desk.seal()
    return summarise([company.pk], None, stages) | {"returns_unmatched": unmatched}


def _open_stock(desk: Desk, data: DataSet, lines: pl.DataFrame, opening: Opening) -> None:
    """Open the stock; ``cover`` opens what later orders take on top of it, ``file`` opens once."""
    opened = _opened(desk.company)
    covered = any(place == masters.COVER_BIN for _, place in opened)
    if opened and covered != (opening == "cover"):
        how = "cover" if covered else "file"
        raise Trouble(f"The stock of Adventure Works was opened with --stock {how}: load it with the same again.")
    if opening == "file":
        counted = () if opened else tuple(_from_file(desk.company, data))
    else:
        counted = tuple(_to_cover(desk.company, data, data.sold(lines), opened))
    if counted:
        total = sum(line.quantity for line in counted) + sum(pieces for pieces, _ in opened.values())
        post_movement(
            f"adventureworks:{opening}:{total:f}", company=desk.company, by=desk.by, kind="opening",
            movement_on=masters.OPENED_ON, lines=counted,
        )  # fmt: skip


def _opened(company: int) -> dict[tuple[int, str], tuple[Decimal, Decimal]]:
    """Answer what was opened before: pieces and value by item and bin."""
    found = table("stock.MovementLine").objects.filter(company_id=company, movement__kind="opening")
    sums = found.values_list("item_id", "location__code").annotate(Sum("quantity"), Sum("amount"))
    return {(item, place): (pieces, value) for item, place, pieces, value in sums}


def _to_cover(
    company: int, data: DataSet, sold: dict[str, int], opened: dict[tuple[int, str], tuple[Decimal, Decimal]]
) -> Iterator[stock.NewLine]:
    """Yield what the orders take and was not opened yet; each item's whole value is rounded once."""
    items, bins = _places(company)
    products = data.web_products()
    for sku, sold_pieces in sold.items():
        pieces, value = opened.get((items[sku], masters.COVER_BIN), (Decimal(), Decimal()))
        if sold_pieces > pieces:
            more = rounded(sold_pieces * products[sku].cost) - value
            yield stock.NewLine(items[sku], bins[masters.COVER_BIN], sold_pieces - pieces, more)


def _from_file(company: int, data: DataSet) -> Iterator[stock.NewLine]:
    items, bins = _places(company)
    web = data.web_products()
    products = {row["ProductID"]: row for row in data.table("production/Product.csv").to_dicts()}
    for row in data.table("production/ProductInventory.csv").to_dicts():
        product, pieces = products[row["ProductID"]], int(row["Quantity"])
        if pieces:
            sku = product["ProductNumber"]
            cost = web[sku].cost if sku in web else Decimal(product["StandardCost"])
            yield stock.NewLine(items[sku], bins[masters.bin_code(row)], Decimal(pieces), rounded(pieces * cost))


def _places(company: int) -> tuple[dict[str, int], dict[str, int]]:
    items = dict(table("items.Item").objects.values_list("code", "id"))
    return items, dict(table("stock.Location").objects.filter(company_id=company).values_list("code", "id"))


def _settle(desk: Desk, lines: pl.DataFrame) -> None:
    """Let the web shop's payment service pay for all that is revenue, after the last day."""
    if lines.is_empty():
        return
    last = date.fromisoformat(str(lines["order_date"].max())[:10])
    settled, paid = last + timedelta(days=SETTLED_AFTER), last + timedelta(days=PAID_AFTER)
    with tempfile.TemporaryDirectory(prefix="interlock-") as folder:
        settle_day(desk, None, settled, paid, Path(folder))
    desk.post()


def _run_days(desk: Desk, data: DataSet, lines: pl.DataFrame, through: date | None) -> int:
    """Go through the days: send off yesterday's, confirm what was ordered four days ago, take in today's and returns.

    Answers how many returns found no order.
    """
    if lines.is_empty():
        return 0
    days = {day: part for (day,), part in _feed(data, lines).group_by("order_date", maintain_order=True)}
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days)) + timedelta(days=RECEIVED_AFTER)
    whole = (last - first).days + 1
    returns = Returns(data, desk.company, first, through)
    quiet = Desk(desk.company, desk.by, Stages())
    with tempfile.TemporaryDirectory(prefix="interlock-") as folder, desk.stages.stage("days", whole) as advance:
        for number in range(whole):
            _run_day(quiet, first + timedelta(days=number), days, returns, Path(folder))
            advance(1)
    del desk.stages.seconds["days"]  # the days are shown by their stages
    for name, seconds in quiet.stages.seconds.items():
        desk.stages.seconds[name] += seconds
    return returns.unmatched


def _run_day(desk: Desk, on: date, days: dict[str, pl.DataFrame], returns: Returns, folder: Path) -> None:
    desk.ship(on, serials=False)
    desk.recognise_received(on, RECEIVED_AFTER - SHIPPED_AFTER)
    if (part := days.get(str(on))) is not None:
        path = folder / f"adventureworks-{on}.csv"
        part.select(column for column in COLUMNS if column in part.columns).write_csv(path)  # no promotions
        desk.take_in(path, part["order_no"].n_unique())
        desk.prepare(on, desk.received())
    arrived = days.get(str(on - timedelta(days=RECEIVED_AFTER)))
    orders = [] if arrived is None else arrived["order_no"].unique().to_list()
    take_back(desk, on, returns.of_day(on, orders), folder)
    desk.post()


def _feed(data: DataSet, lines: pl.DataFrame) -> pl.DataFrame:
    """Write order lines as the canonical feed does; the web shop's orders are paid by card at once."""
    prices = {product.sku: str(product.price) for product in data.web_products().values()}
    nothing = pl.lit("")
    return lines.select(
        pl.col("order_date"),
        pl.col("order_number").alias("order_no"), pl.col("line").alias("line_no"), pl.lit(masters.SHOP).alias("shop"),
        pl.format("{}T12:00:00", "order_date").alias("ordered_at"), pl.col("buyer"), nothing.alias("phone"),
        pl.col("province"), pl.col("city"), nothing.alias("district"), nothing.alias("address"), pl.col("sku"),
        pl.col("quantity"), pl.col("sku").replace_strict(prices).alias("unit_price"),
        nothing.alias("paid_amount"), pl.format("{}T12:00:00", "order_date").alias("paid_at"),
        pl.lit("0").alias("gift"), nothing.alias("remark"), pl.lit("5").alias("priority"),
    )  # fmt: skip
