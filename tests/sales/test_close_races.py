"""Facts that arrive while the month is being closed get in before it or are rejected: never half of one."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest

from interlock.core.api import Period
from interlock.finance import api as finance
from interlock.finance.models import CloseReport, Event
from interlock.sales import api as sales
from tests.builders import DAY, World, assert_laws
from tests.races import races

from .test_races import together

NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def world(committed: None) -> World:
    return World()


@pytest.mark.parametrize("first", ["facts", pytest.param("close", marks=pytest.mark.slow)])
def test_a_fact_gets_in_before_the_close_or_is_rejected(world: World, first: str) -> None:
    world.receive(world.battery, 4, "16")
    orders = [world.order(("BATTERY", 1), state="released") for _ in range(4)]
    world.post()
    deliveries = world.deliveries(*orders)
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}

    def facts(ids: list[int]) -> Any:
        return [sales.ship_deliveries([i], **call).table()[0] for i in ids]

    def closing() -> Any:
        return finance.close_month(world.company, NOVEMBER, by=world.by, early=True).verdicts[0].code

    calls = [partial(facts, deliveries[:2]), partial(facts, deliveries[:1:-1]), closing]
    answers = together(*(calls if first == "facts" else calls[::-1]))
    closed = answers[2 if first == "facts" else 0]
    shipped = [pair for answer in answers if isinstance(answer, list) for pair in answer]
    codes = {code for _id, code in shipped}
    assert codes <= {"done", "period_closed"}
    in_month = Event.objects.filter(company_id=world.company, kind="goods_shipped", posting_on__lt=date(2026, 12, 1))
    assert in_month.count() == sum(code == "done" for _id, code in shipped)
    if closed == "done":
        assert "period_closed" in codes, "every fact of the month came before the close, unposted"
        assert not in_month.exists(), "an event that got in before is pending and holds the close up"
    else:
        assert closed in {"differs", "law_broken"}
        assert codes == {"done"}
        world.post()
        assert closing() == "done"
    assert CloseReport.objects.filter(company_id=world.company).count() == 1
    assert not Period.objects.filter(company_id=world.company, month=NOVEMBER, state="open").exists()
    assert_laws()


@pytest.mark.slow
@races("finance.close_months", "finance.reopen_months")
def test_two_who_close_at_once_leave_one_report(world: World) -> None:
    ids = [finance.close_of(world.company, month) for month in (date(2026, 10, 1), NOVEMBER)]
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    close = partial(finance.close_months, early=True, **call)
    one, two = together(partial(close, ids), partial(close, ids[::-1]))
    assert sorted(code for outcome in (one, two) for _id, code in outcome.table()) == ["already"] * 2 + ["done"] * 2
    assert CloseReport.objects.filter(company_id=world.company).count() == 2
    again = partial(finance.reopen_months, reason="an invoice came late", **call)
    one, two = together(partial(again, ids[::-1]), partial(again, ids))
    codes = [code for outcome in (one, two) for _id, code in outcome.table()]
    assert codes.count("done") == 2, codes
    assert not CloseReport.objects.filter(company_id=world.company, state="valid").exists()
    assert_laws()
