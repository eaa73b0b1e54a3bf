"""Two project customers on account: a group each with a limit, terms, reminders and the levels of dunning."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor
from interlock.finance import api as finance

from .organisation import PRJ, YEAR
from .writing import table, write

FIRST = date(YEAR, 1, 1)
#: customer → code of its group, limit, credit days
GROUPS = {"PRO-001": ("CG-001", 500_000, 60), "PRO-002": ("CG-002", 80_000, 30)}
LEVELS = [
    (1, 3, "Reminder", "付款提醒", "The documents below are unpaid. Please pay them within the days named.",
     "我方账面显示以下款项尚未付清，请在期限内付款。"),
    (2, 30, "Second reminder", "第二次催款", "The documents below are still unpaid. Deliveries may stop.",
     "经提醒以下款项仍未付清，我方可能暂停发货。"),
]  # fmt: skip


def build(companies: dict[str, Any], by: Actor) -> None:
    """Write what the project company keeps of credit; safe to repeat."""
    company = companies[PRJ]
    if table("finance.CreditGroup").objects.filter(company=company).exists():
        return
    parties = table("parties.Party").objects.in_bulk(list(GROUPS), field_name="code")
    owner = table("core.User").objects.get(username="chen")
    call: dict[str, Any] = {"company": company.pk, "by": by, "on": FIRST}
    for code, (number, limit, days) in GROUPS.items():
        party = parties[code]
        group = table("finance.CreditGroup").objects.create(
            company=company, code=number, name_en=party.name, name_zh=party.name, currency_id="CNY", owner=owner
        )
        new = finance.NewLimit(Decimal(limit), FIRST, "年度授信")
        finance.set_credit_limits([group.pk], limits={group.pk: new}, **call)
        terms = {party.pk: finance.NewTerms(group.pk, credit_days=days)}
        assert finance.set_credit_terms([party.pk], terms=terms, **call).counts == {"done": 1}
    reminders = (("usage_pct", 80), ("days_before_due", 5))
    write("finance.CreditThreshold", [{"company": company, "kind": kind, "value": value} for kind, value in reminders])
    write(
        "finance.DunningLevel",
        [
            {
                "company": company,
                "level": level,
                "days": days,
                "name_en": en,
                "name_zh": zh,
                "text_en": text,
                "text_zh": said,
            }
            for level, days, en, zh, text, said in LEVELS
        ],
    )
