"""Revenue to invoices to red letters, with the tax office as a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from interlock.finance import api as finance
from tests.builders import DAY, World, assert_laws
from tests.taxing import Office, credit_code, register, same_ledgers, tax_office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with tax_office(tmp_path_factory.mktemp("office")) as running:
        yield running


@pytest.fixture
def world(db: None) -> World:
    return World()


def states(world: World) -> list[str]:
    return list(finance.TaxInvoice.objects.filter(company=world.company).order_by("id").values_list("state", flat=True))


def test_a_day_of_revenue_is_invoiced_and_taken_back(world: World, office: Office) -> None:
    """Recognised, asked for, issued; one order comes back, its red letter is issued: both ledgers say the same."""
    register(world, office, 1)
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    for item in world.items.values():
        world.receive(item, 20, "2000")
    orders = [world.order(("CAMERA", 2), ("BATTERY", 3), state="recognised") for _order in range(3)]
    deliveries = world.deliveries(*orders)
    buyer = finance.Buyer("杭州某某有限公司", credit_code(77))
    asked = finance.request_invoices(deliveries[:1], on=DAY, buyers={deliveries[0]: buyer}, **call)
    assert asked.table() == [(deliveries[0], "done")]
    merged = finance.merge_invoices([world.customer.pk], month=DAY, on=DAY, **call)
    assert merged.table() == [(world.customer.pk, "done")]
    again = finance.merge_invoices([world.customer.pk], month=DAY, on=DAY, **call)
    assert again.table() == [(world.customer.pk, "already")]
    invoices = list(finance.TaxInvoice.objects.filter(company=world.company).order_by("id"))
    assert [one.amount for one in invoices] == [Decimal("628.00"), Decimal("1256.00")]
    ids = [one.pk for one in invoices]
    assert finance.send_invoices(ids, on=DAY, **call).counts == {"done": 2}
    assert finance.send_due(world.company, world.by) == 2
    assert states(world) == ["issued", "issued"]
    world.returned(orders[0], ("CAMERA", 1), state="refunded")
    world.returned(orders[1], ("CAMERA", 2), state="refunded")
    red = finance.request_red_letters(deliveries, on=DAY, **call)
    assert [code for _id, code in red.table()] == ["done", "done", "already"]
    ids = list(finance.TaxInvoice.objects.filter(kind="red").values_list("id", flat=True))
    assert len(ids) == 2
    finance.send_invoices(ids, on=DAY, **call)
    finance.send_due(world.company, world.by)
    assert states(world) == ["issued"] * 4, list(finance.GatewayMessage.objects.values_list("fault", flat=True))
    assert finance.request_red_letters(deliveries, on=DAY, **call).counts == {"already": 3}
    same_ledgers(world, office)
    assert sum(one.amount for one in finance.TaxInvoice.objects.all()) == Decimal("1884.00") - 3 * 299
    world.post()
    assert_laws()


def test_dates(world: World) -> None:
    assert date(2026, 11, 11) == DAY
