"""VAT credit: what a month has more of input than output is the next months' to use, and never falls below nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from interlock.finance import api as finance
from interlock.finance.api import ManualLine

from .building import Books, broken_laws


def test_credit_is_used_up_by_later_months_and_never_owed(books: Books) -> None:
    months = [date(2026, month, 1) for month in range(8, 13)]
    for month, output, deducted, given_back, paid in zip(
        months, (0, 130, 100, 10, 0), (50, 60, 120, 15, 0), (0, 0, 13, 0, 0), (0, 20, 0, 0, 0), strict=True
    ):  # fmt: skip
        for account, amount in (("22210105", output), ("22210101", -deducted), ("22210107", given_back)):
            if amount:
                debit, credit = max(-amount, 0), max(amount, 0)
                books.voucher(
                    ManualLine(account, debit=Decimal(debit), credit=Decimal(credit)),
                    ManualLine("1002", debit=Decimal(credit), credit=Decimal(debit)),
                    on=month,
                )
        if paid:
            lines = ManualLine("22210102", debit=Decimal(paid)), ManualLine("1002", credit=Decimal(paid))
            books.voucher(*lines, on=month)
    found = [finance.tax_summary(books.company, month) for month in months]
    assert [month.brought for month in found] == [0, 50, 0, 7, 12], (
        "130 - 60 - 50 are paid, not carried; 120 - 100 - 13 are"
    )
    assert [month.carried for month in found] == [0, 50, 0, 7, 12], "no invoices: what was brought goes on"
    assert all(month.payable == 0 for month in found)
    assert not broken_laws()
