"""Every law of the bank's ledgers finds the row that breaks it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import psycopg
import pytest

from interlock.finance import api as finance
from interlock.finance import laws

from .banking.building import ANN, Cash
from .banking.test_statements import lines_of, record, stated
from .building import broken_laws

DAMAGE = {
    "statements_follow": [
        "UPDATE finance_bankstatement SET opening = opening + 1, closing = closing + 1 WHERE sequence = 2"
    ],
    "payments_booked_once": [
        "UPDATE finance_paymentrequest SET state = 'paid', paid_on = due_on WHERE state = 'in_run'"
    ],
    "bank_lines_booked_once": ["UPDATE finance_bankline SET use = NULL, way = NULL, state = 'open' WHERE use = 'fee'"],
    "bank_lines_agree": ["UPDATE finance_bankline SET amount = amount + 1 WHERE use = 'receipt'"],
    "bank_lines_of_vouchers": ["UPDATE finance_bankline SET amount = amount + 2 WHERE use = 'booked'"],
    "runs_are_payments": ["UPDATE finance_paymentrun SET amount = amount + 1"],
}


def each_is_found(owner: psycopg.Connection, damage: Mapping[str, Sequence[str]], ledgers: Sequence[str] = ()) -> None:
    """Break each law by its statements, with the triggers of ``ledgers`` away, and take it back."""
    for name, statements in damage.items():
        with owner.transaction(force_rollback=True):
            for table in ledgers:
                owner.execute(f"ALTER TABLE finance_{table} DISABLE TRIGGER USER")
            for statement in statements:
                owner.execute(statement)
            found = owner.execute(laws.SQL[name].text, {"shown": 20}).fetchall()
            assert found, f"{name} does not see {statements}"


@pytest.mark.usefixtures("committed")
def test_every_law_of_the_bank_names_what_breaks_it(owner: psycopg.Connection, settings: Any, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path
    cash = Cash()
    assert record(cash, stated("-30.00", "-5.00", "15.00")) == ["done"]
    assert record(cash, stated("1.00", number=2, opening="-20.00")) == ["done"]
    money = finance.ManualLine("1002", debit=Decimal(1)), finance.ManualLine("6603", credit=Decimal(1))
    voucher = int(cash.books.voucher(*money).verdicts[0].detail["voucher"])
    (last,) = (row for row in lines_of(cash) if row.amount == 1)
    tied = finance.Said("booked", voucher=voucher)
    assert finance.book_bank_lines([last.pk], said=tied, company=cash.company, by=ANN).counts == {"done": 1}
    paid, waiting = cash.approved("30.00"), cash.approved("31.00")
    cash.run(paid, waiting)
    said = (finance.Said("payment", payment=paid), finance.Said("fee"), finance.Said("receipt"))
    for line, one in zip([row.pk for row in lines_of(cash) if row.amount != 1], said, strict=True):
        assert finance.book_bank_lines([line], said=one, company=cash.company, by=ANN).table() == [(line, "done")]
    cash.post()
    assert cash.states(paid, waiting) == ["paid", "in_run"]
    assert not broken_laws()
    each_is_found(owner, DAMAGE)
