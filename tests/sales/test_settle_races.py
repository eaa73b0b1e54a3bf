"""Settling in two places at once: an order is settled once, a payout is paid once, whoever comes first."""

from __future__ import annotations

import io
from functools import partial
from typing import Any

import pytest

from interlock.finance import api as finance
from interlock.sales import api as sales
from interlock.sales.models import Difference, Statement, StatementLine
from tests.builders import DAY, World, assert_laws
from tests.races import races
from tests.settling import agree, paid, recognised, statement, text_of

from .test_races import together


@pytest.fixture
def world(committed: None) -> World:
    made = World()
    agree(made)
    return made


@races("sales.match_statements")
def test_two_statements_with_the_same_orders_at_once(world: World) -> None:
    rows = [paid(world, order) for order in recognised(world, 20)]
    first, second = together(
        partial(statement, world, rows, "ONE"), partial(statement, world, [*rows[::-1], {"order_no": "X"}], "TWO")
    )
    counts = [first.counts, second.counts]
    assert {"matched": 20} in counts
    assert {"already_settled": 20} in counts
    assert_laws()


@races("sales.open_statements")
def test_the_same_statement_twice_at_once(world: World) -> None:
    rows = [paid(world, order) for order in recognised(world, 10)]
    first, second = together(partial(statement, world, rows, "ONE"), partial(statement, world, rows, "ONE"))
    assert first.counts == second.counts == {"matched": 10}
    assert [first.replayed, second.replayed].count(True) == 1
    assert StatementLine.objects.count() == 10
    assert_laws()


@races(
    "finance.record_receipts",
    "sales.post_statements",
    "sales.tie_payouts",
    "sales.hand_back_differences",
    "sales.accept_differences",
)
def test_every_step_in_two_places_at_once(world: World) -> None:
    orders = recognised(world, 12)
    ids = [statement(world, [paid(world, order, "-1")], f"P{n}").statement for n, order in enumerate(orders)]
    payout = Statement.objects.values_list("payout_amount", flat=True)[0]
    table = [{"number": f"B{n}", "received_on": DAY, "amount": payout, "reference": f"P{n}"} for n in range(12)]
    bank = text_of(table).encode()

    def receive() -> finance.ReceiptsResult:
        return finance.import_receipts(io.BytesIO(bank), "bank.csv", company=world.company, by=world.by)

    one, two = together(receive, receive)
    assert one.counts == two.counts == {"done": 12}
    waiting = list(Difference.objects.order_by("id").values_list("id", flat=True))
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    steps: list[tuple[Any, list[int], dict[str, Any]]] = [
        (sales.post_statements, ids, {"on": DAY}),
        (sales.tie_payouts, ids, {"on": DAY}),
        (sales.hand_back_differences, waiting, {"note": "why"}),
        (sales.accept_differences, waiting, {"on": DAY, "note": "small"}),
    ]
    world.shop.owner_id = _person()
    world.shop.save()
    for operation, given, arguments in steps:
        halves = given[:8], given[:3:-1]
        first, second = together(*(partial(operation, half, **call, **arguments) for half in halves))
        done = [i for i, code in [*first.table(), *second.table()] if code == "done"]
        assert sorted(done) == sorted(given), operation.name
        assert not [*first.rejected, *second.rejected]
    world.post()
    assert_laws()


@races("sales.rematch_differences")
def test_an_order_that_comes_settles_one_line(world: World) -> None:
    recognised(world, 1)
    rows = [{"order_no": f"L{n % 6}", "gross": "10", "commission": "0", "payment_fee": "0", "refund": "0", "net": "10"}
            for n in range(12)]  # fmt: skip
    statement(world, rows)
    world.feed([world.line("BATTERY", order_no=f"L{n}") for n in range(6)])
    ids = sales.orders_found(world.company)
    rematch = partial(sales.rematch_differences, company=world.company, by=world.by, on=DAY)
    first, second = together(partial(rematch, ids[:9]), partial(rematch, ids[:2:-1]))
    assert sorted(i for i, code in [*first.table(), *second.table()] if code == "done") == ids
    results = list(StatementLine.objects.order_by("result").values_list("result", flat=True))
    assert results == ["already_settled"] * 6 + ["matched"] * 6
    assert_laws()


def _person() -> int:
    from interlock.core.api import User

    return int(User.objects.create_user("owner").pk)
