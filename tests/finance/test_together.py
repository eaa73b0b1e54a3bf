"""Two at a time: every event is posted once, whoever comes first; and a poisoned one stands aside."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connections

from interlock.core.api import OPERATIONS, Outcome
from interlock.finance import api as finance
from interlock.finance.models import Voucher
from tests.races import races

from .building import DAY, Books, Fact, broken_laws


@pytest.fixture
def books(committed: None) -> Books:
    return Books()


def _at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Run the calls at the same moment on connections of their own; answers what each answered."""
    start, answers = threading.Barrier(len(calls)), [None] * len(calls)

    def work(place: int) -> None:
        start.wait()
        try:
            answers[place] = calls[place]()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(place,)) for place in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert all(answer is not None for answer in answers), "a thread failed"
    return answers


@races("finance.post_events")
def test_overlapping_sets_in_opposite_order_post_each_event_once(books: Books) -> None:
    events = [
        books.shipped("1.10", on=date(2026, 10 + n % 2, 1 + n % 5), unit=books.units[n % 2])[0] for n in range(60)
    ]
    first, second = _at_once(lambda: books.post(events[:45]), lambda: books.post(events[:14:-1]))
    done = [i for outcome in (first, second) for i, code in outcome.table() if code == "done"]
    assert len(done) == len(set(done))
    assert {code for outcome in (first, second) for _id, code in outcome.table()} <= {"done", "already", "busy"}
    finance.post_pending(books.company, books.by)
    assert books.pending() == {}
    assert books.balances() == {"1405": Decimal("-66.00"), "1406": Decimal("66.00")}
    assert not broken_laws()


def test_sets_apart_that_meet_in_vouchers_and_balances_add_up(books: Books) -> None:
    events = [books.shipped("2", on=date(2026, 10, 1 + n % 9), unit=books.units[n % 2])[0] for n in range(40)]
    outcomes = _at_once(lambda: books.post(events[::2]), lambda: books.post(events[:0:-2]))
    assert [outcome.counts for outcome in outcomes] == [{"done": 20}, {"done": 20}]
    assert Voucher.objects.filter(company_id=books.company).count() == 18
    assert not broken_laws()


def test_posting_and_sealing_meet(books: Books) -> None:
    books.post(books.shipped("1", unit=books.units[0]) + books.shipped("1", unit=books.units[1]))
    events = [books.shipped("2", unit=books.units[n % 2])[0] for n in range(20)]
    collected = finance.collecting_vouchers(books.company)[::-1]
    seal = lambda: finance.seal_vouchers(collected, company=books.company, by=books.by)  # noqa: E731
    posted, sealed = _at_once(lambda: books.post(events), seal)
    assert (posted.counts, sealed.counts) == ({"done": 20}, {"done": 2})
    assert not broken_laws()


def test_a_month_closes_before_or_after_a_posting_never_within(books: Books) -> None:
    books.rule(event_kind="rent_due", debit="6602", credit="1001")
    events = [books.record("rent_due", Fact({"cost": "2"}))[0] for _ in range(20)]
    november = date(2026, 11, 1)
    close = lambda: finance.close_month(books.company, november, by=books.by, early=True)  # noqa: E731
    posted, closed = _at_once(lambda: books.post(events), close)
    [verdict] = closed.verdicts
    assert next(iter(posted.counts)) == "done"
    if verdict.code != "done":
        found = {(finding["code"], finding["number"]) for finding in verdict.detail["findings"]}
        assert (verdict.code, found) == ("differs", {("event_pending", "rent_due")})
    assert not broken_laws()


