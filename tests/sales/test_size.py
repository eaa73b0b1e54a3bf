"""A set of one costs little, a set of many costs a bounded number of statements; splitting a set changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from interlock.core.api import Refusal, run_work
from interlock.core.sql import observed
from interlock.sales import api as sales
from interlock.stock.models import Pool, ValueEntry
from tests.builders import DAY, World, assert_laws
from tests.examples import examples


def orders(world: World, count: int, sku: str = "CAMERA") -> list[int]:
    """Import and review ``count`` orders."""
    world.feed([world.line(sku, 1 + n % 3, order_no=f"N{count}-{n}") for n in range(count)])
    ids = sales.orders_in(world.company, "received")
    world.step("reviewed", ids)
    return ids


#: Statements of a call, whatever the size of the set; one more above 200 ids, for the way sets are joined.
STATEMENTS = {"reserved": 14, "released": 7, "shipped": 22, "recognised": 15}


@pytest.mark.parametrize("count", [1, 300])
def test_the_number_of_statements_does_not_grow(world: World, count: int) -> None:
    world.receive(world.camera, 2 * count + 10, "9999.99")
    ids = orders(world, count)
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    steps: dict[str, Callable[[], Any]] = {
        "reserved": lambda: sales.reserve_orders(ids, **call),
        "released": lambda: sales.release_deliveries(ids, **call),
        "shipped": lambda: sales.ship_deliveries(world.deliveries(*ids), **call),
        "recognised": lambda: sales.recognise_revenue(world.deliveries(*ids), trigger="receipt", **call),
    }
    for name, step in steps.items():
        with observed() as statements:
            assert step().counts == {"done": count}
        assert len(statements) <= STATEMENTS[name] + (count > 200), (name, [seen[0] for seen in statements.seen])
    assert_laws()


@examples(4)
@given(cuts=st.lists(st.integers(1, 11), max_size=4, unique=True).map(sorted))
def test_splitting_the_set_changes_nothing(world: World, cuts: list[int]) -> None:
    """The prefix law: one set of twelve, or the same twelve in pieces, cost and promise the same to the cent."""
    with transaction.atomic():
        world.receive(world.camera, 17, "100.01")
        ids = orders(world, 12)
        results = []
        for edges in ([], cuts):
            with transaction.atomic():
                bounds = [0, *edges, len(ids)]
                verdicts = []
                for first, last in zip(bounds, bounds[1:], strict=False):
                    verdicts += world.step("reserved", ids[first:last]).table()
                served = [i for i, code in verdicts if code == "done"]
                for first, last in zip(bounds, bounds[1:], strict=False):
                    part = [i for i in served if i in ids[first:last]]
                    world.step("released", part)
                    world.step("shipped", part)
                costs = list(
                    ValueEntry.objects.filter(company=world.company, cause="issue")
                    .order_by("id")
                    .values_list("quantity_delta", "amount_delta")
                )
                pool = Pool.objects.get(company=world.company, item=world.camera)
                results.append((verdicts, costs, pool.quantity, pool.amount))
                transaction.set_rollback(True)  # noqa: FBT003
        transaction.set_rollback(True)  # noqa: FBT003
    assert results[0] == results[1]
    assert results[0][3] == Decimal("100.01") + sum(amount for _quantity, amount in results[0][1])


def test_a_key_answers_once(world: World) -> None:
    world.receive(world.camera, 1, "1")
    one, two = orders(world, 2)[:2]
    key = uuid4()
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY, "key": key}
    first = sales.reserve_orders([one, two], **call)
    again = sales.reserve_orders([one, two], **call)
    assert again.replayed
    assert again.table() == first.table() == [(one, "done"), (two, "no_stock")]
    assert again.verdicts[1].detail == first.verdicts[1].detail
    with pytest.raises(Refusal, match="key_reused"):
        sales.reserve_orders([one], **call)


def test_work_of_any_size_is_done_once_in_chunks(world: World) -> None:
    world.receive(world.camera, 100, "100")
    ids = orders(world, 25)
    key = uuid4()
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY, "key": key, "chunk": 10}
    seen: list[int] = []
    first = run_work(sales.reserve_orders, ids, progress=seen.append, **call)
    assert (first.counts, seen) == ({"done": 25}, [10, 10, 5])
    again = run_work(sales.reserve_orders, ids, **call)
    assert again.counts == {"done": 25}
    assert_laws()


def test_the_call_itself_can_be_wrong(world: World) -> None:
    from interlock.core.api import Actor

    nobody = Actor(None, "nobody", "test", {})
    call: dict[str, Any] = {"company": world.company, "on": DAY}
    with pytest.raises(Refusal, match="not_permitted"):
        sales.reserve_orders([1], by=nobody, **call)
    with pytest.raises(Refusal, match="duplicate_ids"):
        sales.reserve_orders([1, 1], by=world.by, **call)
    with pytest.raises(Refusal, match="too_many"):
        sales.reserve_orders(list(range(5001)), by=world.by, **call)
    assert sales.reserve_orders([], by=world.by, **call).table() == []
