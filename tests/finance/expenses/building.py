"""People who claim expenses, with kinds, limits and claims that are right by default."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Outcome, Unit, keep_file
from interlock.core.models import User
from interlock.finance import api as finance
from interlock.finance.api import NewClaim, NewClaimLine
from interlock.finance.models import Employee, ExpenseClaim, ExpenseKind, ExpenseLimit
from interlock.parties.models import Party, PartyRole
from interlock.simulators.tax.document import xml_of
from tests.finance.building import DAY, Books

BOSS, CLERK = (Actor(user, name, "web", None) for user, name in ((-1, "Boss"), (-2, "Clerk")))


def supplier_xml(number: str, buyer: str, net: str = "1000.00", tax: str = "60.00", code: str = "B") -> bytes:
    """Answer a fully digital invoice as a hotel hands it out."""
    head = {
        "number": number, "kind": "blue", "seller_code": "91330402MA5HOTEL1X", "seller_name": "苏州宾馆",
        "buyer_code": buyer, "buyer_name": code, "amount": Decimal(net), "tax": Decimal(tax),
        "total": Decimal(net) + Decimal(tax), "issued_on": DAY.isoformat(), "original": "", "reason": "",
    }  # fmt: skip
    line = {"name": "住宿", "unit": "天", "quantity": Decimal(2), "price": Decimal(500), "amount": Decimal(net),
            "rate": Decimal(6), "tax": Decimal(tax)}  # fmt: skip
    return xml_of(head, [line]).encode()


class Staff:
    """A company's employees and what they spend."""

    def __init__(self, code: str = "STAFF", books: Books | None = None) -> None:
        self.books = books or Books(code)
        self.code, self.company = code, self.books.company
        self.unit = Unit.objects.create(
            company_id=self.company, kind="department", code="SALES", name_en="Sales", name_zh="销售部"
        )
        self.ann, self.ben = self._person("ann", "M"), self._person("ben", "")
        for kind, component, deducts, invoice, measure in (
            ("HOTEL", "admin", True, True, "night"),
            ("TAXI", "selling", False, True, "claim"),
            ("MEAL", "admin", False, False, "day"),
        ):
            ExpenseKind.objects.create(
                company_id=self.company, code=kind, name_en=kind, name_zh=kind, component=component,
                is_deductible=deducts, needs_invoice=invoice, measure=measure,
            )  # fmt: skip

    def _person(self, name: str, grade: str) -> Actor:
        user = User.objects.create(username=f"{self.code}-{name}")
        party = Party.objects.create(code=f"{self.code}-{name}".upper(), name=name, kind="person")
        PartyRole.objects.create(party=party, role="employee")
        Employee.objects.create(
            company_id=self.company, user=user, party=party, unit=self.unit, grade=grade,
            payee_account="6222020001112220001",
        )  # fmt: skip
        return Actor(user.pk, name, "web", None)

    def party(self, who: Actor) -> Party:
        return Party.objects.get(pk=Employee.objects.get(user_id=who.user_id, company_id=self.company).party_id)

    def limit(self, kind: str, amount: str, effect: str = "warn", **of: Any) -> None:
        ExpenseLimit.objects.create(
            company_id=self.company, expense_kind=ExpenseKind.objects.get(company_id=self.company, code=kind),
            amount=amount, effect=effect, **of,
        )  # fmt: skip

    def line(self, kind: str = "TAXI", amount: str = "100.00", number: str = "12345678", **other: Any) -> NewClaimLine:
        return replace(NewClaimLine(kind, DAY, Decimal(amount), invoice_number=number), **other)

    def new(self, *lines: NewClaimLine, **other: Any) -> NewClaim:
        return replace(NewClaim("to a customer in Suzhou", DAY, lines or (self.line(),)), **other)

    def save(self, *claims: NewClaim, by: Actor | None = None) -> Outcome:
        given = dict(enumerate(claims, start=1))
        return finance.save_claims(list(given), company=self.company, by=by or self.ann, claims=given)

    def draft(self, *lines: NewClaimLine, by: Actor | None = None, **other: Any) -> int:
        outcome = self.save(self.new(*lines, **other), by=by)
        assert outcome.table() == [(1, "done")], outcome.verdicts
        return int(outcome.verdicts[0].detail["claim"])

    def submitted(self, *lines: NewClaimLine, by: Actor | None = None, **other: Any) -> int:
        made = self.draft(*lines, by=by, **other)
        assert self.submit(made, by=by).counts == {"done": 1}
        return made

    def submit(self, *claims: int, by: Actor | None = None) -> Outcome:
        return finance.submit_claims(list(claims), company=self.company, by=by or self.ann)

    def approved(self, *lines: NewClaimLine, by: Actor | None = None, **other: Any) -> int:
        made = self.submitted(*lines, by=by, **other)
        assert finance.approve_claims([made], company=self.company, by=BOSS).counts == {"done": 1}
        return made

    def posted(self, *lines: NewClaimLine, by: Actor | None = None, **other: Any) -> int:
        made = self.approved(*lines, by=by, **other)
        assert self.post(made).counts == {"done": 1}
        return made

    def post(self, *claims: int, **other: Any) -> Outcome:
        call: dict[str, Any] = {"company": self.company, "by": CLERK, "on": DAY, **other}
        outcome = finance.post_claims(list(claims), **call)
        finance.post_pending(self.company, self.books.by)
        return outcome

    def state(self, claim: int) -> str:
        return str(ExpenseClaim.objects.get(pk=claim).state)

    def file(self, content: bytes, name: str = "photo.jpg") -> int:
        return int(keep_file(io.BytesIO(content), name, self.company)[0].pk)

    def settle(self) -> None:
        finance.settle_claims(self.company, self.books.by, DAY)


__all__ = ["BOSS", "CLERK", "DAY", "Staff", "supplier_xml"]
