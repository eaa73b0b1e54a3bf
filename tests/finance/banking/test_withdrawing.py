"""A run that the bank never took is withdrawn: its payments go out once more, and nothing is paid twice for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from interlock.core.api import Refusal
from interlock.finance import api as finance
from interlock.finance.banking import sending
from interlock.finance.banking.iso import PaymentStatus, StatusReport
from interlock.finance.banking.receiving import _statuses
from interlock.finance.models import BankLine, BankMessage, BankReceived, PaymentRequest, PaymentRun, WithdrawnPayment
from tests.finance.building import DAY, Books, broken_laws

from .building import ANN, BEN, SUPPLIER, Bank, Cash, running
from .test_statements import record, stated

PAST = datetime(2026, 1, 1, tzinfo=UTC)
FUTURE = datetime(2126, 1, 1, tzinfo=UTC)


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    with running(tmp_path / "bank.sqlite") as one:
        yield one


@pytest.fixture
def cash(db: None, settings: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Cash:
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    settings.FILES_ROOT = tmp_path / "files"
    return Cash(request.getfixturevalue("bank") if "bank" in request.fixturenames else None)


def withdraw(cash: Cash, *runs: int, reason: str = "the bank has no such file") -> list[tuple[int, str]]:
    return finance.withdraw_runs(list(runs), company=cash.company, by=BEN, reason=reason).table()


def once_more(cash: Cash, *payments: int, sure: str = "") -> Any:
    return finance.make_payment_runs(list(payments), company=cash.company, by=ANN, on=DAY, sure=sure)


def told(run: int) -> list[tuple[str | None, str]]:
    return list(WithdrawnPayment.objects.filter(payment_run=run).order_by("id").values_list("told", "bank_status"))


def test_what_is_withdrawn_gets_one_code(cash: Cash) -> None:
    """Not while a call is under way, not what the bank has answered in whatever way; a resend never sends it again."""
    payments = [cash.approved() for _ in range(5)]
    free, called, taken, stated, other = (cash.run(one)[0] for one in payments)
    BankMessage.objects.filter(payment_run=called).update(lease_ends_at=FUTURE)
    BankMessage.objects.filter(payment_run=free).update(lease_ends_at=PAST)
    answers = {taken: finance.RunAnswer(accepted=True)}
    finance.answer_runs([taken], company=cash.company, by=cash.by, answers=answers)
    PaymentRequest.objects.filter(pk=payments[3]).update(state="sent")
    table = withdraw(cash, free, called, taken, stated, 404_000_000)
    assert table == [
        (free, "done"), (called, "being_sent"), (taken, "answered"), (stated, "answered"), (404_000_000, "not_found"),
    ]  # fmt: skip
    assert withdraw(cash, free) == [(free, "already")]
    assert {code for _id, code in table} | {"already"} == set(finance.withdraw_runs.codes)
    with pytest.raises(Refusal, match="note_missing"):
        withdraw(cash, other, reason=" \n")
    stranger = Books("STRANGE")
    foreign = finance.withdraw_runs([other], company=stranger.company, by=stranger.by, reason="mine")
    assert foreign.table() == [(other, "not_found")]
    assert cash.states(*payments) == ["approved", "in_run", "sent", "sent", "in_run"]
    run = PaymentRun.objects.get(pk=free)
    assert (run.state, run.withdrawn_because, run.withdrawer_id) == ("withdrawn", "the bank has no such file", -2)
    message = BankMessage.objects.get(payment_run=free)
    again = finance.resend_messages([message.pk], company=cash.company, by=BEN)
    assert again.table() == [(message.pk, "withdrawn")]
    assert BankMessage.objects.get(pk=message.pk).state == "withdrawn"
    assert list(WithdrawnPayment.objects.values_list("payment_run", "payment")) == [(free, payments[0])]
    assert not broken_laws()


def test_a_file_the_bank_never_got_is_paid_once_by_another_run(cash: Cash, bank: Bank) -> None:
    """Nobody answers, the run is withdrawn; one payment is cancelled, the other sent by who is sure, with a reason."""
    first, second = cash.approved("300.00"), cash.approved("40.00")
    (run,) = cash.run(first, second)
    bank.fault("refuse", times=1)
    cash.send()
    assert (bank.ledger()["payment"], cash.states(first)) == ([], ["in_run"])
    assert withdraw(cash, run) == [(run, "done")]
    assert cash.send() == 0, "the file of a withdrawn run is never sent"
    doubtful = once_more(cash, first)
    assert doubtful.table() == [(first, "withdrawn_before")]
    assert doubtful.verdicts[0].detail == {"withdrawn": PaymentRun.objects.get(pk=run).number}
    call: dict[str, Any] = {"company": cash.company, "by": ANN}
    assert finance.cancel_payments([second], **call).table() == [(second, "withdrawn_before")]
    assert finance.reject_payments([second], note="no", company=cash.company, by=BEN).counts == {"withdrawn_before": 1}
    assert finance.cancel_payments([second], sure="asked them too", **call).counts == {"done": 1}
    assert once_more(cash, first, sure="asked the bank by phone").counts == {"done": 1}
    noted = WithdrawnPayment.objects.order_by("id").values_list("payment", "sure_because", "sure")
    assert list(noted) == [(first, "asked the bank by phone", -1), (second, "asked them too", -1)], (
        "the list stays as it was"
    )
    cash.send()
    bank.settle()
    bank.state()
    cash.ask()
    assert cash.states(first, second) == ["paid", "cancelled"]
    assert [line.document_id for line in BankLine.objects.all()] == [first]
    cash.post()
    assert cash.books.balances()["6602"] == 300
    cash.agrees_with(bank)
    assert not broken_laws()


@pytest.mark.parametrize("tells", ["status", "statement"])
def test_a_bank_that_had_the_file_after_all_pays_once(cash: Cash, bank: Bank, tells: str) -> None:
    """The answer was lost, the run withdrawn, and the bank pays: its word is booked, and no other run takes it up."""
    made = cash.approved("300.00")
    (run,) = cash.run(made)
    bank.fault("drop", times=1)
    cash.send()
    assert cash.states(made) == ["in_run"]
    assert withdraw(cash, run) == [(run, "done")]
    bank.command("/accept")
    if tells == "status":
        cash.ask()
        assert (told(run), cash.states(made)) == ([("taken", "ACCP")], ["approved"])
        assert once_more(cash, made, sure="they said so").table() == [(made, "bank_has_it")]
    bank.settle()
    if tells == "status":
        cash.ask()
        assert (told(run), cash.states(made)) == ([("paid", "ACSC")], ["paid"])
    bank.state()
    cash.ask()
    payment = PaymentRequest.objects.get(pk=made)
    assert (payment.state, payment.payment_run_id) == ("paid", run)
    assert BankLine.objects.get().document_id == made
    assert once_more(cash, made, sure="they said so").counts == {"already": 1}
    assert set(BankReceived.objects.values_list("fault", flat=True)) == {""}
    cash.post()
    assert cash.books.balances()["6602"] == 300
    cash.agrees_with(bank)
    assert not broken_laws()


def test_a_line_of_a_withdrawn_run_keeps_its_payment_from_another(cash: Cash) -> None:
    """The statement names it: booked by our reference only, taken back to approved, and by hand as any other."""
    made = cash.approved("300.00")
    (run,) = cash.run(made)
    withdraw(cash, run)
    number = PaymentRequest.objects.get().number
    record(cash, stated("-300.00", end_to_end=number))
    record(cash, stated("-300.00", number=2, opening="-300.00", counterparty_account=SUPPLIER))
    line, unnamed = BankLine.objects.order_by("id").values_list("pk", flat=True)
    call: dict[str, Any] = {"company": cash.company, "by": ANN}
    assert once_more(cash, made, sure="sure").table() == [(made, "bank_has_it")], "the line waits to be matched"
    matched = finance.match_bank_lines([unnamed, line], **call)
    assert matched.table() == [(unnamed, "unmatched"), (line, "done")], "the other may be for something else"
    payment = PaymentRequest.objects.get()
    assert (payment.state, payment.payment_run_id, payment.paid_on) == ("paid", run, DAY)
    cash.post()
    assert finance.take_back_bank_lines([line], on=DAY, reason="looked wrong", **call).counts == {"done": 1}
    payment.refresh_from_db()
    assert (payment.state, payment.payment_run_id) == ("approved", None)
    assert once_more(cash, made, sure="sure").table() == [(made, "bank_has_it")]
    said = finance.Said("payment", payment=made)
    assert finance.book_bank_lines([line], said=said, **call).table() == [(line, "done")]
    assert cash.states(made) == ["paid"]
    assert not broken_laws()


def test_an_answer_that_comes_after_the_withdrawal_is_kept(
    cash: Cash, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call that hangs beyond its lease: the run is withdrawn meanwhile, and then the bank says it has the file."""
    made = cash.approved("300.00")
    (run,) = cash.run(made)
    call = sending.send_payments

    def hang(*given: Any) -> Any:
        answer = call(*given)
        assert withdraw(cash, run) == [(run, "being_sent")], "held for the time a call takes"
        BankMessage.objects.filter(payment_run=run).update(lease_ends_at=PAST)
        assert withdraw(cash, run) == [(run, "done")]
        return answer

    monkeypatch.setattr(sending, "send_payments", hang)
    cash.send()
    assert (told(run), cash.states(made)) == ([("taken", "")], ["approved"])
    assert (PaymentRun.objects.get(pk=run).state, BankMessage.objects.get().state) == ("withdrawn", "withdrawn")
    answers = {run: finance.RunAnswer(accepted=False)}
    again = finance.answer_runs([run], company=cash.company, by=cash.by, answers=answers)
    assert again.table() == [(run, "already")]
    assert once_more(cash, made, sure="sure").table() == [(made, "bank_has_it")]


