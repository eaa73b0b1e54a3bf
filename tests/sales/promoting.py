"""Builders of promotions for the tests of the review."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from interlock.sales.models import Coupon, CouponBalance, Promotion
from tests.builders import World

BEGIN, END = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)


def promotion(world: World, code: str = "P10", kind: str = "percentage", **fields: Any) -> Promotion:
    """Make a promotion of the whole month, ten percent by default."""
    if kind == "percentage":
        fields.setdefault("percent", 10)
    given = {"starts_at": BEGIN, "ends_at": END, "name_en": code.title(), "name_zh": f"活动{code}"} | fields
    made = Promotion(company=world.company_row, code=code, kind=kind, **given)
    made.full_clean()
    made.save()
    return made


def coupon(world: World, of: Promotion, code: str = "C10", budget: Any = 100, **fields: Any) -> Coupon:
    """Make a coupon of a promotion that needs one."""
    Promotion.objects.filter(pk=of.pk).update(needs_coupon=True)
    return Coupon.objects.create(company=world.company_row, code=code, promotion=of, budget_amount=budget, **fields)


def drawn(of: Coupon) -> tuple[Decimal, int]:
    """Answer what a coupon has given, and how often."""
    balance = CouponBalance.objects.get(coupon=of)
    return balance.drawn_amount, balance.uses