def test_what_waits_for_a_month_goes_on_once_among_many(books: Books) -> None:
    """Two post the same late facts while a month has opened: each moves and posts once, in the month both hold open."""
    for month in (10, 11, 12):
        books.shut(date(2026, month, 1))
    events = [books.shipped("2", on=date(2026, 10, 1 + n), unit=books.units[n % 2])[0] for n in range(20)]
    assert finance.post_pending(books.company, books.by).counts == {"period_closed": 20}
    books.open(date(2026, 12, 1))
    first, second = _at_once(lambda: books.post(events), lambda: books.post(events[::-1]))
    done = [i for outcome in (first, second) for i, code in outcome.table() if code == "done"]
    assert len(done) == len(set(done))
    finance.post_pending(books.company, books.by)
    assert books.pending() == {}
    assert {voucher.posting_on for voucher in Voucher.objects.all()} == {date(2026, 12, 1)}
    assert not broken_laws()


def test_a_poisoned_event_stands_aside_and_the_rest_is_posted(books: Books) -> None:
    huge = "999999999999999999.99"
    events = books.record("goods_shipped", *(Fact({"cost": cost}, item=books.item) for cost in ("1", huge, "2", "3")))
    seen: list[int] = []
    worked = finance.post_pending(books.company, books.by, progress=seen.append, chunk=3)
    assert (worked.counts["done"], worked.counts["defect"]) == (3, 1)
    assert books.pending() == {events[1]: "defect"}
    assert sum(seen) == 4
    assert finance.post_pending(books.company, books.by).counts == {}, "it waits for a person"
    assert books.balances() == {"1405": Decimal(-6), "1406": Decimal(6)}
    assert not broken_laws()


def test_a_retried_call_answers_like_the_first(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    """A deadlock in the middle of the set is nobody's business but the runner's."""
    from django.db import OperationalError
    from psycopg.errors import DeadlockDetected

    posting, body, calls = OPERATIONS["finance.post_events"], finance.post_events.body, []

    def once_deadlocked(ids: list[int], **given: Any) -> Outcome:
        outcome = body(ids, **given)
        calls.append(1)
        if len(calls) == 1:
            raise OperationalError("deadlock") from DeadlockDetected()
        return outcome

    monkeypatch.setattr(posting, "body", once_deadlocked)
    assert books.post(books.shipped("1", "2", on=DAY)).counts == {"done": 2}
    assert len(calls) == 2
    assert not broken_laws()


@races("finance.post_vouchers", "finance.seal_vouchers")
def test_vouchers_by_hand_and_seals_at_once(books: Books) -> None:
    bank, cash = finance.ManualLine("1002", debit=Decimal(7)), finance.ManualLine("1001", credit=Decimal(7))
    given = {n: finance.ManualVoucher(DAY, "by hand", (bank, cash)) for n in range(1, 11)}
    call: dict[str, Any] = {"company": books.company, "by": books.by}
    ids = list(given)
    first, second = _at_once(
        lambda: finance.post_vouchers(ids, vouchers=given, **call),
        lambda: finance.post_vouchers(ids[::-1], vouchers=given, **call),
    )
    assert first.counts == second.counts == {"done": 10}
    numbers = sorted(Voucher.objects.filter(company_id=books.company).values_list("number", flat=True))
    assert numbers == [f"JV-2611-{n:06}" for n in range(1, 21)], "without a gap"
    books.post([books.shipped("1", on=date(2026, 11, day))[0] for day in range(1, 11)])
    collected = finance.collecting_vouchers(books.company)
    assert len(collected) == 10
    one, two = _at_once(
        lambda: finance.seal_vouchers(collected[:7], **call), lambda: finance.seal_vouchers(collected[:2:-1], **call)
    )
    assert one.counts + two.counts == {"done": 10, "already": 4}
    assert not broken_laws()


@races("finance.close_periods", "finance.open_periods")
def test_months_are_closed_and_opened_once(books: Books) -> None:
    months = [books.period(date(2026, month, 1), "sales").pk for month in range(1, 7)]
    call: dict[str, Any] = {"company": books.company, "by": books.by}
    for change in (finance.close_periods, finance.open_periods):
        one, two = _at_once(
            lambda change=change: change(months[:4], **call),  # type: ignore[misc]
            lambda change=change: change(months[:1:-1], **call),  # type: ignore[misc]
        )
        assert one.counts + two.counts == {"done": 6, "already": 2}
    assert not broken_laws()
