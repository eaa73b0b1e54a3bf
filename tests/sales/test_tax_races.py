"""Two at once over tax invoices: no cent is asked for twice, each document moves once, each answer is taken once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from interlock.finance import api as finance
from interlock.sales import api as sales
from tests.builders import DAY, World, assert_laws
from tests.races import races
from tests.taxing import Office, register, same_ledgers, tax_office

from .test_races import together
from .test_tax_invoices import bought, sold


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with tax_office(tmp_path_factory.mktemp("office")) as running:
        yield running


def done(results: list[Any]) -> int:
    return sum(result.counts["done"] for result in results)


def issued(world: World, office: Office) -> None:
    """Both send what is due at the same moment."""
    together(*(partial(finance.send_due, world.company, world.by) for _place in range(2)))
    finance.send_due(world.company, world.by)
    same_ledgers(world, office)


@races(
    "finance.request_invoices",
    "finance.merge_invoices",
    "finance.cancel_invoices",
    "finance.send_invoices",
    "finance.request_red_letters",
    "finance.take_answers",
    "finance.retry_messages",
    "finance.receive_invoices",
    "finance.verify_invoices",
    "finance.deduct_invoices",
    "finance.ask_tax_office",
)
def test_overlapping_sets_in_opposite_order(committed: None, office: Office) -> None:
    world = World()
    register(world, office, 11)
    ids = sold(world, ("BATTERY", 2), many=12)
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    request = partial(finance.request_invoices, on=DAY, **call)
    assert done(together(partial(request, ids[:6]), partial(request, ids[7:2:-1]))) == 8
    merge = partial(finance.merge_invoices, [world.customer.pk], month=DAY, on=DAY, **call)
    assert done(together(merge, merge)) == 1
    invoices = list(finance.TaxInvoice.objects.order_by("id").values_list("pk", flat=True))
    cancel = partial(finance.cancel_invoices, **call)
    assert done(together(partial(cancel, invoices[:3]), partial(cancel, invoices[2::-1]))) == 3
    send = partial(finance.send_invoices, on=DAY, **call)
    assert done(together(partial(send, invoices[3:8]), partial(send, invoices[:4:-1]))) == 6
    messages = list(finance.GatewayMessage.objects.order_by("id").values_list("pk", flat=True))
    refused = {one: finance.TaxReply(422, "", {"code": "no"}) for one in messages}
    take = partial(finance.take_answers, replies=refused, **call)
    assert done(together(partial(take, messages[:2]), partial(take, messages[1::-1]))) == 2
    finance.GatewayMessage.objects.filter(pk=messages[2]).update(state="failed", next_try_at=None)
    retry = partial(finance.retry_messages, messages[2:3], **call)
    assert done(together(retry, retry)) == 1
    issued(world, office)
    finance.send_invoices(invoices[3:], on=DAY, **call)
    issued(world, office)
    orders = sorted(set(sales.DeliveryLine.objects.filter(delivery_id__in=ids).values_list("order_id", flat=True)))
    for order in orders[6:]:
        world.returned(order, ("BATTERY", 1), state="refunded")
    red = partial(finance.request_red_letters, on=DAY, **call)
    # Which requests were cancelled above is who came first; what was never issued needs no red letter.
    over = [row for row in finance.not_matched(world.company, DAY) if row.difference < 0]
    assert done(together(partial(red, ids), partial(red, ids[::-1]))) == len(over) >= 3
    reds = list(finance.TaxInvoice.objects.filter(kind="red").values_list("pk", flat=True))
    finance.send_invoices(reds, on=DAY, **call)
    issued(world, office)
    _input(world, office, call)
    world.post()
    assert_laws()


def _input(world: World, office: Office, call: dict[str, Any]) -> None:
    contents = [bought(world, office, n) for n in range(4)]
    read = {n: finance.keep_invoice(content, f"{n}.xml", world.company) for n, content in enumerate(contents)}
    receive = partial(finance.receive_invoices, invoices=read, on=DAY, **call)
    assert done(together(partial(receive, [0, 1, 2]), partial(receive, [3, 2, 1]))) == 4
    ids = list(finance.InputInvoice.objects.order_by("id").values_list("pk", flat=True))
    verify = partial(finance.verify_invoices, on=DAY, **call)
    assert done(together(partial(verify, ids[:3]), partial(verify, ids[:0:-1]))) == 4
    issued(world, office)
    deduct = partial(finance.deduct_invoices, month=DAY, **call)
    assert done(together(partial(deduct, ids[:3]), partial(deduct, ids[:0:-1]))) == 4
    ask = partial(finance.ask_tax_office, [finance.tax_month_of(world.company, DAY)], **call)
    assert done(together(ask, ask)) == 1
    issued(world, office)
    assert set(finance.InputInvoice.objects.values_list("state", flat=True)) == {"deducted"}


@races("finance.request_order_invoices")
def test_orders_and_their_deliveries_are_asked_for_at_once(committed: None, office: Office) -> None:
    """Order by order, the other way round and delivery by delivery: each is invoiced once."""
    world = World()
    register(world, office, 12)
    deliveries = sold(world, ("BATTERY", 2), many=8)
    orders = sorted(
        set(sales.DeliveryLine.objects.filter(delivery_id__in=deliveries).values_list("order_id", flat=True))
    )
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    ask, single = partial(finance.request_order_invoices, **call), partial(finance.request_invoices, **call)
    assert done(together(partial(ask, orders), partial(ask, orders[::-1]), partial(single, deliveries))) == 8
    assert finance.TaxInvoice.objects.count() == 8
    assert not [row for row in finance.match_revenue(world.company, DAY) if row.revenue != row.asked]
    assert_laws()
