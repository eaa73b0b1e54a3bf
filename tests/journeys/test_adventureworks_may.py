"""The bicycle maker's best month: May 2017, 5,416 real order lines from click to revenue, and back for some."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from interlock.core.api import Company, system_actor
from interlock.demo.api import load_adventureworks
from interlock.demo.company.writing import table
from interlock.finance import api as finance
from tests.builders import assert_laws

from .returning import expected

RETURNS, UNMATCHED = 142, 27


@pytest.mark.data
@pytest.mark.django_db
def test_may_2017_ends_in_the_books_to_the_cent(shared_data: Path) -> None:
    summary = load_adventureworks(shared_data / "adventureworks", date(2017, 5, 31), since=date(2017, 5, 1))
    assert table("sales.OrderLine").objects.count() == 5_416
    assert summary["revenue"] == "1768432.18"
    assert summary["recognised"] == summary["orders"]

    told = expected(shared_data / "adventureworks", date(2017, 5, 1), date(2017, 5, 31))
    assert (summary["returned"], summary["returns_unmatched"]) == (told.returns, told.unmatched) == (RETURNS, UNMATCHED)
    assert Decimal(summary["returned_revenue"]) == told.revenue
    assert abs(Decimal(summary["returned_cost"]) - told.cost) <= told.returns * Decimal("0.005")
    returned = table("sales.ReturnLine").objects.values_list("delivery_line__order__platform_number", "quantity")
    assert Counter(number for number, _pieces in returned) == Counter(number for number, _line in told.pieces)
    assert not table("sales.Return").objects.exclude(state="refunded").exists()

    company = Company.objects.get(code="AWC")
    closing = {row.code: row.closing for row in finance.trial_balance(company.pk, date(2017, 6, 1))}
    assert -closing["6001"] == Decimal("1768432.18") - told.revenue
    lines = table("sales.StatementLine").objects.filter(company_id=company.pk)
    paid, unknown = (
        sum(of.values_list("gross_amount", flat=True), Decimal())
        for of in (lines.exclude(result="unknown_order"), lines.filter(result="unknown_order"))
    )
    assert closing["1122"] == -closing["6001"] - paid
    assert Decimal(summary["cost"]) == told.opened, "every piece opened was sold once, whatever came back"
    assert closing["6401"] == Decimal(summary["cost"]) - Decimal(summary["returned_cost"])
    assert (closing["1406"], closing["2241"]) == (0, -unknown)
    assert closing["1405"] == told.opened - closing["6401"]
    pools = table("stock.Pool").objects.filter(company=company)
    assert sum(pool.quantity for pool in pools) == sum(told.pieces.values())
    assert sum(pool.amount for pool in pools) == closing["1405"]
    assert_laws()


@pytest.mark.slow
@pytest.mark.data
@pytest.mark.django_db
def test_may_2017_is_closed(shared_data: Path) -> None:
    load_adventureworks(shared_data / "adventureworks", date(2017, 5, 31), since=date(2017, 5, 1))
    company, by, may = Company.objects.get(code="AWC"), system_actor("test"), date(2017, 5, 1)
    [waits] = finance.close_month(company.pk, may, by=by, policy="dry_run").verdicts
    assert waits.code == "earlier_month_open", "the month in which stock was opened comes first"
    opened = date.fromisoformat(f"{waits.detail['month']}-01")
    assert finance.close_month(company.pk, opened, by=by).counts == {"done": 1}
    before = {row.code: row.closing for row in finance.trial_balance(company.pk, may)}
    [closed] = finance.close_month(company.pk, may, by=by).verdicts
    assert closed.code == "done", closed.detail
    seen = finance.checklist(company.pk, may)
    assert seen
    assert {step.state for step in seen.steps} == {"closed"}
    report = table("finance.CloseReport").objects.filter(company=company).order_by("id").last()
    said = finance.report_of(report)["report"]
    assert said["month"] == "2017-05"
    told = {row["account"]: Decimal(row["closing"]) for row in said["trial_balance"]}
    assert told == {code: amount for code, amount in before.items() if code in told}
    assert told["6001"] == before["6001"]
    assert finance.automatic_share([company.pk], may).total.figures()["automatic_voucher_pct"] == 100
    assert_laws()
