"""Incentives: what is granted to whom is taken of a budget line by name, at the rate its use allows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Outcome, operation
from interlock.core.sql import blocks, column, rows

from . import ledger

SQL = blocks(__file__)
NOTHING, CENT, MOST, WHOLE = Decimal(0), Decimal("0.01"), Decimal(10**15), Decimal(100)
#: What entries name as their document where only a number is known.
INCENTIVE = "incentive"


@dataclass(frozen=True)
class NewUse:
    """What a document grants of an incentive: the budget line, how much before any lower rate, and the document.

    Below zero it takes back what was granted.
    """

    line: int
    amount: Decimal | None
    on: date
    number: str
    document_kind: str = INCENTIVE
    document: int = 0


@operation(permission="finance.use_budgets", documents=False)
def use_incentives(ids: Sequence[int], *, company: int, by: Actor, uses: Mapping[int, NewUse]) -> Outcome:  # noqa: ARG001
    """Take what documents grant of incentives from their budgets; ``ids`` are the keys of ``uses``.

    Thresholds, which are data, decide by the share used before: from one that lowers on, only its rate is granted;
    from one that stops on, nothing. The answer says what is granted and at which rate.

    Codes, first match wins: not_found, already (this document drew from the line before), closed, used_by_books (the
    line has an account: the journal says what is used), bad_amount, number_missing, outside (of the budget's days),
    budget_stopped, over_budget, done.
    Writes: entries of the kinds use and reverse, balances.
    Locks: (7) budget lines by id.
    """
    given = {i: uses[i] for i in ids if i in uses}
    lines = sorted({use.line for use in given.values()})
    balances = ledger.lock_lines(company, lines)
    found = {row.line_id: row for row in rows(SQL["lines"], company=company, lines=column(lines))}
    before = {
        (row.line_id, row.document_kind, row.document_id, row.number)
        for row in rows(SQL["before"], company=company, lines=column(lines), numbers=[u.number for u in given.values()])
    }
    lower = _lower(company)
    taken: dict[int, Decimal] = defaultdict(Decimal)
    judged, moves = [], {}
    for i in ids:
        use = given.get(i)
        row = found.get(use.line) if use else None
        code, detail, granted = "not_found", dict[str, Any](), NOTHING
        if use and row:
            mark = (use.line, use.document_kind, use.document, use.number.strip())
            code, detail, granted = _judge(
                use, row, balances[use.line], taken[use.line], lower, is_known=mark in before
            )
            if code == "done":
                taken[use.line] += granted
                before.add(mark)
                kind = ledger.KIND.USE if granted > 0 else ledger.KIND.REVERSE
                moves[i] = ledger.Move(
                    use.line, kind, use.document_kind, use.document, granted, use.on, use.number.strip()[:40]
                )
        judged.append((i, code, detail))
    outcome = Outcome.of(judged)
    if go := outcome.accepted:
        ledger.write(company, [moves[i] for i in go if moves[i].amount], admits=True)
        outcome.answer({i: Answer(i, "done", dict(next(d for j, _c, d in judged if j == i))) for i in go})
    return outcome


def _lower(company: int) -> list[Any]:
    """Answer the thresholds that lower a rate, the highest first."""
    return rows(SQL["lower"], company=company)


def _judge(
    use: NewUse, row: Any, balance: Any, taken: Decimal, lower: Sequence[Any], *, is_known: bool
) -> tuple[str, dict[str, Any], Decimal]:
    amount = use.amount
    code = ""
    if is_known:
        code = "already"
    elif row.state != "open":
        code = "closed"
    elif row.account_id is not None:
        code = "used_by_books"
    elif amount is None or not amount.is_finite() or not 0 < abs(amount) < MOST or amount != amount.quantize(CENT):
        code = "bad_amount"
    elif not use.number.strip():
        code = "number_missing"
    elif not row.starts_on <= use.on <= row.ends_on:
        code = "outside"
    if code or amount is None:
        return code, {}, NOTHING
    drawn = balance.used_amount + balance.reserved_amount + taken
    if amount < 0:
        return ("bad_amount", {}, NOTHING) if balance.used_amount + taken + amount < 0 else (
            "done", {"granted": f"{amount}"}, amount
        )  # fmt: skip
    rate = _rate(row.budget_id, drawn, balance.total_amount, lower)
    granted = (amount * rate / WHOLE).quantize(CENT, ROUND_HALF_UP)
    fault = ledger.fault_of(balance, granted, taken)
    if fault and fault[0] != "warned":
        return fault[0], fault[1], NOTHING
    detail: dict[str, Any] = {"granted": f"{granted}"} | ({"rate_pct": f"{rate}"} if rate != WHOLE else {})
    return "done", detail | ({"warned": fault[1]} if fault else {}), granted


def _rate(budget: int, drawn: Decimal, total: Decimal, lower: Sequence[Any]) -> Decimal:
    """Answer the rate in percent that the highest threshold reached grants."""
    reached = (
        Decimal(one.rate_pct)
        for one in lower
        if one.budget_id in (None, budget) and drawn * WHOLE >= total * one.used_pct
    )
    return next(reached, WHOLE)


def rates_of(company: int, lines: Sequence[int]) -> dict[int, Decimal]:
    """Answer at which rate, in percent, incentives are granted now, by budget line."""
    balances = {row.line_id: row for row in rows(ledger.SQL["balances"], company=company, lines=list(lines))}
    lower = _lower(company)
    return {
        row.line_id: _rate(row.budget_id, one.used_amount + one.reserved_amount, one.total_amount, lower)
        for row in rows(SQL["lines"], company=company, lines=list(lines))
        if (one := balances[row.line_id])
    }
