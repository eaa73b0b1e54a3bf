"""The accountant closes three months in a row: late goods, late facts, a month opened again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from interlock.finance import api as finance
from interlock.finance.models import CloseReport, Event
from interlock.sales import api as sales
from tests.builders import World, assert_laws

MONTHS = [date(2026, month, 1) for month in (8, 9, 10)]


@pytest.fixture
def world(db: None) -> World:
    return World()


def sold(world: World, on: date, pieces: int, *, until: str = "recognised") -> list[int]:
    """Sell batteries on a day, from stock received on that day; answers the deliveries."""
    world.receive(world.battery, pieces, str(4 * pieces), on=on)
    orders = [world.order(("BATTERY", 1)) for _ in range(pieces)]
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": on}
    sales.reserve_orders(orders, **call)
    sales.release_deliveries(orders, **call)
    deliveries = world.deliveries(*orders)
    assert sales.ship_deliveries(deliveries, **call).counts == {"done": len(deliveries)}
    if until == "recognised":
        recognised = sales.recognise_revenue(deliveries, trigger="shipment", **call)
        assert recognised.counts == {"done": len(deliveries)}
    return deliveries


def close(world: World, month: date, **how: Any) -> Any:
    return finance.close_month(world.company, month, by=world.by, early=True, **how).verdicts[0]


def test_three_months_are_closed_one_after_the_other(world: World) -> None:
    august, september, october = MONTHS
    sold(world, date(2026, 8, 12), 3)
    assert close(world, august).detail["steps"].keys() == {"sales_books", "ledger"}, "nothing is posted yet"
    world.post()
    assert close(world, august, policy="dry_run").code == "done"
    assert close(world, august).code == "done"

    forgotten = sold(world, date(2026, 9, 2), 2, until="shipped")
    sold(world, date(2026, 9, 20), 2)
    world.post()
    late = {"company": world.company, "by": world.by, "trigger": "shipment"}
    assert sales.recognise_revenue(forgotten, on=date(2026, 8, 31), **late).counts == {"before_shipment": 2}
    assert close(world, october).code == "earlier_month_open"
    verdict = close(world, september)
    assert verdict.code == "done", "three weeks on the way are within the company's days"

    ids = [finance.close_of(world.company, september)]
    opened = finance.reopen_months(ids, company=world.company, by=world.by, reason="two deliveries were forgotten")
    assert opened.counts == {"done": 1}
    assert sales.recognise_revenue(forgotten, on=date(2026, 9, 30), **late).counts == {"done": 2}
    world.post()
    assert close(world, september).code == "done"

    sold(world, date(2026, 10, 5), 1)
    world.post()
    assert close(world, october).code == "done"
    reports = list(CloseReport.objects.filter(company_id=world.company).order_by("id"))
    said = [finance.report_of(report)["report"] for report in reports]
    assert [(one["month"], one["revision"]) for one in said] == [
        ("2026-08", 1), ("2026-09", 1), ("2026-09", 2), ("2026-10", 1),
    ]  # fmt: skip
    assert [report.state for report in reports] == ["valid", "superseded", "valid", "valid"]
    assert said[3]["previous_report_sha256"] == reports[2].sha256
    revenue = {row["account"]: Decimal(row["closing"]) for row in said[3]["trial_balance"]}["6001"]
    assert -revenue == sum(
        (row.amount - row.tax_amount for row in sales.DeliveryLine.objects.filter(company=world.company)), Decimal(0)
    )
    assert not Event.objects.filter(company_id=world.company, posting_on__gte=date(2026, 11, 1)).exists()
    assert_laws()
