"""A month closes when both sides agree, and stays closed until someone with the permission opens it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from interlock.core.api import Actor, Refusal
from interlock.finance import api as finance
from interlock.finance.models import Event, Voucher
from interlock.finance.operations import close

from .building import Books

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
    books.shut(date(2026, 9, 1))
    differences.append(Differing(77, "10.00", "9.00"))
    months = [(date(2026, 10, 1), "finance"), (NOVEMBER, "purchasing"), (NOVEMBER, "stock"), (NOVEMBER, "sales")]
    october, purchasing, stock, sales = (books.period(month, module).pk for month, module in months)
    september = books.period(date(2026, 9, 1)).pk
    ids = [10**9, september, october, stock, purchasing, sales]
    call: dict[str, Any] = {"company": books.company, "by": books.by}
    outcome = finance.close_periods(ids, **call)
    codes = ["not_found", "already", "whole_month", "difference", "done", "done"]
    assert outcome.table() == list(zip(ids, codes, strict=True))
    assert outcome.verdicts[3].detail["documents"] == [{"document_id": 77, "stock": "10.00", "ledger": "9.00"}]
    differences.clear()
    assert finance.close_periods([stock], **call).table() == [(stock, "done")]
    assert finance.close_month(books.company, NOVEMBER, by=books.by, step="sales", early=True).counts == {"done": 1}
    opened = finance.open_periods([stock, september, sales, october], **call)
    assert opened.table() == [
        (stock, "done"), (september, "whole_month"), (sales, "step_closed"), (october, "already"),
    ]  # fmt: skip
    other = Books("OTHER")
    assert finance.open_periods([purchasing], company=other.company, by=other.by).table() == [(purchasing, "not_found")]


def test_a_finance_month_that_was_closed_by_itself_opens_with_a_reason(books: Books) -> None:
    """Newer versions close no such month; those of older ones are there."""
    books.shut(NOVEMBER)
    ids = [finance.close_of(books.company, NOVEMBER)]
    opened = finance.reopen_months(ids, company=books.company, by=books.by, reason="closed by an older version")
    assert opened.table() == [(ids[0], "done")]
    assert books.period(NOVEMBER).state == "open"


def test_a_closed_month_takes_nothing_until_it_is_opened_again(books: Books) -> None:
    cash = (finance.ManualLine("1002", debit=Decimal(5)), finance.ManualLine("1001", credit=Decimal(5)))
    books.voucher(*cash)
    assert finance.close_month(books.company, NOVEMBER, by=books.by, early=True).counts == {"done": 1}
    [late] = books.shipped("6")
    assert Event.objects.get(pk=late).posting_on == date(2026, 12, 1)
    assert books.voucher(*cash).table() == [(1, "period_closed")]
    ids = [finance.close_of(books.company, NOVEMBER)]
    assert finance.reopen_months(ids, company=books.company, by=books.by, reason="late").counts == {"done": 1}
    books.post(books.shipped("7"))
    assert list(Voucher.objects.order_by("id").values_list("amount", "state")) == [(5, "posted"), (7, "collecting")]


def test_closing_needs_the_permission(books: Books) -> None:
    clerk = Actor(None, "clerk", "test", {books.company: frozenset({"finance.post_events"})})
    for change in (finance.close_periods, finance.open_periods):
        with pytest.raises(Refusal, match="not_permitted"):
            change([books.period(NOVEMBER).pk], company=books.company, by=clerk)
