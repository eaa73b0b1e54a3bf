"""Apply items against each other, and take an application back by a reversing entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Module, Outcome, lock_periods, operation
from interlock.core.sql import blocks, column, rows

from .settling import CENT, EXCHANGE, Held, Leg, close, hold_items, moves_books, settle, take

SQL = blocks(__file__)
APPLY = "finance.apply_items"


@dataclass(frozen=True)
class NewApplication:
    """A debit and a credit item against each other; without an amount as much as both have open.

    ``other`` is the credit item's amount where its currency is another than the debit item's.
    """

    debit: int
    credit: int
    amount: Decimal | None = None
    other: Decimal | None = None
    reason: str = ""


@operation(permission=APPLY, documents=False)
def apply_items(
    ids: Sequence[int], *, company: int, by: Actor, on: date, applications: Mapping[int, NewApplication]
) -> Outcome:
    """Apply items of one party against each other; ``ids`` are the keys of ``applications``, worked in this order.

    Items of other accounts than each other, or of other worth in the books, get a voucher.
    Codes, first match wins: not_found, same_side, another_party, amount_missing (the currencies differ), bad_amount,
    too_early (before an item is in the books), nothing_open, too_much, account_unknown (no account for exchange
    differences), period_closed, done.
    Writes: finance_itemapplication, finance_openitem, finance_voucher with lines, totals and balances.
    Locks: (1) the finance period, shared; (2) items by id; (8) balances by (account, month); (9) counters.
    """
    lock_periods(company, Module.FINANCE, [on])
    given = [applications[i] for i in ids if i in applications]
    named = [item for one in given for item in (one.debit, one.credit)]
    held = hold_items(company, named)
    asked = rows(SQL["asked"], company=company, on=on, exchange=EXCHANGE)[0]
    legs: dict[int, Leg] = {}
    judged: list[tuple[int, str, dict[str, Any]]] = []
    for i in ids:
        code, detail = _judge(applications.get(i), held, on, asked)
        if code == "done":
            legs[i] = _close(applications[i], held, on)
        judged.append((i, code, detail))
    outcome = Outcome.of(judged)
    if outcome.acts and legs:
        made = settle(company, list(legs.values()))
        outcome.answer({i: Answer(i, "done", {"application": n}) for i, n in zip(legs, made, strict=True)})
        outcome.timeline = _touched(legs.values(), "applied")
    return outcome


def _judge(one: NewApplication | None, held: Mapping[int, Held], on: date, asked: Any) -> tuple[str, dict[str, Any]]:
    """Answer one application's first code; what came before it in the set is off the items already."""
    debit, credit = (held.get(one.debit), held.get(one.credit)) if one else (None, None)
    if one is None or debit is None or credit is None:
        return "not_found", {}
    if (debit.direction, credit.direction) != ("debit", "credit"):
        return "same_side", {}
    if debit.party != credit.party:
        return "another_party", {}
    amount, other = amounts_of(one, debit, credit)
    if other is None or amount is None:
        return "amount_missing", {"currencies": [debit.currency, credit.currency]}
    if not (debit.open_amount and credit.open_amount):
        return "nothing_open", {}
    if min(amount, other) <= 0 or amount != amount.quantize(CENT) or other != other.quantize(CENT):
        return "bad_amount", {}
    if on < max(debit.posting_on, credit.posting_on):
        return "too_early", {"from": str(max(debit.posting_on, credit.posting_on))}
    if amount > debit.open_amount or other > credit.open_amount:
        return "too_much", {"debit": str(debit.open_amount), "credit": str(credit.open_amount)}
    if not asked.exchange and moves_books(debit, credit, amount, other):
        return "account_unknown", {"account": EXCHANGE}
    return ("done", {}) if asked.is_open else ("period_closed", {})


def amounts_of(one: NewApplication, debit: Held, credit: Held) -> tuple[Decimal | None, Decimal | None]:
    """Answer both items' amounts; None where only a person can say it."""
    if debit.currency == credit.currency:
        amount = min(debit.open_amount, credit.open_amount) if one.amount is None else one.amount
        return amount, amount
    return one.amount, one.other


def _close(one: NewApplication, held: Mapping[int, Held], on: date) -> Leg:
    debit, credit = held[one.debit], held[one.credit]
    amount, other = amounts_of(one, debit, credit)
    assert amount is not None, "judged before"
    assert other is not None, "judged before"
    return close(on, debit, credit, amount, other, reason=one.reason)


def _touched(legs: Any, code: str) -> list[tuple[int, str]]:
    ids = {item.id for leg in legs for item in (leg.debit, leg.credit) if item}
    return [(i, code) for i in sorted(ids)]


@operation(permission=APPLY, documents=False)
def undo_applications(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Take applications back: a reversing entry each, and a reversing voucher where one was written.

    Codes, first match wins: not_found, is_reversal, already, reverses_document (a document's own reversal stands),
    too_early (before the application), period_closed, done.
    Writes: finance_itemapplication, finance_openitem, finance_voucher with lines, totals and balances.
    Locks: (1) the finance period, shared; (2) items by id; (8) balances by (account, month); (9) counters.
    """
    lock_periods(company, Module.FINANCE, [on])
    found = rows(SQL["applications"], company=company, ids=column(ids))
    held = hold_items(company, [item for row in found for item in (row.debit_item_id, row.credit_item_id)])
    outcome = Outcome.of(rows(SQL["judge_undo"], company=company, ids=column(ids), on=on))
    if go := outcome.accepted:
        made = undo(company, on, go, held)
        outcome.answer({i: Answer(i, "done", {"application": n}) for i, n in zip(go, made, strict=True)})
        outcome.timeline = [(item, "reopened") for item in sorted(held)]
    return outcome


def undo(company: int, on: date, applications: Sequence[int], held: Mapping[int, Held]) -> list[int]:
    """Write the reversing entries of applications whose items are held, inside an operation; answers their ids."""
    return settle(company, reversing(company, on, applications, held))


def reversing(company: int, on: date, applications: Sequence[int], held: Mapping[int, Held]) -> list[Leg]:
    """Answer the entries that take applications back, and give the items that are held what they took."""
    legs = []
    for row in rows(SQL["applications"], company=company, ids=column(applications)):
        leg = Leg(
            on=on,
            kind=row.kind,
            debit=held.get(row.debit_item_id),
            credit=held.get(row.credit_item_id),
            debit_amount=-row.debit_amount,
            credit_amount=-row.credit_amount,
            debit_book=-row.debit_book,
            credit_book=-row.credit_book,
            account=row.account,
            document=row.document_id,
            reason=row.reason,
            reverses=row.id,
        )
        take(leg)
        legs.append(leg)
    assert len(legs) == len(applications)
    return legs


def live_applications(company: int, documents: Sequence[int]) -> list[Any]:
    """Answer the applications that documents made and nobody has taken back."""
    return rows(SQL["of_documents"], company=company, documents=column(documents))
