"""What lines were said to be is taken back: open again, the books as before, what it had paid open again."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from interlock.core.api import Actor, Refusal
from interlock.finance import api as finance
from interlock.finance.banking.iso import PaymentStatus
from interlock.finance.models import BankLine, BankReceipt, Event, OpenItem
from tests.finance.building import DAY, Books, broken_laws
from tests.finance.test_together import _at_once as at_once
from tests.races import races

from .building import ANN, Cash
from .test_statements import lines_of, record, stated

LATER = date(2026, 11, 20)


@pytest.fixture
def cash(db: None, settings: Any, tmp_path: Path) -> Cash:
    settings.FILES_ROOT = tmp_path
    return Cash()


def back(cash: Cash, *lines: int, on: date = LATER, reason: str = "it was another") -> list[str]:
    outcome = finance.take_back_bank_lines(list(lines), company=cash.company, by=ANN, on=on, reason=reason)
    return [code for _id, code in outcome.table()]


def say(cash: Cash, line: int, use: str, **more: Any) -> None:
    said = finance.Said(use, **more)
    assert finance.book_bank_lines([line], company=cash.company, by=ANN, said=said).table() == [(line, "done")]


def test_money_that_goes_out_without_a_request_is_an_item_of_its_party(cash: Cash) -> None:
    """Repaid to a customer, paid to a supplier in advance: on their accounts, remembered as a rule, and reversed."""
    record(cash, stated("-30.00", "-70.00", "-70.00", text="standing order 77"))
    refund, prepaid, like = (line.pk for line in lines_of(cash))
    say(cash, refund, "refund", party="CASH-P")
    say(cash, prepaid, "prepaid", party="CASH-P", remember="standing order 77")
    assert finance.match_bank_lines([like], company=cash.company, by=ANN).table() == [(like, "done")]
    cash.post()
    balances = cash.books.balances()
    assert [balances[code] for code in ("1122", "1123", "1002")] == [30, 140, -170]
    found = OpenItem.objects.filter(company_id=cash.company).order_by("id")
    told = found.values_list("account__code", "direction", "amount", "party__code")
    assert list(told) == [("1122", "debit", 30, "CASH-P"), *[("1123", "debit", 70, "CASH-P")] * 2]
    assert not broken_laws()
    assert back(cash, refund, prepaid) == ["done", "done"]
    balances = cash.books.balances()
    assert [balances.get(code, 0) for code in ("1122", "1123", "1002")] == [0, 70, -70]
    assert sum(found.values_list("open_amount", flat=True)) == 70, "each closed by what takes it back"
    assert not broken_laws()


def test_a_customer_payment_is_taken_back_with_what_it_had_paid(cash: Cash) -> None:
    books = cash.books
    books.post(books.sold("100.00", "13.00", "30.00", party=books.party))
    record(cash, stated("113.00", "-4.00"))
    paid, fee = (line.pk for line in lines_of(cash))
    say(cash, paid, "customer", party="CASH-P")
    assert back(cash, paid) == ["not_posted"]
    cash.post()
    owed, payment = OpenItem.objects.filter(company_id=cash.company, account=books.account("1122")).order_by("id")
    given = {1: finance.NewApplication(owed.pk, payment.pk)}
    applied = finance.apply_items([1], company=cash.company, by=ANN, on=date(2026, 11, 15), applications=given)
    assert applied.counts == {"done": 1}
    assert back(cash, paid, on=date(2026, 11, 14)) == ["too_early"]
    assert back(cash, paid, fee, 404_000_000) == ["done", "already", "not_found"]
    owed.refresh_from_db()
    assert (owed.open_amount, books.balances()["1122"]) == (113, 113)
    open_items = OpenItem.objects.filter(company_id=cash.company, open_amount__gt=0).values_list("pk", flat=True)
    assert list(open_items) == [owed.pk], "the payment and what takes it back close each other"
    line = BankLine.objects.get(pk=paid)
    assert (line.state, line.use, line.way, line.note) == ("open", None, None, "it was another")
    assert back(cash, paid) == ["already"]
    say(cash, paid, "interest")
    cash.post()
    assert back(cash, paid) == ["done"], "taken back a second time, its second booking is reversed"
    say(cash, paid, "customer", party="CASH-P")
    cash.post()
    assert not {"6603", "1122"} & set(books.balances())
    assert not broken_laws()


def test_a_closed_month_is_left_as_it_is(cash: Cash) -> None:
    record(cash, stated("-4.00"))
    [fee] = (line.pk for line in lines_of(cash))
    say(cash, fee, "fee")
    cash.post()
    cash.books.shut(date(2026, 11, 1))
    assert back(cash, fee) == ["done"]
    assert cash.books.balances()["6603"] == 4
    assert "6603" not in cash.books.balances(date(2026, 12, 1))
    event = Event.objects.get(company_id=cash.company, kind="bank_unbooked")
    assert (event.fact_on, event.posting_on) == (LATER, date(2026, 12, 1))
    cash.books.shut(date(2026, 12, 1))
    say(cash, fee, "fee")
    assert back(cash, fee) == ["not_posted"], "no month is open for it"
    assert not broken_laws()


def test_payments_and_receipts(cash: Cash, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong, right = cash.approved("30.00"), cash.approved("30.00")
    cash.run(wrong, right)
    record(cash, stated("-30.00", "15.00", "16.00"))
    out, receipt, tied = (line.pk for line in lines_of(cash))
    say(cash, out, "payment", payment=wrong)
    for line in (receipt, tied):
        say(cash, line, "receipt")
    cash.post()
    BankReceipt.objects.filter(amount=16).update(state="tied", document_id=1)
    assert back(cash, out, receipt, tied) == ["done", "done", "receipt_tied"]
    assert cash.states(wrong, right) == ["sent", "in_run"]
    assert list(BankReceipt.objects.values_list("amount", flat=True)) == [16]
    assert "6602" not in cash.books.balances()
    say(cash, out, "payment", payment=right)
    say(cash, receipt, "receipt")
    cash.post()
    assert (cash.states(wrong, right), cash.books.balances()["6602"]) == (["sent", "paid"], 30)
    statuses = {wrong: PaymentStatus("x", "ACSC", on=DAY)}
    assert finance.apply_statuses([wrong], company=cash.company, by=ANN, statuses=statuses).counts == {"done": 1}
    cash.post()
    record(cash, stated("-30.00", number=2, opening="1.00"))
    line = BankLine.objects.get(state="open").pk
    say(cash, line, "payment", payment=wrong)
    assert back(cash, line) == ["done"]
    assert cash.states(wrong) == ["paid"], "the bank has said so: only the tie is gone"
    assert set(finance.unmatch_bank_lines.codes) == {
        "not_found", "already", "receipt_tied", "not_posted", "too_early", "period_closed", "done",
    }  # fmt: skip
    assert not broken_laws()


def test_it_needs_a_permission_and_a_reason(cash: Cash) -> None:
    record(cash, stated("-4.00"))
    [fee] = (line.pk for line in lines_of(cash))
    say(cash, fee, "fee")
    cash.post()
    with pytest.raises(Refusal, match="note_missing"):
        back(cash, fee, reason=" ")
    matcher = Actor(None, "matcher", "test", {cash.company: frozenset({"finance.match_bank_lines"})})
    with pytest.raises(Refusal, match="not_permitted"):
        finance.unmatch_bank_lines([fee], company=cash.company, by=matcher, on=DAY, reason="no")
    stranger = Books("STRANGE")
    other = finance.unmatch_bank_lines([fee], company=stranger.company, by=ANN, on=DAY, reason="no")
    assert other.table() == [(fee, "not_found")]
    for month in (11, 12):
        cash.books.shut(date(2026, month, 1))
    assert back(cash, fee) == ["period_closed"]


@pytest.fixture
def kept(committed: None, settings: Any, tmp_path: Path) -> Cash:
    settings.FILES_ROOT = tmp_path
    return Cash()


@pytest.mark.slow
@races("finance.unmatch_bank_lines")
def test_two_take_lines_back_at_once(kept: Cash) -> None:
    """In overlapping sets and opposite order: each line once, and the books are as if nothing had been booked."""
    record(kept, stated(*["-3.00"] * 6, *["8.00"] * 6))
    lines = [line.pk for line in lines_of(kept)]
    call: dict[str, Any] = {"company": kept.company, "by": ANN}
    finance.book_bank_lines(lines[:6], said=finance.Said("fee"), **call)
    finance.book_bank_lines(lines[6:], said=finance.Said("customer", party="CASH-P"), **call)
    kept.post()
    take = partial(finance.unmatch_bank_lines, on=LATER, reason="twice", **call)
    answers = at_once(partial(take, lines[:9]), partial(take, lines[:2:-1]))
    assert sum(answer.counts["done"] for answer in answers) == 12
    kept.post()
    assert kept.books.balances() == {}
    assert not broken_laws()
