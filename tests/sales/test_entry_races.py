"""Entering orders in two places at once: each number is taken once, each draft becomes one order."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from interlock.sales import api as sales
from tests.builders import World, assert_laws
from tests.races import races

from .test_entry import kept, line, new, sheet
from .test_races import together


@pytest.fixture
def world(committed: None) -> World:
    return World()


@races(
    "sales.create_orders",
    "sales.save_order_drafts",
    "sales.submit_order_drafts",
    "sales.discard_order_drafts",
)
def test_orders_are_entered_in_two_places_at_once(world: World) -> None:
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    orders = {n: new(line("BATTERY", n), order_no=f"N{n}") for n in range(1, 41)}
    first, second = together(
        partial(sales.create_orders, list(range(1, 31)), orders=orders, **call),
        partial(sales.create_orders, list(range(40, 10, -1)), orders=orders, **call),
    )
    assert first.counts["done"] + second.counts["done"] == 40
    assert first.counts["already"] + second.counts["already"] == 20

    drafts = [kept(world, ("CAMERA", "1")) for _ in range(12)]
    change = {draft: sheet(("LOCK", "2"), draft=draft, version=1) for draft in drafts}
    saved = together(
        partial(sales.save_order_drafts, drafts[:8], sheets=change, **call),
        partial(sales.save_order_drafts, drafts[:3:-1], sheets=change, **call),
    )
    assert sum(outcome.counts["done"] for outcome in saved) == 12
    assert sum(outcome.counts["stale"] for outcome in saved) == 4

    made = together(
        partial(sales.submit_order_drafts, drafts[:8], **call),
        partial(sales.submit_order_drafts, drafts[:3:-1], **call),
        partial(sales.discard_order_drafts, drafts[2:4], **call),
        partial(sales.discard_order_drafts, drafts[3:1:-1], **call),
    )
    submitted = sum(outcome.counts["done"] for outcome in made[:2])
    discarded = sum(outcome.counts["done"] for outcome in made[2:])
    assert submitted + discarded == 12
    assert sales.Order.objects.filter(company=world.company).count() == 40 + submitted
    assert_laws()
