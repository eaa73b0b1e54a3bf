"""What the bank says and what the books say agree, or each document that is under way between them is named."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from interlock.finance import api as finance
from interlock.finance.banking.iso import PaymentStatus
from interlock.finance.banking.reconciling import Reconciliation
from interlock.finance.models import Account, BankLine, BankReceipt, ClosePolicy
from tests.finance.building import DAY, Books, broken_laws
from tests.finance.test_together import _at_once as at_once
from tests.races import races

from .building import ANN, BEN, Cash
from .test_statements import lines_of, record, stated

D = Decimal
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


@pytest.fixture
def cash(db: None, settings: Any, tmp_path: Path) -> Cash:
    settings.FILES_ROOT = tmp_path
    return Cash()


def voucher(cash: Cash, amount: str, against: str = "2001", on: date = DAY) -> int:
    """Write a voucher by hand that moves the bank's account: in, or with a minus out."""
    moved = D(amount)
    bank = finance.ManualLine("1002", debit=max(moved, D(0)), credit=max(-moved, D(0)))
    other = finance.ManualLine(against, debit=max(-moved, D(0)), credit=max(moved, D(0)))
    return int(cash.books.voucher(bank, other, on=on).verdicts[0].detail["voucher"])


def book(cash: Cash, line: int, use: str, **more: Any) -> str:
    outcome = finance.book_bank_lines([line], company=cash.company, by=ANN, said=finance.Said(use, **more))
    return outcome.verdicts[0].code


def one(cash: Cash, month: date = NOVEMBER) -> Reconciliation:
    (found,) = finance.reconcile(cash.company, month)
    return found


def ledger(cash: Cash) -> finance.CloseAnswer:
    """Answer the last step of the month's checklist."""
    found = finance.checklist(cash.company, NOVEMBER)
    assert found is not None
    return found.steps[-1].answer


def under_way(found: Reconciliation) -> list[tuple[str, Decimal, Decimal]]:
    return [(row.kind, row.bank, row.books) for row in (*found.at_bank, *found.in_books)]


def test_money_that_a_voucher_has_booked_is_not_booked_again(cash: Cash) -> None:
    """A loan comes in and was written by hand; wages leave in two sums and are one voucher."""
    loan, wages = voucher(cash, "1000"), voucher(cash, "-90", "2211")
    fee = voucher(cash, "3", "6603")
    assert record(cash, stated("1000.00", "-60.00", "-30.00", "-5.00")) == ["done"]
    came, first, second, other = (row.pk for row in lines_of(cash))
    codes = [
        book(cash, came, "booked"), book(cash, came, "booked", voucher=404_000_000),
        book(cash, came, "booked", voucher=wages), book(cash, came, "booked", voucher=loan, remember="loan"),
        book(cash, came, "booked", voucher=loan), book(cash, came, "booked", voucher=loan),
        book(cash, first, "booked", voucher=wages), book(cash, other, "booked", voucher=fee),
        book(cash, second, "booked", voucher=wages), book(cash, other, "booked", voucher=wages),
    ]  # fmt: skip
    assert codes == [
        "voucher_unknown", "voucher_unknown", "voucher_differs", "wrong_direction", "done", "already",
        "done", "voucher_differs", "done", "voucher_differs",
    ]  # fmt: skip
    cash.post()
    assert not BankReceipt.objects.exists()
    assert cash.books.balances()["1002"] == 913, "nothing was booked by the lines"
    assert under_way(one(cash)) == [("line", D(-5), D(0)), ("voucher", D(0), D(3))]
    assert not broken_laws()
    back = finance.take_back_bank_lines([first], company=cash.company, by=BEN, on=DAY, reason="not the wages")
    assert back.counts == {"done": 1}
    assert ("voucher", D(-30), D(-90)) in under_way(one(cash))
    assert book(cash, first, "booked", voucher=wages) == "done"
    BankLine.objects.filter(pk=first).update(amount=-61)
    assert "bank_lines_of_vouchers" in broken_laws()


