"""Write vouchers' sums to the books: totals a voucher, balances a month, numbers last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import current
from interlock.core.sql import blocks, column, rows, run

from .cash import note_events, note_vouchers

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


def enter(company: int, moves: Sequence[Move], events: str | None = None) -> None:
    """Add moves to the vouchers' totals and the accounts' months, then number the vouchers that have no number yet.

    ``events`` are those whose lines the moves are; without, the moves are whole vouchers that are new.
    Writes: finance_vouchertotal, finance_accountbalance, finance_voucher.number, core_counter; where cash moves,
    finance_cashmove and finance_cashbalance.
    Locks: (8) balances by (account, month), then cash flows by (item, month), after the vouchers the caller holds;
    (9) counters by month.
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
    cash = [row.voucher_id for row in rows(SQL["totals"], **given)]
    run(SQL["balances"], **given)
    if cash and events is not None:
        note_events(company, cash, events, current().run_id)
    elif cash:
        note_vouchers(company, cash, current().run_id)
    run(SQL["number"], company=company, vouchers=column(sorted({move.voucher for move in moves})))
