"""What platforms pay for a day's orders, with the mistakes that they make in life planted at set shares."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import polars as pl

from interlock.core.api import run_work
from interlock.core.sql import blocks, rows
from interlock.finance import api as finance
from interlock.sales import api as sales

from .company.settlement import CANONICAL, MAPPINGS, TAKEN
from .spine import Desk

SQL = blocks(__file__)
SETTLED_AFTER, PAID_AFTER = 7, 8  # days after the order
#: What goes wrong, in a thousandth of the orders. An order's number decides, however the day is cut: a late order is in
#: no statement; besides the row of an order there may be one of an order that nobody knows.
MISTAKES = {"short_paid": 5, "over_paid": 2, "unknown_order": 1, "not_settled": 10}


@dataclass
class Planted:
    """The mistakes made: the platform's numbers by result, and how many rows the statements hold."""

    rows: int = 0
    orders: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in MISTAKES})

    def counts(self) -> dict[str, int]:
        """Answer how many of each, those that are not there left out."""
        return {name: len(found) for name, found in self.orders.items() if found}


def settle_day(desk: Desk, day: date | None, settled_on: date, paid_on: date, folder: Path) -> Planted:
    """Let the platforms pay for the orders of a day (or of all days) that are revenue and in no statement yet.

    A statement a shop is imported, matched and posted, and its payout ties to what the bank received.
    """
    planted = Planted()
    with desk.stages.stage("settle", 0) as advance:
        due = rows(SQL["due"], company=desk.company, day=day)
        shops: dict[tuple[int, str, str], list[Any]] = {}
        for row in due:
            shops.setdefault((row.shop_id, row.shop, row.channel), []).append(row)
        for (shop, code, channel), orders in shops.items():
            path = write_statement(code, channel, orders, settled_on, folder, planted)
            sales.import_statement(
                path, path.name, company=desk.company, by=desk.by, shop=shop, on=settled_on, number=path.stem
            )
            advance(len(orders))
        _work(desk, sales.post_statements, sales.statements_in(desk.company, "matched"), settled_on)
        pay_out(desk, paid_on, folder)
    return planted


def write_statement(shop: str, channel: str, orders: list[Any], on: date, folder: Path, planted: Planted) -> Path:
    """Write what a platform says about these orders, in its own columns; its number follows from the content."""
    mapping = MAPPINGS.get(channel, CANONICAL)
    numbers, cents = _mistaken(orders, planted)
    planted.rows += len(numbers)
    canonical = pl.DataFrame({"order_no": numbers, "cents": cents}, schema={"order_no": pl.String, "cents": pl.Int64})
    fees = {column: (pl.col("cents") * TAKEN[kind] + 5000) // 10000 for column, kind in mapping["fees"].items()}
    net = pl.col("cents") - pl.sum_horizontal(fees.values())
    sign = -1 if mapping.get("fees_negative") else 1
    parts = {"order_no": pl.col("order_no"), "gross": _yuan(pl.col("cents")), "refund": pl.lit("0.00"),
             "net": _yuan(net), "settled_on": pl.lit(str(on))}  # fmt: skip
    names = mapping["columns"]
    wanted = [name for name in parts if not names or name in names]
    table = canonical.select(
        *(parts[name].alias(names.get(name, name)) for name in wanted),
        *(_yuan(fee * sign).alias(column) for column, fee in fees.items()),
    )
    content = table.write_csv()
    path = folder / f"{shop}-{on:%Y%m%d}-{zlib.crc32(content.encode()):08x}.csv"
    path.write_text(content, encoding="utf-8")
    return path


def pay_out(desk: Desk, on: date, folder: Path) -> None:
    """Receive at the bank what posted statements promise, and tie it to them."""
    waiting = sales.statements_in(desk.company, "posted")
    found = sales.Statement.objects.filter(company_id=desk.company, pk__in=waiting, payout_amount__gt=0).order_by("pk")
    paid = list(found.values_list("pk", "platform_number", "payout_amount"))
    if not paid:
        return
    table = pl.DataFrame(
        {
            "number": [f"BK-{number}" for _id, number, _amount in paid],
            "received_on": [str(on)] * len(paid),
            "amount": [str(amount) for _id, _number, amount in paid],
            "reference": [number for _id, number, _amount in paid],
        }
    )
    path = folder / f"bank-{desk.company}-{on}-{paid[0][0]}.csv"
    table.write_csv(path)
    with path.open("rb") as file:
        finance.import_receipts(file, path.name, company=desk.company, by=desk.by)
    _work(desk, sales.tie_payouts, [one for one, _number, _amount in paid], on)


def _work(desk: Desk, operation: Any, ids: list[int], on: date) -> None:
    if ids:
        run_work(operation, ids, company=desk.company, by=desk.by, key=uuid4(), on=on)


def _mistaken(orders: list[Any], planted: Planted) -> tuple[list[str], list[int]]:
    """Answer the numbers and cents of a statement's rows; the order's own number decides on the mistake."""
    numbers, cents = [], []
    for row in orders:
        number, owed = row.platform_number, int(row.amount * 100)
        lot = lot_of(number)
        mistake = _mistake(lot % 1000)
        paid = owed
        if mistake == "short_paid":
            paid = max(0, owed - 1 - lot // 1000 % 2000)
        elif mistake == "over_paid":
            paid = owed + 1 + lot // 1000 % 500
        if mistake == "short_paid" and paid == owed:  # nothing can be kept back of nothing
            mistake = None
        if mistake:
            planted.orders[mistake].append(f"U{number}"[:64] if mistake == "unknown_order" else number)
        if mistake != "not_settled":
            numbers.append(number)
            cents.append(paid)
        if mistake == "unknown_order":
            numbers.append(f"U{number}"[:64])
            cents.append(owed)
    return numbers, cents


def lot_of(number: str) -> int:
    """Answer an evenly spread number that depends on the order's number only."""
    return int.from_bytes(hashlib.blake2b(number.encode(), digest_size=6).digest())


def _mistake(lot: int) -> str | None:
    for name, share in MISTAKES.items():
        if lot < share:
            return name
        lot -= share
    return None


def _yuan(cents: pl.Expr) -> pl.Expr:
    """Write cents as yuan with two decimals."""
    whole = cents.abs()
    sign = pl.when(cents < 0).then(pl.lit("-")).otherwise(pl.lit(""))
    return pl.concat_str(sign, whole // 100, pl.lit("."), (whole % 100).cast(pl.String).str.zfill(2))
