"""Budgets on the pages: lists, one with its versions, grants, the report, an import, allocations of a month."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from interlock.core.api import Unit
from interlock.finance import api as finance
from interlock.finance.models import (
    AllocationRule,
    AllocationRun,
    AllocationTarget,
    Budget,
    BudgetBalance,
    BudgetEntry,
    BudgetLine,
)
from interlock.web.imports import budgets as importing
from interlock.web.imports.declared import KINDS
from tests.builders import DAY, World

from .people import sign_in


def budgeted(world: World) -> tuple[Budget, Budget]:
    """Answer a budget of a department and one of incentives, which has granted 18 of 90."""
    Unit.objects.create(company_id=world.company, kind="department", code="D1", name_en="Desk", name_zh="部门")
    finance.create_books(world.company)
    call = {"company": world.company, "by": world.by}
    year = (date(2026, 1, 1), date(2026, 12, 31))
    lines = (finance.NewBudgetLine(Decimal(5000), account="6602", unit="D1"),)
    gifts = (
        finance.NewBudgetLine(
            Decimal(900000), category="专项激励", channel="非电", beneficiary="业务员", name="大客户"
        ),
    )
    new = {
        1: finance.NewBudget("D1-26", "Desk", "department", *year, lines, "year"),
        2: finance.NewBudget("INC", "Gifts", "incentive", *year, gifts, "year"),
    }
    assert finance.save_budgets([1, 2], budgets=new, on=DAY, **call).counts == {"done": 2}
    line = BudgetLine.objects.get(name="大客户")
    use = finance.NewUse(line.pk, Decimal(180000), date(2026, 2, 1), "HT-1")
    assert finance.use_incentives([1], uses={1: use}, **call).counts == {"done": 1}
    return Budget.objects.get(code="D1-26"), Budget.objects.get(code="INC")


def test_budgets_are_found_by_their_days_and_by_what_is_used(world: World, clerk: Client) -> None:
    own, gifts = budgeted(world)

    def found(page: str, **asked: str) -> list[int]:
        return [row.id for row in clerk.get(reverse(f"web:{page}"), asked).context["page"].rows]

    assert found("budgets", **{"from": "2026-12-31", "to": "2027-06-30"}) == [gifts.pk, own.pk]
    assert found("budgets", **{"from": "2027-01-01"}) == found("budgets", to="2025-12-31") == []
    assert found("budgets", min="180000") == [gifts.pk]
    assert found("budgets", max="179999.99") == [own.pk]
    line = BudgetLine.objects.get(name="大客户").pk
    assert (found("incentives", min="180000"), found("incentives", max="179999.99")) == ([line], [])


def test_the_pages_open_in_both_languages_and_work(world: World, clerk: Client) -> None:
    own, gifts = budgeted(world)
    rule = AllocationRule.objects.create(
        company_id=world.company, code="R1", name_en="Rent", name_zh="房租", basis="shares",
        valid_from=date(2026, 1, 1), source_account=finance.Account.objects.get(company_id=world.company, code="6602"),
    )  # fmt: skip
    unit = Unit.objects.get(company_id=world.company, code="D1")
    AllocationTarget.objects.create(company_id=world.company, rule=rule, unit=unit, share=1)
    lines = (finance.ManualLine("6602", debit=Decimal(40)), finance.ManualLine("1002", credit=Decimal(40)))
    posted = finance.post_voucher(finance.ManualVoucher(DAY, "rent", lines), company=world.company, by=world.by)
    assert posted.counts == {"done": 1}
    month = f"{DAY:%Y-%m}"
    addresses = {
        reverse("web:budgets"): "D1-26",
        reverse("web:budget", args=[own.pk]): "5,000.00",
        reverse("web:budget", args=[gifts.pk]): "HT-1",
        reverse("web:budget-new"): "6602",
        reverse("web:incentives"): "20%",
        reverse("web:budget-report") + "?year=2026": "6602",
        reverse("web:allocations") + f"?month={month}": "40.00",
    }
    for language in ("en", "zh-hans"):
        client = sign_in(world, language=language)
        for address, text in addresses.items():
            content = client.get(address).content.decode()
            assert text in content, (address, text)
            assert not re.search(r"%\(\w+\)s|\{\{|\{%", content), address
        heads = client.get(reverse("web:incentives")).content.decode()
        wanted = ("激励类别", "渠道", "享受人员", "激励名称", "预算总额(万)", "已使用金额(万)", "使用比例")
        assert language == "en" or all(head in heads for head in wanted)
    sheet = clerk.get(reverse("web:budget-report") + "?year=2026&format=xlsx")
    assert sheet["Content-Type"].endswith("sheet")
    [line] = BudgetLine.objects.filter(budget=own)
    form = {"key": str(uuid4()), f"total-{line.pk}": "6,000", "reason": "more"}
    assert clerk.post(reverse("web:budget-change", args=[own.pk]), form).status_code == 302
    assert BudgetBalance.objects.get(line=line).total_amount == 6000
    [gift] = BudgetLine.objects.filter(budget=gifts)
    form = {"key": str(uuid4()), "line": gift.pk, "amount": "100", "on": "2026-03-01", "number": "HT-2"}
    assert clerk.post(reverse("web:budget-grant", args=[gifts.pk]), form).status_code == 302
    assert BudgetEntry.objects.filter(line=gift, number="HT-2").exists()
    form = {"key": str(uuid4()), "month": month, "id": rule.pk}
    assert clerk.post(reverse("web:allocations-run"), form).status_code == 302
    run = AllocationRun.objects.get()
    assert clerk.post(reverse("web:allocations-reverse"), {"month": month, "id": run.pk}).status_code == 302
    assert clerk.post(reverse("web:budget-close", args=[own.pk])).status_code == 302
    version = finance.BudgetChange.objects.filter(budget=own).latest("id").pk
    assert clerk.get(reverse("web:document", args=[version]), follow=True).redirect_chain[-1][0].endswith(f"/{own.pk}/")
    own.refresh_from_db()
    assert own.state == "closed"
    form = {"code": "NEW", "name": "New", "kind": "account", "control": "warn", "reason": "year",
            "starts_on": "2026-01-01", "ends_on": "2026-12-31", "account-0": "6602", "total-0": "12"}  # fmt: skip
    assert clerk.post(reverse("web:budget-new"), form | {"total-0": "x"}).status_code == 200
    assert clerk.post(reverse("web:budget-new"), form).status_code == 302
    assert Budget.objects.get(code="NEW").control == "warn"
    other = World(code="ALIEN")
    assert sign_in(other).get(reverse("web:budget", args=[own.pk])).status_code == 404
    assert sign_in(world, ["stock.view_balance"]).get(reverse("web:budgets")).status_code == 403


def test_a_table_of_budgets_is_taken_whole_or_not_at_all(world: World) -> None:
    budgeted(world)
    row = {"budget": "T1", "name": "T", "kind": "account", "starts_on": "2026-01-01", "ends_on": "2026-12-31",
           "reason": "table", "account": "6602", "total": "10.00"}  # fmt: skip
    take = importing.take_budgets(KINDS["budgets"])
    given = {2: row, 3: row | {"account": "9999"}, 4: row | {"budget": "T2"}, 5: row | {"budget": "T3", "total": "x"}}
    taken = take(given, company=world.company, by=world.by)
    assert taken.done == {4: "taken"}
    assert {number: faults[0].code for number, faults in taken.faults.items()} == {
        2: "set_rejected", 3: "account_unknown", 5: "bad_number",
    }  # fmt: skip
    assert Budget.objects.filter(code="T2").exists()
    assert not Budget.objects.filter(code="T1").exists()
