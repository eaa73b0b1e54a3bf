"""The credit ledger, written inside the operations of whoever knows the fact.

Admission is judged by the caller under the locks of the groups, and the database refuses it above the limit. A fact is
never refused: what it takes above the limit is ``overdrawn_amount``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from interlock.core.api import current
from interlock.core.sql import blocks, column, rows

SQL = blocks(__file__)
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Move:
    """One entry to be: ``amount`` in the company's money at ``rate`` in the limit's; ``delta`` where it is known."""

    group: int
    share: str
    kind: str
    document_kind: str
    document: int
    amount: Decimal
    rate: Decimal
    party: int | None = None
    delta: Decimal | None = None
    due_on: date | None = None

    @property
    def worth(self) -> Decimal:
        return worth(self.amount, self.rate) if self.delta is None else self.delta


def worth(amount: Decimal, rate: Decimal) -> Decimal:
    """Answer an amount in the limit's currency, rounded once."""
    return (amount * rate).quantize(CENT, ROUND_HALF_UP)


def lock_credit(groups: Iterable[int]) -> None:
    """Lock the balances of credit groups by id: place 8 of the lock order."""
    rows(SQL["lock_balances"], groups=sorted(set(groups)))


def balances_of(groups: Iterable[int]) -> dict[tuple[int, str], Any]:
    """Answer the balances of groups by group and share."""
    found = rows(SQL["balances"], groups=sorted(set(groups)))
    return {(row.group_id, row.share): row for row in found}


def drawn_by(company: int, documents: Sequence[int]) -> list[Any]:
    """Answer what these documents draw now, a row a document, kind, group, share and party."""
    return rows(SQL["drawn"], company=company, documents=list(documents))


def write(company: int, moves: Sequence[Move], on: date, *, admits: bool) -> None:
    """Write entries, and change positions and balances with them.

    With ``admits`` nothing may rise above limit and releases: the caller has judged so under the locks, and the
    database refuses what it overlooked. Without, it is a fact, and the balances say by how much it is overdrawn.
    """
    if not moves:
        return
    lock_credit(move.group for move in moves)
    changed = rows(
        SQL["write"],
        company=company,
        on=on,
        run=current().run_id,
        admits=admits,
        groups=column(move.group for move in moves),
        shares=[move.share for move in moves],
        kinds=[move.kind for move in moves],
        parties=column(move.party for move in moves),
        document_kinds=[move.document_kind for move in moves],
        documents=column(move.document for move in moves),
        amounts=column(move.amount for move in moves),
        rates=column(move.rate for move in moves),
        deltas=column(move.worth for move in moves),
        dues=[move.due_on for move in moves],
    )
    assert len(changed) == len({(move.group, move.share) for move in moves}), "every group has its balances"


def overdue_of(groups: Iterable[int], on: date) -> dict[int, Any]:
    """Answer by group the oldest day that something still unpaid was due, and how much is past due by ``on``.

    Payments and whatever else was given settle the oldest first, by company and customer.
    """
    found = rows(SQL["overdue"], groups=sorted(set(groups)), on=on)
    return {row.group_id: row for row in found}
