"""A bank in a process of its own, and a company that pays through it."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from interlock.core.api import Actor, Outcome
from interlock.finance import api as finance
from interlock.finance.banking.sending import send_due
from interlock.finance.models import BankAccount, BankGateway, BankLine, BankMessage, PaymentRequest
from tests.finance.building import DAY, Books

ANN, BEN = (Actor(user, name, "web", None) for user, name in ((-1, "Ann"), (-2, "Ben")))
OURS, OTHER = "6222020001112223334", "6222020009998887776"
SUPPLIER, GONE = "1100220033004400", "1100220033009999"


class Bank:
    """The simulator as a test commands it."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"

    def command(self, path: str, /, **given: Any) -> Any:
        asked = urllib.request.Request(self.url + path, json.dumps(given).encode(), method="POST")
        with urllib.request.urlopen(asked, timeout=10) as answer:
            return json.loads(answer.read())

    def ledger(self) -> dict[str, list[dict[str, Any]]]:
        with urllib.request.urlopen(f"{self.url}/ledger", timeout=10) as answer:
            found: dict[str, list[dict[str, Any]]] = json.loads(answer.read())
        return found

    def fault(self, fault: str, path: str = "/payments", **more: Any) -> None:
        self.command("/faults", fault=fault, path=path, **more)

    def settle(self, on: date = DAY) -> dict[str, int]:
        done: dict[str, int] = self.command("/settle", on=on.isoformat())
        return done

    def state(self, number: str = OURS, on: date = DAY) -> None:
        self.command("/statements", account=number, on=on.isoformat())

    def enter(self, amount: str, kind: str = "incoming", on: date = DAY, account: str = OURS, **more: str) -> None:
        self.command("/entries", account=account, amount=amount, kind=kind, on=on.isoformat(), **more)


@contextmanager
def running(data: Path) -> Iterator[Bank]:
    """Run the simulator on a free port."""
    command = [sys.executable, "-m", "interlock.simulators.bank", "--data", str(data)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield Bank(int(process.stdout.readline().rsplit(" ", 1)[1]))
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


class Cash:
    """A company with two accounts at the bank."""

    def __init__(self, bank: Bank | None = None, code: str = "CASH") -> None:
        self.code, self.books = code, Books(code)
        self.company = self.books.company
        self.by = self.books.by
        self.gateway = BankGateway.objects.create(
            company_id=self.company, code="BANK", name_en="Bank", name_zh="银行",
            url=bank.url if bank else "http://127.0.0.1:9",
        )  # fmt: skip
        self.accounts = [self._account("MAIN", OURS), self._account("SIDE", OTHER)]
        if bank:
            for number in (OURS, OTHER):
                bank.command("/accounts", number=number, holder="Cash Ltd", currency="CNY", balance="10000.00")

    def _account(self, code: str, number: str) -> BankAccount:
        return BankAccount.objects.create(
            company_id=self.company, code=code, name_en=code, name_zh=code, bank_name="A bank", bank_code="102100",
            number=number, holder="Cash Ltd", currency_id="CNY", account=self.books.account("1002"),
            gateway=self.gateway,
        )  # fmt: skip

    def new(self, amount: str = "100.00", **other: Any) -> finance.NewPayment:
        given = finance.NewPayment("RENT", "MAIN", "Landlord", SUPPLIER, Decimal(amount), DAY, text="rent",
                                   party=f"{self.code}-P")  # fmt: skip
        return replace(given, **other)

    def save(self, *payments: finance.NewPayment, by: Actor = ANN) -> Outcome:
        given = dict(enumerate(payments, start=1))
        return finance.save_payments(list(given), company=self.company, by=by, payments=given)

    def payment(self, amount: str = "100.00", **other: Any) -> int:
        outcome = self.save(self.new(amount, **other))
        assert outcome.table() == [(1, "done")], outcome.verdicts
        return int(outcome.verdicts[0].detail["payment"])

    def approved(self, amount: str = "100.00", **other: Any) -> int:
        made = self.payment(amount, **other)
        call: dict[str, Any] = {"company": self.company}
        assert finance.submit_payments([made], by=ANN, **call).counts == {"done": 1}
        assert finance.approve_payments([made], by=BEN, **call).counts == {"done": 1}
        return made

    def run(self, *payments: int) -> list[int]:
        outcome = finance.make_payment_runs(list(payments), company=self.company, by=ANN, on=DAY)
        assert outcome.counts == {"done": len(payments)}, outcome.verdicts
        return sorted({verdict.detail["run"] for verdict in outcome.verdicts})

    def send(self) -> int:
        """Make what waits due at once, and call."""
        BankMessage.objects.filter(company_id=self.company, state="waiting").update(
            next_try_at=datetime.combine(DAY, time(), UTC)
        )
        return send_due(self.company)

    def ask(self) -> None:
        finance.ask_banks([self.gateway.pk], company=self.company, by=self.by)
        self.send()

    def states(self, *payments: int) -> list[str]:
        found = dict(PaymentRequest.objects.filter(pk__in=payments).values_list("pk", "state"))
        return [found[one] for one in payments]

    def post(self) -> None:
        finance.post_pending(self.company, self.by)

    def agrees_with(self, bank: Bank, number: str = OURS) -> None:
        """Compare both ledgers, entry by entry: lines of our statements, payments, and what the books moved."""
        told = bank.ledger()
        theirs = [
            (entry["reference"], Decimal(entry["cents"]) / 100, entry["end_to_end"])
            for entry in told["entry"]
            if entry["account"] == number and entry["statement"]
        ]
        lines = BankLine.objects.filter(company_id=self.company, bank_account__number=number).order_by(
            "statement", "ordinal"
        )
        assert [(line.reference, line.amount, line.end_to_end) for line in lines] == theirs
        paid = PaymentRequest.objects.filter(company_id=self.company, state="paid", bank_account__number=number)
        settled = [
            payment for payment in told["payment"] if payment["state"] == "ACSC" and payment["account"] == number
        ]
        assert sorted((one.number, one.amount) for one in paid) == sorted(
            (payment["end_to_end"], Decimal(payment["cents"]) / 100) for payment in settled
        )
        statement = finance.BankStatement.objects.filter(
            company_id=self.company, bank_account__number=number
        ).order_by("-sequence").first()  # fmt: skip
        account = next(account for account in told["account"] if account["number"] == number)
        if statement:
            assert statement.closing == Decimal(account["stated"]) / 100