def test_both_balances_meet_and_what_is_on_its_way_is_named(cash: Cash) -> None:
    """A payment the bank has not booked, money nobody knows, a fee of the next month, a voucher: all are explained."""
    voucher(cash, "500", "4001", on=DAY - timedelta(days=9))  # the opening, before the first statement
    assert finance.reconcile(cash.company, NOVEMBER) == [], "no statement speaks of the account"
    sent, other = cash.approved("70.00"), cash.approved("2.00", bank_account="SIDE")
    cash.run(sent, other)
    told = dict.fromkeys((sent, other), PaymentStatus("", "ACSC", on=DAY))
    assert finance.apply_statuses([sent, other], company=cash.company, by=ANN, statuses=told).counts == {"done": 2}
    assert record(cash, stated("20.00", "-8.00", opening="500.00", text="unknown")) == ["done"]
    money, fee = (row.pk for row in lines_of(cash))
    assert book(cash, fee, "fee") == "done"
    late = voucher(cash, "11", "4001")
    cash.post()
    found = one(cash)
    assert (found.stated, found.books, found.unexplained) == (512, 500 - 70 - 2 - 8 + 11, 0)
    assert under_way(found) == [
        ("line", D(20), D(0)), ("payment", D(0), D(-70)), ("payment", D(0), D(-2)), ("voucher", D(0), D(11)),
    ], "an account of it that no statement speaks of is not forgotten"  # fmt: skip
    assert [row.document for row in (*found.at_bank, *found.in_books)] == [money, sent, other, late]
    assert found.stated_to == DAY
    later = one(cash, DECEMBER)
    assert (later.stated, later.unexplained) == (512, 0)
    assert len(under_way(finance.reconcile(cash.company, NOVEMBER, shown=1)[0])) == 3, "one a kind"
    assert finance.reconcile(Books("ELSE").company, NOVEMBER) == []
    assert not broken_laws()


def test_a_difference_that_nothing_explains_holds_up_the_close(cash: Cash) -> None:
    """The bank began with 40 that the books never had; and a company may ask for statements to the month's end."""

    def asked() -> dict[str, str]:
        return {row.code: row.number for row in ledger(cash).findings if row.code.startswith("bank_")}

    assert record(cash, stated("-8.00", opening="40.00")) == ["done"]
    assert book(cash, lines_of(cash)[0].pk, "fee") == "done"
    cash.post()
    assert one(cash).unexplained == 40
    assert asked() == {"bank_differs": "1002"}
    (finding,) = (row for row in ledger(cash).findings if row.code == "bank_differs")
    assert (finding.amount, finding.book_amount) == (32, -8)
    voucher(cash, "40", "4001", on=DAY - timedelta(days=1))
    assert asked() == {}
    ClosePolicy.objects.create(company_id=cash.company, code="statements_block", value=1)
    assert asked() == {"bank_not_stated": "1002"}


def test_a_payout_is_booked_on_the_account_it_came_in_on(cash: Cash) -> None:
    """A second bank account on a ledger account of its own, with a long code: its rules come with it."""
    books = cash.books
    long = Account.objects.create(
        company_id=cash.company, code="10020101", name_en="Side", name_zh="副", kind="asset",
        parent=books.account("1002"),
    )  # fmt: skip
    cash.accounts[1].account = long
    cash.accounts[1].save()
    finance.complete_bank_rules(cash.company)
    assert record(cash, stated("-8.00", "30.00", account=cash.accounts[1].number)) == ["done"]
    fee, came = (row.pk for row in lines_of(cash))
    assert (book(cash, fee, "fee"), book(cash, came, "customer", party="CASH-P")) == ("done", "done")
    cash.post()
    assert cash.books.balances()["10020101"] == 22
    assert [finance.on_ledger("payout", code) for code in ("1002", "10020101")] == ["payout", "payout@10020101"]
    rules = finance.PostingRule.objects.filter(company_id=cash.company, component="payout@10020101")
    assert [(rule.debit_account.code, rule.credit_account.code) for rule in rules] == [("10020101", "1012")]
    assert one(cash).unexplained == 0


@races("finance.book_bank_lines")
@pytest.mark.usefixtures("committed")
def test_two_lines_are_not_the_same_voucher_at_once(settings: Any, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path
    cash = Cash()
    loan = voucher(cash, "100")
    assert record(cash, stated("100.00", "100.00")) == ["done"]
    said = finance.Said("booked", voucher=loan)
    work = [
        partial(finance.book_bank_lines, [row.pk], company=cash.company, by=ANN, said=said) for row in lines_of(cash)
    ]
    outcomes = at_once(*work)
    assert sorted(outcome.verdicts[0].code for outcome in outcomes) == ["done", "voucher_differs"]
    assert not broken_laws()