def test_who_was_sure_and_wrong_is_told(cash: Cash, bank: Bank) -> None:
    """Two files of one payment are both paid: the first word closes it, the second is kept with the run it came of."""
    made = cash.approved("300.00")
    (first,) = cash.run(made)
    bank.fault("drop", times=1)
    cash.send()
    withdraw(cash, first)
    second = once_more(cash, made, sure="sure").verdicts[0].detail["run"]
    message = PaymentRun.objects.get(pk=first).message
    number = PaymentRequest.objects.get().number

    def bank_says(status: str) -> str:
        report = StatusReport(message, "", "", (PaymentStatus(number, status, on=DAY),))
        return _statuses(cash.company, report, cash.by)[1]

    assert [bank_says(one) for one in ("ACCP", "ACSC", "ACSC", "PDNG", "RJCT")] == [
        "",
        "",
        "",
        "",
        f"contradicted {number}",
    ]
    assert (told(first), cash.states(made)) == ([("paid", "ACSC")], ["in_run"])
    assert PaymentRequest.objects.get().payment_run_id == second, (
        "the second file is not touched by a word of the first"
    )
    assert withdraw(cash, second) == [(second, "done")]
    assert once_more(cash, made, sure="sure").table() == [(made, "bank_has_it")]
    assert not broken_laws()


def test_a_refusal_after_the_withdrawal_frees_without_a_question(cash: Cash) -> None:
    made = cash.approved("300.00")
    (run,) = cash.run(made)
    withdraw(cash, run)
    answers = {run: finance.RunAnswer(accepted=False, reason="AM05")}
    finance.answer_runs([run], company=cash.company, by=cash.by, answers=answers)
    assert (told(run), cash.states(made)) == ([("refused", "")], ["approved"])
    assert once_more(cash, made).counts == {"done": 1}
    assert PaymentRun.objects.order_by("-id").values_list("state", "amount")[0] == ("made", Decimal("300.00"))
    assert not broken_laws()
