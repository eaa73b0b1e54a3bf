"""The budget ledger, written inside the operations of whoever keeps the document.

A document *reserves* when it is asked for, and gives that back when it is refused, or when what it asked for stands
in the books: what is used of a line with an account is what the journal says, and nothing else (``reading``). A spend
draws from every line it fits: an account's own budget, that of its department, that of its project.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import current
from interlock.core.sql import blocks, column, rows

from ..models import BudgetEntry

SQL = blocks(__file__)
KIND = BudgetEntry.Kind
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Spend:
    """What a document spends on an account on a day; ``line`` names a budget line instead, as incentives are.

    An amount below zero gives back.
    """

    document: int
    amount: Decimal
    on: date
    account: int | None = None
    unit: int | None = None
    project: int | None = None
    line: int | None = None


@dataclass(frozen=True)
class Move:
    """One entry to be."""

    line: int
    kind: str
    document_kind: str
    document: int
    amount: Decimal
    on: date
    number: str = ""


@dataclass
class Judged:
    """What spends would draw: the documents refused or warned of, each with why, and the entries of the others."""

    refused: dict[int, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    warned: dict[int, dict[str, Any]] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    #: Every line that is drawn from, those of the refused too.
    lines: set[int] = field(default_factory=set)


def lock_lines(company: int, lines: Iterable[int]) -> dict[int, Any]:
    """Lock budget lines by id, place 7 of the lock order, and answer their balances."""
    ids = sorted(set(lines))
    if not ids:
        return {}
    rows(SQL["lock_balances"], company=company, lines=ids)
    return {row.line_id: row for row in rows(SQL["balances"], company=company, lines=ids)}


def judge(company: int, document_kind: str, spends: Sequence[Spend], *, holding: bool = False) -> Judged:
    """Judge what documents ask for, in their order, under the locks of the lines; writes nothing.

    Earlier documents of the set come first. With ``holding`` what a document has reserved already is its own.
    """
    judged = Judged()
    fits = rows(SQL["fitting"], company=company, **_columns(spends)) if spends else []
    if not fits:
        return judged
    judged.lines = {row.line_id for row in fits}
    balances = lock_lines(company, judged.lines)
    held = held_by(company, document_kind, [one.document for one in spends]) if holding else {}
    wanted: dict[int, dict[int, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    days: dict[int, date] = {}
    for row in fits:
        spend = spends[row.place - 1]
        wanted[spend.document][row.line_id] += spend.amount
        days.setdefault(spend.document, spend.on)
    taken: dict[int, Decimal] = defaultdict(Decimal)
    for document, lines in wanted.items():
        own = {line: held.get((document, line), NOTHING) for line in lines}
        faults = [
            fault
            for line, amount in lines.items()
            if (fault := fault_of(balances[line], amount, taken[line] - own[line]))
        ]
        if stops := [one for one in faults if one[0] != "warned"]:
            judged.refused[document] = min(stops, key=lambda one: one[0] != "budget_stopped")
            continue
        if faults:
            judged.warned[document] = faults[0][1]
        for line, amount in lines.items():
            taken[line] += max(amount, NOTHING) - own[line]
            if amount > 0:
                judged.moves.append(Move(line, KIND.RESERVE, document_kind, document, amount, days[document]))
    return judged


def look(company: int, spends: Sequence[Spend]) -> dict[int, dict[str, Any]]:
    """Answer which documents ask for more than is left as it stands now, without locks: a hint, not a verdict."""
    fits = rows(SQL["fitting"], company=company, **_columns(spends)) if spends else []
    if not fits:
        return {}
    wanted: dict[tuple[int, int], Decimal] = defaultdict(Decimal)
    for row in fits:
        wanted[spends[row.place - 1].document, row.line_id] += spends[row.place - 1].amount
    ids = sorted({row.line_id for row in fits})
    balances = {row.line_id: row for row in rows(SQL["balances"], company=company, lines=ids)}
    faults = {document: fault_of(balances[line], amount) for (document, line), amount in wanted.items()}
    return {document: fault[1] for document, fault in faults.items() if fault}


def fault_of(balance: Any, amount: Decimal, taken: Decimal = NOTHING) -> tuple[str, dict[str, Any]] | None:
    """Answer why a line does not give an amount, after what others have taken of it; None when it does."""
    drawn = balance.reserved_amount + balance.used_amount + taken
    free = balance.total_amount - drawn
    if amount <= 0:
        return None
    said = {"budget": balance.code, "total": f"{balance.total_amount}", "free": f"{free}", "asked": f"{amount}"}
    if balance.stop_pct is not None and drawn * 100 >= balance.total_amount * balance.stop_pct:
        return "budget_stopped", said | {"stop_pct": balance.stop_pct}
    if balance.control == "none" or amount <= free:
        return None
    return ("over_budget" if balance.control == "refuse" else "warned"), said


def reserve(company: int, document_kind: str, spends: Sequence[Spend]) -> Judged:
    """Reserve what documents ask for where the budgets give it; the caller answers those that are refused.

    Writes: entries of the kind reserve, balances. Locks: (7) budget lines by id.
    """
    judged = judge(company, document_kind, spends)
    write(company, judged.moves, admits=True)
    return judged


def release(company: int, document_kind: str, documents: Sequence[int], on: date | None = None) -> None:
    """Give back what documents still hold, each on the day it reserved or on ``on``."""
    if documents:
        write(company, _given_back(held_rows(company, document_kind, documents), on), admits=False)


def use(company: int, document_kind: str, spends: Sequence[Spend]) -> None:
    """Note as facts what documents have spent of lines that they name and that have no account.

    What they held of those is given back. Lines with an account are left to the journal, which would say it twice.
    """
    fits = [
        row for row in rows(SQL["fitting"], company=company, **_columns(spends)) if row.account_id is None
    ] if spends else []  # fmt: skip
    lines = {row.line_id for row in fits}
    held = held_rows(company, document_kind, [one.document for one in spends]) if fits else []
    moves = _given_back([row for row in held if row.line_id in lines], None)
    for row in fits:
        spend = spends[row.place - 1]
        kind = KIND.USE if spend.amount > 0 else KIND.REVERSE
        moves.append(Move(row.line_id, kind, document_kind, spend.document, spend.amount, spend.on))
    write(company, moves, admits=False)


def held_by(company: int, document_kind: str, documents: Sequence[int]) -> dict[tuple[int, int], Decimal]:
    """Answer what documents have reserved and not given back, by document and line."""
    return {(row.document_id, row.line_id): row.amount for row in held_rows(company, document_kind, documents)}


def held_rows(company: int, document_kind: str, documents: Sequence[int]) -> list[Any]:
    """Answer what documents hold, a row a document and line."""
    return rows(SQL["held"], company=company, kind=document_kind, documents=column(sorted(set(documents))))


def _given_back(held: Sequence[Any], on: date | None) -> list[Move]:
    return [
        Move(row.line_id, KIND.RELEASE, row.document_kind, row.document_id, -row.amount, on or row.fact_on)
        for row in held
    ]


def write(company: int, moves: Sequence[Move], *, admits: bool) -> None:
    """Write entries, and change the balances with them.

    With ``admits`` nothing may rise above a total that refuses: it was judged so under the locks, and the database
    refuses what was overlooked. Without, it is a fact, and the balances say by how much they are overdrawn.
    """
    if not moves:
        return
    lock_lines(company, [move.line for move in moves])
    changed = rows(
        SQL["write"],
        company=company,
        run=current().run_id,
        admits=admits,
        lines=column(move.line for move in moves),
        kinds=[str(move.kind) for move in moves],
        document_kinds=[move.document_kind for move in moves],
        documents=column(move.document for move in moves),
        numbers=[move.number for move in moves],
        amounts=column(move.amount for move in moves),
        days=[move.on for move in moves],
    )
    assert len(changed) == len({move.line for move in moves}), "every line in force has its balance"


def _columns(spends: Sequence[Spend]) -> Mapping[str, Any]:
    return {
        "accounts": column(one.account for one in spends),
        "units": column(one.unit for one in spends),
        "projects": column(one.project for one in spends),
        "named": column(one.line for one in spends),
        "days": [one.on for one in spends],
    }
