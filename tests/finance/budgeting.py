"""Books with departments and budgets to test with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Outcome, Unit
from interlock.finance import api as finance
from interlock.finance.models import BudgetBalance, BudgetLine

from .building import DAY, Books
from .test_drafts import ANN, BEN

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def line(total: str | None, **of: Any) -> finance.NewBudgetLine:
    of.setdefault("account", "6602")
    return finance.NewBudgetLine(None if total is None else Decimal(total), **of)


class Budgets(Books):
    """A company's books with two departments, and verbs for budgets."""

    def __init__(self, code: str = "BOOKS") -> None:
        super().__init__(code)
        self.departments = [
            Unit.objects.create(company_id=self.company, kind="department", code=name, name_en=name, name_zh=name).pk
            for name in ("D1", "D2")
        ]

    def call(self, by: Any = None) -> dict[str, Any]:
        return {"company": self.company, "by": by or self.by}

    def save(self, *lines: finance.NewBudgetLine, code: str = "B1", **of: Any) -> Outcome:
        given = {"name": code, "kind": "account", "starts_on": FIRST, "ends_on": LAST, "reason": "year", **of}
        new = finance.NewBudget(code=code, lines=lines, **given)
        return finance.save_budgets([1], budgets={1: new}, on=DAY, **self.call())

    def budget(self, *lines: finance.NewBudgetLine, **of: Any) -> list[int]:
        """Write a budget; answers its lines."""
        [verdict] = self.save(*lines, **of).verdicts
        assert verdict.code == "done", verdict
        return list(
            BudgetLine.objects.filter(budget=verdict.detail["budget"]).order_by("id").values_list("id", flat=True)
        )

    def draft(self, amount: str, unit: str = "", account: str = "6602", on: date = DAY, back: bool = False) -> int:
        """Write a voucher by hand that spends, or takes back; answers the draft."""
        money = Decimal(amount)
        legs = [
            finance.NewDraftLine(account, debit=money, unit=unit),
            finance.NewDraftLine("1002", credit=money),
        ]
        if back:
            legs = [finance.NewDraftLine(account, credit=money, unit=unit), finance.NewDraftLine("1002", debit=money)]
        new = finance.NewDraft(on, "spent", tuple(legs))
        [verdict] = finance.save_drafts([1], drafts={1: new}, **self.call(ANN)).verdicts
        return int(verdict.detail["draft"])

    def submit(self, *ids: int, **options: Any) -> list[str]:
        return [c for _i, c in finance.submit_drafts(list(ids), **self.call(ANN), **options).table()]

    def post_drafts(self, *ids: int) -> list[str]:
        return [c for _i, c in finance.post_drafts(list(ids), **self.call(BEN)).table()]

    def figures(self, line: int) -> tuple[int, ...]:
        """Answer total, reserved, used and overdrawn of a line."""
        row = BudgetBalance.objects.get(line_id=line)
        return tuple(
            int(value) for value in (row.total_amount, row.reserved_amount, row.used_amount, row.overdrawn_amount)
        )
