"""Expense claims and budgets: reserved when handed in, given back when they end, asked again when posted, then used."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from interlock.finance import api as finance
from interlock.finance.models import BudgetBalance, DimensionValue, ExpenseClaim
from tests.finance.budgeting import FIRST, LAST
from tests.finance.building import broken_laws
from tests.finance.test_together import _at_once as at_once

from .building import BOSS, DAY, Staff

NEXT = date(2026, 12, 3)


def budget(staff: Staff, *totals: tuple[str, str | None], control: str = "refuse") -> None:
    """Give the department what it may spend on expenses that sell, by month where one is named."""
    lines = tuple(
        finance.NewBudgetLine(Decimal(total), "6601", unit="SALES", month=date.fromisoformat(month) if month else None)
        for total, month in totals
    )
    new = finance.NewBudget("B1", "Travel", "department", FIRST, LAST, lines, "year", control=control)
    call: dict[str, Any] = {"company": staff.company, "by": staff.books.by}
    assert finance.save_budgets([1], budgets={1: new}, on=DAY, **call).counts == {"done": 1}


def figures(staff: Staff) -> list[tuple[int, int, int]]:
    """Answer reserved, used and overdrawn of each line."""
    finance.read_budgets(staff.company, staff.books.by)
    found = BudgetBalance.objects.filter(company_id=staff.company).order_by("line_id")
    return [(int(row.reserved_amount), int(row.used_amount), int(row.overdrawn_amount)) for row in found]


@pytest.fixture
def staff(db: None) -> Staff:
    return Staff()


def test_a_claim_reserves_until_the_journal_says_it(staff: Staff) -> None:
    budget(staff, ("150", None))
    claim = staff.submitted(staff.line(amount="100.00"))
    meal = staff.submitted(staff.line("MEAL", "900.00", ""))
    assert figures(staff) == [(100, 0, 0)], "a meal goes to an account without a budget"
    more = staff.draft(staff.line(amount="60.00", number="22345678"))
    refused = staff.submit(more).verdicts[0]
    assert (refused.code, refused.detail["free"], refused.detail["asked"]) == ("over_budget", "50.00", "60.00")
    call: dict[str, Any] = {"company": staff.company, "by": BOSS}
    assert finance.approve_claims([claim, meal], **call).counts == {"done": 2}
    assert staff.post(claim, meal).counts == {"done": 2}
    assert figures(staff) == [(0, 100, 0)]
    assert staff.submit(more).table() == [(more, "over_budget")]
    taken = finance.reverse_claims([claim], company=staff.company, by=BOSS, on=DAY)
    assert taken.counts == {"done": 1}
    finance.post_pending(staff.company, staff.books.by)
    assert figures(staff) == [(0, 0, 0)]
    assert staff.submit(more).counts == {"done": 1}
    assert not broken_laws()


def test_what_is_refused_or_withdrawn_is_given_back(staff: Staff) -> None:
    budget(staff, ("150", None))
    refused, withdrawn = (staff.submitted(staff.line(amount="70.00", number=f"3234567{n}")) for n in range(2))
    assert figures(staff) == [(140, 0, 0)]
    assert finance.refuse_claims([refused], company=staff.company, by=BOSS, note="no").counts == {"done": 1}
    assert finance.withdraw_claims([withdrawn], company=staff.company, by=staff.ann).counts == {"done": 1}
    assert figures(staff) == [(0, 0, 0)]
    assert not broken_laws()


def test_posting_asks_the_budget_of_its_own_month(staff: Staff) -> None:
    """Handed in for November, posted in December: that month's money it is, and November's is free again."""
    budget(staff, ("100", "2026-11-01"), ("40", "2026-12-01"))
    one, two = (staff.approved(staff.line(amount="40.00", number=f"4234567{n}")) for n in range(2))
    assert figures(staff) == [(80, 0, 0), (0, 0, 0)]
    assert staff.post(one, two, on=NEXT).table() == [(one, "done"), (two, "over_budget")]
    assert figures(staff) == [(40, 0, 0), (0, 40, 0)]
    assert staff.state(two) == "approved"
    assert not broken_laws()


def test_a_project_has_a_budget_of_its_own(staff: Staff) -> None:
    """Of the same account: the claim that names the project draws on it, another does not."""
    project = DimensionValue.objects.create(
        company_id=staff.company, dimension="project", code="P1", name_en="P1", name_zh="P1"
    )
    line = finance.NewBudgetLine(Decimal(100), "6601", project=project.code)
    new = finance.NewBudget("B1", "Project", "account", FIRST, LAST, (line,), "year")
    call: dict[str, Any] = {"company": staff.company, "by": staff.books.by}
    assert finance.save_budgets([1], budgets={1: new}, on=DAY, **call).counts == {"done": 1}
    own = staff.approved(staff.line(amount="60.00"), project=project.code)
    other = staff.approved(staff.line(amount="500.00", number="62345678"))
    assert figures(staff) == [(60, 0, 0)]
    assert staff.post(own, other).counts == {"done": 2}
    assert figures(staff) == [(0, 60, 0)]
    assert not broken_laws()


def test_a_budget_may_only_warn(staff: Staff) -> None:
    budget(staff, ("50", None), control="warn")
    claim = staff.draft(staff.line(amount="100.00"))
    [told] = staff.submit(claim).verdicts
    assert (told.code, told.detail["warned"]["free"]) == ("done", "50.00")
    assert figures(staff) == [(100, 0, 50)]


def test_the_last_money_is_given_once(committed: None) -> None:
    staff = Staff()
    budget(staff, ("100", None))
    claims = [staff.draft(staff.line(amount="60.00", number=f"5234567{n}")) for n in range(2)]
    answers = at_once(*(partial(staff.submit, claim) for claim in claims))
    assert sorted(code for answer in answers for _i, code in answer.table()) == ["done", "over_budget"]
    assert set(ExpenseClaim.objects.values_list("state", flat=True)) == {"submitted", "draft"}
    assert figures(staff) == [(60, 0, 0)]
    assert not broken_laws()
