"""The cashier at the bank: lines said what they are, a bill asked for, approved by another, sent, and paid."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from interlock.core.api import Actor
from interlock.finance import api as finance
from interlock.finance.banking.sending import send_due
from interlock.finance.models import BankAccount, BankGateway, BankLine, BankMessage, PaymentRequest
from tests.builders import World, assert_laws
from tests.finance.banking.building import ANN, BEN, OURS, SUPPLIER, Bank, running

from .journeying import WAYS, Visitor, role_of, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def bank(tmp_path: Path, settings: Any) -> Iterator[Bank]:
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    with running(tmp_path / "bank.sqlite") as one:
        one.command("/accounts", number=OURS, holder="Us", currency="CNY", balance="10000.00")
        yield one


def owing_company(world: World, bank: Bank) -> finance.ItemDocument:
    """An account at the bank, and a supplier's bill in the books."""
    gateway = BankGateway.objects.create(
        company_id=world.company, code="BANK", name_en="Bank", name_zh="银行", url=bank.url
    )
    BankAccount.objects.create(
        company_id=world.company, code="MAIN", name_en="Main", name_zh="基本户", bank_name="A bank",
        bank_code="102100", number=OURS, holder="Us", currency_id="CNY", gateway=gateway,
        account=finance.Account.objects.get(company_id=world.company, code="1002"),
    )  # fmt: skip
    lines = (finance.NewItemLine(Decimal(300), account="6602"),)
    bill = finance.NewItemDocument("bill", world.customer.code, timezone.localdate(), lines, reference="S-77")
    saved = finance.save_item_documents([1], company=world.company, by=ANN, documents={1: bill})
    made = saved.verdicts[0].detail["document"]
    assert finance.post_item_documents([made], company=world.company, by=BEN).counts == {"done": 1}
    return finance.ItemDocument.objects.get(pk=made)


def carry(company: int) -> None:
    """The worker's part: what waits for the bank goes there now, and what it answers is taken in."""
    BankMessage.objects.filter(company_id=company, state="waiting").update(next_try_at=timezone.now())
    assert send_due(company)


def ask_bank(who: Visitor, company: int) -> None:
    who.open("/bank/statements/")
    who.press("Ask the banks")
    who.reads(who.counted("%(number)s bank asked.", "%(number)s banks asked.", 1))
    carry(company)
    who.open("/bank/statements/", "bank-statements")


@WAYS
def test_a_bill_is_paid_through_the_bank(
    chromium: Any, live_server: Any, world: World, language: str, width: int, tmp_path: Path, bank: Bank
) -> None:
    bill, today = owing_company(world, bank), timezone.localdate()
    cashier, manager = role_of(world, "cashier"), role_of(world, "manager")
    bank.enter("88.00", on=today, text="thank you", party="A stranger")
    bank.state(on=today)
    with visit(chromium, live_server, cashier, language, width) as qian:
        ask_bank(qian, world.company)
        line = BankLine.objects.get()
        qian.open(f"/bank/statements/{line.statement_id}/", "bank-statement")
        qian.page.locator(f"button[data-open=book][data-one='{line.pk}']").click()
        qian.page.locator("#book-use").select_option("customer")
        qian.page.locator("#book-party").fill(world.customer.code)
        qian.look("bank-line-book")
        qian.page.locator("dialog[open] button[data-kind=primary]").click()
        qian.reads(qian.counted("%(number)s line booked.", "%(number)s lines booked.", 1))
        qian.open("/payments/new/")
        for label, text in (
            ("Payee", "Supplier"), ("Payee's account", SUPPLIER), ("Amount", "300.00"), ("Its number", bill.number),
            ("Party", world.customer.code), ("Remittance text", "S-77"),
        ):  # fmt: skip
            qian.fill(label, text)
        qian.page.locator("#reason").select_option("INVOICE")
        qian.page.locator("#kind").select_option("bill")
        qian.look("payment-entry")
        qian.press("Hand in")
        qian.says("The payment is handed in; another person approves it.")
    payment = PaymentRequest.objects.get()
    with visit(chromium, live_server, manager, language, width) as chen:
        chen.open(f"/payments/{payment.pk}/", "payment-approver")
        chen.press("Approve")
        chen.reads(chen.counted("%(number)s payment approved.", "%(number)s payments approved.", 1))
    with visit(chromium, live_server, cashier, language, width) as qian:
        qian.open("/cash/", "cash")
        qian.press("Pay what is approved and due")
        qian.reads(
            qian.counted("%(number)s payment file waits to be sent.", "%(number)s payment files wait to be sent.", 1)
        )
        run = finance.PaymentRun.objects.get()
        qian.open(f"/payments/runs/{run.pk}/", "payment-run")
        with qian.page.expect_download() as fetched:
            qian.page.get_by_role("link", name=qian.word("File"), exact=True).click()
        fetched.value.save_as(tmp_path / "pain.xml")
        carry(world.company)
        assert bank.settle(today)["ACSC"] == 1
        bank.state(on=today)
        ask_bank(qian, world.company)
        qian.open(f"/payments/{payment.pk}/", "payment-paid")
        qian.reads(BankLine.objects.get(document_id=payment.pk).statement.number)
    file = (tmp_path / "pain.xml").read_text()
    assert payment.number in file
    assert "pain.001.001.09" in file
    payment.refresh_from_db()
    assert payment.state == "paid"
    by = Actor(cashier.pk, cashier.username, "web", None)
    finance.post_pending(world.company, by)
    assert not BankLine.objects.filter(state="open").exists()
    assert_laws()


