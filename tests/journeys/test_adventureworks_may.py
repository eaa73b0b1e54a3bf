"""The bicycle maker's best month: May 2017, 5,416 real order lines from click to revenue."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from interlock.core.api import Company
from interlock.demo.api import load_adventureworks
from interlock.demo.company.writing import table
from interlock.finance import api as finance
from tests.builders import assert_laws


@pytest.mark.data
@pytest.mark.django_db
def test_may_2017_ends_in_the_books_to_the_cent(shared_data: Path) -> None:
    summary = load_adventureworks(shared_data / "adventureworks", date(2017, 5, 31), since=date(2017, 5, 1))
    assert table("sales.OrderLine").objects.count() == 5_416
    assert summary["revenue"] == "1768432.18"
    assert summary["recognised"] == summary["orders"]

    company = Company.objects.get(code="AWC")
    closing = {row.code: row.closing for row in finance.trial_balance(company.pk, date(2017, 6, 1))}
    assert closing["1122"] == Decimal("1768432.18") == -closing["6001"]
    assert closing["6401"] == Decimal(summary["cost"])
    assert closing["1405"] == closing["1406"] == 0
    pools = table("stock.Pool").objects.filter(company=company)
    assert not pools.exclude(quantity=0).exists()
    assert not pools.exclude(amount=0).exists()
    assert_laws()
