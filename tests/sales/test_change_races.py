"""Two at once on what stands still or is taken back: overlapping sets in opposite order, each order done once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from interlock.sales import api as sales
from tests.builders import DAY, World, assert_laws
from tests.races import races

from .test_races import together


@pytest.fixture
def world(committed: None) -> World:
    made = World()
    for item in made.items.values():
        made.receive(item, 40, "400")
    return made


def orders(world: World, count: int, state: str, **fields: Any) -> list[int]:
    """Make orders in turn of each item and bring them to a state."""
    rows = [world.line(("CAMERA", "LOCK")[n % 2], 1, order_no=f"C{n}", **fields) for n in range(count)]
    world.feed(rows)
    ids = sales.orders_in(world.company, "received")
    for step in ("reviewed", "reserved", "released")[: ("received", "reviewed", "reserved", "released").index(state)]:
        world.step(step, ids)
    return ids


def race(world: World, ids: list[int], call: Callable[..., Any], **given: Any) -> list[tuple[int, str]]:
    """Run a call on two overlapping parts in opposite order; answers all verdicts."""
    arguments = {"company": world.company, "by": world.by, **given}
    parts = [ids[:14], ids[:5:-1]]
    results = together(*(partial(call, part, **arguments) for part in parts))
    return [row for result in results for row in result.table()]


def done(verdicts: list[tuple[int, str]]) -> list[int]:
    return sorted(i for i, code in verdicts if code == "done")


@races("sales.cancel_orders")
def test_cancelling_what_another_cancels(world: World) -> None:
    ids = orders(world, 20, "released")
    sales.capture_serials(world.deliveries(*ids), company=world.company, by=world.by)
    verdicts = race(world, ids, sales.cancel_orders, reason="buyer", on=DAY)
    assert done(verdicts) == ids
    assert {code for _id, code in verdicts} == {"done", "already"}
    assert sales.Cancellation.objects.filter(company=world.company).count() == 20
    assert_laws()


def test_cancelling_while_the_warehouse_ships(world: World) -> None:
    ids = orders(world, 20, "released")
    deliveries = world.deliveries(*ids)
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    sales.capture_serials(deliveries, **call)
    shipped, cancelled = together(
        lambda: sales.ship_deliveries(deliveries, on=DAY, **call),
        lambda: sales.cancel_orders(ids[::-1], reason="buyer", on=DAY, **call),
    )
    assert shipped.counts["done"] + cancelled.counts["done"] == 20
    assert {world.state(i) for i in ids} <= {"shipped", "cancelled"}
    assert_laws()


@races("sales.change_orders")
def test_changing_what_another_changes(world: World) -> None:
    ids = orders(world, 20, "released")
    changes = {i: {"address": "文三路 9 号", "lines": [{"line": 1, "quantity": 2}]} for i in ids}
    verdicts = race(world, ids, sales.change_orders, changes=changes, on=DAY)
    assert done(verdicts) == ids
    assert {code for _id, code in verdicts} == {"done", "nothing_to_change"}
    assert_laws()


@races("sales.accept_changes")
def test_accepting_what_another_accepts_or_dismisses(world: World) -> None:
    ids = orders(world, 20, "reserved")
    world.feed([world.line(("CAMERA", "LOCK")[n % 2], 2, order_no=f"C{n}") for n in range(20)])
    verdicts = race(world, ids, sales.accept_changes, on=DAY)
    assert done(verdicts) == ids
    assert {code for _id, code in verdicts} == {"done", "already"}
    world.feed([world.line("CAMERA", 3, order_no=f"C{n}") for n in range(20)])
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    accepted, kept = together(
        lambda: sales.accept_changes(ids, on=DAY, **call),
        lambda: sales.release_orders(ids[::-1], note="ours", **call),
    )
    assert accepted.counts["done"] + kept.counts["done"] == 20
    assert_laws()


@races("sales.dismiss_changes")
def test_leaving_aside_what_another_leaves_aside(world: World) -> None:
    ids = orders(world, 20, "reserved")
    assert sales.cancel_orders(ids, reason="buyer", on=DAY, company=world.company, by=world.by).counts == {"done": 20}
    world.feed([world.line("CAMERA", 3, order_no=f"C{n}") for n in range(20)])
    verdicts = race(world, ids, sales.dismiss_changes, note="told the buyer")
    assert done(verdicts) == ids
    assert {code for _id, code in verdicts} == {"done", "already"}
    assert_laws()


@races("sales.release_orders")
def test_releasing_and_amending_held_orders(world: World) -> None:
    ids = orders(world, 20, "reviewed", price="1")
    assert {world.state(i) for i in ids} == {"held"}
    verdicts = race(world, ids, sales.release_orders, note="staff price")
    assert done(verdicts) == ids
    assert {code for _id, code in verdicts} == {"done", "already"}
    assert_laws()


@races("sales.amend_orders")
def test_amending_what_another_amends(world: World) -> None:
    ids = orders(world, 20, "reviewed", phone="1")
    verdicts = race(world, ids, sales.amend_orders, phone="13912345678")
    assert {code for _id, code in verdicts} == {"done"}
    world.step("reviewed", ids)
    assert {world.state(i) for i in ids} == {"reviewed"}
    assert_laws()


@races("sales.revoke_links")
def test_making_links_void_at_once(world: World) -> None:
    ids = orders(world, 20, "received")
    assert {code for _id, code in race(world, ids, sales.revoke_links)} == {"done"}
    assert {link.round for link in sales.CustomerLink.objects.filter(order_id__in=ids)} == {1, 2}


@races("sales.share_orders")
def test_sharing_at_once_is_noted_for_each(world: World) -> None:
    ids = orders(world, 20, "received")
    assert done(race(world, ids, sales.share_orders)) == sorted([*ids[:14], *ids[:5:-1]])
    assert_laws()


@races("sales.show_buyers")
def test_looking_at_buyers_at_once_is_noted_for_each(world: World) -> None:
    ids = orders(world, 20, "received")
    assert done(race(world, ids, sales.show_buyers)) == sorted([*ids[:14], *ids[:5:-1]])
    assert_laws()
