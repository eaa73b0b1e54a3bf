"""A company gets books and months by a door of its own: set up, a year opened, a month closed when it is over."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest

from interlock.core.api import Actor, Company, Currency, Module, Period, Refusal, system_actor
from interlock.finance import api as finance
from interlock.finance.models import Account, DunningLevel, Event, PostingRule, ReportLine
from tests.races import races

from .building import Books, Fact, broken_laws
from .test_together import _at_once as at_once


def bare(code: str) -> dict[str, Any]:
    """Make a company as the masters page makes it, without books."""
    cny, _ = Currency.objects.get_or_create(code="CNY", defaults={"name_en": "Yuan", "name_zh": "人民币"})
    company = Company.objects.create(code=code, name_en=code, name_zh=code, currency=cny)
    return {"company": company.pk, "by": system_actor("test")}


def months(company: int) -> list[date]:
    found = Period.objects.filter(company_id=company, module="finance").order_by("month")
    return [row.month for row in found]


def test_a_company_without_books_gets_them(db: None) -> None:
    call = bare("NEW")
    assert finance.open_years([2026], **call).table() == [(2026, "no_books")]
    assert finance.set_up_books([202613], **call).table() == [(202613, "not_found")]
    assert finance.set_up_books([10**9], **call).table() == [(10**9, "not_found")]
    assert finance.set_up_books([202611], policy="dry_run", **call).counts == {"done": 1}
    assert not Account.objects.filter(company_id=call["company"]).exists()
    [verdict] = finance.set_up_books([202611], **call).verdicts
    levels = DunningLevel.objects.filter(company_id=call["company"]).values_list("level", "days")
    assert list(levels) == [(1, 3), (2, 30), (3, 60)], "customers can be reminded from the first day"
    assert (verdict.code, verdict.detail["count"]) == ("done", 2 * len(Module.values))
    assert Account.objects.filter(company_id=call["company"]).count() == verdict.detail["accounts"]
    assert PostingRule.objects.filter(company_id=call["company"]).exists()
    assert ReportLine.objects.filter(company_id=call["company"]).exists()
    assert months(call["company"]) == [date(2026, 11, 1), date(2026, 12, 1)]
    assert finance.set_up_books([202612], **call).table() == [(202612, "already")]
    given = finance.ManualVoucher(
        date(2026, 11, 3), "first", (finance.ManualLine("1002", debit=5), finance.ManualLine("4001", credit=5))
    )
    assert finance.post_voucher(given, **call).counts == {"done": 1}
    closed = finance.close_month(call["company"], date(2026, 11, 1), by=call["by"], early=True)
    assert closed.counts == {"done": 1}
    assert finance.set_up_books([202610], **call).table() == [(202610, "later_month_closed")]
    nobody = Actor(None, "clerk", "test", {call["company"]: frozenset({"core.close_periods"})})
    with pytest.raises(Refusal, match="not_permitted"):
        finance.set_up_books([202611], company=call["company"], by=nobody)
    assert not broken_laws()


def test_years_are_opened_one_after_the_other_and_never_before_a_closed_month(books: Books) -> None:
    call: dict[str, Any] = {"company": books.company, "by": books.by}
    answer = finance.open_years([10**9, 2026, 2027, 2029, 2028], policy="dry_run", **call)
    assert answer.table() == [
        (10**9, "not_found"), (2026, "already"), (2027, "done"), (2029, "done"), (2028, "done"),
    ]  # fmt: skip
    assert finance.open_years([2027, 2029], **call).table() == [(2027, "done"), (2029, "year_skipped")]
    assert finance.open_years([2027], **call).table() == [(2027, "already")]
    assert len(months(books.company)) == 24
    other = Books("OTHER")
    assert finance.open_years([2025], company=other.company, by=other.by).table() == [(2025, "done")]
    books.shut(date(2026, 1, 1))
    assert finance.open_years([2025], **call).table() == [(2025, "later_month_closed")]
    assert not broken_laws()


def test_the_close_of_december_opens_the_next_year(books: Books) -> None:
    assert finance.close_month(books.company, date(2026, 12, 1), by=books.by, early=True).counts == {"done": 1}
    assert months(books.company)[-1] == date(2027, 12, 1)
    assert books.period(date(2027, 1, 1)).state == "open"
    [january] = books.shipped("6", on=date(2026, 12, 30))
    assert Event.objects.get(pk=january).posting_on == date(2027, 1, 1)


def test_a_month_that_is_not_over_closes_early_only(db: None) -> None:
    now = date.today().replace(day=1)  # noqa: DTZ011
    books = Books("NOW", now.year)
    close = partial(finance.close_month, books.company, now, by=books.by)
    assert close().verdicts[0].code == "not_over"
    assert close(step="sales").verdicts[0].code == "not_over"
    assert close(step="sales", early=True).verdicts[0].code == "done"
    assert close(early=True).verdicts[0].code == "done"


@pytest.mark.django_db(transaction=True)
@races("finance.set_up_books", "finance.open_years")
def test_books_are_set_up_and_years_opened_once() -> None:
    call = bare("RACE")
    set_up = partial(finance.set_up_books, [202601], **call)
    assert sorted(answer.table()[0][1] for answer in at_once(set_up, set_up)) == ["already", "done"]
    one, two = at_once(
        partial(finance.open_years, [2027, 2028], **call), partial(finance.open_years, [2028, 2027], **call)
    )
    assert one.counts + two.counts == {"done": 2, "already": 2}
    assert len(months(call["company"])) == 36
    assert not broken_laws()


def test_the_close_of_december_closes_the_year_as_its_button_does(books: Books) -> None:
    """Adjustments of prior years are no profit of this one; closing the year again finds it closed."""
    hand = lambda debit, credit, amount: books.voucher(  # noqa: E731
        finance.ManualLine(debit, debit=amount), finance.ManualLine(credit, credit=amount)
    )
    hand("1002", "6001", 70)
    hand("6901", "1002", 4)
    december = date(2026, 12, 1)
    before = [line.amounts for line in finance.income_statement(books.company, december).lines]
    account = books.account("410401")
    type(account).objects.filter(pk=account.pk).update(state="closed")
    assert close(books, date(2026, 11, 1)) == "done"
    assert close(books, december) == "account_unknown"
    type(account).objects.filter(pk=account.pk).update(state="open")
    assert close(books, december) == "done"
    assert books.balances(december) == {"1002": 66, "410401": -66}
    closing = finance.YearClosing.objects.get(company_id=books.company)
    assert (closing.year, closing.state, closing.result_amount) == (2026, "closed", 70)
    assert [line.amounts for line in finance.income_statement(books.company, december).lines] == before
    call: dict[str, Any] = {"company": books.company, "by": books.by}
    assert finance.close_years([2026], **call).table() == [(2026, "already")]
    ids = [finance.close_of(books.company, december)]
    assert finance.reopen_months(ids, reason="audit", **call).counts == {"done": 1}
    assert [line.amounts for line in finance.income_statement(books.company, december).lines] == before
    assert finance.reopen_years([2026], **call).table() == [(2026, "already")]
    assert finance.close_years([2026], **call).table() == [(2026, "done")]
    assert finance.YearClosing.objects.filter(company_id=books.company, result_amount=70).count() == 2
    assert close(books, december) == "done"
    assert [line.amounts for line in finance.income_statement(books.company, december).lines] == before
    assert not broken_laws()


def close(books: Books, month: date) -> str:
    return finance.close_month(books.company, month, by=books.by, early=True).verdicts[0].code


def test_an_event_that_a_closed_month_left_behind_stands_in_the_way_of_the_next(books: Books) -> None:
    left = books.record("rent_due", Fact({"cost": "2"}, on=date(2026, 10, 5)))
    books.shut(date(2026, 10, 1))
    [verdict] = finance.close_month(books.company, date(2026, 11, 1), by=books.by, early=True).verdicts
    named = {(found["code"], found["document_id"]) for found in verdict.detail["findings"]}
    assert named == {("event_pending", left[0])}
