"""Accounts kept in a currency: what lines carry, balances in it, and the revaluation at a month's end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from interlock.core.api import Currency
from interlock.finance import api as finance
from interlock.finance.models import Account, CurrencyBalance, ExchangeRate, Revaluation, VoucherDraft
from tests.races import races

from .building import DAY, Books, broken_laws
from .test_drafts import ANN, BEN
from .test_together import _at_once as at_once

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
D = Decimal


def in_dollars(books: Books, code: str = "100202") -> Account:
    """Open a bank account kept in US dollars."""
    Currency.objects.get_or_create(code="USD", defaults={"name_en": "US dollar", "name_zh": "美元"})
    return Account.objects.create(
        company_id=books.company, code=code, name_en="Dollar account", name_zh="美元户", kind="asset",
        parent=books.account("1002"), currency_id="USD",
    )  # fmt: skip


def rate(books: Books, on: date, value: str, kind: str = "closing") -> None:
    ExchangeRate.objects.create(company_id=books.company, kind=kind, currency_id="USD", valid_on=on, rate=D(value))


def dollars(amount: str, at: str, account: str = "100202", **more: Any) -> tuple[finance.NewDraftLine, ...]:
    """Answer the lines of dollars that come in at a rate, owed to a customer; negative ones go out."""
    foreign = D(amount)
    worth = round(abs(foreign) * D(at), 2)
    line = finance.NewDraftLine(account, worth, D(0), currency="USD", currency_amount=abs(foreign), rate=D(at))
    other = finance.NewDraftLine("2241", D(0), worth)
    if foreign < 0:
        line, other = replace(line, debit=D(0), credit=worth), replace(other, debit=worth, credit=D(0))
    return replace(line, **more), other


def save(books: Books, lines: tuple[finance.NewDraftLine, ...], on: date = DAY) -> Any:
    given = {1: finance.NewDraft(on, "dollars", lines)}
    return finance.save_drafts([1], company=books.company, by=ANN, drafts=given).verdicts[0]


def book(books: Books, amount: str, at: str, on: date = DAY, account: str = "100202") -> int:
    """Write, hand in and post a voucher in dollars; answers the voucher."""
    draft = save(books, dollars(amount, at, account), on).detail["draft"]
    assert finance.submit_drafts([draft], company=books.company, by=ANN).counts == {"done": 1}
    outcome = finance.post_drafts([draft], company=books.company, by=BEN)
    return int(outcome.verdicts[0].detail["voucher"])


def revalue(books: Books, *accounts: int, month: date = NOVEMBER) -> list[str]:
    outcome = finance.revalue_accounts(list(accounts), company=books.company, by=books.by, month=month)
    return [code for _id, code in outcome.table()]


def test_a_line_in_a_currency_says_amount_and_rate(books: Books) -> None:
    in_dollars(books)
    fault = lambda **more: save(books, dollars("100", "7.1234", **more)).code  # noqa: E731
    assert fault(rate=D("7.13")) == "rate_differs"
    assert fault(rate=None) == "rate_differs"
    assert fault(currency="", currency_amount=D(100)) == "rate_differs"
    assert fault(currency="XXX") == "dimension_unknown"
    assert fault(currency_amount=D("100.001")) == "rate_differs"
    assert fault() == "done"
    plain = tuple(replace(line, currency="", currency_amount=None, rate=None) for line in dollars("100", "7.1234"))
    draft = save(books, plain).detail["draft"]
    handed = finance.submit_drafts([draft], company=books.company, by=ANN).verdicts[0]
    assert (handed.code, handed.detail["lines"][0]["line"]) == ("currency_missing", 1)
    by_machine = books.voucher(finance.ManualLine("100202", debit=D(1)), finance.ManualLine("2241", credit=D(1)))
    assert by_machine.verdicts[0].code == "currency_missing"
    elsewhere = save(books, dollars("5", "7", account="1002")).detail["draft"]
    assert finance.submit_drafts([elsewhere], company=books.company, by=ANN).counts == {"done": 1}


def test_events_do_not_go_to_an_account_in_a_currency(books: Books) -> None:
    in_dollars(books)
    books.rule("cost", debit="100202")
    events = books.shipped("5")
    assert books.post(events).table() == [(events[0], "account_in_currency")]
    rule = finance.NewRule("goods_lost", "loss", "100202", "1405", DAY)
    outcome = finance.save_rules([1], company=books.company, by=books.by, rules={1: rule})
    assert outcome.table() == [(1, "account_in_currency")]


def test_a_month_is_revalued_and_the_next_compares_with_it(books: Books) -> None:
    """100 dollars at 7.10 are worth 7.20 at the end of November, 7.15 at the end of December."""
    account = in_dollars(books).pk
    yuan, alien = books.account("1002").pk, Books("ALIEN").account("1002").pk
    book(books, "100", "7.10")
    book(books, "-40", "7.15")
    assert books.balances()["100202"] == D(424)
    assert revalue(books, alien, yuan, account) == ["not_found", "not_in_currency", "no_rate"]
    rate(books, date(2026, 11, 27), "7.1")
    rate(books, date(2026, 11, 30), "7.2")
    rate(books, date(2026, 11, 30), "9", kind="daily")
    [seen] = finance.accounts_in_currency(books.company, NOVEMBER)
    assert (seen.balance, seen.rate, seen.worth, seen.books, seen.difference) == (60, D("7.2"), 432, 424, 8)
    assert revalue(books, account) == ["done"]
    assert (books.balances()["100202"], books.balances()["660303"]) == (432, -8)
    assert revalue(books, account) == ["already"], "the books say what the balance is worth"
    book(books, "10", "7.0")
    assert revalue(books, account) == ["done"], "a late voucher leaves a difference of its own"
    assert list(Revaluation.objects.order_by("id").values_list("difference", flat=True)) == [8, 2]
    rate(books, date(2026, 12, 31), "7.15")
    assert revalue(books, account, month=DECEMBER) == ["done"]
    assert books.balances(DECEMBER)["100202"] == D("500.50")
    assert books.balances(DECEMBER)["660303"] == D("-6.50")
    balance = CurrencyBalance.objects.get(account_id=account, month=NOVEMBER)
    assert (balance.debit, balance.credit) == (110, 40)
    books.shut(NOVEMBER)
    ExchangeRate.objects.filter(valid_on=date(2026, 11, 30), kind="closing").update(rate=D("7.3"))
    assert revalue(books, account) == ["period_closed"]
    assert not broken_laws()


def test_a_reversal_takes_the_currency_back(books: Books) -> None:
    account = in_dollars(books)
    voucher = book(books, "100", "7.10")
    rate(books, date(2026, 11, 30), "7.2")
    assert revalue(books, account.pk) == ["done"]
    valued = Revaluation.objects.get().voucher_id
    for one in (voucher, valued):
        asked = finance.reverse_vouchers([one], company=books.company, by=ANN, on=DAY).verdicts[0]
        assert finance.post_drafts([asked.detail["draft"]], company=books.company, by=BEN).counts == {"done": 1}
    assert books.balances() == {}
    assert [seen.balance for seen in finance.accounts_in_currency(books.company, NOVEMBER)] == [0]
    assert VoucherDraft.objects.filter(kind="reversal").count() == 2
    assert not broken_laws()


def test_the_close_posts_the_revaluation(books: Books) -> None:
    account = in_dollars(books)
    assert step(books).findings == []
    book(books, "100", "7.10")
    assert [(f.code, f.number) for f in step(books).findings] == [("rate_missing", "100202 USD")]
    assert close(books).code == "differs"
    rate(books, date(2026, 11, 30), "7.2")
    differences = Account.objects.filter(company_id=books.company, code="660303")
    differences.update(state="closed")
    assert [finding.code for finding in step(books).findings] == ["not_revalued"], "nothing takes the difference"
    differences.update(state="open")
    [told] = step(books).posts
    assert (told.code, told.amount, told.book_amount, step(books).count) == ("not_revalued", 720, 710, 0)
    assert (books.balances()["100202"], close(books).code) == (710, "done")
    assert (books.balances()["100202"], books.balances()["660303"]) == (720, -10)
    assert step(books).figures[0].agree
    kept = Revaluation.objects.get()
    assert (kept.account_id, kept.month, kept.before, kept.difference) == (account.pk, NOVEMBER, 710, 10)
    [report] = finance.CloseReport.objects.all()
    told = [(row["account"], row["difference"]) for row in finance.report_of(report)["report"]["revaluations"]]
    assert told == [("100202", "10.00")]
    assert finance.report_pdf(report, "zh-hans").startswith(b"%PDF")
    assert not broken_laws()


def test_what_a_close_revalued_stays_and_the_next_posts_the_rest(books: Books) -> None:
    in_dollars(books)
    book(books, "100", "7.10")
    rate(books, date(2026, 11, 30), "7.2")
    assert close(books).code == "done"
    closed = [finance.close_of(books.company, NOVEMBER)]
    opened = finance.reopen_months(closed, company=books.company, by=books.by, reason="a late voucher")
    assert opened.counts == {"done": 1}
    assert books.balances()["660303"] == -10
    book(books, "10", "7.0")
    assert close(books).code == "done"
    assert list(Revaluation.objects.order_by("id").values_list("difference", flat=True)) == [10, 2]
    rate(books, date(2026, 12, 31), "7.15")
    both = [finance.close_of(books.company, DECEMBER)]
    closing = finance.close_months(both, company=books.company, by=books.by, early=True)
    assert closing.counts == {"done": 1}
    assert books.balances(DECEMBER)["100202"] == D("786.50")
    assert not broken_laws()


def close(books: Books) -> Any:
    return finance.close_month(books.company, NOVEMBER, by=books.by, early=True).verdicts[0]


def step(books: Books) -> finance.CloseAnswer:
    found = finance.checklist(books.company, NOVEMBER)
    assert found is not None
    return next(one.answer for one in found.steps if one.code == "currency_books")


@races("finance.revalue_accounts")
@pytest.mark.usefixtures("committed")
def test_two_revalue_at_once(committed: None) -> None:  # noqa: ARG001
    books = Books()
    ids = [in_dollars(books, f"10020{n}").pk for n in range(2, 6)]
    for n in range(2, 6):
        book(books, "100", "7.10", account=f"10020{n}")
    rate(books, date(2026, 11, 30), "7.2")
    work = partial(finance.revalue_accounts, company=books.company, by=books.by, month=NOVEMBER)
    answers = at_once(lambda: work(ids[:3]), lambda: work(ids[:0:-1]))
    assert answers[0].counts + answers[1].counts == {"done": 4, "already": 2}
    assert books.balances()["660303"] == -40
    assert not broken_laws()
