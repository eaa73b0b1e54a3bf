"""What is agreed with customers, and what draws from credit without an order: contracts and adjustments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Outcome, operation
from interlock.core.sql import blocks, column, rows, run

from ..credit import ledger
from ..models import CreditEntry, CreditTerm, Share
from .credit_facts import accounts_of

SQL = blocks(__file__)
KIND = CreditEntry.Kind


@dataclass(frozen=True)
class NewTerms:
    """Terms to be: the group by id, its share, how the customer pays and after how many days."""

    group: int
    method: str = CreditTerm.Method.ON_ACCOUNT.value
    credit_days: int = 30
    share: str = Share.TRADE.value


@dataclass(frozen=True)
class NewAdjustment:
    """What a group draws besides its documents: ``contract`` asks for credit, ``adjustment`` is a fact."""

    group: int
    party: int
    amount: Decimal
    kind: str = KIND.ADJUSTMENT.value
    share: str = Share.TRADE.value
    due_on: date | None = None
    document: int = 0


@operation(permission="finance.keep_credit", documents=False)
def set_credit_terms(
    ids: Sequence[int], *, company: int, by: Actor, terms: Mapping[int, NewTerms], on: date
) -> Outcome:
    """Agree terms with customers; ``ids`` are parties, ``terms`` says each one's. A customer is in one group only.

    Who comes new into a group brings what it owes by the books, in every company, as an adjustment. Orders that were
    reviewed before stay outside until they are revenue that somebody adjusts.

    Codes, first match wins: not_found, unknown_group (or closed, or kept by another company), bad_terms,
    in_use (the customer draws from another group or share), no_credit_rate (a company's money has no rate in the
    limit's), already, done.
    Writes: credit terms; entries of kind adjustment, positions and balances.
    Locks: the terms, one call at a time; credit groups by id.
    """
    run(SQL["lock_terms"])
    ledger.lock_credit({terms[i].group for i in ids if i in terms})
    given: dict[str, Any] = {
        "groups": column(terms[i].group if i in terms else None for i in ids),
        "shares": [terms[i].share if i in terms else "" for i in ids],
        "methods": [terms[i].method if i in terms else "" for i in ids],
        "days": column(terms[i].credit_days if i in terms else -1 for i in ids),
    }
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, on=on, methods_known=CreditTerm.Method.values,
                              shares_known=Share.values, **given))  # fmt: skip
    if go := outcome.accepted:
        fresh = {row.party_id for row in rows(SQL["write"], ids=ids, go=go, **given) if row.is_new}
        _bring_in([party for party in go if party in fresh], on)
    return outcome


def _bring_in(parties: list[int], on: date) -> None:
    """Take in what new customers owe by the books, voucher by voucher where one may still grow."""
    for company in [row.id for row in rows(SQL["companies"])] if parties else ():
        owed = rows(SQL["owed"], company=company, parties=parties, on=on, accounts=accounts_of(company))
        moves = [
            ledger.Move(row.group_id, row.share, KIND.ADJUSTMENT.value, "voucher", row.voucher_id, row.amount, row.rate,
                        row.party_id, due_on=on if row.amount > 0 else None)
            for row in owed
        ]  # fmt: skip
        ledger.write(company, moves, on, admits=False)


@operation(permission="finance.keep_credit", documents=False)
def adjust_credit(
    ids: Sequence[int], *, company: int, by: Actor, adjustments: Mapping[int, NewAdjustment], on: date
) -> Outcome:
    """Draw credit for contracts, and adjust what customers owe: ``ids`` name ``adjustments``, in the company's money.

    A contract is admitted like an order: above the limit it is not. Less of it (negative) and adjustments are facts.

    Codes, first match wins: not_found, unknown_group, unknown_customer (not in this group and share), bad_kind,
    bad_amount, no_credit_rate, over_credit (``wanted``, ``left``), done.
    Writes: credit entries, positions and balances.
    Locks: credit groups by id.
    """
    wanted = {i: adjustments[i] for i in ids if i in adjustments}
    ledger.lock_credit({one.group for one in wanted.values()})
    known = {
        row.party_id: row
        for row in rows(SQL["parties"], company=company, parties=sorted({one.party for one in wanted.values()}), on=on)
    }
    balances = ledger.balances_of(one.group for one in wanted.values())
    left = {key: b.limit_amount + b.released_amount - b.exposure_amount for key, b in balances.items()}
    verdicts = [_fit(i, wanted.get(i), known, left) for i in ids]
    outcome = Outcome.of([(one.id, one.code, one.detail) for one in verdicts])
    for admits in (True, False):
        chosen = [
            i for i in outcome.accepted if (wanted[i].kind == KIND.CONTRACT.value and wanted[i].amount > 0) == admits
        ]
        moves = [_move(i, wanted[i], known[wanted[i].party].rate, on) for i in chosen]
        ledger.write(company, moves, on, admits=admits)
    return outcome


def _fit(i: int, one: NewAdjustment | None, known: Mapping[int, Any], left: dict[Any, Decimal]) -> Answer:
    if one is None:
        return Answer(i, "not_found")
    term = known.get(one.party)
    if (one.group, one.share) not in left:
        return Answer(i, "unknown_group")
    if term is None or (term.group_id, term.share) != (one.group, one.share):
        return Answer(i, "unknown_customer")
    if one.kind not in (KIND.CONTRACT.value, KIND.ADJUSTMENT.value):
        return Answer(i, "bad_kind")
    if not one.amount.is_finite() or not one.amount or one.amount != round(one.amount, 2):
        return Answer(i, "bad_amount")
    if term.rate is None:
        return Answer(i, "no_credit_rate")
    worth = ledger.worth(one.amount, term.rate)
    if one.kind == KIND.CONTRACT.value and worth > max(left[one.group, one.share], Decimal()) and worth > 0:
        return Answer(i, "over_credit", {"wanted": str(worth), "left": str(left[one.group, one.share])})
    left[one.group, one.share] -= max(worth, Decimal())
    return Answer(i, "done")


def _move(i: int, one: NewAdjustment, rate: Decimal, on: date) -> ledger.Move:
    due = (one.due_on or on) if one.kind == KIND.ADJUSTMENT.value and one.amount > 0 else None
    return ledger.Move(
        one.group, one.share, one.kind, one.kind, one.document or i, one.amount, rate, one.party, due_on=due
    )
