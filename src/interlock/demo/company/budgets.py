"""What the sample company budgets: two departments, incentives as its sales people know them, one allocation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor
from interlock.finance import api as finance

from .organisation import ECO, MFG, YEAR
from .writing import table, write

FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
INCENTIVE = ("专项激励", "非电", "业务员")
#: name of the incentive → budget and what is used of it
INCENTIVES = {"大客户": ("900000", "180000"), "新客户": ("1000000", "800000")}


def build(companies: dict[str, Any], by: Actor) -> None:
    """Write budgets, what was granted, thresholds and an allocation rule; safe to repeat."""
    if table("finance.Budget").objects.filter(company__in=list(companies.values())).exists():
        return
    _incentives(companies[MFG], by)
    _departments(companies[ECO], by)
    _allocation(companies[ECO])


def _save(company: Any, by: Actor, new: finance.NewBudget) -> None:
    outcome = finance.save_budgets([1], budgets={1: new}, on=FIRST, company=company.pk, by=by)
    assert outcome.counts == {"done": 1}, outcome.verdicts


def _incentives(company: Any, by: Actor) -> None:
    category, channel, people = INCENTIVE
    lines = tuple(
        finance.NewBudgetLine(Decimal(total), category=category, channel=channel, beneficiary=people, name=name)
        for name, (total, _used) in INCENTIVES.items()
    )
    _save(
        company,
        by,
        finance.NewBudget(f"INC-{YEAR}", "销售激励", "incentive", FIRST, LAST, lines, "年度激励", owner="chen"),
    )
    kept = table("finance.BudgetLine").objects.filter(company=company, budget__code=f"INC-{YEAR}")
    uses = {
        line.pk: finance.NewUse(line.pk, Decimal(INCENTIVES[line.name][1]), FIRST, f"JL-{YEAR}-{place:03}")
        for place, line in enumerate(kept.order_by("id"), start=1)
    }
    outcome = finance.use_incentives(list(uses), uses=uses, company=company.pk, by=by)
    assert outcome.counts == {"done": len(uses)}, outcome.verdicts
    steps = ((80, "tell", None), (90, "lower", Decimal(50)))
    write(
        "finance.BudgetThreshold",
        [{"company": company, "used_pct": pct, "action": action, "rate_pct": rate} for pct, action, rate in steps],
    )


def _departments(company: Any, by: Actor) -> None:
    for unit, name, total in (("OPS", "店铺运营部费用", "600000"), ("CS", "客服部费用", "120000")):
        lines = (
            finance.NewBudgetLine(Decimal(total), account="6602", unit=unit),
            finance.NewBudgetLine(Decimal(total) / 4, account="660105", unit=unit),
        )
        new = finance.NewBudget(f"{unit}-{YEAR}", name, "department", FIRST, LAST, lines, "年度预算", owner="chen")
        _save(company, by, new)
    write("finance.BudgetThreshold", [{"company": company, "used_pct": 80, "action": "tell"}])


def _allocation(company: Any) -> None:
    units = {unit.code: unit for unit in table("core.Unit").objects.filter(company=company, kind="department")}
    rent = table("finance.Account").objects.get(company=company, code="6602")
    rule = table("finance.AllocationRule").objects.create(
        company=company, code="HEADS", name_en="Shared costs by heads", name_zh="公共费用按人数分摊", basis="statistic",
        statistic="HEADS", source_account=rent, valid_from=FIRST,
    )  # fmt: skip
    heads = {"CS": 18, "FIN": 6, "OPS": 14, "SALES": 9, "WH": 23}
    write("finance.AllocationTarget", [{"company": company, "rule": rule, "unit": units[code]} for code in heads])
    write(
        "finance.Statistic",
        [
            {"company": company, "code": "HEADS", "unit": units[code], "month": date(YEAR, month, 1), "value": value}
            for month in range(1, 13)
            for code, value in heads.items()
        ],
    )
