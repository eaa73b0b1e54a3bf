"""The feed generator: repeatable, with the planted faults and nothing else wrong."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from interlock.demo.dice import Dice
from interlock.demo.feed import COLUMNS, FAULTS, Feed, generate
from interlock.demo.stalls import Stalls

ON = date(2026, 6, 18)


@pytest.fixture(scope="module")
def stalls() -> Stalls:
    """Two shops and a blocked one, with four products and two accessories."""
    goods = [("main", "LOCK-A", 900.0, 60.0), ("main", "LOCK-B", 700.0, 20.0), ("main", "CAM", 200.0, 10.0),
             ("sold_out", "GONE", 500.0, 5.0), ("extra", "BATTERY", 20.0, 9.0), ("extra", "CABLE", 9.0, 4.0),
             ("extra", "CARD", 30.0, 3.0), ("extra", "MOUNT", 25.0, 2.0)]  # fmt: skip
    rows = [
        {"place": place, "group": group, "shop": shop, "sku": f"{shop}-{item}", "item_id": number, "item": item,
         "price": price, "floor": price * 0.85, "demand": demand, "gift": item == "CABLE"}
        for place, shop in enumerate(["S1", "S2", "OLD"]) for number, (group, item, price, demand) in enumerate(goods)
    ]  # fmt: skip
    offers = pl.DataFrame(rows).sort("place", "group", maintain_order=True)
    return Stalls("ECO", ["S1", "S2", "OLD"], [3.0, 1.0, 0.0], ["OLD"], [False, False, False], offers)


@pytest.fixture(scope="module")
def feed(stalls: Stalls) -> Feed:
    return generate(stalls, ON, 20_000)


def orders(feed: Feed, fault: str) -> pl.DataFrame:
    return feed.lines.filter(pl.col("fault") == fault).unique("order_no")


def test_the_same_arguments_make_the_same_feed(stalls: Stalls, feed: Feed) -> None:
    assert generate(stalls, ON, 20_000).lines.equals(feed.lines)
    assert not generate(stalls, date(2026, 6, 19), 20_000).lines.equals(feed.lines)


def test_the_numbers_do_not_change_with_the_machine_or_the_version() -> None:
    assert Dice("anlu").whole("x", pl.int_range(3, eager=True)).to_list() == [
        2595661270601676,
        3555314610915858,
        7669865861263618,
    ]


def test_orders_and_lines_are_as_many_as_asked(feed: Feed) -> None:
    heads = feed.lines.unique(["order_no", "copy"])
    assert heads.height == feed.orders == 20_000
    assert heads["order_no"].n_unique() == 20_000 - feed.planted["already"]
    assert 1.85 < feed.lines.height / feed.orders < 1.95


def test_faults_are_planted_as_often_as_said_and_each_alone(feed: Feed) -> None:
    assert feed.planted == {reason: round(20_000 * share) for reason, share in FAULTS.items()}
    for reason, count in feed.planted.items():
        if reason != "already":
            assert orders(feed, reason).height == count
    assert (
        set(orders(feed, "shop_blocked")["shop"]) == {"OLD"} == set(feed.lines.filter(pl.col("shop") == "OLD")["shop"])
    )
    assert orders(feed, "shop_blocked").height == feed.lines.filter(pl.col("shop") == "OLD")["order_no"].n_unique()
    assert feed.lines.filter(pl.col("address") == "")["order_no"].n_unique() == feed.planted["no_address"]
    assert feed.lines.filter(pl.col("phone").str.len_chars() != 11)["order_no"].n_unique() == feed.planted["bad_phone"]
    assert feed.lines.filter(pl.col("item") == "GONE")["order_no"].n_unique() == feed.planted["no_stock"]
    assert feed.lines.filter(pl.col("item_id").is_null()).height == feed.planted["unknown_item"]


def test_a_repeat_is_the_same_order_again(feed: Feed) -> None:
    again = feed.lines.filter(pl.col("copy") == 1)
    first = feed.lines.filter((pl.col("copy") == 0) & pl.col("order_no").is_in(again["order_no"].implode()))
    assert again["order_no"].n_unique() == feed.planted["already"]
    assert again.select(COLUMNS).sort("order_no", "line_no").equals(first.select(COLUMNS).sort("order_no", "line_no"))


def test_an_order_is_paid_in_full_and_never_has_an_item_twice(feed: Feed) -> None:
    whole = feed.lines.filter(pl.col("copy") == 0).group_by("order_no").agg(
        (pl.col("quantity") * pl.col("unit_price").cast(pl.Float64) - pl.col("discount").cast(pl.Float64).fill_null(0))
        .sum().round(2).alias("sum"),
        pl.col("paid_amount").cast(pl.Float64).first().alias("paid"),
        (pl.col("sku").n_unique() == pl.len()).alias("distinct"),
    )  # fmt: skip
    assert whole.filter((pl.col("sum") - pl.col("paid")).abs() > 0.001).is_empty()
    assert whole["distinct"].all()


def test_demand_is_believable(feed: Feed) -> None:
    by_item = feed.lines.filter(pl.col("line_no") == 1)["item"].value_counts(sort=True)
    assert by_item["item"][0] == "LOCK-A"
    by_hour = feed.lines.unique("order_no")["ordered_at"].str.slice(11, 2).value_counts(sort=True)
    assert by_hour["ordered_at"][0] in {"20", "21"}
    assert feed.lines["province"].value_counts(sort=True)["province"][0] == "广东省"


@pytest.mark.parametrize("count", [1, 7, 40])
def test_small_days(stalls: Stalls, count: int) -> None:
    made = generate(stalls, ON, count)
    assert made.lines["order_no"].n_unique() == count


def test_it_is_written_as_csv_and_as_parquet(feed: Feed, tmp_path) -> None:
    csv = pl.read_csv(feed.write(tmp_path / "f.csv"), infer_schema=False)
    parquet = pl.read_parquet(feed.write(tmp_path / "f.parquet"))
    assert csv.columns == parquet.columns == COLUMNS
    assert csv["unit_price"].to_list() == parquet["unit_price"].to_list()
