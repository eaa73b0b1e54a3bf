"""Paying through a bank that runs in a process of its own: each payment once, whatever goes wrong on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from interlock.finance import api as finance
from interlock.finance.api import NewItemLine
from interlock.finance.models import BankLine, BankMessage, BankReceived, PaymentRequest, PaymentRun
from tests.finance.building import DAY, broken_laws
from tests.finance.itemising import item_of, posted

from .building import ANN, BEN, GONE, OTHER, OURS, SUPPLIER, Bank, Cash, running


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    with running(tmp_path / "bank.sqlite") as one:
        yield one


@pytest.fixture
def cash(db: None, bank: Bank, settings: Any, tmp_path: Path) -> Cash:
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    settings.FILES_ROOT = tmp_path / "files"
    return Cash(bank)


def test_a_bill_is_paid_once_and_its_item_closed(cash: Cash, bank: Bank) -> None:
    """A bill of 300 is paid in two parts; more than it is worth cannot be asked for, and nothing stays open."""
    bill = posted(
        cash.books, "bill", NewItemLine(Decimal(300), account="6602"), party=f"{cash.code}-P", reference="S-77"
    )
    owed = item_of(bill, "220201")
    named = {"reason": "INVOICE", "document_kind": "bill", "document": bill}
    first = cash.approved("200.00", **named)
    assert cash.save(cash.new("200.00", **named)).table() == [(1, "beyond_document")]
    second = cash.approved("100.00", **named)
    cash.run(first, second)
    cash.send()
    bank.settle()
    cash.ask()
    assert cash.states(first, second) == ["paid", "paid"]
    cash.post()
    pairs = finance.propose(cash.company, DAY, methods=["reference"])
    assert [(one.credit.id, one.amount) for one in pairs] == [(owed.pk, Decimal(200)), (owed.pk, Decimal(100))]
    numbered = {place: one.application() for place, one in enumerate(pairs, start=1)}
    done = finance.apply_items(list(numbered), company=cash.company, by=ANN, on=DAY, applications=numbered)
    assert done.counts == {"done": 2}
    owed.refresh_from_db()
    assert owed.open_amount == 0
    assert not broken_laws()


def test_a_payment_from_the_request_to_the_statement(cash: Cash, bank: Bank) -> None:
    """Two payments, one to an account that is closed; fee, interest, a transfer, a customer and a stranger's money."""
    good, bad = cash.approved("300.00"), cash.approved("50.00", payee_account=GONE)
    side = cash.approved("70.00", bank_account="SIDE")
    bank.command("/blocked", account=GONE, reason="AC04")
    runs = cash.run(good, bad, side)
    assert len(runs) == 2
    assert cash.send() == 2
    assert cash.states(good, bad, side) == ["sent"] * 3
    bank.command("/accept")
    cash.ask()
    assert set(PaymentRequest.objects.values_list("bank_status", flat=True)) == {"ACCP"}
    assert bank.settle() == {"ACSC": 2, "RJCT": 1}
    cash.ask()
    assert cash.states(good, bad, side) == ["paid", "rejected", "paid"]
    rejected = PaymentRequest.objects.get(pk=bad)
    assert (rejected.bank_status, rejected.bank_reason) == ("RJCT", "AC04")
    assert set(PaymentRun.objects.values_list("state", flat=True)) == {"done"}
    bank.enter("-12.50", "fee", text="account keeping")
    bank.enter("3.21", "interest", text="third quarter")
    bank.enter("500.00", party="Zhang San", text="goods")
    bank.enter("88.00", party="Nobody knows", text="?")
    bank.enter("-40.00", "payment", party="Cash Ltd", party_account=OTHER)
    bank.enter("40.00", party="Cash Ltd", party_account=OURS, account=OTHER)
    bank.state()
    bank.state(OTHER)
    cash.ask()
    uses = list(
        BankLine.objects.filter(bank_account_id=cash.accounts[0].pk).order_by("ordinal").values_list("use", "way")
    )
    assert uses == [
        ("payment", "reference"), ("fee", "code"), ("interest", "code"), ("customer", "party"), (None, None),
        ("transfer", "party"),
    ]  # fmt: skip
    cash.post()
    balances = cash.books.balances()
    assert {code: balances[code] for code in ("6602", "6603", "1122", "1002")} == {
        "6602": Decimal(370), "6603": Decimal("9.29"), "1122": Decimal(-500),
        "1002": Decimal("-370") - Decimal("9.29") + 500,
    }  # fmt: skip
    assert balances.get("101209", Decimal(0)) == 0, "what left one account has come to the other"
    for number in (OURS, OTHER):
        cash.agrees_with(bank, number)
    assert not broken_laws()


