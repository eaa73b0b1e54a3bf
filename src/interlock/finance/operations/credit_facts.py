"""Facts of credit: payments as the books have them, rates that changed, releases given and over. None is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext_lazy as _

from interlock.core.api import Actor, Outcome, current, declare, operation, parameter, run_work
from interlock.core.sql import blocks, column, rows, run

from ..credit import ledger
from ..models import CreditEntry

SQL = blocks(__file__)
KIND = CreditEntry.Kind
ONE = Decimal(1)
#: The accounts on which what a customer owes stands, by the beginnings of their codes.
ACCOUNTS = declare(
    "credit.accounts", _("accounts of what customers owe, by the beginnings of their codes"), "text",
    "1121 1122 2203 2241",
)  # fmt: skip
#: The accounts money comes in on: a voucher that touches one is a payment, or one that bounced.
MONEY = declare(
    "credit.money_accounts", _("accounts customers pay to, by the beginnings of their codes"), "text", "1001 1002 1012"
)


def accounts_of(company: int, code: str = "credit.accounts") -> list[str]:
    """Answer the beginnings of a company's account codes as patterns."""
    return [f"{one}%" for one in str(parameter(company, code)).split()]


@operation(permission="finance.keep_credit")
def record_credit_payments(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Take into credit what vouchers say customers paid, or took back: ``ids`` are vouchers of this company.

    The journal is the source: its lines on the accounts of ``credit.accounts`` that name a customer with terms. What
    revenue brought there is an invoice and known by its delivery. A voucher that has grown is read again, and the
    difference written. With an account of ``credit.money_accounts`` in the voucher it is a payment, the other way
    round a bounced one; without, an adjustment. A charge is due when it says or by the customer's terms, else at once.

    Codes, first match wins: not_found, already (nothing new in it), done.
    Writes: entries of the kinds payment, bounce and adjustment, positions and balances; how far vouchers were read.
    Locks: vouchers' readings, one call of a company at a time; credit groups by id.
    """
    run(SQL["lock_readings"], company=company)
    outcome = Outcome.of(rows(SQL["judge_vouchers"], company=company, ids=ids))
    if go := outcome.accepted:
        found = rows(SQL["paid"], company=company, ids=go, on=on, accounts=accounts_of(company),
                     money=accounts_of(company, "credit.money_accounts"))  # fmt: skip
        moves = [
            ledger.Move(row.group_id, row.share, _kind(row), "voucher", row.voucher_id, row.amount, row.rate,
                        row.party_id, due_on=row.due_on if row.amount > 0 else None)
            for row in found
        ]  # fmt: skip
        ledger.write(company, moves, on, admits=False)
        run(SQL["note_reading"], company=company, ids=go)
    return outcome


def _kind(row: Any) -> str:
    if not row.is_money:
        return KIND.ADJUSTMENT.value
    return KIND.PAYMENT.value if row.amount < 0 else KIND.BOUNCE.value


def read_credit_payments(company: int, by: Actor, on: date) -> int:
    """Record the payments of all vouchers of open months that were not read, or have grown; answers how many."""
    accounts = accounts_of(company)
    unread = [row.id for row in rows(SQL["unread"], company=company, accounts=accounts)]
    if unread:
        run_work(record_credit_payments, unread, company=company, by=by, key=uuid4(), on=on)
    return len(unread)


@operation(permission="finance.keep_credit")
def revalue_credit(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Value what groups that this company keeps owe in other currencies at the rates of a day.

    Codes, first match wins: not_found, already (nothing differs), done.
    Writes: entries of kind rate for each company, positions and balances.
    Locks: credit groups by id.
    """
    ledger.lock_credit(ids)
    known = {row.id for row in rows(SQL["kept"], company=company, ids=ids)}
    differing = [row for row in rows(SQL["differing"], ids=ids, on=on) if row.group_id in known]
    groups = {row.group_id for row in differing}
    outcome = Outcome.of([(i, "not_found" if i not in known else "done" if i in groups else "already") for i in ids])
    go = set(outcome.accepted)
    for owing in sorted({row.company_id for row in differing if row.group_id in go}):
        moves = [
            ledger.Move(row.group_id, row.share, KIND.RATE.value, "rate", row.group_id, Decimal(), row.rate,
                        delta=row.delta)
            for row in differing
            if row.company_id == owing and row.group_id in go
        ]  # fmt: skip
        ledger.write(owing, moves, on, admits=False)
    return outcome


@dataclass(frozen=True)
class NewRelease:
    """What an approver lets a group owe above its limit, for a document, until a day."""

    group: int
    share: str
    document: int
    amount: Decimal
    reason: str
    expires_on: date


def write_releases(company: int, releases: Sequence[NewRelease], by: int | None, on: date) -> None:
    """Write releases inside the caller's operation, which holds the groups' locks and the permission.

    Writes: releases, entries of kind release, balances.
    """
    if not releases:
        return
    made = rows(
        SQL["release"],
        company=company,
        run=current().run_id,
        me=by,
        groups=column(one.group for one in releases),
        shares=[one.share for one in releases],
        documents=column(one.document for one in releases),
        amounts=column(one.amount for one in releases),
        reasons=[one.reason[:240] for one in releases],
        ends=[one.expires_on for one in releases],
    )
    assert len(made) == len(releases)
    moves = [_released(row, row.amount) for row in made if row.amount]
    ledger.write(company, moves, on, admits=False)


def end_releases(company: int, documents: Sequence[int], on: date) -> None:
    """End the releases of documents that draw nothing any more, inside the caller's operation."""
    if documents:
        found = rows(SQL["end_of"], company=company, documents=list(documents), run=current().run_id)
        ledger.write(company, [_released(row, -row.amount) for row in found if row.amount], on, admits=False)


def released_documents(company: int, documents: Sequence[int], on: date) -> set[int]:
    """Answer which documents an approver has let pass, and still does on this day."""
    return {row.document_id for row in rows(SQL["released"], company=company, documents=list(documents), on=on)}


def _released(row: Any, amount: Decimal) -> ledger.Move:
    return ledger.Move(row.group_id, row.share, KIND.RELEASE.value, "release", row.id, amount, ONE)


@operation(permission="finance.keep_credit")
def expire_releases(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """End releases whose last day is over; what is still owed above the limit is overdrawn. The worker does it.

    Codes, first match wins: not_found, already, not_over, done.
    Writes: release.state; entries of kind release, balances.
    Locks: credit groups by id, then releases by id.
    """
    ledger.lock_credit([row.group_id for row in rows(SQL["groups_of"], company=company, ids=ids)])
    run(SQL["lock_releases"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_releases"], company=company, ids=ids, on=on))
    if go := outcome.accepted:
        ended = rows(SQL["expire"], company=company, ids=go, run=current().run_id)
        assert len(ended) == len(go)
        ledger.write(company, [_released(row, -row.amount) for row in ended if row.amount], on, admits=False)
    return outcome
