"""What the books say: trial balance, an account's month, a voucher's lines, a document's events."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from interlock.core.sql import observed
from interlock.finance import api as finance
from interlock.finance.models import Account, PostingRule

from .building import DAY, Books, Fact


def _year(books: Books) -> None:
    books.record("stock_opened", Fact({"cost": "1000"}, item=books.item, on=date(2026, 1, 1)))
    books.shipped("100", "200", on=date(2026, 10, 20), unit=books.units[0])
    books.sold("150", "19.50", "100", on=date(2026, 10, 21), unit=books.units[0])
    books.shipped("50", unit=books.units[1])
    assert finance.post_pending(books.company, books.by).counts == {"done": 5}


def test_the_trial_balance_carries_forward_and_balances(books: Books) -> None:
    _year(books)
    with observed() as statements:
        found = {row.code: row for row in finance.trial_balance(books.company, DAY)}
    assert len(statements) == 1
    figures = {code: tuple(int(f) for f in (r.opening, r.debit, r.credit, r.closing)) for code, r in found.items()}
    assert figures["1405"] == (700, 0, 50, 650)
    assert figures["1406"] == (200, 50, 0, 250)
    assert figures["1122"] == (169, 0, 0, 169)
    assert sum(row.opening for row in found.values()) == sum(row.closing for row in found.values()) == 0
    assert sum(row.debit for row in found.values()) == sum(row.credit for row in found.values())
    assert not finance.trial_balance(books.company, date(2025, 12, 1))


def test_an_account_is_followed_to_the_document_line(books: Books) -> None:
    _year(books)
    october = date(2026, 10, 1)
    account = books.account("1406").pk
    [first] = finance.account_ledger(books.company, account, october, limit=1)
    assert (first.event_kind, first.debit, first.credit, first.lines) == ("goods_shipped", 300, 0, 2)
    [second] = finance.account_ledger(books.company, account, october, after=(first.posting_on, first.voucher_id))
    assert (second.event_kind, second.debit, second.credit) == ("revenue_recognised", 0, 100)
    line, last = finance.voucher_lines(books.company, first.voucher_id)
    assert (line.debit_code, line.credit_code, line.amount, line.item) == ("1406", "1405", 100, "BOOKS-LOCK")
    assert finance.voucher_lines(books.company, first.voucher_id, after=line.id) == [last]
    [traced] = finance.events_of(books.company, [line.document_id or 0])
    assert (traced.event_id, traced.line_id, traced.voucher_number) == (
        line.event_id,
        line.document_line_id,
        first.number,
    )
    numbers = [voucher.number for voucher in finance.vouchers(books.company, october)]
    assert numbers == [first.number, second.number]
    [after] = finance.vouchers(books.company, october, after=(first.posting_on, first.voucher_id))
    assert after.number == second.number


def test_the_trace_shows_what_still_waits(books: Books) -> None:
    fact = Fact({"cost": "3", "fee": "4"})
    books.record("goods_lost", fact)
    found = finance.events_of(books.company, [fact.document])
    assert [(line.component, line.amount, line.pending_code, line.voucher_id) for line in found] == [
        ("cost", 3, "", None),
        ("fee", 4, "", None),
    ]
    [waiting] = finance.pending_events(books.company)
    assert (waiting.document_id, waiting.amount, waiting.code) == (fact.document, 7, "")
    assert finance.pending_events(books.company, after=waiting.event_id) == []


def test_the_chart_is_that_of_the_standards_and_is_loaded_once(books: Books) -> None:
    asked = {"1001", "1002", "1012", "1122", "1405", "1406", "220202", "2203", "22210101", "22210105"} | {
        "6001",
        "6401",
        "6601",
    }
    accounts = {account.code: account for account in Account.objects.filter(company_id=books.company)}
    assert asked <= set(accounts)
    assert all(account.name_en and account.name_zh for account in accounts.values())
    for account in accounts.values():
        if account.parent_id:
            assert account.parent is not None
            assert account.parent.is_group
            assert account.code.startswith(account.parent.code)
            assert account.kind == account.parent.kind
        assert not (account.is_group and PostingRule.objects.filter(debit_account=account).exists())
    again = finance.create_books(books.company)
    assert (again.accounts, again.rules) == (0, 0)
    assert finance.open_periods_of_year(books.company, 2026) == 0


def test_every_default_event_finds_its_accounts(books: Books) -> None:
    kinds = {
        "stock_opened": ["cost"], "goods_received": ["cost"], "stock_adjusted": ["gain", "loss"],
        "goods_shipped": ["cost"], "revenue_recognised": ["net", "vat", "cost"],
    }  # fmt: skip
    for place, (kind, components) in enumerate(kinds.items()):
        books.record(kind, Fact({c: str(10**place * (n + 1)) for n, c in enumerate(components)}, item=books.item))
    assert finance.post_pending(books.company, books.by).counts == {"done": 5}
    assert books.balances() == {
        "1405": Decimal(1 + 10 + 100 - 200 - 1000), "410401": Decimal(-1), "220202": Decimal(-10),
        "1901": Decimal(-100 + 200), "1406": Decimal(1000 - 30000), "1122": Decimal(30000), "6001": Decimal(-10000),
        "22210105": Decimal(-20000), "6401": Decimal(30000),
    }  # fmt: skip


def test_what_a_newer_version_brings_reaches_old_companies(books: Books) -> None:
    rules = PostingRule.objects.filter(company_id=books.company)
    changed = rules.get(event_kind="goods_shipped")
    PostingRule.objects.filter(pk=changed.pk).update(credit_account=books.account("1408"))
    rules.filter(event_kind="orders_settled").delete()
    Account.objects.filter(company_id=books.company, code="660105").delete()
    assert finance.complete_books() == {books.company: finance.NewBooks(1, 7)}
    assert rules.filter(event_kind="orders_settled").count() == 7
    assert rules.get(event_kind="goods_shipped").credit_account == books.account("1408")
    assert finance.complete_books() == {}
