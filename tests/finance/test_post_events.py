"""Posting: every id gets its code, and what is accepted is in the books once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from interlock.core.api import Actor, Refusal, Run
from interlock.core.sql import observed
from interlock.finance import api as finance
from interlock.finance.models import AccountDimension, Event, JournalLine, PostingRule, Voucher, VoucherTotal

from .building import DAY, Books, Fact, broken_laws


def _lines(books: Books) -> list[tuple[str, str, str]]:
    found = JournalLine.objects.filter(company_id=books.company).order_by("id")
    named = found.values_list("debit_account__code", "credit_account__code", "amount")
    return [(debit, credit, str(amount)) for debit, credit, amount in named]


def test_every_id_gets_one_code(books: Books) -> None:
    [done], [again] = books.shipped("10"), books.shipped("20")
    books.post([again])
    [no_rule] = books.record("goods_lost", Fact({"cost": "1"}))
    books.rule("twice", event_kind="goods_lost", valid_from=date(2026, 2, 1))
    books.rule("twice", event_kind="goods_lost", valid_from=date(2026, 2, 1), debit="6711")
    books.rule("shut", event_kind="goods_lost", debit="6402")
    books.rule("group", event_kind="goods_lost", debit="2202")
    finance.Account.objects.filter(pk=books.account("6402").pk).update(state="closed")
    [twice], [shut], [group] = (books.record("goods_lost", Fact({name: "1"})) for name in ("twice", "shut", "group"))
    [late] = books.shipped("30", on=date(2026, 10, 5))
    books.shut(date(2026, 10, 1))

    ids = [404_000_000, again, no_rule, twice, shut, group, late, done]
    codes = [
        "not_found",
        "already",
        "no_rule",
        "ambiguous_rule",
        "account_closed",
        "account_is_group",
        "period_closed",
        "done",
    ]
    assert [code for _id, code in books.post(ids, policy="dry_run").table()] == codes
    assert books.pending()[done] == ""
    outcome = books.post(ids)
    assert outcome.table() == list(zip(ids, codes, strict=True))
    assert set(codes) <= set(finance.post_events.codes)
    waiting = {no_rule: "no_rule", twice: "ambiguous_rule", shut: "account_closed", group: "account_is_group"}
    assert books.pending() == waiting | {late: "period_closed"}
    assert _lines(books) == [("1406", "1405", "10.00"), ("1406", "1405", "20.00")]
    assert not broken_laws()


def test_a_rejection_names_every_component_without_a_way(books: Books) -> None:
    books.rule("insured", event_kind="goods_lost")
    first, second = (books.rule("scrap", event_kind="goods_lost") for _ in range(2))
    [event] = books.record("goods_lost", Fact({"insured": "5", "scrap": "1", "other": "2"}, item=books.item))
    [verdict] = books.post([event]).verdicts
    assert verdict.code == "no_rule"
    reasons = {reason["component"]: reason for reason in verdict.detail["components"]}
    assert {name: reason["code"] for name, reason in reasons.items()} == {"scrap": "ambiguous_rule", "other": "no_rule"}
    assert reasons["scrap"]["rules"] == [first.pk, second.pk]
    assert finance.pending_events(books.company)[0].detail == verdict.detail


@pytest.mark.parametrize(
    ("dimension", "carries", "said", "code"),
    [
        ("item", {}, {}, "done"),
        ("item", {"carry_item": False}, {}, "dimension_missing"),
        ("item", {}, {"item": None}, "dimension_missing"),
        ("party", {}, {}, "dimension_missing"),
        ("shop", {}, {}, "dimension_missing"),
        ("project", {}, {}, "dimension_missing"),
        ("employee", {}, {}, "done"),
        ("cash_item", {}, {}, "done"),
    ],
)
def test_an_account_asks_events_for_its_dimensions(
    books: Books, dimension: str, carries: dict[str, bool], said: dict[str, Any], code: str
) -> None:
    PostingRule.objects.filter(company_id=books.company, event_kind="goods_shipped").update(carry_party=True, **carries)
    AccountDimension.objects.create(company_id=books.company, account=books.account("1406"), dimension=dimension)
    [event] = books.shipped("5", **said)
    [verdict] = books.post([event]).verdicts
    assert verdict.code == code
    if code != "done":
        [named] = verdict.detail["components"]
        assert (named["account"], named["dimension"], named["component"]) == ("1406", dimension, "cost")
        AccountDimension.objects.all().delete()
        assert books.post([event]).counts == {"done": 1}, "mended, it posts"
    assert not broken_laws()


def test_what_takes_back_is_asked_for_nothing(books: Books) -> None:
    events = books.shipped("5")
    assert books.post(events).counts == {"done": 1}
    AccountDimension.objects.create(company_id=books.company, account=books.account("1406"), dimension="party")
    assert books.post(books.shipped("6")).counts == {"dimension_missing": 1}
    books.take_back(events, "5")
    assert books.balances() == {}, "it goes back as it came"


@pytest.mark.parametrize(
    ("rules", "winner"),
    [
        (["general", "tax"], "tax"),
        (["general", "tax", "goods"], "goods"),
        (["goods", "locks"], "locks"),
        (["goods", "locks", "smart"], "smart"),
        (["smart", "goods+tax"], "smart"),
        (["goods", "goods+tax"], "goods+tax"),
        (["smart", "tax", "group"], "group"),
        (["group", "group+goods"], "group+goods"),
        (["group+goods", "group+smart", "smart+tax"], "group+smart"),
        (["general", "newer"], "newer"),
        (["newer", "future"], "newer"),
        (["tax", "newer"], "tax"),
        (["other", "elsewhere"], None),
    ],
)
def test_the_more_specific_rule_wins_then_the_latest(books: Books, rules: list[str], winner: str | None) -> None:
    other = type(books.goods).objects.create(code="OTHER", name_en="o", name_zh="o")
    columns = {
        "group": {"party_group": books.group},
        "goods": {"item_category": books.goods},
        "locks": {"item_category": books.locks},
        "smart": {"item_category": books.smart},
        "tax": {"tax_class": books.tax},
        "newer": {"valid_from": DAY},
        "future": {"valid_from": date(2026, 11, 12)},
        "other": {"item_category": other},
        "elsewhere": {"event_kind": "goods_found"},
    }
    made = {}
    for name, account in zip(rules, ("6601", "6602", "6603"), strict=False):
        given: dict[str, object] = {"event_kind": "goods_given"}
        for part in name.split("+"):
            given |= columns.get(part, {})
        made[name] = account
        books.rule(debit=account, **given)
    [event] = books.record("goods_given", Fact({"cost": "7"}, item=books.item, party=books.party))
    outcome = books.post([event])
    assert outcome.table() == [(event, "done" if winner else "no_rule")]
    assert [debit for debit, _credit, _amount in _lines(books)] == ([made[winner]] if winner else [])


def test_a_rule_changed_while_running_changes_the_next_posting(books: Books) -> None:
    first, second = books.shipped("10", "10")
    books.post([first])
    books.rule(debit="6601", valid_from=DAY)
    books.post([second])
    assert _lines(books) == [("1406", "1405", "10.00"), ("6601", "1405", "10.00")]


def test_an_event_without_a_rule_stops_nothing_and_is_posted_once_there_is_one(books: Books) -> None:
    books.record("goods_lost", Fact({"cost": "4"}), Fact({"cost": "5"}))
    worked = finance.post_pending(books.company, books.by)
    assert worked.counts == {"no_rule": 2}
    assert [event.code for event in finance.pending_events(books.company, code="no_rule")] == ["no_rule"] * 2
    with observed() as statements:
        assert finance.post_pending(books.company, books.by).counts == {"no_rule": 2}
    assert {"begin", "keep_reasons", "verdicts"}.isdisjoint(name for name, *_rest in statements.seen), (
        "asked, not written"
    )
    books.rule(event_kind="goods_lost", debit="6711")
    assert finance.post_pending(books.company, books.by).counts == {"done": 2}
    assert books.balances() == {"1405": Decimal(-9), "6711": Decimal(9)}


@pytest.mark.parametrize("opens", [date(2026, 11, 1), date(2026, 12, 1)])
def test_a_fact_of_a_closed_year_goes_on_once_a_month_opens(books: Books, opens: date) -> None:
    """Every month was closed: it waits, and is posted in the first that opens; a month before its own takes nothing."""
    for month in range(1, 13):
        books.shut(date(2026, month, 1))
    [late], [other] = books.shipped("10"), books.shipped("20", on=date(2026, 12, 3))
    assert finance.post_pending(books.company, books.by).counts == {"period_closed": 2}
    runs = Run.objects.count()
    books.open(date(2026, 10, 1))
    assert finance.post_pending(books.company, books.by).counts == {"period_closed": 2}
    assert Run.objects.count() == runs, "a worker that finds nothing new leaves no run"
    books.open(opens)
    assert [code for _id, code in books.post([late], policy="dry_run").table()] == [
        "done" if opens == date(2026, 11, 1) else "period_closed"
    ]
    finance.post_pending(books.company, books.by)
    days = dict(Event.objects.values_list("id", "posting_on"))
    assert days == {late: DAY if opens.month == 11 else opens, other: date(2026, 12, 3)}
    assert books.pending() == ({other: "period_closed"} if opens.month == 11 else {})
    assert Event.objects.get(pk=late).fact_on == DAY
    assert not broken_laws()


def test_only_what_waits_moves_and_only_onwards(books: Books) -> None:
    [waits], [posted] = books.shipped("10"), books.shipped("20")
    books.post([posted])
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Event.objects.filter(pk=waits).update(posting_on=date(2026, 12, 1))

    def move(event: int, to: date) -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT finance_move_events(%s, %s, %s, %s)", [books.company, [event], [DAY], [to]])
            return int(cursor.fetchone()[0])

    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        move(posted, date(2026, 12, 1))
    assert [move(waits, day) for day in (date(2026, 10, 1), date(2026, 12, 1), date(2026, 12, 1))] == [0, 1, 0]
    assert Event.objects.get(pk=waits).fact_on == DAY


def test_a_negative_amount_goes_the_other_way_round(books: Books) -> None:
    books.post(books.record("goods_shipped", Fact({"cost": "-25.50"}, item=books.item, quantity=-2)))
    line = JournalLine.objects.get()
    assert (line.amount, line.quantity, line.item_id) == (Decimal("25.50"), 2, books.item)
    assert books.balances() == {"1405": Decimal("25.50"), "1406": Decimal("-25.50")}


def test_a_rule_says_what_to_carry(books: Books) -> None:
    books.rule(valid_from=DAY, carry_party=False, carry_item=False)
    books.post(books.shipped("1", party=books.party))
    line = JournalLine.objects.get()
    assert (line.party_id, line.item_id, line.quantity) == (None, None, None)


def test_a_day_and_unit_collects_one_voucher_of_a_kind(books: Books) -> None:
    for unit in (*books.units, None):
        books.post(books.shipped("1", "2", unit=unit))
    books.post(books.sold("100", "13", "60", unit=books.units[0]))
    books.post(books.shipped("3", unit=books.units[0]))
    found = Voucher.objects.order_by("number").values_list(
        "number", "event_kind", "unit_id", "amount", "lines", "state"
    )
    assert list(found) == [
        ("JV-2611-000001", "goods_shipped", books.units[0], 6, 3, "collecting"),
        ("JV-2611-000002", "goods_shipped", books.units[1], 3, 2, "collecting"),
        ("JV-2611-000003", "goods_shipped", None, 3, 2, "collecting"),
        ("JV-2611-000004", "revenue_recognised", books.units[0], 173, 3, "collecting"),
    ]
    assert not broken_laws()


def test_a_rule_may_ask_for_a_voucher_a_document(books: Books) -> None:
    books.rule(
        "cost", event_kind="revenue_recognised", debit="6401", credit="1406", valid_from=DAY, grouping="document"
    )
    facts = [Fact({"net": "10", "vat": "1.3", "cost": "6"}, item=books.item) for _ in range(3)]
    books.post(books.record("revenue_recognised", *facts))
    found = set(Voucher.objects.values_list("source_id", "amount", "lines"))
    assert found == {(None, Decimal("33.90"), 6)} | {(fact.document, Decimal(6), 1) for fact in facts}
    assert not broken_laws()


def test_vouchers_are_numbered_without_gaps_by_month(books: Books) -> None:
    days = [date(2026, month, day) for day in (3, 4) for month in (10, 11)]
    books.post([books.shipped("1", on=day)[0] for day in days])
    numbers = Voucher.objects.order_by("posting_on").values_list("number", flat=True)
    assert list(numbers) == ["JV-2610-000001", "JV-2610-000002", "JV-2611-000001", "JV-2611-000002"]
    assert not broken_laws()


def test_all_or_nothing_writes_nothing_when_one_is_refused(books: Books) -> None:
    [good], [bad] = books.shipped("1"), books.record("goods_lost", Fact({"cost": "4"}))
    outcome = books.post([good, bad], policy="all")
    assert outcome.table() == [(good, "set_rejected"), (bad, "no_rule")]
    assert books.pending() == {good: "", bad: ""}
    assert not JournalLine.objects.exists()


def test_a_repeated_key_answers_the_same_and_posts_nothing(books: Books) -> None:
    events, key = books.shipped("1", "2"), uuid4()
    first, second = (books.post(events, key=key) for _ in range(2))
    assert second.replayed
    assert first.table() == second.table()
    assert VoucherTotal.objects.filter(account__code="1405").get().credit == 3


def test_the_statements_do_not_grow_with_the_set(books: Books) -> None:
    counts = []
    for size in (1, 300):
        events = books.shipped(*["1.50"] * size)
        with observed() as statements:
            books.post(events)
        counts.append([name for name, *_rest in statements.seen if name != "plan_for_sets"])
    assert counts[0] == counts[1]
    assert len(counts[0]) <= 15


def test_posting_needs_the_permission(books: Books) -> None:
    clerk = Actor(None, "clerk", "test", {books.company: frozenset({"finance.post_vouchers"})})
    with pytest.raises(Refusal, match="not_permitted"):
        finance.post_events(books.shipped("1"), company=books.company, by=clerk)


def test_another_companys_event_is_not_found(books: Books) -> None:
    other = Books("OTHER")
    [event] = other.shipped("1")
    assert books.post([event]).table() == [(event, "not_found")]
    assert other.pending() == {event: ""}
