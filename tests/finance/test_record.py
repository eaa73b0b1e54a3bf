"""Facts leave their money side: events with their lines, in the month that is open."""

from __future__ import annotations

from datetime import date

import pytest

from interlock.core.sql import observed
from interlock.finance.models import Event, EventLine, EventPending

from .building import Books, Fact


def test_an_event_waits_with_its_lines(books: Books) -> None:
    [event] = books.sold("100", "13", "60", unit=books.units[0], party=books.party)
    found = Event.objects.get(pk=event)
    assert (found.kind, found.unit_id, found.party_id) == ("revenue_recognised", books.units[0], books.party)
    lines = EventLine.objects.filter(event_id=event).order_by("id").values_list("component", "amount")
    assert [(component, str(amount)) for component, amount in lines] == [
        ("net", "100.00"),
        ("vat", "13.00"),
        ("cost", "60.00"),
    ]
    assert EventPending.objects.get(pk=event).code == ""


def test_what_has_no_money_is_not_recorded(books: Books) -> None:
    [event] = books.record("revenue_recognised", Fact({"net": "100", "vat": "0"}), Fact({"net": "0", "vat": "0.00"}))
    assert list(EventLine.objects.values_list("event_id", "component")) == [(event, "net")]
    assert EventPending.objects.count() == 1


@pytest.mark.parametrize(
    ("closed", "fact_on", "posting_on"),
    [
        ([], date(2026, 10, 30), date(2026, 10, 30)),
        ([10], date(2026, 10, 30), date(2026, 11, 1)),
        ([10, 11], date(2026, 10, 30), date(2026, 12, 1)),
        ([11], date(2026, 10, 30), date(2026, 10, 30)),
        ([10, 11, 12], date(2026, 10, 30), date(2026, 10, 30)),
        ([], date(2027, 1, 5), date(2027, 1, 5)),
        ([], date(2025, 1, 5), date(2026, 1, 1)),
    ],
)
def test_a_late_fact_keeps_its_day_and_posts_in_the_next_open_month(
    books: Books, closed: list[int], fact_on: date, posting_on: date
) -> None:
    for month in closed:
        books.shut(date(2026, month, 1))
    [event] = books.shipped("10", on=fact_on)
    found = Event.objects.get(pk=event)
    assert (found.fact_on, found.posting_on) == (fact_on, posting_on)


def test_a_line_of_an_unknown_document_is_a_defect(books: Books) -> None:
    fact = Fact({"cost": "1"})
    stray = Fact({"cost": "1"})
    from interlock.core.api import Operation, Outcome
    from interlock.finance.api import EventLines, record_events

    def body(ids, *, company, by):  # type: ignore[no-untyped-def]
        lines = EventLines([stray.document], ["cost"], [1], [None], [None], [fact.quantity])  # type: ignore[list-item]
        record_events(company, "goods_shipped", ids, [None], [None], fact.on, lines)
        return Outcome([])

    with pytest.raises(AssertionError, match="belongs to a document"):
        Operation("test.stray", "x", body, 10, documents=False)([fact.document], company=books.company, by=books.by)
    assert not Event.objects.exists()


def test_the_statements_do_not_grow_with_the_set(books: Books) -> None:
    counts = []
    for size in (1, 200):
        with observed() as statements:
            books.shipped(*["1.50"] * size)
        counts.append([name for name, *_rest in statements.seen if name != "plan_for_sets"])
    assert counts[0] == counts[1]
    assert [name for name in counts[0] if name not in ("begin", "finish")] == ["lock_shared", "posting_days", "record"]
