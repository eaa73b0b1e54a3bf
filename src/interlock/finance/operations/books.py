"""Write vouchers' sums to the books: totals a voucher, balances a month, numbers last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.sql import blocks, column, run

SQL = blocks(__file__)


@dataclass(frozen=True, slots=True)
class Move:
    """What a set of journal lines moves on one account in one voucher."""

    voucher: int
    posting_on: date
    account: int
    debit: Decimal
    credit: Decimal
    lines: int


def enter(company: int, moves: Sequence[Move]) -> None:
    """Add moves to the vouchers' totals and the accounts' months, then number the vouchers that have no number yet.

    Writes: finance_vouchertotal, finance_accountbalance, finance_voucher.number, core_counter.
    Locks: (8) balances by (account, month), after the vouchers the caller holds; (9) counters by month.
    """
    given: dict[str, Any] = {
        "company": company,
        "vouchers": column([move.voucher for move in moves]),
        "postings": [move.posting_on for move in moves],
        "accounts": column([move.account for move in moves]),
        "debits": column([move.debit for move in moves]),
        "credits": column([move.credit for move in moves]),
        "lines": column([move.lines for move in moves]),
    }
    run(SQL["totals"], **given)
    run(SQL["balances"], **given)
    run(SQL["number"], company=company, vouchers=column(sorted({move.voucher for move in moves})))
