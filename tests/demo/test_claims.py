"""The sample company's people claim expenses: some claims in each state, and the books agree."""

from __future__ import annotations

from collections import Counter

import pytest

from interlock.core.api import run_checks
from interlock.demo.company.build import build_company
from interlock.finance.models import ExpenseClaim, OpenItem

pytestmark = pytest.mark.slow


def test_claims_stand_in_several_states(db: None) -> None:
    company = build_company()["ECO"].pk
    states = Counter(ExpenseClaim.objects.filter(company_id=company).values_list("state", flat=True))
    assert states == {"paid": 1, "posted": 1, "submitted": 1, "refused": 1, "draft": 1}
    build_company()
    assert ExpenseClaim.objects.filter(company_id=company).count() == 5
    owed = OpenItem.objects.filter(company_id=company, kind="expense_claimed", open_amount__gt=0)
    assert [row.open_amount for row in owed] == [452]
    assert not {check.name: check.broken for check in run_checks() if not check.holds}
