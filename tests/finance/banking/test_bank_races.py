"""Two at once over payments and statements: each asked for, approved, sent, paid and booked once."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from interlock.core.api import Actor
from interlock.finance import api as finance
from interlock.finance.banking.iso import PaymentStatus
from interlock.finance.models import BankLine, BankMessage, PaymentRequest
from tests.finance.building import DAY, broken_laws
from tests.finance.test_together import _at_once as at_once
from tests.races import races

from .building import ANN, BEN, OURS, Cash
from .test_statements import stated

CARL = Actor(-3, "Carl", "web", None)


@pytest.fixture
def cash(committed: None, settings: Any, tmp_path: Path) -> Cash:
    settings.FILES_ROOT = tmp_path
    return Cash()


@races(
    "finance.save_payments",
    "finance.submit_payments",
    "finance.approve_payments",
    "finance.reject_payments",
    "finance.cancel_payments",
    "finance.make_payment_runs",
    "finance.withdraw_runs",
    "finance.answer_runs",
    "finance.apply_statuses",
)
def test_payments_in_overlapping_sets(cash: Cash) -> None:
    """Whatever two do at the same moment in opposite order, each payment takes each step once."""
    call: dict[str, Any] = {"company": cash.company}
    new = {n: cash.new("10.00") for n in range(1, 9)}
    save = partial(finance.save_payments, list(new), by=ANN, payments=new, **call)
    assert [one.counts["done"] for one in at_once(save, save)] == [8, 8]
    ids = list(PaymentRequest.objects.order_by("id").values_list("id", flat=True))
    assert len(set(PaymentRequest.objects.values_list("number", flat=True))) == 16

    def both(operation: Any, given: list[int], **more: Any) -> int:
        step = partial(operation, **call, **more)
        answers = at_once(partial(step, given[:-3]), partial(step, given[:2:-1]))
        return sum(one.counts["done"] for one in answers)

    assert both(finance.submit_payments, ids, by=ANN) == 16
    assert both(finance.approve_payments, ids, by=BEN) == 16
    assert both(finance.reject_payments, ids[:6], by=BEN, note="no") == 6
    assert both(finance.cancel_payments, ids[6:12], by=ANN) == 6
    extra = [cash.approved("10.00") for _ in range(4)]
    ids = [*ids[12:], *extra]
    assert both(finance.make_payment_runs, ids, by=ANN, on=DAY) == 8
    withdrawn = list(finance.PaymentRun.objects.order_by("id").values_list("id", flat=True))
    withdraw = partial(finance.withdraw_runs, by=BEN, reason="lost", **call)
    answers = at_once(partial(withdraw, withdrawn), partial(withdraw, withdrawn[::-1]))
    assert sum(one.counts["done"] for one in answers) == len(withdrawn)
    assert both(finance.make_payment_runs, ids, by=ANN, on=DAY, sure="lost") == 8
    runs = list(finance.PaymentRun.objects.exclude(pk__in=withdrawn).order_by("id").values_list("id", flat=True))
    assert sum(finance.PaymentRun.objects.filter(pk__in=runs).values_list("payments", flat=True)) == 8
    assert BankMessage.objects.filter(state="waiting").count() == len(runs)
    answers = {run: finance.RunAnswer(accepted=True) for run in runs}
    statuses = {payment: PaymentStatus("x", "ACSC", on=DAY) for payment in ids}
    answer = partial(finance.answer_runs, by=ANN, answers=answers, **call)
    pay = partial(finance.apply_statuses, by=ANN, statuses=statuses, **call)
    found = at_once(
        partial(answer, runs), partial(pay, ids[:-3]), partial(pay, ids[:2:-1]), partial(answer, runs[::-1])
    )
    assert found[1].counts["done"] + found[2].counts["done"] == 8
    assert cash.states(*ids) == ["paid"] * 8
    assert set(finance.PaymentRun.objects.filter(pk__in=runs).values_list("state", flat=True)) == {"done"}
    cash.post()
    assert cash.books.balances()["6602"] == 80
    assert not broken_laws()


@races(
    "finance.record_statements",
    "finance.match_bank_lines",
    "finance.book_bank_lines",
    "finance.assign_bank_lines",
    "finance.ask_banks",
    "finance.resend_messages",
)
def test_statements_in_overlapping_sets(cash: Cash) -> None:
    call: dict[str, Any] = {"company": cash.company, "by": CARL}
    payments = [cash.approved("10.00") for _ in range(4)]
    cash.run(*payments)
    numbers = list(PaymentRequest.objects.order_by("id").values_list("number", flat=True))
    one = stated(*["-10.00"] * 4, *["-3.00"] * 4, *["5.00"] * 4)
    lines = [
        line.__class__(
            **{**line.__dict__, "end_to_end": numbers[n] if n < 4 else "", "code": "CHRG" if 4 <= n < 6 else ""}
        )
        for n, line in enumerate(one.lines)
    ]
    given = {1: finance.NewStatement(one.__class__(**{**one.__dict__, "lines": tuple(lines)}), "camt", "a" * 64)}
    record = partial(finance.record_statements, [1], statements=given, **call)
    assert sorted(answer.table()[0][1] for answer in at_once(record, record)) == ["already", "done"]
    ids = list(BankLine.objects.order_by("ordinal").values_list("id", flat=True))
    match = partial(finance.match_bank_lines, **call)
    answers = at_once(partial(match, ids[:9]), partial(match, ids[:2:-1]))
    assert sum(answer.counts["done"] for answer in answers) == 6
    book = partial(finance.book_bank_lines, said=finance.Said("fee"), **call)
    answers = at_once(partial(book, ids[6:8]), partial(book, ids[7:5:-1]))
    assert sum(answer.counts["done"] for answer in answers) == 2
    assert finance.BankAccount.objects.filter(number=OURS).exists()
    from .test_statements import _user

    assign = partial(finance.assign_bank_lines, ids[8:], owner=_user(cash), **call)
    assert sorted(answer.counts["done"] for answer in at_once(assign, assign)) == [0, 4]
    ask = partial(finance.ask_banks, [cash.gateway.pk], **call)
    assert sorted(answer.table()[0][1] for answer in at_once(ask, ask)) == ["already", "done"]
    BankMessage.objects.update(state="failed", next_try_at=None)
    waiting = list(BankMessage.objects.order_by("id").values_list("id", flat=True))
    again = partial(finance.resend_messages, **call)
    answers = at_once(partial(again, waiting), partial(again, waiting[::-1]))
    assert sum(answer.counts["done"] for answer in answers) == len(waiting)
    cash.post()
    assert cash.books.balances()["1002"] == Decimal(-52)
    assert cash.states(*payments) == ["paid"] * 4
    assert not broken_laws()
