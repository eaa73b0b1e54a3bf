"""A month closes when both sides agree, and stays closed until someone with the permission opens it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pytest

from interlock.core.api import Actor, Refusal
from interlock.finance import api as finance
from interlock.finance.models import Event, Voucher
from interlock.finance.operations import close

from .building import Books, Fact

NOVEMBER = date(2026, 11, 1)


class Differing(NamedTuple):
    document_id: int
    stock: str
    ledger: str


@pytest.fixture
def differences() -> Iterator[list[Differing]]:
    """Stand in for what stock compares; answers the list of what differs."""
    found: list[Differing] = []
    before = dict(close._comparisons)
    finance.close_check("stock")(lambda *_asked: found)
    yield found
    close._comparisons.clear()
    close._comparisons.update(before)


def test_every_period_gets_one_code(books: Books, differences: list[Differing]) -> None:
    fact = Fact({"cost": "1"})
    books.record("goods_lost", fact)
    books.post(books.shipped("1", on=date(2026, 10, 1)))
    books.shut(date(2026, 9, 1))
    differences.append(Differing(77, "10.00", "9.00"))
    months = [(date(2026, 10, 1), "finance"), (NOVEMBER, "finance"), (NOVEMBER, "stock"), (NOVEMBER, "sales")]
    october, november, stock, sales = (books.period(month, module).pk for month, module in months)
    september = books.period(date(2026, 9, 1)).pk
    ids = [10**9, september, november, stock, october, sales]
    outcome = finance.close_periods(ids, company=books.company, by=books.by)
    codes = ["not_found", "already", "events_pending", "difference", "done", "done"]
    assert outcome.table() == list(zip(ids, codes, strict=True))
    assert outcome.verdicts[2].detail == {"count": 1, "documents": [fact.document], "codes": [""]}
    assert outcome.verdicts[3].detail["documents"] == [{"document_id": 77, "stock": "10.00", "ledger": "9.00"}]
    assert Voucher.objects.get().state == "posted"
    differences.clear()
    assert finance.close_periods([stock], company=books.company, by=books.by).table() == [(stock, "done")]


def test_a_closed_month_takes_nothing_until_it_is_opened_again(books: Books) -> None:
    [waiting] = books.shipped("5")
    november, december = books.period(NOVEMBER).pk, date(2026, 12, 1)
    assert books.post([waiting]).table() == [(waiting, "done")]
    assert finance.close_periods([november], company=books.company, by=books.by).table() == [(november, "done")]
    [late] = books.shipped("6")
    assert Event.objects.get(pk=late).posting_on == december
    assert books.voucher(finance.ManualLine("1002", debit=1), finance.ManualLine("1001", credit=1)).table() == [
        (1, "period_closed")
    ]
    opened = finance.open_periods([november, 10**9], company=books.company, by=books.by)
    assert opened.table() == [(november, "done"), (10**9, "not_found")]
    assert finance.open_periods([november], company=books.company, by=books.by).table() == [(november, "already")]
    books.post(books.shipped("7"))
    assert list(Voucher.objects.order_by("id").values_list("amount", "state")) == [(5, "posted"), (7, "collecting")]


def test_closing_needs_the_permission(books: Books) -> None:
    clerk = Actor(None, "clerk", "test", {books.company: frozenset({"finance.post_events"})})
    for change in (finance.close_periods, finance.open_periods):
        with pytest.raises(Refusal, match="not_permitted"):
            change([books.period(NOVEMBER).pk], company=books.company, by=clerk)
