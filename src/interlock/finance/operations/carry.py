"""Carry profit and loss forward: income and expense end at zero in 4103, and at the end of the year in 410401."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from interlock.core.api import current
from interlock.core.sql import blocks, column, rows, run, value

from ..closing.checklist import Scope
from .books import Move, enter

SQL = blocks(__file__)
KIND = "profit_carried"
PROFIT, UNDISTRIBUTED = "4103", "410401"
YEAR_END = 12


def carry_forward(scope: Scope) -> int | None:
    """Post the voucher that carries profit and loss forward, where the policy asks for it; answers the voucher.

    Writes: one voucher of the month's last day. Locks: (8) balances, (9) the counter.
    """
    every = scope.policies["carry_forward_months"]
    if not every or scope.first.month % every:
        return None
    last_day = scope.after - timedelta(days=1)
    ends = {row.code: row.id for row in rows(SQL["ends"], company=scope.company, codes=[PROFIT, UNDISTRIBUTED])}
    moved = [(row.account_id, row.amount) for row in rows(SQL["profit_and_loss"], **scope.asked)]
    profit = sum((amount for _account, amount in moved), Decimal(0))
    legs = [(account, -amount) for account, amount in moved] + ([(ends[PROFIT], profit)] if profit else [])
    if scope.first.month == YEAR_END:
        held = profit + (value(SQL["held"], account=ends[PROFIT], **scope.asked) or 0)
        legs += [(ends[PROFIT], -held), (ends[UNDISTRIBUTED], held)] if held else []
    return _post(scope.company, last_day, legs) if legs else None


def take_back(company: int, voucher: int) -> int:
    """Reverse a carry-forward on its own day: a month that is opened again shows its income and expense."""
    lines = rows(SQL["legs"], company=company, voucher=voucher)
    return _post(company, lines[0].posting_on, [(line.account_id, -line.amount) for line in lines])


def _post(company: int, on: object, legs: list[tuple[int, Decimal]]) -> int:
    """Write a voucher of one-sided lines: a positive amount is a debit."""
    total = sum((amount for _account, amount in legs if amount > 0), Decimal(0))
    made = value(SQL["make"], company=company, run=current().run_id, on=on, kind=KIND, amount=total, lines=len(legs))
    given = {
        "company": company,
        "voucher": made,
        "debits": column([account if amount > 0 else None for account, amount in legs]),
        "credits": column([account if amount < 0 else None for account, amount in legs]),
        "amounts": column([abs(amount) for _account, amount in legs]),
    }
    assert run(SQL["lines"], **given) == len(legs)
    zero = Decimal(0)
    enter(company, [Move(made, on, a, max(amount, zero), max(-amount, zero), 1) for a, amount in legs])  # type: ignore[arg-type]
    return int(made)
