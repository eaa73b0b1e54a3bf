"""A tax office for tests: the real process, and a company that is registered with it."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from interlock.finance import api as finance
from interlock.parties import api as parties

from .builders import World


def credit_code(number: int) -> str:
    """Make a valid unified social credit code."""
    body = f"91330100MA{number:07d}"
    return body + parties.uscc.check_character(body)


class Office:
    """The tax office's process, and what tests say to it."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"

    def say(self, path: str, message: dict[str, Any] | None = None, method: str = "POST") -> dict[str, Any]:
        """Say something to the office, whatever it answers."""
        data = None if message is None else json.dumps(message).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json"}, method=method)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
                return dict(json.loads(answer.read()) | {"status": answer.status})
        except urllib.error.HTTPError as error:
            return dict(json.loads(error.read()) | {"status": error.code})

    def asked(self, path: str) -> dict[str, Any]:
        return self.say(path, method="GET")

    def fault(self, kind: str, times: int = 1, **how: Any) -> None:
        assert self.say("/faults", {"kind": kind, "times": times, **how})["status"] == 200

    def registers(self, code: str, name: str, **more: Any) -> None:
        assert self.say("/taxpayers", {"uscc": code, "name": name, **more})["status"] == 200

    def invoices(self, code: str) -> list[dict[str, Any]]:
        return list(self.asked(f"/ledger?taxpayer={code}")["invoices"])


@contextmanager
def tax_office(folder: Path) -> Iterator[Office]:
    """Run the office as its own process."""
    command = [sys.executable, "-m", "interlock.simulators.tax", "--port", "0", "--data", str(folder / "office.db")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield Office(int(process.stdout.readline()))
    finally:
        process.terminate()
        process.wait(10)


def register(world: World, office: Office, number: int = 1, **more: Any) -> finance.TaxRegistration:
    """Register a world's company with an office."""
    company = world.company_row
    company.uscc = credit_code(number)
    company.save(update_fields=["uscc"])
    office.registers(company.uscc, company.name_zh)
    return finance.TaxRegistration.objects.create(company=company, url=office.url, name=company.name_zh, **more)


def same_ledgers(world: World, office: Office) -> None:
    """Compare both sides invoice by invoice and line by line."""
    theirs = {
        row["number"]: row for row in office.invoices(world.company_row.uscc) if row["seller"] == world.company_row.uscc
    }
    ours = finance.TaxInvoice.objects.filter(company=world.company, state="issued")
    assert {one.invoice_number for one in ours} == set(theirs)
    for one in ours:
        row = theirs[one.invoice_number]
        head = (one.kind, str(one.issued_on), str(one.net_amount), str(one.tax_amount), one.buyer_name, one.buyer_code)
        assert head == tuple(row[name] for name in ("kind", "issued_on", "amount", "tax", "buyer_name", "buyer"))
        lines = finance.TaxInvoiceLine.objects.filter(invoice=one).order_by("line_number")
        assert [(line.name, str(line.net_amount), str(line.tax_amount)) for line in lines] == [
            (line["name"], line["amount"], line["tax"]) for line in row["lines"]
        ]
