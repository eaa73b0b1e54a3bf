"""Every law of budgets, allocations and expense claims finds the row that breaks it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest

from interlock.finance import api as finance

from .budgeting import Budgets, line
from .building import broken_laws
from .expenses.building import Staff
from .test_allocations import codes, rule, spend
from .test_laws_bank import each_is_found

DAMAGE = {
    "allocations_are_even": ["UPDATE finance_allocationrun SET amount = amount + 1"],
    "budget_balances_are_their_entries": ["UPDATE finance_budgetbalance SET total_amount = total_amount + 1"],
    "budget_reservations_live": ["UPDATE finance_voucherdraft SET state = 'draft' WHERE state = 'submitted'"],
    "budgets_are_the_books": ["UPDATE finance_budgetentry SET amount = amount + 1 WHERE kind = 'use'"],
    "claims_are_in_the_books": ["UPDATE finance_expenseclaim SET amount = amount + 1 WHERE state = 'posted'"],
    "claims_are_their_lines": ["UPDATE finance_expenseline SET book_amount = book_amount + 1"],
}


@pytest.mark.usefixtures("committed")
def test_every_law_of_budgets_and_claims_names_what_breaks_it(
    owner: psycopg.Connection, settings: Any, tmp_path: Path
) -> None:
    settings.FILES_ROOT = tmp_path
    books = Budgets()
    books.budget(line("900"))
    spend(books, "300")
    assert codes(books, rule(books), month=date(2026, 11, 1)) == ["done"]
    assert books.submit(books.draft("50")) == ["done"]
    assert finance.read_budgets(books.company, books.by)
    Staff().posted()
    assert not broken_laws()
    each_is_found(owner, DAMAGE, ("budgetentry", "allocationline"))
