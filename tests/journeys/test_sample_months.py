"""The sample company sells for three months, and its accountants close them, one after the other, in every company."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from interlock.core.api import Company, system_actor
from interlock.demo import api, day
from interlock.demo.company.organisation import CODES
from interlock.demo.spine import Desk, Stages
from interlock.finance import api as finance
from interlock.finance.models import ClosePolicy, CloseReport, CountedVoucher, Voucher
from interlock.sales import api as sales
from tests.builders import assert_laws

DAYS = [date(2026, 6, 18), date(2026, 7, 9), date(2026, 8, 13)]
MONTHS = [on.replace(day=1) for on in DAYS]
ORDERS = 300
BY = system_actor("test")


def last_day(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def mend(company: Company, month: date, findings: list[dict[str, Any]], folder: Path) -> None:
    """Do what an accountant does about the documents that a close names."""
    on = last_day(month)
    named: dict[str, list[int]] = {}
    for found in findings:
        named.setdefault(found["code"], []).append(found["document_id"])
    call: dict[str, Any] = {"company": company.pk, "by": BY}
    if differing := named.pop("difference_open", []):
        accepted = sales.accept_differences(differing, on=on, note="small change", **call)
        rest = [verdict.id for verdict in accepted.rejected]
        if rest:
            assert sales.hand_back_differences(rest, note="please ask the platform", **call).counts == {
                "done": len(rest)
            }
    if late := named.pop("not_recognised", []):
        desk = Desk(company.pk, BY, Stages())
        for event in ("receipt", "installation"):
            waiting = set(day.waiting_for(company.pk, event, on)) & set(late)
            desk.confirm(event, on, sorted(waiting), folder)
    assert not named, named
    finance.post_pending(company.pk, BY)


def close(company: Company, month: date, folder: Path) -> int:
    """Close a month, and mend what stands in the way until nothing does; answers how many documents were mended."""
    mended = 0
    for _round in range(3):
        [verdict] = finance.close_month(company.pk, month, by=BY, early=True).verdicts
        if verdict.ok:
            return mended
        assert verdict.code == "differs", (company.code, month, verdict)
        mended += verdict.detail["count"]
        mend(company, month, verdict.detail["findings"], folder)
    raise AssertionError(f"{company.code} {month}: what a close names can be mended")


@pytest.mark.slow
@pytest.mark.django_db
def test_three_months_of_the_sample_company_are_closed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    companies: dict[str, Company] = api.build_company()
    eco = companies["ECO"]
    ClosePolicy.objects.create(company=eco, code="carry_forward_months", value=1)
    for company in companies.values():
        assert close(company, date(2026, 1, 1), tmp_path) == 0, "the month in which the books were opened"
    mended, shares = 0, {}
    for on, month in zip(DAYS, MONTHS, strict=True):
        day.run_day(CODES, ORDERS, on, Stages())
        typed = (finance.ManualLine("6602", debit=Decimal(900)), finance.ManualLine("1002", credit=Decimal(900)))
        rent = finance.ManualVoucher(last_day(month), "rent", typed)
        assert finance.post_voucher(rent, company=eco.pk, by=BY).counts == {"done": 1}
        for company in companies.values():
            finance.post_pending(company.pk, BY)
            mended += close(company, month, tmp_path)
        shares[f"{month:%Y-%m}"] = finance.automatic_share([one.pk for one in companies.values()], month)
    assert mended, "differences and late confirmations stood in the way of some month"
    for company in companies.values():
        reports = list(CloseReport.objects.filter(company=company).order_by("id"))
        said = [finance.report_of(report)["report"] for report in reports]
        assert [one["month"] for one in said] == ["2026-01", "2026-06", "2026-07", "2026-08"]
        assert {report.state for report in reports} == {"valid"}
        for one in said:
            assert sum(Decimal(row["closing"]) for row in one["trial_balance"]) == 0
        assert finance.close_month(company.pk, MONTHS[0], by=BY).verdicts[0].code == "already"
        vouchers = Voucher.objects.filter(company=company, posting_on__lt=date(2026, 9, 1))
        assert not vouchers.exclude(state="posted").exists()
        assert CountedVoucher.objects.filter(company=company).count() >= vouchers.count()
    with capsys.disabled():
        for name, share in shares.items():
            print(f"\n{name} {share.total.figures()}", end="")  # noqa: T201  the figure is asked for
    for share in shares.values():
        figures = share.total.figures()
        assert figures["typed_vouchers"] == 1
        assert figures["automatic_line_pct"] >= 99
        assert figures["automatic_line_pct_without_carried"] >= 99
    assert_laws()