@WAYS
def test_a_file_that_the_bank_never_took_goes_out_once_more(
    chromium: Any, live_server: Any, world: World, language: str, width: int, bank: Bank
) -> None:
    """The accountant asks the bank and withdraws the run; the cashier says how that is known, and it is paid once."""
    bill = owing_company(world, bank)
    new = finance.NewPayment(
        "INVOICE", "MAIN", "Supplier", SUPPLIER, Decimal(300), timezone.localdate(), party=world.customer.code,
        document_kind="bill", document=bill.pk,
    )  # fmt: skip
    call: dict[str, Any] = {"company": world.company}
    made = finance.save_payments([1], by=ANN, payments={1: new}, **call).verdicts[0].detail["payment"]
    finance.submit_payments([made], by=ANN, **call)
    finance.approve_payments([made], by=BEN, **call)
    lost = finance.make_payment_runs([made], by=ANN, on=timezone.localdate(), **call).verdicts[0].detail["run"]
    bank.fault("refuse", times=1)
    carry(world.company)
    with visit(chromium, live_server, role_of(world, "accountant"), language, width) as zhou:
        zhou.open(f"/payments/runs/{lost}/")
        zhou.press("Withdraw…")
        zhou.page.locator("#withdraw-reason").fill("Ms Li of the bank has no such file")
        zhou.look("payment-run-withdraw")
        zhou.page.locator("dialog[open] button[data-kind=primary]").click()
        zhou.reads("Ms Li of the bank has no such file")
        zhou.look("payment-run-withdrawn")
    with visit(chromium, live_server, role_of(world, "cashier"), language, width) as qian:
        qian.open(f"/payments/{made}/", "payment-of-a-withdrawn-run")
        qian.press("Send to the bank…")
        qian.page.locator("#send-again-sure").fill("Ms Li told Ms Zhou")
        qian.look("payment-send-again")
        qian.page.locator("dialog[open] button[data-kind=primary]").click()
        qian.reads(qian.counted("%(number)s payment goes to the bank.", "%(number)s payments go to the bank.", 1))
        carry(world.company)
        assert bank.settle(timezone.localdate())["ACSC"] == 1
        ask_bank(qian, world.company)
        qian.open(f"/payments/runs/{lost}/", "payment-run-list-kept")
        qian.reads("Ms Li told Ms Zhou")
    assert PaymentRequest.objects.get().state == "paid"
    assert len(bank.ledger()["payment"]) == 1
    assert_laws()
