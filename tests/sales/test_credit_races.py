"""Many at once on one credit group: what is admitted is never above the limit, whoever comes first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from interlock.finance import api as finance
from interlock.finance.models import CreditRelease, DunningLetter, DunningLevel
from interlock.sales import api as sales
from tests.builders import DAY, World, assert_laws
from tests.crediting import Credit
from tests.races import races
from tests.sales.test_races import together


@pytest.fixture
def world(committed: None) -> World:
    made = World()
    made.receive(made.camera, 500, "5000")
    return made


def received(world: World, count: int) -> list[int]:
    world.feed([world.line("CAMERA", 1, order_no=f"C{count}-{n}", paid_amount="", paid_at="") for n in range(count)])
    return [int(one) for one in sales.orders_in(world.company, "received")]


def order_at_once(world: World, clients: int, orders: int) -> Credit:
    """Let clients review a share of the orders each, at the same moment; 10 orders fit."""
    credit = Credit(world, limit="3000")
    ids = received(world, orders)
    call = {"company": world.company, "by": world.by}
    results = together(*(partial(sales.review_orders, ids[n::clients], **call) for n in range(clients)))
    assert sum(result.counts["done"] for result in results) == 10
    assert sum(result.counts["over_credit"] for result in results) == orders - 10
    assert credit.figures == (2990, 3000, 0, 0)
    return credit


@races("sales.release_credit")
def test_four_clients_order_and_two_approvers_release(world: World) -> None:
    credit = order_at_once(world, 4, 24)
    held = list(sales.orders_in(world.company, "held"))
    results = together(partial(credit.release, *held[:9]), partial(credit.release, *held[:4:-1]))
    assert sum(result.counts["done"] for result in results) == len(held)
    assert sum(result.counts["already"] for result in results) == 4
    assert credit.figures == (24 * 299, 3000, 24 * 299 - 3000, 0)
    assert_laws()


@pytest.mark.slow
def test_thirty_two_clients_order_on_one_group(world: World) -> None:
    order_at_once(world, 32, 160)
    assert_laws()


@races(
    "finance.set_credit_limits",
    "finance.turn_limits",
    "finance.set_credit_terms",
    "finance.adjust_credit",
    "finance.record_credit_payments",
    "finance.revalue_credit",
    "finance.expire_releases",
    "finance.write_dunning_letters",
    "finance.send_dunning_letters",
)
def test_facts_and_limits_at_once(world: World) -> None:
    """Each is done once, by one of two; the balance is the sum of the entries whatever the order."""
    credit = Credit(world, limit="300")
    orders = received(world, 3)
    world.step("reviewed", orders)
    credit.release(*[order for order in orders if world.state(order) == "held"])
    releases = list(CreditRelease.objects.order_by("pk").values_list("pk", flat=True))
    lines = (
        finance.ManualLine("1002", Decimal(50)),
        finance.ManualLine("1122", credit=Decimal(50), party=world.customer.pk),
    )
    vouchers = [
        int(
            finance.post_voucher(finance.ManualVoucher(DAY, "paid", lines), **credit.call())
            .verdicts[0]
            .detail["voucher"]
        )
        for _ in range(4)
    ]
    call, late = credit.call(), DAY + timedelta(days=60)
    new = finance.NewLimit(Decimal(500), DAY, "twice")
    terms = {world.customer.pk: finance.NewTerms(credit.id, credit_days=10)}
    contract = {n: finance.NewAdjustment(credit.id, world.customer.pk, Decimal(80), "contract") for n in range(1, 4)}
    twice: list[tuple[Callable[..., Any], list[int], dict[str, Any]]] = [
        (finance.record_credit_payments, vouchers, {"on": DAY}),
        (finance.expire_releases, releases, {"on": late}),
        (finance.set_credit_limits, [credit.id], {"limits": {credit.id: new}, "on": DAY}),
        (finance.turn_limits, [credit.id], {"on": late}),
        (finance.set_credit_terms, [world.customer.pk], {"terms": terms, "on": DAY}),
        (finance.revalue_credit, [credit.id], {"on": DAY}),
        (finance.adjust_credit, [1, 2, 3], {"adjustments": contract, "on": DAY}),
    ]
    for operation, ids, given in twice:
        results = together(*(partial(operation, part, **call, **given) for part in (ids, ids[::-1])))
        assert all(result.counts["done"] <= len(ids) for result in results)
        if operation not in (finance.adjust_credit, finance.set_credit_limits):
            assert sum(result.counts["done"] for result in results) <= len(ids), operation
    DunningLevel.objects.create(
        company_id=world.company, level=1, days=1, name_en="First", name_zh="一", text_en="Pay", text_zh="付"
    )
    credit.limit("5000")
    for step in ("reserved", "released", "shipped", "recognised"):
        world.step(step, orders)
    twice_late: dict[str, Any] = {"on": DAY + timedelta(days=45), **call}
    party = [world.customer.pk]
    results = together(*(partial(finance.write_dunning_letters, party, **twice_late) for _ in range(2)))
    assert sorted(result.table()[0][1] for result in results) == ["already", "done"]
    letters = list(DunningLetter.objects.values_list("pk", flat=True))
    results = together(*(partial(finance.send_dunning_letters, letters, **twice_late) for _ in range(2)))
    assert sorted(result.table()[0][1] for result in results) == ["already", "done"]
    row = credit.balance
    assert row.exposure_amount <= row.limit_amount + row.released_amount + row.overdrawn_amount
    assert_laws()
