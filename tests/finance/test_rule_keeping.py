"""Posting rules kept by operation: added, ended, superseded; tried on a month before they are saved."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from interlock.core.api import Period, Refusal
from interlock.finance import api as finance
from interlock.finance.models import AccountDimension, PostingRule
from tests.races import races

from .building import DAY, Books, Fact, broken_laws
from .test_drafts import ANN
from .test_together import _at_once as at_once

DECEMBER, NOVEMBER = date(2026, 12, 1), date(2026, 11, 1)
LOST = finance.NewRule("goods_lost", "loss", "1901", "1405", NOVEMBER)


def save(books: Books, *rules: finance.NewRule, **options: Any) -> list[str]:
    given = dict(enumerate(rules, start=1))
    outcome = finance.save_rules(list(given), company=books.company, by=books.by, rules=given, **options)
    return [code for _id, code in outcome.table()]


def shipping(books: Books) -> PostingRule:
    return PostingRule.objects.get(company_id=books.company, event_kind="goods_shipped", valid_to=None)


def test_every_answer_of_saving_and_ending(books: Books) -> None:
    alien = Books("ALIEN")
    books.post(books.shipped("5"))
    old = shipping(books)
    closed = books.account("1408")
    closed.state = "closed"
    closed.save()
    new = finance.NewRule("goods_shipped", "cost", "1402", "1405", DECEMBER, replaces=old.pk)
    expected = {
        "not_found": replace(new, replaces=shipping(alien).pk),
        "other_event": replace(LOST, replaces=old.pk, valid_from=DECEMBER),
        "bad_grouping": replace(LOST, grouping="year"),
        "account_unknown": replace(LOST, debit="9"),
        "account_is_group": replace(LOST, debit="6601"),
        "account_closed": replace(LOST, debit="1408"),
        "same_account": replace(LOST, debit="1405"),
        "selector_unknown": replace(LOST, item_category="NOPE"),
        "used_since": replace(new, valid_from=NOVEMBER),
        "ambiguous_rule": finance.NewRule("goods_shipped", "cost", "1402", "1405", old.valid_from),
        "already": finance.NewRule("goods_shipped", "cost", "1406", "1405", old.valid_from),
        "done": LOST,
    }
    group = books.account("6601")
    group.is_group = True
    group.save()
    for code, rule in expected.items():
        assert save(books, rule, policy="dry_run") == [code], code
    AccountDimension.objects.create(company_id=books.company, account=books.account("1405"), dimension="item")
    silent = replace(LOST, carry_item=False)
    assert [save(books, one, policy="dry_run") for one in (LOST, silent)] == [["done"], ["dimension_missing"]]
    told = finance.save_rules([1], rules={1: silent}, company=books.company, by=books.by, policy="dry_run").verdicts[0]
    assert told.detail == {"account": "1405", "dimension": "item"}
    for name, refused in (("item", False), ("project", True), ("department", False)):
        asks = AccountDimension(company_id=books.company, account=books.account("1406"), dimension=name)
        with pytest.raises(ValidationError, match="goods_shipped · cost") if refused else nullcontext():
            asks.clean()
    assert save(books, LOST, replace(LOST, debit="1402")) == ["done", "ambiguous_rule"], "a tie within the set"
    assert save(books, new, new) == ["done", "already"]
    old.refresh_from_db()
    assert old.valid_to == DECEMBER
    end = partial(finance.end_rules, company=books.company, by=books.by)
    replaced = shipping(books)
    assert end([old.pk, 0, replaced.pk, shipping(alien).pk], on=DECEMBER).table() == [
        (old.pk, "already"), (0, "not_found"), (replaced.pk, "done"), (shipping(alien).pk, "not_found"),
    ]  # fmt: skip
    assert end([old.pk], on=date(2027, 1, 1)).table() == [(old.pk, "rule_ended")]
    assert end([old.pk], on=DAY).table() == [(old.pk, "used_since")]
    lost = PostingRule.objects.get(company_id=books.company, event_kind="goods_lost")
    assert end([lost.pk], on=date(2026, 10, 31)).table() == [(lost.pk, "before_valid")]
    with pytest.raises(Refusal, match="not_permitted"):
        finance.end_rules([lost.pk], company=books.company, by=replace(ANN, grants={}), on=DAY)
    assert not broken_laws()


def test_a_rule_that_has_posted_is_never_changed_in_place(books: Books) -> None:
    old = shipping(books)
    old.carry_item = False
    old.save()
    books.post(books.shipped("5"))
    for change in ({"carry_item": True}, {"debit_account": books.account("1402")}, {"valid_to": DAY}):
        with pytest.raises(IntegrityError, match="has posted since"), transaction.atomic():
            PostingRule.objects.filter(pk=old.pk).update(**change)
    with pytest.raises(IntegrityError, match="has posted since"), transaction.atomic():
        old.delete()
    PostingRule.objects.filter(pk=old.pk).update(valid_to=date(2026, 11, 12))


def test_what_is_superseded_posts_by_the_new_rule_from_its_day_on(books: Books) -> None:
    old = shipping(books)
    new = finance.NewRule("goods_shipped", "cost", "1402", "1405", DECEMBER, replaces=old.pk)
    before, after = books.shipped("5")[0], books.shipped("7", on=DECEMBER)[0]
    assert save(books, new) == ["done"]
    books.post([before, after])
    assert books.balances(DECEMBER) == {"1402": 7, "1405": -12, "1406": 5}
    [case] = finance.explain_event(books.company, after)
    assert [(rule.verdict, rule.column) for rule in case.candidates] == [("won", ""), ("unfit", "valid_to")]
    finance.end_rules([shipping(books).pk], company=books.company, by=books.by, on=date(2026, 12, 2))
    late = books.shipped("1", on=date(2026, 12, 3))
    assert books.post(late).table() == [(late[0], "no_rule")]


def ways(answer: finance.Rehearsal) -> list[tuple[str, ...]]:
    return [
        (s.component, s.before.code or s.before.debit, s.after.code or s.after.debit, str(s.lines), str(s.amount))
        for s in answer.shares
    ]


def test_a_dry_run_says_what_would_go_where(books: Books) -> None:
    events = books.shipped("5", "6", party=books.party) + books.shipped("7", item=None)
    books.record("goods_lost", Fact({"loss": "3"}))
    books.record("goods_lost", Fact({"loss": "9"}, on=date(2026, 10, 5)))
    books.post(events)
    look = partial(finance.rehearse_rules, books.company, NOVEMBER, DECEMBER)
    assert ways(look(adds=[LOST])) == [("loss", "no_rule", "1901", "1", "3.00")]
    narrower = finance.NewRule("goods_shipped", "cost", "1402", "1405", DECEMBER, item_category="BOOKS-LOCKS")
    assert look(adds=[narrower]).changed == [], "it is valid from December only"
    told = look(adds=[narrower], as_of=DECEMBER)
    assert ways(told) == [("cost", "1406", "1402", "2", "11.00"), ("cost", "1406", "1406", "1", "7.00")]
    assert told.uses == {0: (2, 11), shipping(books).pk: (1, 7)}
    tie = replace(narrower, item_category="", valid_from=shipping(books).valid_from)
    told = look(adds=[tie])
    assert (told.code, ways(told)) == ("ambiguous_rule", [("cost", "1406", "ambiguous_rule", "3", "18.00")])
    assert [share.lines for share in told.stranded] == [3]
    told = look(ends={shipping(books).pk: DECEMBER}, as_of=DECEMBER)
    assert ways(told) == [("cost", "1406", "no_rule", "3", "18.00")]
    everything = {(s.component, s.after.code or s.after.debit, s.lines) for s in look().shares}
    assert everything == {("loss", "no_rule", 1), ("cost", "1406", 3)}
    assert PostingRule.objects.filter(company_id=books.company, event_kind="goods_lost").count() == 0


@pytest.fixture
def committed_books(committed: None) -> Books:
    return Books()


@races("finance.save_rules", "finance.end_rules")
def test_two_who_keep_rules_make_no_tie(committed_books: Books) -> None:
    books = committed_books
    first = [replace(LOST, component=f"c{n}") for n in range(6)]
    second = [replace(rule, debit="1402") for rule in first[::-1]]
    answers = at_once(lambda: save(books, *first), lambda: save(books, *second))
    assert sorted(code for answer in answers for code in answer) == ["ambiguous_rule"] * 6 + ["done"] * 6
    ids = list(PostingRule.objects.filter(event_kind="goods_lost").order_by("id").values_list("id", flat=True))
    end = partial(finance.end_rules, company=books.company, by=books.by, on=DECEMBER)
    answers = at_once(lambda: end(ids[:4]), lambda: end(ids[:1:-1]))
    assert answers[0].counts + answers[1].counts == {"done": 6, "already": 2}


@pytest.mark.usefixtures("committed")
def test_a_rule_is_not_ended_under_who_posts_by_it(committed_books: Books) -> None:
    books = committed_books
    events, rule = books.shipped("5", "6"), shipping(books)
    end = lambda: finance.end_rules([rule.pk], company=books.company, by=books.by, on=DAY)  # noqa: E731
    posted, ended = at_once(lambda: books.post(events), end)
    code = ended.table()[0][1]
    assert (posted.counts, code) in [({"done": 2}, "used_since"), ({"no_rule": 2}, "done")]
    assert Period.objects.filter(company_id=books.company, state="open").exists()
