"""Bank accounts in other currencies: money at the rate of the day, and the books agree with the bank."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from interlock.core.api import content_path
from interlock.finance import api as finance
from interlock.finance.api import NewItemLine
from interlock.finance.models import (
    BankLine,
    CurrencyBalance,
    EventCurrency,
    EventPending,
    OpenItem,
    PaymentRequest,
    PaymentRun,
)
from interlock.finance.operations.create import complete_bank_rules
from tests.finance.building import DAY, broken_laws
from tests.finance.itemising import item_of, posted
from tests.finance.test_currencies import in_dollars, rate, revalue

from .building import ANN, BEN, Bank, Cash, running

D = Decimal
ABROAD, EARLIER, LATER = "4000123412341234", date(2026, 11, 2), date(2026, 11, 20)


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    with running(tmp_path / "bank.sqlite") as one:
        yield one


@pytest.fixture
def cash(db: None, bank: Bank, settings: Any, tmp_path: Path) -> Cash:
    """A company with an account in dollars, at 7.10 since the day."""
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    settings.FILES_ROOT = tmp_path / "files"
    one = Cash(bank)
    ledger = in_dollars(one.books)
    finance.BankAccount.objects.create(
        company_id=one.company, code="USD", name_en="Dollars", name_zh="美元户", bank_name="A bank", number=ABROAD,
        holder="Cash Ltd", currency_id="USD", account=ledger, gateway=one.gateway,
    )  # fmt: skip
    complete_bank_rules(one.company)
    bank.command("/accounts", number=ABROAD, holder="Cash Ltd", currency="USD", balance="1000.00")
    rate(one.books, DAY, "7.1", kind="daily")
    return one


def stated_lines(cash: Cash, bank: Bank, on: date = DAY) -> list[BankLine]:
    """Let the bank state the account and take that in; answers the new lines."""
    known = set(BankLine.objects.values_list("pk", flat=True))
    bank.state(ABROAD, on)
    cash.ask()
    cash.post()
    return list(BankLine.objects.exclude(pk__in=known).order_by("ordinal"))


def owed(cash: Cash, kind: str, account: str, amount: int, at: str, **more: Any) -> OpenItem:
    """Post a document in dollars; answers its item."""
    line = NewItemLine(D(amount), account=account)
    fields = {"party": f"{cash.code}-P", "currency": "USD", "rate": D(at), **more}
    return item_of(posted(cash.books, kind, line, **fields))


def applied(cash: Cash, *methods: str, on: date = DAY) -> None:
    """Apply what is proposed."""
    pairs = finance.propose(cash.company, on, methods=methods)
    numbered = {place: one.application() for place, one in enumerate(pairs, start=1)}
    done = finance.apply_items(list(numbered), company=cash.company, by=ANN, on=on, applications=numbered)
    assert pairs
    assert done.counts == {"done": len(pairs)}


def test_dollars_come_in_and_pay_an_invoice(cash: Cash, bank: Bank) -> None:
    """USD 100 invoiced at 7.00 and received at 7.10: ten of gain; revalued at 7.20 at the month's end."""
    invoice = owed(cash, "charge", "6051", 100, "7")
    bank.enter("100.00", party="Zhang San", text="invoice", account=ABROAD)
    bank.enter("-3.00", "fee", text="handling", account=ABROAD)
    money, fee = stated_lines(cash, bank)
    assert (money.use, money.way, fee.use) == ("customer", "party", "fee")
    item = OpenItem.objects.get(document_id=money.pk)
    assert (item.currency, item.amount, item.book_amount) == ("USD", 100, 710)
    balances = cash.books.balances()
    assert (balances["100202"], balances["6603"]) == (D("688.70"), D("21.30"))
    assert CurrencyBalance.objects.get(account__code="100202").debit == 100
    applied(cash, "exact")
    invoice.refresh_from_db()
    assert (invoice.open_amount, invoice.open_book, cash.books.balances()["660303"]) == (0, 0, -10)
    rate(cash.books, date(2026, 11, 30), "7.2")
    assert revalue(cash.books, cash.books.account("100202").pk) == ["done"]
    assert cash.books.balances()["100202"] == D("698.40")
    cash.agrees_with(bank, ABROAD)
    assert not broken_laws()


def test_a_bill_in_dollars_is_paid_from_dollars(cash: Cash, bank: Bank) -> None:
    """USD 50 billed at 7.00: asked for, approved and sent in dollars, and paid at 7.10 with a loss of five."""
    bill = owed(cash, "bill", "6602", 50, "7", reference="US-1")
    named = {"reason": "INVOICE", "document_kind": "bill", "document": bill.document_id}
    from_yuan = cash.save(cash.new("50.00", **named)).verdicts[0]
    assert (from_yuan.code, from_yuan.detail) == ("currency_differs", {"currency": "USD"})
    assert cash.save(cash.new("50.01", bank_account="USD", **named)).table() == [(1, "beyond_document")]
    made = cash.approved("50.00", bank_account="USD", **named)
    assert PaymentRequest.objects.get(pk=made).book_amount == 355
    [run] = cash.run(made)
    assert b'<InstdAmt Ccy="USD">50.00</InstdAmt>' in content_path(PaymentRun.objects.get(pk=run).sha256).read_bytes()
    cash.send()
    bank.settle()
    cash.ask()
    assert cash.states(made) == ["paid"]
    [line] = stated_lines(cash, bank)
    assert (line.use, line.document_id) == ("payment", made)
    balances = cash.books.balances()
    assert (balances["100202"], balances["220201"]) == (-355, D(355) - 350)
    applied(cash, "reference")
    bill.refresh_from_db()
    assert (bill.open_amount, bill.open_book, cash.books.balances()["660303"]) == (0, 0, 5)
    cash.agrees_with(bank, ABROAD)
    assert not broken_laws()


