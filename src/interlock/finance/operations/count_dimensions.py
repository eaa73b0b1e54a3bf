"""Count sealed vouchers into the totals of dimensions: once each, a sealed voucher never changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import transaction

from interlock.core.sql import blocks, rows, run

SQL = blocks(__file__)
#: So many vouchers or lines are counted in a transaction.
VOUCHERS, LINES = 2_000, 500_000
Count = Callable[[int], None]


def count_dimensions(company: int, month: date | None = None, told: Count = lambda _lines: None) -> int:
    """Count what is sealed and not counted yet, of one month or of all; answers how many vouchers were.

    Writes: finance_countedvoucher, finance_dimensiontotal.
    Locks: vouchers' marks by id; totals by (dimension, account, month, value).
    """
    counted = 0
    while True:
        with transaction.atomic():
            chosen = rows(SQL["next"], company=company, month=month, vouchers=VOUCHERS, lines=LINES)
            if not chosen:
                return counted
            ids = [row.voucher_id for row in rows(SQL["mark"], company=company, ids=[row.id for row in chosen])]
            if ids:
                run(SQL["count"], company=company, ids=ids)
        counted += len(ids)
        told(sum(row.lines for row in chosen))
