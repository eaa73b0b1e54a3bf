"""Which months late facts belong to, that are posted on the first day of a later, open one."""

from __future__ import annotations

from datetime import date

from interlock.core.sql import blocks, rows

SQL = blocks(__file__)


def late_months(company: int, account: int, month: date, by: str = "voucher") -> dict[int | None, list[date]]:
    """Answer the earlier months that lines of an account belong to, by voucher, unit, party or item.

    What is posted in the month its fact is of is not in the answer, so mostly it is empty.
    """
    assert by in ("voucher", "unit", "party", "item")
    found = rows(SQL["of_account"], company=company, account=account, month=month.replace(day=1), by=by)
    return {row.key: row.months for row in found}


def late_vouchers(company: int) -> dict[int, list[date]]:
    """Answer the same for every voucher of a company."""
    return {row.key: row.months for row in rows(SQL["of_company"], company=company)}