def test_without_a_rate_a_line_waits_and_is_matched_once_there_is_one(cash: Cash, bank: Bank) -> None:
    bank.enter("20.00", "interest", on=EARLIER, account=ABROAD)
    [line] = stated_lines(cash, bank, EARLIER)
    call: dict[str, Any] = {"company": cash.company, "by": ANN}
    assert line.state == "open"
    [refused] = finance.match_bank_lines([line.pk], **call).verdicts
    assert (refused.code, refused.detail) == ("no_rate", {"currency": "USD", "day": "2026-11-02"})
    said = finance.Said("interest")
    assert finance.book_bank_lines([line.pk], said=said, **call).table() == [(line.pk, "no_rate")]
    receipt = finance.Said("receipt")
    assert finance.book_bank_lines([line.pk], said=receipt, **call).table() == [(line.pk, "currency_differs")]
    rate(cash.books, date(2026, 11, 1), "7", kind="daily")
    assert finance.match_bank_lines([line.pk], **call).counts == {"done": 1}
    cash.post()
    assert cash.books.balances()["100202"] == 140
    finance.ExchangeRate.objects.all().delete()
    assert cash.save(cash.new("5.00", bank_account="USD")).table() == [(1, "no_rate")]
    assert not broken_laws()


def test_what_is_taken_back_leaves_nothing_in_either_currency(cash: Cash, bank: Bank) -> None:
    """A customer's dollars were another's: the rate has changed since, and what was booked goes as it came."""
    bank.enter("40.00", party="Zhang San", account=ABROAD)
    [line] = stated_lines(cash, bank)
    rate(cash.books, LATER, "7.5", kind="daily")
    back = finance.take_back_bank_lines([line.pk], company=cash.company, by=ANN, on=LATER, reason="another's")
    assert back.counts == {"done": 1}
    balances = cash.books.balances()
    assert not {"100202", "1122"} & set(balances)
    kept = CurrencyBalance.objects.get(account__code="100202")
    assert (kept.debit, kept.credit) == (40, 40)
    assert not OpenItem.objects.filter(open_amount__gt=0).exists()
    assert [str(one.amount) for one in EventCurrency.objects.order_by("id")] == ["40.00", "40.00"]
    assert not broken_laws()
    bank.enter("-7.00", party="Landlord", on=LATER, account=ABROAD)
    [out] = stated_lines(cash, bank, LATER)
    refund = finance.Said("refund", party=f"{cash.code}-P")
    finance.book_bank_lines([out.pk], company=cash.company, by=ANN, said=refund)
    cash.post()
    assert OpenItem.objects.get(document_id=out.pk).amount == 7
    assert cash.books.balances()["1122"] == D("52.50")
    assert not broken_laws()


def test_an_account_in_a_currency_takes_only_what_says_an_amount_in_it(cash: Cash, bank: Bank) -> None:
    """The ledger account of an account in yuan becomes one in dollars: what was booked in yuan waits, and says why."""
    bank.enter("9.00", "interest")
    bank.state()
    cash.ask()
    in_dollars(cash.books, "100203")
    account = cash.books.account("1002")
    type(account).objects.filter(pk=account.pk).update(currency_id="USD")
    cash.post()
    assert list(EventPending.objects.values_list("code", flat=True)) == ["account_in_currency"]
    assert not broken_laws()


def test_payments_in_dollars_are_approved_and_reserved_in_the_books_money(cash: Cash) -> None:
    made = cash.payment("10.00", bank_account="USD")
    changed = cash.save(cash.new("20.00", bank_account="USD", payment=made, version=1), by=BEN)
    assert changed.table() == [(1, "done")]
    assert PaymentRequest.objects.get(pk=made).book_amount == 142
    in_yuan = cash.save(cash.new("20.00", payment=made, version=2))
    assert in_yuan.table() == [(1, "done")]
    assert PaymentRequest.objects.get(pk=made).book_amount == 20


def test_rules_of_an_account_in_a_currency_can_be_changed(cash: Cash) -> None:
    """A fee of that account may go elsewhere: the component is named with it, so its events say both amounts."""
    rules = {1: finance.NewRule("bank_booked", "fee@100202", "6602", "100202", date(2026, 12, 1), carry_party=False,
                                carry_item=False),
             2: finance.NewRule("bank_booked", "fee", "6602", "100202", date(2026, 12, 1))}  # fmt: skip
    outcome = finance.save_rules([1, 2], company=cash.company, by=cash.by, rules=rules)
    assert outcome.table() == [(1, "done"), (2, "account_in_currency")]
