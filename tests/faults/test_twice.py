"""The same feed twice, and two feeds at once: nothing is taken in twice, nothing is lost."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from interlock.core.api import Run
from interlock.sales import api as sales
from tests.builders import DAY, World, assert_laws
from tests.races import races
from tests.sales.test_races import together
from tests.web.people import sign_in
from tests.web.test_http import send
from tests.web.test_http_messages import send as tell

from .mutations import as_csv


@pytest.fixture
def world(committed: None) -> World:
    return World()


def take_in(world: World, name: str, content: str) -> sales.FeedResult:
    return sales.import_feed(io.BytesIO(content.encode()), name, company=world.company, by=world.by)


def test_the_same_file_in_two_places_at_once(world: World) -> None:
    content = as_csv([world.line(order_no=f"T{n}") for n in range(300)])
    results = together(*(partial(take_in, world, f"{n}.csv", content) for n in range(4)))
    assert {result.feed for result in results} == {results[0].feed}
    assert sorted(result.replayed for result in results) == [False, True, True, True]
    assert all(result.counts == {"done": 300} for result in results)
    assert sales.Order.objects.filter(company=world.company).count() == 300
    runs = Run.objects.filter(company=world.company, operation="sales.import_orders").count()
    assert take_in(world, "again.csv", content).replayed
    assert Run.objects.filter(company=world.company, operation="sales.import_orders").count() == runs
    assert_laws()


def test_two_feeds_with_the_same_orders_at_once(world: World) -> None:
    rows = [world.line(order_no=f"O{n}") for n in range(400)]
    first, second = as_csv(rows[:300]), as_csv(rows[:99:-1])
    left, right = together(partial(take_in, world, "a.csv", first), partial(take_in, world, "b.csv", second))
    assert left.counts["done"] + right.counts["done"] == 400
    assert left.counts.get("already", 0) + right.counts.get("already", 0) == 200
    assert sales.Order.objects.filter(company=world.company).count() == 400
    numbers = list(
        sales.Order.objects.filter(company=world.company).order_by("number").values_list("number", flat=True)
    )
    assert [int(number.rsplit("-", 1)[1]) for number in numbers] == list(range(1, 401))
    assert_laws()


def test_the_same_shipments_at_once(world: World) -> None:
    world.receive(world.battery, 60, "600")
    orders = [world.order(("BATTERY", 1), state="released") for _ in range(20)]
    found = sales.Delivery.objects.filter(pk__in=world.deliveries(*orders)).values_list("number", flat=True)
    content = as_csv([{"on": "2026-11-11", "delivery": number} for number in found])

    def ship(name: str) -> sales.ConfirmResult:
        return sales.ship_feed(io.BytesIO(content.encode()), name, company=world.company, by=world.by)

    first, second = together(partial(ship, "a.csv"), partial(ship, "b.csv"))
    assert first.counts == second.counts == {"done": 20}
    assert not first.refused
    assert_laws()


@races("web.receive_messages")
def test_the_same_message_at_two_doors_at_once(world: World) -> None:
    orders = [world.order() for _ in range(10)]
    numbers = sales.Order.objects.filter(pk__in=orders).values_list("platform_number", flat=True)
    rows = [{"shop": "S1", "order_no": number, "reason": "buyer"} for number in numbers]
    clients = [sign_in(world, ["sales.cancel_orders"]) for _ in range(2)]
    answers = together(*(partial(tell, client, world, "orders/cancel", rows, "key") for client in clients))
    assert [answer.status_code for answer in answers] == [200, 200]
    assert {row["code"] for answer in answers for row in answer.json()["rows"]} <= {"done", "already"}
    assert {world.state(order) for order in orders} == {"cancelled"}
    assert_laws()


@races("web.receive_batch")
def test_the_same_batch_at_two_doors_at_once(world: World, tmp_path: Path, settings: Any) -> None:
    settings.FILES_ROOT = tmp_path
    rows = [world.line(order_no=f"B{n}", ordered_at=f"{DAY}T20:00:00+08:00", paid_at=None) for n in range(30)]
    clients = [sign_in(world, ["sales.import_orders"]) for _ in range(2)]
    answers = together(*(partial(send, client, world, rows, "key") for client in clients))
    assert [answer.status_code for answer in answers] == [200, 200]
    assert [{row["code"] for row in answer.json()["rows"]} for answer in answers] == [{"done"}, {"done"}]
    assert answers[0].json()["rows"] == answers[1].json()["rows"]
    assert sales.Order.objects.filter(company=world.company).count() == 30
    assert_laws()
