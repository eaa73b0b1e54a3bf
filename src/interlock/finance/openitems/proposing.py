"""Proposals of what to apply: by reference, by exact amount, oldest first; which of them need nobody is data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from interlock.core.api import Actor, Worked, run_work
from interlock.core.sql import blocks, column, rows

from .applying import NewApplication, apply_items

SQL = blocks(__file__)
METHODS = ("reference", "exact", "oldest")
SHORTEST = 4  # signs a number needs to be found in what a payer wrote


@dataclass(frozen=True)
class Proposal:
    """An application that is proposed, and by which method."""

    method: str
    debit: Any
    credit: Any
    amount: Decimal

    def application(self) -> NewApplication:
        return NewApplication(self.debit.id, self.credit.id, self.amount, reason=self.method)


def propose(
    company: int, on: date, parties: Sequence[int] | None = None, methods: Sequence[str] | None = None
) -> list[Proposal]:
    """Propose applications of what is open by a day, of some parties or all, each party by its methods in order.

    A party has the company's methods, or its own where it has some; ``methods`` goes before both. Reads only. What
    a party owes goes against what it paid; what we owe the same party is offset by a document that another posts.
    """
    ruled = _methods(company, automatic=False)
    found: list[Proposal] = []
    for party, items in _open(company, on, parties).items():
        left = {item.id: item.open_amount for item in items}
        for method in methods if methods is not None else ruled.get(party) or ruled.get(None) or METHODS:
            found += [
                Proposal(method, debit, credit, amount) for debit, credit, amount in _pairs(_WAYS[method], items, left)
            ]
    return found


def due_proposals(company: int, on: date) -> list[Proposal]:
    """Propose what rules apply by themselves."""
    ruled = _methods(company, automatic=True)
    own = [party for party in ruled if party is not None]
    found = [one for party in own for one in propose(company, on, [party], ruled[party])]
    if None in ruled:
        others = [party for party in _open(company, on, None) if party not in own and party is not None]
        found += propose(company, on, others, ruled[None]) if others else []
    return found


def apply_by_rules(company: int, by: Actor, on: date) -> Worked:
    """Apply what the rules of a company apply by themselves."""
    numbered = {place: one.application() for place, one in enumerate(due_proposals(company, on), start=1)}
    if not numbered:
        return Worked()
    return run_work(apply_items, list(numbered), company=company, by=by, key=uuid4(), on=on, applications=numbered)


def _methods(company: int, *, automatic: bool) -> dict[int | None, list[str]]:
    found: dict[int | None, list[str]] = defaultdict(list)
    for row in rows(SQL["rules"], company=company):
        if row.is_automatic or not automatic:
            found[row.party_id].append(row.method)
    return dict(found)


def _open(company: int, on: date, parties: Sequence[int] | None) -> dict[int | None, list[Any]]:
    """Answer what is open of the parties that have something on both sides, oldest due first."""
    found: dict[int | None, list[Any]] = defaultdict(list)
    given = None if parties is None else column(parties)
    for row in rows(SQL["open"], company=company, on=on, parties=given):
        found[row.party_id].append(row)
    return dict(found)


def _pairs(
    fits: Callable[[Any, Any, dict[int, Decimal]], bool], items: list[Any], left: dict[int, Decimal]
) -> Iterator[tuple[Any, Any, Decimal]]:
    """Pair the credits of a party with the debits that fit, and take what is paired off both."""
    debits = [item for item in items if item.direction == "debit"]
    for credit in (item for item in items if item.direction == "credit"):
        for debit in debits:
            if not left[credit.id]:
                break
            same = (debit.side, debit.currency) == (credit.side, credit.currency)
            if same and left[debit.id] and fits(debit, credit, left):
                amount = min(left[debit.id], left[credit.id])
                left[debit.id] -= amount
                left[credit.id] -= amount
                yield debit, credit, amount


def _by_reference(debit: Any, credit: Any, left: dict[int, Decimal]) -> bool:  # noqa: ARG001
    """One names the other's number."""
    return any(
        len(number) >= SHORTEST and number in text
        for number, text in ((debit.number, credit.reference), (credit.number, debit.reference))
    )


def _by_amount(debit: Any, credit: Any, left: dict[int, Decimal]) -> bool:
    """Both have exactly the same open."""
    return left[debit.id] == left[credit.id]


def _by_age(debit: Any, credit: Any, left: dict[int, Decimal]) -> bool:  # noqa: ARG001
    """Whatever is due first."""
    return True


_WAYS = {"reference": _by_reference, "exact": _by_amount, "oldest": _by_age}
