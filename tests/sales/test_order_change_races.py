"""Two at once on changes of orders: each is carried out once, and what left first outdates what came late."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from interlock.sales import api as sales
from interlock.sales.models import ChangeDocument
from tests.approving import Office
from tests.builders import DAY, World, assert_laws
from tests.races import races

from .test_change_races import done, orders, race
from .test_races import together


@pytest.fixture
def world(committed: None) -> World:
    made = World()
    for item in made.items.values():
        made.receive(item, 40, "400")
    return made


def changes(ids: list[int], **fields: Any) -> dict[int, Any]:
    return {i: {"lines": [{"line": 1, "quantity": 2}], **fields} for i in ids}


def write(world: World, ids: list[int]) -> list[int]:
    given: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY, "reason": "buyer"}
    outcome = sales.save_order_changes(ids, changes=changes(ids), **given)
    return [verdict.detail["document"] for verdict in outcome.verdicts]


@pytest.mark.slow
@races("sales.save_order_changes", "sales.submit_order_changes")
def test_two_changes_of_one_order_and_one_carried_out(world: World) -> None:
    ids = orders(world, 20, "released")
    verdicts = race(world, ids, sales.save_order_changes, changes=changes(ids), reason="buyer", on=DAY)
    assert done(verdicts) == ids
    assert {code for _id, code in verdicts} == {"done", "change_waits"}
    documents = sorted(ChangeDocument.objects.values_list("id", flat=True))
    verdicts = race(world, documents, sales.submit_order_changes, on=DAY)
    assert done(verdicts) == documents
    assert {code for _id, code in verdicts} == {"done", "already"}
    assert_laws()


@pytest.mark.slow
def test_a_change_against_the_shipment(world: World) -> None:
    ids = orders(world, 20, "released")
    documents, deliveries = write(world, ids), world.deliveries(*ids)
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    sales.capture_serials(deliveries, company=world.company, by=world.by)
    shipped, changed = together(
        lambda: sales.ship_deliveries(deliveries, **call),
        lambda: sales.submit_order_changes(documents[::-1], **call),
    )
    assert shipped.counts["done"] + changed.counts["done"] == 20
    ended = dict(ChangeDocument.objects.values_list("order_id", "state"))
    assert {(world.state(i), ended[i]) for i in ids} <= {("shipped", "outdated"), ("received", "applied")}
    assert_laws()


@pytest.mark.slow
@races("sales.withdraw_order_changes", "sales.apply_order_changes", "sales.tell_changes")
def test_what_is_carried_out_withdrawn_or_overtaken(world: World) -> None:
    office = Office(world.company)
    route = office.route(kind="order_change", reasons=[])
    ids = orders(world, 20, "released")
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}

    def waiting(part: list[int]) -> list[int]:
        made = write(world, part)
        assert sales.submit_order_changes(made, **call).counts == {"done": len(made)}
        return made

    def once(ids: list[int], operation: Callable[..., Any], **given: Any) -> None:
        verdicts = race(world, ids, operation, **given)
        assert done(verdicts) == sorted(ids)
        assert {code for _id, code in verdicts} == {"done", "already"}

    once(waiting(ids), sales.withdraw_order_changes)
    documents = waiting(ids)
    route.delete()
    once(documents, sales.apply_order_changes, on=DAY)
    verdicts = race(world, ids, sales.tell_changes, changes=changes(ids, city="宁波市"), on=DAY)
    assert done(verdicts) == ids
    assert {code for _id, code in verdicts} == {"done", "nothing_to_change"}
    assert_laws()
