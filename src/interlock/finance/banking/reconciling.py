"""Bank reconciliation: what the bank says is there and what the books say, and what is on its way between the two.

Every movement of a bank's ledger account has two sides: a line of a statement, and what booked it (the line itself, a
payment, a receipt, a voucher by hand). Where the sides differ at a month's end the money is under way, and is listed.
What is left when all that is set aside is explained by nothing: then the opening balances differed, or something else
than the bank moves its account.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from interlock.core.sql import blocks, column, rows

SQL = blocks(__file__)
#: Each kind of document that a movement of an account has two sides of.
KINDS = ("lines", "payments", "receipts", "vouchers")
NOTHING = Decimal(0)
SHOWN = 500
#: Days before a month's end in which what was matched is looked at again: a booking may be posted that much later.
NEAR = 400


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A document whose money the bank or the books do not have yet: ``bank`` and ``books`` are what each side says."""

    kind: str
    document: int
    line: int | None
    statement: int | None
    on: date
    number: str
    text: str
    bank: Decimal
    books: Decimal

    @property
    def difference(self) -> Decimal:
        return self.bank - self.books


@dataclass
class Reconciliation:
    """A ledger account of the bank at a month's end, in its currency.

    ``stated`` is what the statements come to by the bank's days, ``stated_to`` the day that every bank account of it
    has a statement of; ``at_bank`` is what the bank has and the books have not, ``in_books`` the other way round.
    """

    account: int
    code: str
    name_en: str
    name_zh: str
    currency: str
    stated: Decimal
    stated_to: date | None
    books: Decimal
    at_bank: list[UnderWay] = field(default_factory=list)
    in_books: list[UnderWay] = field(default_factory=list)
    under_way: Decimal = NOTHING
    #: Documents under way that are not named, there being more than ``SHOWN`` of a kind.
    more: bool = False

    @property
    def adjusted(self) -> Decimal:
        """Answer the statements' balance with what is under way set right."""
        return self.stated - self.under_way

    @property
    def unexplained(self) -> Decimal:
        return self.adjusted - self.books


def reconcile(company: int, month: date, shown: int = SHOWN) -> list[Reconciliation]:
    """Answer the ledger accounts that statements speak of as they stand at a month's end, by code. Reads only."""
    after = (month.replace(day=1) + timedelta(days=31)).replace(day=1)
    return [_reconciled(company, row, after, shown) for row in rows(SQL["accounts"], company=company, after=after)]


def _reconciled(company: int, row: Any, after: date, shown: int) -> Reconciliation:
    found = Reconciliation(
        row.id, row.code, row.name_en, row.name_zh, row.currency, row.stated, row.stated_to, row.books
    )
    asked = {"company": company, "account": row.id, "after": after, "since": row.since, "shown": shown}
    asked["near"] = after - timedelta(days=NEAR)
    for kind in KINDS:
        some = rows(SQL[kind], banks=column(row.banks), **asked)
        found.under_way += some[0].altogether if some else NOTHING
        found.more = found.more or len(some) == shown
        for one in some:
            side = found.at_bank if one.bank else found.in_books
            which = one.kind, one.document_id, one.line_id, one.statement_id
            side.append(UnderWay(*which, one.on, one.number, one.text, one.bank, one.books))
    for side in (found.at_bank, found.in_books):
        side.sort(key=lambda one: (one.on, one.document))
    return found
