"""Judge expense claims as they are written: whose, when, what for, and that no invoice is claimed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from interlock.core.api import Actor, Refusal, content_path
from interlock.core.sql import blocks, column, rows

from ..invoicing.reading import ReadInvoice, read_invoice
from ..models.expenses import CityClass

if TYPE_CHECKING:
    from .claims import NewClaim, NewClaimLine

SQL = blocks(__file__)
CENT, MOST, NOTHING = Decimal("0.01"), Decimal(10**15), Decimal(0)
#: Twenty digits of a fully digital invoice, eight of an older one, or what a ticket prints.
_NUMBER = re.compile(r"[0-9A-Z]{8,20}")
_LINE_ORDER = (
    "kind_unknown", "bad_amount", "bad_quantity", "wrong_day", "bad_invoice_number", "file_unknown", "not_our_company",
    "wrong_sums", "invoice_used",
)  # fmt: skip


def invoice_of(line: NewClaimLine, read: Mapping[int, ReadInvoice | None]) -> ReadInvoice | None:
    """Answer what the file of a fully digital invoice says, if the line has one."""
    return read.get(line.xml) if line.xml else None


class Judge:
    """Answers a code for each claim of a set; a number that one takes is taken for those after it."""

    def __init__(self, company: int, by: Actor, given: Mapping[int, NewClaim], standing: Mapping[int, Any]) -> None:
        self.by, self.standing = by, standing
        lines = [line for one in given.values() for line in one.lines]
        named = sorted({one.employee for one in given.values() if one.employee})
        self.employees = rows(SQL["employees"], company=company, me=by.user_id, codes=named)
        known = rows(
            SQL["known"],
            company=company,
            units=sorted({one.unit for one in given.values() if one.unit}),
            projects=sorted({one.project for one in given.values() if one.project}),
        )
        self.units = {row.code: row.id for row in known if row.what == "unit"}
        self.projects = {row.code: row.id for row in known if row.what == "project"}
        self.kinds = {row.code: row for row in rows(SQL["kinds"], company=company, codes=[x.kind for x in lines])}
        ours = rows(SQL["ourselves"], company=company)[0]
        self.currency, self.uscc = str(ours.currency_id), str(ours.uscc)
        asked = [(one.currency, one.claimed_on) for one in given.values() if one.currency]
        found = rows(SQL["rates"], company=company, codes=[c for c, _day in asked], days=[day for _code, day in asked])
        self.rates = {(row.currency, row.day): row.rate for row in found}
        wanted = sorted({one for line in lines for one in (line.file, line.xml) if one})
        self.files = {row.id: row.sha256 for row in rows(SQL["files"], company=company, ids=column(wanted))}
        self.read = {line.xml: self._read(line.xml) for line in lines if line.xml in self.files and line.xml}
        numbers = sorted({self._number(line) for line in lines} - {""})
        leaving = column([one.claim for one in given.values() if one.claim])
        self.used: dict[str, Any] = {
            row.number: {"where": row.place, "company": row.company}
            for row in rows(SQL["used"], numbers=numbers, leaving=leaving)
        }

    def _read(self, file: int) -> ReadInvoice | None:
        try:
            return read_invoice(content_path(self.files[file]).read_bytes())
        except Refusal:
            return None

    def _number(self, line: NewClaimLine) -> str:
        found = invoice_of(line, self.read)
        return found.number if found else line.invoice_number.strip()

    def of(self, claim: NewClaim | None) -> tuple[str, dict[str, Any]]:
        """Answer one claim's first code, and each wrong line with its own."""
        if claim is None or (claim.claim and claim.claim not in self.standing):
            return "not_found", {}
        employee = self.employee_of(claim)
        if claim.claim and (employee is None or self.standing[claim.claim].employee_id != employee.id):
            return "not_found", {}
        if employee is None:
            return "employee_unknown", {}
        if claim.claim:
            row = self.standing[claim.claim]
            if row.state not in ("draft", "refused"):
                return "not_draft", {}
            if row.version != claim.version:
                return "stale", {}
        if code := self._head(claim):
            return code, {}
        wrong = [fault for place, line in enumerate(claim.lines, start=1) for fault in self._faults(claim, place, line)]
        first = next((code for code in _LINE_ORDER if any(fault["code"] == code for fault in wrong)), "done")
        if first == "done":
            first, wrong = self._take(claim)
        return first, {"lines": wrong} if wrong else {}

    def _head(self, claim: NewClaim) -> str:
        if not claim.purpose.strip():
            return "purpose_missing"
        if claim.from_on and claim.to_on and claim.to_on < claim.from_on:
            return "wrong_day"
        if claim.unit and claim.unit not in self.units:
            return "unit_unknown"
        if claim.project and claim.project not in self.projects:
            return "project_unknown"
        if claim.currency and (claim.currency, claim.claimed_on) not in self.rates:
            return "currency_unknown"
        if self.rate_of(claim) is None:
            return "no_rate"
        return "" if claim.lines else "empty"

    def _faults(self, claim: NewClaim, place: int, line: NewClaimLine) -> Iterator[dict[str, Any]]:
        """Answer what is wrong with a line."""
        found = invoice_of(line, self.read)
        amount, tax = (found.amount, found.tax) if found else (line.amount, line.tax)
        if line.kind not in self.kinds or line.city_class not in ("", *CityClass.values):
            yield {"line": place, "code": "kind_unknown", "value": line.kind}
        if not _is_money(amount) or not amount or amount <= 0 or not _is_money(tax) or not 0 <= (tax or 0) < amount:
            yield {"line": place, "code": "bad_amount", "value": str(amount or "")}
        days = (claim.to_on - claim.from_on).days + 1 if claim.from_on and claim.to_on else 366
        if line.quantity is None or not 0 < line.quantity <= days or line.quantity % Decimal("0.5"):
            yield {"line": place, "code": "bad_quantity", "value": str(line.quantity or "")}
        if line.spent_on is None or line.spent_on > claim.claimed_on or line.spent_on.year < 2000:
            yield {"line": place, "code": "wrong_day", "value": str(line.spent_on or "")}
        if self._number(line) and not _NUMBER.fullmatch(self._number(line)):
            yield {"line": place, "code": "bad_invoice_number", "value": self._number(line)[:20]}
        if any(one and one not in self.files for one in (line.file, line.xml)) or (line.xml and found is None):
            yield {"line": place, "code": "file_unknown", "value": ""}
        if found and (not self.uscc or found.buyer_code != self.uscc):
            yield {"line": place, "code": "not_our_company", "value": found.buyer_name}
        if found and (found.faults or not found.number or found.issued_on is None):
            yield {"line": place, "code": "wrong_sums", "value": found.number}

    def _take(self, claim: NewClaim) -> tuple[str, list[dict[str, Any]]]:
        """Take the numbers of a claim that is right otherwise, or say where they are already."""
        numbers = [self._number(line) for line in claim.lines]
        wrong = []
        for place, number in enumerate(numbers, start=1):
            twice = number and number in numbers[: place - 1]
            if number and (twice or number in self.used):
                where = self.used.get(number, {"where": "", "company": ""})
                wrong.append({"line": place, "code": "invoice_used", "value": number, **where})
        if not wrong:
            self.used |= {number: {"where": claim.purpose, "company": ""} for number in numbers if number}
        return ("invoice_used" if wrong else "done"), wrong

    def employee_of(self, claim: NewClaim) -> Any:
        """Answer who claims: oneself; only the system names another."""
        for row in self.employees:
            if (row.code == claim.employee if claim.employee else row.user_id == self.by.user_id) and (
                self.by.user_id is None or row.user_id == self.by.user_id
            ):
                return row
        return None

    def unit_of(self, claim: NewClaim) -> int:
        return int(self.units[claim.unit] if claim.unit else self.employee_of(claim).unit_id)

    def project_of(self, claim: NewClaim) -> int | None:
        return self.projects.get(claim.project)

    def rate_of(self, claim: NewClaim) -> Any:
        """Answer the rate of the claim's day, 1 in the books' currency."""
        if not claim.currency or claim.currency == self.currency:
            return Decimal(1)
        return self.rates.get((claim.currency, claim.claimed_on))


def _is_money(amount: Decimal | None) -> bool:
    return amount is not None and amount.is_finite() and abs(amount) < MOST and amount == amount.quantize(CENT)
