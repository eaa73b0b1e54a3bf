"""Payment requests and budgets: reserved when handed in, given back when rejected."""

from __future__ import annotations

from decimal import Decimal

from interlock.core.api import Unit
from interlock.finance import api as finance
from interlock.finance.models import BudgetBalance, PaymentRequest
from tests.finance.budgeting import FIRST, LAST
from tests.finance.building import DAY, broken_laws

from .building import ANN, BEN, Cash


def test_a_request_reserves_what_its_reason_books_to(db: None) -> None:
    cash = Cash()
    call = {"company": cash.company, "by": ANN}
    Unit.objects.create(company_id=cash.company, kind="department", code="D1", name_en="D1", name_zh="D1")
    line = finance.NewBudgetLine(Decimal(150), "6602", unit="D1")
    new = finance.NewBudget("B1", "Rent", "department", FIRST, LAST, (line,), "year")
    saved = finance.save_budgets([1], budgets={1: new}, on=DAY, company=cash.company, by=cash.by)
    assert saved.counts == {"done": 1}
    first, second, elsewhere = cash.payment(unit="D1"), cash.payment(unit="D1"), cash.payment()
    answer = finance.submit_payments([first, second, elsewhere], **call)
    assert [code for _i, code in answer.table()] == ["done", "over_budget", "done"]
    balance = BudgetBalance.objects.get(company_id=cash.company)
    assert (balance.total_amount, balance.reserved_amount, balance.used_amount) == (150, 100, 0)
    rejected = finance.reject_payments([first], company=cash.company, by=BEN, note="no")
    assert rejected.counts == {"done": 1}
    balance.refresh_from_db()
    assert balance.reserved_amount == 0
    assert finance.submit_payments([second], **call).counts == {"done": 1}
    assert finance.cancel_payments([second], **call).counts == {"done": 1}
    balance.refresh_from_db()
    assert balance.reserved_amount == 0
    assert set(PaymentRequest.objects.values_list("state", flat=True)) == {"rejected", "cancelled", "submitted"}
    assert not broken_laws()
