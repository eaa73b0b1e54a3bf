"""Credit of orders on account: who is, whether it fits, what each order draws, and what is stopped before it leaves.

Whether an order is on account is data: its customer, or its shop's settlement customer, has terms that are not prepaid.
A set without such orders costs one look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Answer
from interlock.core.sql import blocks, rows
from interlock.finance import api as finance

from ..models import Check
from .holding import Finding

SQL = blocks(__file__)
OVER, NO_RATE = "over_credit", "no_credit_rate"
ZERO = Decimal(0)
KINDS = ("order", "shipment", "invoice")
ledger = finance.credit_ledger


@dataclass
class Accounts:
    """The orders on account of a set, most urgent and oldest first, and what is left of their groups' credit."""

    orders: list[Any] = field(default_factory=list)
    left: dict[tuple[int, str], Decimal] = field(default_factory=dict)

    def of(self, ids: Collection[int]) -> list[Any]:
        return [row for row in self.orders if row.id in ids]


def look(company: int, ids: Sequence[int]) -> Accounts:
    """Answer the orders on account among these, their groups locked."""
    found = rows(SQL["on_account"], company=company, ids=list(ids)) if ids else []
    accounts = Accounts(found)
    if found:
        groups = {row.group_id for row in found}
        ledger.lock_credit(groups)
        accounts.left = {
            key: row.limit_amount + row.released_amount - row.exposure_amount
            for key, row in ledger.balances_of(groups).items()
        }
    return accounts


def judge(accounts: Accounts, spoilt: Collection[int] = ()) -> list[Finding]:
    """Take what each order wants out of what is left; what does not fit is found. Spoilt ones take nothing."""
    findings = []
    for row in accounts.orders:
        if not row.checked:
            continue
        if row.rate is None:
            findings.append(Finding(row.id, NO_RATE, Check.CREDIT.value, None, {"group": row.code}))
            continue
        left, wanted = accounts.left[row.group_id, row.share], ledger.worth(row.amount, row.rate)
        if wanted > max(left, ZERO):
            detail = {"group": row.code, "wanted": str(wanted), "left": str(left), "currency": row.currency_id}
            findings.append(Finding(row.id, OVER, Check.CREDIT.value, None, detail))
        elif row.id not in spoilt:
            accounts.left[row.group_id, row.share] = left - wanted
    return findings


def enter(company: int, accounts: Accounts, ids: Collection[int], *, let_pass: bool = False) -> None:
    """Let orders that have passed draw from their groups; where no check asks, what they draw is a fact.

    So it is where an approver ``let_pass``: a group that was overdrawn before stays so by as much.

    Writes: credit entries, positions and balances through finance.
    """
    chosen = accounts.of(ids)
    for admits in (True, False):
        group = [row for row in chosen if (row.checked and not let_pass) == admits and row.rate is not None]
        _write(company, {row.id: row for row in group}, [], group[0].day if group else date.min, admits=admits)


def follow(company: int, orders: Sequence[int], on: date | None = None) -> None:
    """Make what orders draw what their documents say by now: what left, is revenue, came back or was called off.

    Writes: credit entries, positions and balances, releases of orders that draw nothing any more, through finance.
    Locks: credit groups by id.
    """
    drawn = ledger.drawn_by(company, orders) if orders else []
    if not drawn:
        return
    ids = sorted({row.document_id for row in drawn})
    facts = {row.id: row for row in rows(SQL["terms"], company=company, ids=ids, on=on)}
    ledger.lock_credit({row.group_id for row in drawn})
    drawn = ledger.drawn_by(company, ids)
    _write(company, facts, drawn, next(iter(facts.values())).day, admits=False)


def follow_deliveries(company: int, leaving: Sequence[Any], ids: Collection[int], on: date) -> None:
    """Follow the orders of deliveries that moved; ``leaving`` is what ``deliveries_on_account`` answered."""
    follow(company, sorted({order for row in leaving if row.id in ids for order in row.orders}), on)


def deliveries_on_account(company: int, ids: Sequence[int]) -> list[Any]:
    """Answer the deliveries on account among these with their orders and groups: the one look."""
    return rows(SQL["deliveries"], company=company, ids=list(ids)) if ids else []


def stops(company: int, leaving: Sequence[Any], on: date) -> dict[int, Answer]:
    """Answer the deliveries that must not leave: their group is overdrawn, or overdue beyond its policy.

    An order that an approver has let pass leaves, as long as the release holds. Balances are read, not locked: what
    leaves draws no more than before.
    """
    if not leaving:
        return {}
    groups = {row.group_id for row in leaving}
    balances, overdue = ledger.balances_of(groups), ledger.overdue_of(groups, on)
    passed = finance.released_documents(company, sorted({order for row in leaving for order in row.orders}), on)
    found = {}
    for row in leaving:
        over = balances[row.group_id, row.share].overdrawn_amount if row.stops_overdrawn else ZERO
        late = overdue.get(row.group_id)
        days = (on - late.due_on).days if late is not None else 0
        detail: dict[str, Any] = {"overdrawn": str(over)} if over else {}
        if late is not None and row.overdue_days is not None and days > row.overdue_days:
            detail |= {"overdue": str(late.amount), "days": days}
        if detail and not set(row.orders) <= passed:
            found[row.id] = Answer(row.id, "credit_stopped", {"group": row.code} | detail)
    return found


def _write(company: int, facts: Mapping[int, Any], drawn: Sequence[Any], on: date, *, admits: bool) -> None:
    """Write the difference between what orders draw and what their documents say."""
    if not facts:
        return
    held: dict[tuple[int, str], Any] = {(row.document_id, row.kind): row for row in drawn}
    owners = {row.document_id: row for row in drawn}
    targets = {row.id: row for row in rows(SQL["targets"], company=company, ids=sorted(facts))}
    moves: list[Any] = []
    totals: dict[int, Decimal] = defaultdict(Decimal)
    for order, fact in facts.items():
        owner = owners.get(order, fact)
        for kind in KINDS:
            target, before = getattr(targets[order], kind), held.get((order, kind))
            totals[order] += target
            if difference := target - (before.amount if before else ZERO):
                due = targets[order].invoiced_on if kind == "invoice" and difference > 0 else None
                moves.append(
                    ledger.Move(
                        owner.group_id, owner.share, kind, "order", order, difference, fact.rate, owner.party_id,
                        delta=-before.delta if before and not target else None,
                        due_on=due and due + fact.credit_term,
                    )
                )  # fmt: skip
    ledger.write(company, moves, on, admits=admits)
    finance.end_releases(company, [order for order in owners if not totals[order]], on)
