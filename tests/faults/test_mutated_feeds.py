"""Spoilt files, a hundred with ``--all``: never a crash, every row accepted or answered, the good rows in."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from typing import Any

import polars as pl
import pytest

from interlock.core.api import File, Refusal, content_path
from interlock.sales import api as sales
from tests.builders import World, assert_laws
from tests.examples import EVERYTHING

from .mutations import EVIL, Kind, Rows, Spoilt, as_csv, spoil

FILES, SEED, ORDERS = 100 if EVERYTHING else 25, 20261122, 12
REFUSALS = {"unreadable_file", "missing_columns", "doubled_columns"}


@pytest.fixture
def world(db: None) -> World:
    return World()


def kind_of_feeds(make_rows: Callable[[str], Rows]) -> Kind:
    return Kind(
        make_rows,
        key="order_no",
        number="quantity",
        day="ordered_at",
        text="buyer",
        required=("order_no", "quantity"),
        optional=("line_no", "paid_at", "district"),
        cells=(
            *("order_no", "line_no", "shop", "ordered_at", "buyer", "phone", "province", "address", "sku", "quantity"),
            *("unit_price", "paid_amount", "paid_at", "gift", "remark", "priority"),
        ),
        most={"quantity": "999999999", "unit_price": "9999999999.999999"},
    )


def taken_in(world: World, file: Spoilt) -> sales.FeedResult | None:
    call = partial(sales.import_feed, io.BytesIO(file.content), file.name, company=world.company, by=world.by)
    if file.whole is not None:
        return call()
    try:
        return call()
    except Refusal as refusal:
        if refusal.code not in REFUSALS:
            raise
        return None


def rejected_rows(result: sales.FeedResult) -> int:
    if result.rejected_file is None:
        return 0
    content = content_path(File.objects.get(pk=result.rejected_file).sha256).read_bytes()
    return len(pl.read_csv(io.BytesIO(content), infer_schema=False))


def test_spoilt_files_are_answered_row_by_row(world: World) -> None:
    def good(prefix: str) -> Rows:
        skus = ("CAMERA", "LOCK", "BATTERY")
        return [world.line(skus[n % 3], 1 + n % 2, order_no=f"{prefix}{n}") for n in range(ORDERS)]

    files = spoil(kind_of_feeds(good), FILES, SEED)
    assert len(files) == FILES
    accepted = 0
    for file in files:
        result = taken_in(world, file)
        if result is None:
            continue
        assert sum(result.counts.values()) == result.orders, file.title
        assert set(result.counts) <= {"done", "already", "unreadable", "unknown_shop", "changed"}, file.title
        answered = sum(1 for answer in result.rejected if answer.code != "done")
        assert (rejected_rows(result) > 0) == (answered > 0), file.title
        assert rejected_rows(result) + result.counts.get("done", 0) + result.counts.get("already", 0) == result.rows, (
            file.title
        )
        orders: Any = sales.Order.objects.filter(company=world.company, platform_number__in=file.whole or ())
        missing = (file.whole or set()) - set(orders.values_list("platform_number", flat=True))
        assert not missing, f"{file.title}: {sorted(missing)} {[a.detail for a in result.rejected[:3]]}"
        accepted += result.counts.get("done", 0)
    assert accepted > FILES * ORDERS // 2
    assert_laws()


def test_spoilt_confirmations_are_answered_row_by_row(world: World) -> None:
    delivery = world.delivery(("BATTERY", 1), state="shipped")
    number = sales.Delivery.objects.values_list("number", flat=True).get(pk=delivery)
    good = {"event": "shipment", "on": "2026-11-11", "delivery": number, "shop": "", "order_no": ""}
    spoilt = [good | {column: value} for column in good for value in EVIL.values()]
    content = as_csv([*spoilt, good]).encode()
    result = sales.confirm_feed(io.BytesIO(content), "confirm.csv", company=world.company, by=world.by)
    assert result.rows == len(spoilt) + 1
    assert result.counts == {"done": 1}
    assert {code for _row, code in result.rejected} == {"bad_event", "bad_on", "unknown_delivery"}
    assert_laws()
