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
#: Profit of the year, undistributed profit, and adjustments of prior years, which never were profit of this one.
PROFIT, UNDISTRIBUTED, PRIOR_YEARS = "4103", "410401", "6901"
ENDS = (PROFIT, UNDISTRIBUTED)


def cannot_carry(scope: Scope, *, posts: bool = False) -> bool:
    """Answer whether profit and loss are to be carried forward and the accounts they go to take nothing.

    ``posts``: the close is about to post some.
    """
    if not _carries(scope) or len(_ends(scope.company)) == len(ENDS):
        return False
    return posts or bool(rows(SQL["profit_and_loss"], **scope.asked))


def carry_forward(scope: Scope) -> int | None:
    """Post the voucher that carries profit and loss forward, where the policy asks for it; answers the voucher.

    At the end of the year it is the closing of the year, as ``close_years`` does it, unless that was done before:
    adjustments of prior years go to undistributed profit by themselves and are no part of the result.
    Writes: one voucher of the month's last day; finance_yearclosing. Locks: (8) balances, (9) the counter.
    """
    if not _carries(scope):
        return None
    last_day = scope.after - timedelta(days=1)
    ends = _ends(scope.company)
    held = rows(SQL["profit_and_loss"], **scope.asked)
    moved = [(row.account_id, row.amount) for row in held if not row.code.startswith(PRIOR_YEARS)]
    prior = [(row.account_id, row.amount) for row in held if scope.ends_year and row.code.startswith(PRIOR_YEARS)]
    profit = sum((amount for _account, amount in moved), Decimal(0))
    legs = [(account, -amount) for account, amount in moved] + ([(ends[PROFIT], profit)] if profit else [])
    if not scope.ends_year:
        return _post(scope.company, last_day, legs) if legs else None
    carried = profit + ((value(SQL["held"], account=ends[PROFIT], **scope.asked) or 0) if PROFIT in ends else 0)
    undistributed = carried + sum((amount for _account, amount in prior), Decimal(0))
    legs += [(ends[PROFIT], -carried)] if carried else []
    legs += [(account, -amount) for account, amount in prior]
    legs += [(ends[UNDISTRIBUTED], undistributed)] if undistributed else []
    if not legs:
        return None
    made = _post(scope.company, last_day, legs)
    given = {"company": scope.company, "year": scope.year, "run": current().run_id}
    run(SQL["closes_year"], voucher=made, result=-carried, **given)
    return made


def _carries(scope: Scope) -> bool:
    every = scope.policies["carry_forward_months"]
    return bool(every) and not scope.month_of_year % every


def _ends(company: int) -> dict[str, int]:
    """Answer the accounts that profit goes to, those that take postings."""
    return {row.code: row.id for row in rows(SQL["ends"], company=company, codes=list(ENDS))}


def take_back(company: int, voucher: int) -> int:
    """Reverse a carry-forward on its own day: a month that is opened again shows its income and expense."""
    lines = rows(SQL["legs"], company=company, voucher=voucher)
    made = _post(company, lines[0].posting_on, [(line.account_id, -line.amount) for line in lines])
    run(SQL["opens_year"], company=company, voucher=voucher, reversal=made)
    return made


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
