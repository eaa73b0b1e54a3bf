"""A month of daily sales: how much of it nobody typed, counted as vouchers and as journal lines."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from interlock.core.api import system_actor
from interlock.demo import api, day
from interlock.demo.company.organisation import CODES
from interlock.demo.spine import Stages
from interlock.finance import api as finance
from tests.builders import assert_laws

MONTH, DAYS, ORDERS = date(2026, 6, 1), 28, 60
BY = system_actor("test")
#: What an accountant writes in such a month and nothing else brings: wages, their payment, rent, depreciation.
TYPED = (("6602", "2211", 90_000), ("2211", "1002", 90_000), ("6602", "1002", 900), ("6602", "1602", 4_000))


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.django_db
def test_a_month_of_daily_sales_writes_its_vouchers_itself(capsys: pytest.CaptureFixture[str]) -> None:
    """Twenty-eight small days, and the handful of vouchers that a person writes in one of the companies."""
    companies = api.build_company()
    for offset in range(DAYS):
        day.run_day(CODES, ORDERS, MONTH + timedelta(days=offset), Stages())
    eco = companies["ECO"]
    for debit, credit, amount in TYPED:
        sides = (finance.ManualLine(debit, debit=Decimal(amount)), finance.ManualLine(credit, credit=Decimal(amount)))
        typed = finance.ManualVoucher(MONTH.replace(day=30), "by hand", sides)
        assert finance.post_voucher(typed, company=eco.pk, by=BY).counts == {"done": 1}
    for company in companies.values():
        finance.post_pending(company.pk, BY)
    share = finance.automatic_share([one.pk for one in companies.values()], MONTH)
    figures = share.total.figures()
    with capsys.disabled():
        print(f"\n{MONTH:%Y-%m} {figures}", end="")  # noqa: T201  the figure is asked for
        for code, company in companies.items():
            if company.pk in share.by_company:
                print(f"\n  {code} {share.by_company[company.pk].figures()}", end="")  # noqa: T201
    assert figures["typed_vouchers"] == len(TYPED)
    assert figures["automatic_voucher_pct"] >= 99
    assert figures["automatic_line_pct"] >= 99
    assert_laws()
