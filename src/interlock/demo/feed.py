"""A day's orders as the platforms send them, with the things that go wrong in life planted at set shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import polars as pl

from .company.geography import places
from .company.promotions import CLAIMS
from .dice import Dice, cumulated
from .stalls import Stalls
from .words import ESTATES, GIVEN, STREETS, SURNAMES

COLUMNS = [
    *("order_no", "line_no", "shop", "ordered_at", "buyer", "phone", "province", "city", "district", "address"),
    *("sku", "quantity", "unit_price", "paid_amount", "paid_at", "gift", "remark", "priority"),
    *("discount", "subsidy", "coupon"),
]
#: What goes wrong, and how often. The names are the reasons the review and the reservation give; a repeated order
#: is answered ``already`` by the intake.
FAULTS = {
    "no_address": 0.004,
    "price_below_floor": 0.005,
    "unknown_item": 0.003,
    "no_stock": 0.005,
    "bad_phone": 0.004,
    "shop_blocked": 0.003,
    "already": 0.006,
    "discount_differs": 0.002,
}
CLAIMING = 0.06  # share of the orders of a shop with a coupon that name it
LINES = [0.45, 0.32, 0.14, 0.06, 0.03]  # share of orders with 1 … 5 lines: 1.9 on average
HOURS = [18, 10, 6, 4, 3, 4, 8, 16, 26, 38, 46, 44, 42, 40, 40, 42, 44, 46, 54, 74, 96, 100, 78, 44]
PIECES = [0.90, 0.08, 0.02]
REMARKS = ["请尽快发货", "门厚 7 厘米，请核对锁体", "周末送货", "需要发票", "送货前电话联系", "左开门"]


@dataclass
class Feed:
    """A generated feed: ``lines`` in the canonical columns plus ``item``, ``item_id``; what was planted, by reason."""

    company: str
    on: date
    lines: pl.DataFrame
    orders: int
    planted: dict[str, int] = field(default_factory=dict)

    def write(self, path: Path) -> Path:
        """Write the canonical feed as CSV or Parquet, by the path's ending."""
        table = self.lines.select(COLUMNS)
        if path.suffix == ".parquet":
            table.write_parquet(path)
        else:
            table.write_csv(path)
        return path

    def write_parts(self, folder: Path, orders: int) -> list[Path]:
        """Write the day as the files that come in one after the other, each of at most so many orders."""
        part = self.lines.select(pl.struct("order_no", "copy").rle_id() // orders).to_series()
        paths = []
        for number in range(len(part.unique()) - 1 + 1):
            path = folder / f"orders-{self.company}-{self.on}-{number + 1:03d}.csv"
            self.lines.filter(part == number).select(COLUMNS).write_csv(path)
            paths.append(path)
        return paths

    def demand(self) -> pl.DataFrame:
        """Answer the pieces wanted by province and item: province, item_id, item, pieces."""
        wanted = self.lines.filter(pl.col("item_id").is_not_null())
        return (
            wanted.group_by("province", "item_id", "item").agg(pl.col("quantity").sum().alias("pieces")).sort(pl.all())
        )


def generate(stalls: Stalls, on: date, orders: int, faults: Mapping[str, float] = FAULTS, seed: str = "anlu") -> Feed:
    """Make one company's orders of a day; the same arguments make the same feed, row by row.

    ``orders`` counts what the platforms send, repeated orders included. Every planted fault is the only one of its
    order, so the number held for a reason is the number planted.
    """
    planted = _plan(stalls, orders, faults)
    fresh = orders - planted.get("already", 0)
    dice = Dice(seed, stalls.company, on, orders)
    heads = _heads(dice, stalls, on, orders, fresh, planted)
    lines = _priced(dice, _lines(dice, stalls, heads))
    lines = _finished(_claimed(dice, _repeated(dice, lines, planted.get("already", 0), fresh)))
    return Feed(stalls.company, on, lines, orders, {reason: count for reason, count in planted.items() if count})


def _plan(stalls: Stalls, orders: int, faults: Mapping[str, float]) -> dict[str, int]:
    planted = {reason: round(orders * share) for reason, share in faults.items()}
    if not stalls.blocked:
        planted.pop("shop_blocked", None)
    return planted


def _heads(dice: Dice, stalls: Stalls, on: date, orders: int, fresh: int, planted: dict[str, int]) -> pl.DataFrame:
    """Make the orders: when, which shop, what is wrong with it, who bought and where they live."""
    row = pl.int_range(fresh, eager=True)
    hour = dice.pick("hour", row, [float(weight) for weight in HOURS]).cast(pl.Int64)
    second = (hour * 3600 + dice.between("second", row, 0, 3599)).sort()
    fault = _faults(dice, row, planted)
    shop = dice.pick("shop", row, stalls.weights)
    blocked = pl.Series([stalls.shops.index(code) for code in stalls.blocked] or [0], dtype=pl.UInt32)
    heads = pl.DataFrame({"row": row, "second": second, "fault": fault, "shop_place": shop}).with_columns(
        pl.when(pl.col("fault") == "shop_blocked").then(blocked[0]).otherwise(pl.col("shop_place")).alias("shop_place"),
        dice.pick("lines", row, LINES).alias("count") + 1,
        pl.format("{}{}{}", pl.lit(f"{on:%y%m%d}{orders:07d}"), (pl.col("row") + 10_000_000), pl.lit(stalls.company[0]))
        .alias("order_no"),
    )  # fmt: skip
    short = pl.col("phone").str.slice(0, 8)
    start = pl.lit(on).cast(pl.Datetime("us"))
    return heads.with_columns(
        (start + pl.duration(seconds=pl.col("second"))).alias("ordered"),
        (start + pl.duration(seconds=pl.col("second") + dice.between("pay", row, 5, 600))).alias("paid"),
        *_buyers(dice, row),
        *_addresses(dice, row),
    ).with_columns(
        pl.when(pl.col("fault") == "bad_phone").then(short).otherwise(pl.col("phone")).alias("phone"),
        pl.when(pl.col("fault") == "no_address").then(pl.lit("")).otherwise(pl.col("address")).alias("address"),
    )


def _faults(dice: Dice, row: pl.Series, planted: dict[str, int]) -> pl.Series:
    """Give each fault as many orders as planned, spread over the day, none of them two."""
    names = [reason for reason, count in planted.items() if reason != "already" for _ in range(count)]
    order = dice.whole("fault", row).arg_sort()
    column = pl.DataFrame({"row": order[: len(names)].cast(pl.Int64), "fault": pl.Series(names, dtype=pl.String)})
    return pl.DataFrame({"row": row}).join(column, on="row", how="left", maintain_order="left")["fault"]


def _buyers(dice: Dice, row: pl.Series) -> list[pl.Series]:
    surname = pl.Series(list(SURNAMES))
    common = [1 / (place + 4) for place in range(len(SURNAMES))]
    given = pl.Series(list(GIVEN))
    first = given.gather(dice.between("first", row, 0, len(GIVEN) - 1))
    second = given.gather(dice.between("second name", row, 0, len(GIVEN) - 1))
    two = dice.share("two names", row) < 0.8
    second = pl.select(pl.when(two).then(second).otherwise(pl.lit(""))).to_series()
    buyer = surname.gather(dice.pick("surname", row, common)) + first + second
    prefix = pl.Series(["13", "15", "17", "18", "19"]).gather(dice.between("prefix", row, 0, 4))
    number = dice.between("phone", row, 1_000_000_000, 1_999_999_999).cast(pl.String).str.slice(1)
    return [buyer.alias("buyer"), (prefix + number).alias("phone")]


def _addresses(dice: Dice, row: pl.Series) -> list[pl.Series]:
    found = places()
    place = dice.pick("place", row, [one.weight for one in found])
    columns = [
        pl.Series(name, [getattr(one, name) for one in found]).gather(place)
        for name in ("province", "city", "district")
    ]
    street = pl.Series(STREETS).gather(dice.between("street", row, 0, len(STREETS) - 1))
    estate = pl.Series(ESTATES).gather(dice.between("estate", row, 0, len(ESTATES) - 1))
    house, block, floor, door = (
        dice.between(name, row, first, last).cast(pl.String)
        for name, first, last in (("house", 1, 499), ("block", 1, 38), ("floor", 1, 33), ("door", 1, 4))
    )
    table = pl.DataFrame({"s": street, "h": house, "e": estate, "b": block, "f": floor, "d": door})
    return [
        *columns,
        table.select(pl.format("{}{}号{}{}栋{}0{}室", "s", "h", "e", "b", "f", "d").alias("address")).to_series(),
    ]


def _lines(dice: Dice, stalls: Stalls, heads: pl.DataFrame) -> pl.DataFrame:
    """Give each order its lines: first a main product, then accessories, each another one."""
    lines = heads.with_columns(pl.int_ranges(1, pl.col("count") + 1).alias("line_no")).explode(
        "line_no", empty_as_null=False
    )
    key = (lines["row"] * 8 + lines["line_no"]).alias("key")
    group = pl.when(pl.col("line_no") > 1).then(pl.lit("extra")).when(pl.col("fault") == "no_stock").then(
        pl.lit("sold_out")
    ).otherwise(pl.lit("main"))  # fmt: skip
    lines = lines.with_columns(
        key, group.alias("group"), share=dice.share("offer", key), hop=dice.between("hop", key, 0, 4)
    )
    parts = [_chosen(part, _shelf(stalls, name)) for (name,), part in lines.group_by("group", maintain_order=True)]
    return pl.concat(parts).sort("row", "line_no")


def _shelf(stalls: Stalls, group: str) -> pl.DataFrame:
    """Answer the offers of a group with the upper edge of each on one scale: shop place + share within the shop."""
    parts = []
    for place in range(len(stalls.shops)):
        shelf = stalls.offers.filter((pl.col("place") == place) & (pl.col("group") == group))
        if shelf.is_empty():  # a shop without accessories sells more of the rest
            shelf = stalls.offers.filter((pl.col("place") == place) & (pl.col("group") == "main"))
        edges = cumulated(shelf["demand"].to_list()) + place
        parts.append(shelf.with_columns(edges.alias("edge"), pl.lit(shelf.height).alias("size")))
    return pl.concat(parts).with_row_index("offer")


def _chosen(lines: pl.DataFrame, shelf: pl.DataFrame) -> pl.DataFrame:
    found = shelf["edge"].search_sorted(lines["shop_place"] + lines["share"], side="right").cast(pl.Int64)
    first = shelf.group_by("place").agg(pl.col("offer").min().cast(pl.Int64).alias("first"), pl.col("size").first())
    lines = lines.with_columns(found.clip(0, shelf.height - 1).alias("found")).join(
        first, left_on="shop_place", right_on="place", maintain_order="left"
    )
    # The first accessory by demand, each further one some places on: never the same item twice.
    start = pl.when(pl.col("line_no") > 1).then(pl.col("found").first().over("row")).otherwise(pl.col("found"))
    step = 1 + pl.col("hop").first().over("row") % ((pl.col("size") - 1) // (len(LINES) - 2)).clip(1)
    hop = (pl.col("line_no") - 2).clip(0) * step
    offer = pl.col("first") + (start - pl.col("first") + hop) % pl.col("size")
    lines = lines.with_columns(offer.alias("offer"))
    columns = ["shop", "sku", "item", "item_id", "price", "floor", "gift"]
    return lines.with_columns(shelf[column].gather(lines["offer"]).alias(column) for column in columns)


def _priced(dice: Dice, lines: pl.DataFrame) -> pl.DataFrame:
    """Set pieces and prices: most at the list price, some with a coupon, a few accessories given away."""
    key = lines["key"]
    coupon = dice.share("coupon", key)
    off = pl.when(coupon < 0.7).then(0.0).otherwise((coupon - 0.7) / 0.3 * 0.08)
    gift = (pl.col("line_no") > 1) & pl.col("gift") & (dice.share("gift", key) < 0.3)
    low = (pl.col("fault") == "price_below_floor") & (pl.col("line_no") == 1)
    unknown = (pl.col("fault") == "unknown_item") & (pl.col("line_no") == 1)
    return lines.with_columns(
        gift.cast(pl.Int8).alias("gift"),
        (dice.pick("pieces", key, PIECES).cast(pl.Int64) + 1).alias("quantity"),
        pl.when(low).then(pl.col("floor") * 0.9).when(gift).then(0.0).otherwise(pl.col("price") * (1 - off))
        .mul(100).round(0).cast(pl.Int64).alias("cents"),
        pl.when(unknown).then(pl.format("X{}", pl.col("sku"))).otherwise(pl.col("sku")).alias("sku"),
        pl.when(unknown).then(None).otherwise(pl.col("item_id")).alias("item_id"),
        dice.pick("remark", lines["row"], [30.0, *[1.0] * len(REMARKS)]).alias("remark_place"),
        dice.pick("priority", lines["row"], [2.0, 95.0, 3.0]).alias("priority_place"),
    )  # fmt: skip


def _repeated(dice: Dice, lines: pl.DataFrame, repeats: int, fresh: int) -> pl.DataFrame:
    """Send some whole orders a second time, a while after the first."""
    if not repeats:
        return lines.with_columns(pl.lit(0).alias("copy"))
    sound = lines.filter((pl.col("line_no") == 1) & pl.col("fault").is_null())["row"]
    chosen = sound.gather(dice.whole("repeat", sound).arg_sort()[:repeats])
    again = lines.filter(pl.col("row").is_in(chosen.implode())).with_columns(
        (pl.col("row") + fresh // 50 + 1).alias("sent"), pl.lit(1).alias("copy")
    )
    first = lines.with_columns(pl.col("row").alias("sent"), pl.lit(0).alias("copy"))
    return pl.concat([first, again]).sort("sent", "copy", "row", "line_no")


def _claimed(dice: Dice, lines: pl.DataFrame) -> pl.DataFrame:
    """Take off what coupons give in the shops that have one, and in some orders what nothing gives."""
    gross = pl.col("quantity") * pl.col("cents")
    wrong = (pl.col("fault") == "discount_differs") & (pl.col("line_no") == 1)
    lines = lines.with_columns(
        gross.alias("gross"),
        gross.sum().over("row", "copy").alias("total"),
        (gross.cum_sum().over("row", "copy", order_by="line_no")).alias("upto"),
        pl.when(wrong).then(gross // 10).otherwise(0).alias("off"),
        pl.lit(0).alias("borne"),
        pl.lit(None, dtype=pl.String).alias("coupon"),
        (dice.share("claim", lines["row"]) < CLAIMING).alias("claims"),
    )
    for claim in CLAIMS:
        meant = (pl.col("shop") == claim.shop) & pl.col("fault").is_null() & pl.col("claims")
        meant &= pl.col("total") >= max(claim.floor, claim.off)
        spread = [
            _half_up(claim.off * upto, pl.col("total")) for upto in (pl.col("upto"), pl.col("upto") - pl.col("gross"))
        ]
        off = spread[0] - spread[1] if claim.off else _half_up(pl.col("gross") * claim.pct, pl.lit(100))
        lines = lines.with_columns(
            pl.when(meant).then(off).otherwise("off").alias("off"),
            pl.when(meant).then(pl.lit(claim.coupon)).otherwise("coupon").alias("coupon"),
        ).with_columns(
            pl.when(meant)
            .then(_half_up(pl.col("off") * claim.platform_pct, pl.lit(100)))
            .otherwise("borne")
            .alias("borne")
        )
    return lines


def _half_up(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    """Divide whole cents, a half rounded up."""
    return (2 * part + whole) // (2 * whole)


def _finished(lines: pl.DataFrame) -> pl.DataFrame:
    """Write the columns as a platform does; ``copy`` stays to tell a repeat from the first."""
    paid = (pl.col("gross") - pl.col("off")).sum().over("row", "copy")
    moment = "%Y-%m-%dT%H:%M:%S+08:00"
    return lines.with_columns(
        _money(pl.col("cents")).alias("unit_price"),
        _money(paid).alias("paid_amount"),
        pl.when(pl.col("off") > 0).then(_money(pl.col("off"))).alias("discount"),
        pl.when(pl.col("borne") > 0).then(_money(pl.col("borne"))).alias("subsidy"),
        pl.col("ordered").dt.strftime(moment).alias("ordered_at"),
        pl.col("paid").dt.strftime(moment).alias("paid_at"),
        pl.Series(["", *REMARKS]).gather(lines["remark_place"]).alias("remark"),
        pl.Series([3, 5, 8]).gather(lines["priority_place"]).alias("priority"),
    ).select(*COLUMNS, "item", "item_id", "fault", "copy")


def _money(cents: pl.Expr) -> pl.Expr:
    """Write cents as an amount with two decimals, exactly."""
    return pl.format("{}.{}", cents // 100, (cents % 100).cast(pl.String).str.zfill(2))
