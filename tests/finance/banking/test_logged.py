"""Calls to banks and the tax office stand in the log of messages: once a message, masked, pushed again and stopped."""

from __future__ import annotations

from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from procrastinate.contrib.django import app

from interlock.core.api import Message, push_messages, push_waiting, stop_messages
from interlock.core.masking import masked
from interlock.finance import jobs
from interlock.finance.invoicing import messages as tax
from interlock.finance.models import BankMessage, GatewayMessage
from tests.finance.building import DAY

from .building import ANN, SUPPLIER, Cash


@pytest.fixture
def cash(db: None, settings: Any, tmp_path: Path) -> Cash:
    settings.FILES_ROOT = tmp_path
    return Cash()


def test_a_file_to_a_bank_is_one_row_however_often_it_is_tried(cash: Cash) -> None:
    [run] = cash.run(cash.approved("30.00"))
    assert (cash.send(), cash.send()) == (1, 1)
    message = BankMessage.objects.get(payment_run=run)
    row = Message.objects.get(kind="bank.pay")
    assert (row.direction, row.system, row.state, row.tries, row.key) == ("out", "BANK", "waiting", 2, message.key)
    assert (row.document_kind, row.document_id, row.remark) == ("bank_pay", message.pk, message.fault)
    assert row.remark
    assert "<InstdAmt" in row.request
    assert not any(private in row.request for private in (SUPPLIER, "Landlord", "Cash Ltd"))
    assert len(row.request_hash) == 64
    call: dict[str, Any] = {"company": cash.company, "by": ANN}
    assert stop_messages([row.pk], **call).counts == {"done": 1}
    message.refresh_from_db()
    assert (message.state, message.fault, cash.send()) == ("failed", "stopped", 0)
    assert push_messages([row.pk], **call).counts == {"done": 1}
    assert push_waiting() == 1
    message.refresh_from_db()
    assert message.state == "waiting", "the worker sends it again, the same file under the same key"
    cash.send()
    assert Message.objects.get(kind="bank.pay").tries == 3
    BankMessage.objects.update(state="answered", next_try_at=None)
    push_messages([row.pk], **call)
    push_waiting()
    assert Message.objects.get(kind="bank.pay").state == "failed", "what the bank has answered is not sent again"
    cash.ask()
    assert Message.objects.filter(kind="bank.fetch").count() == 1


def test_a_call_to_the_tax_office_is_logged_without_what_is_private(
    cash: Cash, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = {"request": "91330-1", "buyer": {"name": "陈小明", "address": "余杭区文一西路 969 号"}}
    message = GatewayMessage.objects.create(
        company_id=cash.company, kind="issue", document_id=1, asked_on=DAY, body=body, run_id=0
    )
    monkeypatch.setattr(tax, "value", lambda *_given, **_more: "http://127.0.0.1:9")
    assert tax.send_due(cash.company, ANN) == 1
    row = Message.objects.get(kind="tax.issue")
    assert (row.state, row.remark, row.reference, row.key) == ("waiting", "no_connection", "91330-1", message.key)
    assert "文一西路" not in row.request
    call: dict[str, Any] = {"company": cash.company, "by": ANN}
    assert stop_messages([row.pk], **call).counts == {"done": 1}
    message.refresh_from_db()
    assert message.state == "failed"
    push_messages([row.pk], **call)
    assert push_waiting() == 1
    message.refresh_from_db()
    assert message.state == "waiting"


def test_names_and_accounts_in_messages_of_banks_are_masked() -> None:
    text = '{"body": "<Nm>Zhang San</Nm><Othr><Id>6222020001112223334</Id></Othr><IBAN>DE02120300000000202051</IBAN>"}'
    shown = masked(text)
    assert "Zhang San" not in shown
    assert "1112223334" not in shown
    assert "2120300" not in shown


def test_every_task_that_is_told_its_minute_is_called_by_the_clock() -> None:
    periodic = {task.task.name for task in app.periodic_registry.periodic_tasks.values()}
    told = {
        task.name for task in vars(jobs).values()
        if hasattr(task, "func") and hasattr(task, "name") and "timestamp" in signature(task.func).parameters
    }  # fmt: skip
    assert len(told) >= 8
    assert told <= periodic
