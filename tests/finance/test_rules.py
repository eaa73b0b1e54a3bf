"""Which posting rule wins and why, as posting itself decides it."""

from __future__ import annotations

from datetime import date

from interlock.finance import api as finance

from .building import Books


def seen(books: Books, event: int) -> list[tuple[str, str, str]]:
    [case] = finance.explain_event(books.company, event)
    return [(rule.debit, rule.verdict, rule.column) for rule in case.candidates]


def test_every_rule_says_what_decided(books: Books) -> None:
    [event] = books.shipped("5", party=books.party)
    assert seen(books, event) == [("1406", "won", "")]
    books.rule(debit="1402", valid_from=date(2026, 1, 1))
    books.rule(debit="1403", tax_class=books.tax)
    books.rule(debit="1404", item_category=books.goods)
    books.rule(debit="1408", item_category=books.locks)
    books.rule(debit="1411", valid_from=date(2026, 12, 1))
    other = books.rule(debit="1401", party_group=books.group)
    assert seen(books, event) == [
        ("1401", "won", ""), ("1408", "beaten", "party_group"), ("1404", "beaten", "party_group"),
        ("1403", "beaten", "party_group"), ("1402", "beaten", "party_group"), ("1406", "beaten", "party_group"),
        ("1411", "unfit", "valid_from"),
    ]  # fmt: skip
    other.delete()
    assert seen(books, event)[:3] == [
        ("1408", "won", ""), ("1404", "beaten", "item_category"), ("1403", "beaten", "item_category"),
    ]  # fmt: skip
    books.post([event])
    assert books.balances() == {"1405": -5, "1408": 5}, "the rule that is said to win is the one that posts"


def test_a_tie_names_both_rules(books: Books) -> None:
    [event] = books.shipped("5")
    books.rule(debit="1402", tax_class=books.tax)
    books.rule(debit="1403", tax_class=books.tax)
    assert seen(books, event) == [("1402", "tied_rule", ""), ("1403", "tied_rule", ""), ("1406", "beaten", "tax_class")]
    assert books.post([event]).table() == [(event, "ambiguous_rule")]
    alien = Books("ALIEN")
    assert finance.explain_event(alien.company, event) == []
