"""Two at once: overlapping sets in opposite order, each document done once, nothing promised twice."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.db import connections

from interlock.sales import api as sales
from interlock.stock.models import Balance
from tests.builders import DAY, World, assert_laws
from tests.races import races


def together(*calls: Callable[[], Any]) -> list[Any]:
    """Run calls at the same moment, each on a connection of its own."""
    start = Barrier(len(calls))

    def one(call: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return call()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(one, call) for call in calls]]


@pytest.fixture
def world(committed: None) -> World:
    return World()


STEPS: dict[str, Callable[[World, list[int]], Any]] = {
    "reviewed": lambda w, ids: sales.review_orders(ids, company=w.company, by=w.by),
    "reserved": lambda w, ids: sales.reserve_orders(ids, company=w.company, by=w.by, on=DAY),
    "released": lambda w, ids: sales.release_deliveries(ids, company=w.company, by=w.by, on=DAY),
    "captured": lambda w, ids: sales.capture_serials(ids, company=w.company, by=w.by),
    "shipped": lambda w, ids: sales.ship_deliveries(ids, company=w.company, by=w.by, on=DAY),
    "recognised": lambda w, ids: sales.recognise_revenue(
        ids, company=w.company, by=w.by, trigger="installation", on=DAY
    ),
}


@races(
    "sales.review_orders",
    "sales.reserve_orders",
    "sales.release_deliveries",
    "sales.capture_serials",
    "sales.ship_deliveries",
    "sales.recognise_revenue",
)
def test_every_step_of_the_day_in_two_places_at_once(world: World) -> None:
    for item in world.items.values():
        world.receive(item, 60, "600")
    rows = [world.line(("CAMERA", "LOCK", "BATTERY")[n % 3], 1, order_no=f"R{n}") for n in range(60)]
    world.feed(rows)
    ids = sales.orders_in(world.company, "received")
    for step, call in STEPS.items():
        if step == "captured":
            ids = world.deliveries(*ids)
        parts = [ids[:40], ids[:19:-1]]
        first, second = together(*(partial(call, world, part) for part in parts))
        done = [i for i, code in [*first.table(), *second.table()] if code == "done"]
        assert len(done) == len(set(done)), step
        wanted = 20 if step == "captured" else 60
        assert len(done) == wanted, (step, first.counts, second.counts)
        assert not first.rejected
        assert not second.rejected
    world.post()
    assert_laws()


def test_two_clients_want_the_last_pieces(world: World) -> None:
    world.receive(world.camera, 10, "100")
    world.feed([world.line("CAMERA", 1, order_no=f"L{n}") for n in range(30)])
    ids = sales.orders_in(world.company, "received")
    world.step("reviewed", ids)
    results = together(*(partial(STEPS["reserved"], world, ids[n::3]) for n in range(3)))
    assert sum(result.counts["done"] for result in results) == 10
    balance = Balance.objects.get(company=world.company, item=world.camera)
    assert (balance.on_hand, balance.reserved) == (10, 10)
    assert_laws()


@races("sales.announce_returns", "sales.receive_returns", "sales.inspect_returns", "sales.refund_returns")
def test_returns_in_two_places_at_once(world: World) -> None:
    """Each piece comes back once, whoever announces it; every step of a return is done once."""
    for item in world.items.values():
        world.receive(item, 40, "400")
    skus = ("CAMERA", "LOCK", "BATTERY")
    world.feed([world.line(skus[n % 3], 2, order_no=f"B{n}") for n in range(30)])
    orders = sales.orders_in(world.company, "received")
    for step in STEPS:
        STEPS[step](world, world.deliveries(*orders) if step in {"captured", "shipped", "recognised"} else orders)

    def announce(given: list[int]) -> Any:
        news = {}
        for order in given:
            line = sales.NewReturnLine(Decimal(2), 1)
            news[order] = sales.NewReturn("return", "DEFECT", DAY, (line,), order)
        return sales.announce_returns(given, company=world.company, by=world.by, returns=news)

    first, second = together(partial(announce, orders[:20]), partial(announce, orders[:9:-1]))
    assert first.counts["done"] + second.counts["done"] == 30
    assert first.counts["more_than_left"] + second.counts["more_than_left"] == 10
    ids = sales.returns_in(world.company, "announced")
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    for step in (sales.receive_returns, sales.inspect_returns, sales.refund_returns):
        results = together(partial(step, ids[:20], **call), partial(step, ids[:9:-1], **call))
        assert sum(result.counts["done"] for result in results) == 30, step.name
        assert sum(result.counts["already"] for result in results) == 10, step.name
    world.post()
    assert_laws()


def test_receipt_and_return_of_the_same_goods_at_once(world: World) -> None:
    """Either the revenue is recognised and reversed, or it is never recognised: the books end the same."""
    world.receive(world.camera, 20, "400")
    world.feed([world.line("CAMERA", 1, order_no=f"W{n}") for n in range(20)])
    orders = sales.orders_in(world.company, "received")
    for state in ("reviewed", "reserved", "released", "shipped"):
        world.step(state, orders)
    ids = [world.returned(order, ("CAMERA", 1)) for order in orders]
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    deliveries = world.deliveries(*orders)
    back, _received = together(
        partial(sales.receive_returns, ids, **call),
        partial(sales.recognise_revenue, deliveries[::-1], trigger="receipt", **call),
    )
    assert back.counts == {"done": 20}
    assert {world.state(order) for order in orders} == {"recognised"}
    assert_laws()


@races("sales.import_orders")
def test_two_feeds_with_the_same_orders_at_once(world: World) -> None:
    rows = [world.line("CAMERA", 1, order_no=f"F{n}") for n in range(50)]

    def feed(given: list[dict[str, Any]]) -> sales.FeedResult:
        return world.feed(given)

    first, second = together(lambda: feed(rows), lambda: feed([*rows[::-1], world.line(order_no="F-LAST")]))
    assert first.counts.get("done", 0) + second.counts.get("done", 0) == 51
    assert first.counts.get("already", 0) + second.counts.get("already", 0) == 50
    assert sales.Order.objects.filter(company=world.company).count() == 51
    assert_laws()


@races("sales.open_feeds")
def test_the_same_file_twice_at_once(world: World) -> None:
    rows = "order_no,line_no,shop,ordered_at,sku,quantity,unit_price\n" + "".join(
        f"T{n},1,S1,{DAY}T10:00:00,CAMERA,1,299\n" for n in range(30)
    )

    def feed() -> sales.FeedResult:
        return sales.import_feed(io.BytesIO(rows.encode()), "same.csv", company=world.company, by=world.by)

    first, second = together(feed, feed)
    assert first.counts == second.counts == {"done": 30}
    assert [first.replayed, second.replayed].count(True) == 1
    assert_laws()


@races("sales.exchange_returns", "sales.cancel_returns")
def test_an_exchange_is_sent_once_and_a_return_is_cancelled_once(world: World) -> None:
    world.receive(world.camera, 20, "400")
    world.feed([world.line("CAMERA", 1, order_no=f"X{n}") for n in range(20)])
    orders = sales.orders_in(world.company, "received")
    for state in ("reviewed", "reserved", "released", "shipped"):
        world.step(state, orders)
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    ids = [world.returned(order, ("CAMERA", 1), kind="exchange") for order in orders]
    back, cancelled = ids[:12], ids[12:]
    assert sales.receive_returns(back, on=DAY, **call).counts == {"done": 12}
    for operation, given, more in (
        (sales.exchange_returns, back, {"on": DAY}),
        (sales.cancel_returns, cancelled, {}),
    ):
        halves = given[: len(given) * 2 // 3], given[: len(given) // 3 - 1 : -1]
        results = together(*(partial(operation, half, **call, **more) for half in halves))
        assert sum(result.counts["done"] for result in results) == len(given), operation.name
        assert {code for result in results for _id, code in result.table()} == {"done", "already"}
    assert len(sales.orders_in(world.company, "received")) == 12
    assert_laws()