@pytest.mark.parametrize("fault", ["drop", "fail", "refuse", "delay"])
def test_whatever_goes_wrong_a_file_is_paid_once(cash: Cash, bank: Bank, fault: str) -> None:
    """The answer is lost, the bank is out of order or slow: the same file goes again, and is one payment there."""
    made = cash.approved("300.00")
    runs = cash.run(made)
    bank.fault(fault, times=1, seconds=0.3)
    cash.send()
    message = BankMessage.objects.get(payment_run_id=runs[0])
    if fault != "delay":
        assert (message.state, cash.states(made)) == ("waiting", ["in_run"])
        assert message.fault
        cash.send()
    message.refresh_from_db()
    assert (message.state, cash.states(made)) == ("answered", ["sent"])
    assert [payment["end_to_end"] for payment in bank.ledger()["payment"]] == [PaymentRequest.objects.get().number]
    bank.settle()
    bank.fault("repeat", "/messages", times=3)
    bank.fault("shuffle", "/messages", times=3)
    bank.state()
    cash.ask()
    cash.ask()
    assert cash.states(made) == ["paid"]
    cash.post()
    assert cash.books.balances()["6602"] == 300
    cash.agrees_with(bank)
    assert not broken_laws()


def test_a_killed_worker_leaves_a_file_that_is_sent_again(
    cash: Cash, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bank has acted, and the process dies before it writes the answer down."""
    made = cash.approved("300.00")
    cash.run(made)

    class Killed(BaseException):
        pass

    def die(*_given: Any) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr("interlock.finance.banking.sending._take_answer", die)
        with pytest.raises(Killed):
            cash.send()
    assert len(bank.ledger()["payment"]) == 1
    assert cash.states(made) == ["in_run"]
    assert finance.send_to_banks_due(cash.company) == 0, "held for the time a call takes"
    cash.send()
    assert cash.states(made) == ["sent"]
    assert len(bank.ledger()["payment"]) == 1
    bank.settle()
    cash.ask()
    cash.agrees_with(bank)


def test_statements_out_of_order_wait_for_each_other(cash: Cash, bank: Bank) -> None:
    for day, amount in ((3, "10.00"), (4, "20.00"), (5, "30.00")):
        bank.enter(amount, on=date(2026, 11, day), party="Zhang San")
        bank.state(on=date(2026, 11, day))
    bank.fault("shuffle", "/messages")
    cash.ask()
    assert list(BankReceived.objects.order_by("number").values_list("state", flat=True)) == ["taken"] * 3
    found = finance.BankStatement.objects.order_by("sequence").values_list("sequence", "closing")
    assert list(found) == [(1, Decimal("10010.00")), (2, Decimal("10030.00")), (3, Decimal("10060.00"))]
    cash.agrees_with(bank)


def test_what_the_bank_contradicts_waits_for_a_person(cash: Cash, bank: Bank) -> None:
    """A payment that was said to be paid is refused later: nothing changes, and the message says so."""
    from interlock.finance.banking.iso import PaymentStatus

    made = cash.approved()
    assert finance.apply_statuses(
        [made], company=cash.company, by=cash.by, statuses={made: PaymentStatus("x", "ACSC")}
    ).table() == [(made, "not_sent")]
    cash.run(made)
    cash.send()
    table = []
    for status in ("PDNG", "PDNG", "ACSC", "ACSC", "ACCP", "RJCT"):
        outcome = finance.apply_statuses(
            [made, 404], company=cash.company, by=cash.by, statuses={made: PaymentStatus("x", status, on=DAY)}
        )  # fmt: skip
        table.append(outcome.table()[0][1])
        assert outcome.table()[1] == (404, "not_found")
    assert table == ["done", "already", "done", "already", "already", "contradicted"]
    assert cash.states(made) == ["paid"]


def test_files_are_refused_as_a_whole_for_good(cash: Cash, bank: Bank) -> None:
    """A bank that knows the message under another content is not believed either way."""
    made = cash.approved()
    run = cash.run(made)[0]
    message = PaymentRun.objects.get(pk=run).message
    import urllib.error
    import urllib.request

    from interlock.finance.banking import iso

    other = iso.payment_file(
        iso.TransferFile(message, __import__("datetime").datetime(2026, 1, 1), DAY, "X", OURS, "", "", "CNY",  # noqa: DTZ001
                         (iso.Transfer("E", Decimal(1), "Y", SUPPLIER, "", "", ""),))
    )  # fmt: skip
    urllib.request.urlopen(urllib.request.Request(f"{bank.url}/payments", other, method="POST"))
    cash.send()
    sent = BankMessage.objects.get(payment_run_id=run)
    assert (sent.state, sent.fault, cash.states(made)) == ("failed", "message_id_used", ["in_run"])
    again = finance.resend_messages([sent.pk, 404], company=cash.company, by=BEN)
    assert again.table() == [(sent.pk, "done"), (404, "not_found")]
    assert finance.resend_messages([sent.pk], company=cash.company, by=BEN).table() == [(sent.pk, "already")]
    answers = {run: finance.RunAnswer(accepted=False, reason="AM05")}
    outcome = finance.answer_runs([run, 404], company=cash.company, by=BEN, answers=answers)
    assert outcome.table() == [(run, "done"), (404, "not_found")]
    assert cash.states(made) == ["rejected"]
    assert finance.answer_runs([run], company=cash.company, by=BEN, answers=answers).table() == [(run, "already")]
