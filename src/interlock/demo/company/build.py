"""Build the sample company once: masters in one transaction, stock and books through their operations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction

from interlock.core.api import Company, open_periods, system_actor
from interlock.finance import api as finance

from . import (
    approvals,
    bank,
    budgets,
    credit,
    expenses,
    goods,
    opening,
    organisation,
    partners,
    people,
    rights,
    taxes,
    trade,
)
from .organisation import CODES, YEAR
from .writing import write

STEPS = 6


def companies() -> dict[str, Any]:
    """Answer the sample companies by code, none when they are not built."""
    return {company.code: company for company in Company.objects.filter(code__in=CODES)}


def build_company(progress: Callable[[str, int, int], None] | None = None) -> dict[str, Any]:
    """Build what is missing of the sample company and answer its companies; safe to repeat, quick when it is there."""

    def report(done: int) -> None:
        if progress:
            progress("company", done, STEPS)

    found = companies()
    if not found:
        with transaction.atomic():
            found = organisation.build()
            users = people.build(found)
            approvals.build(found)
            taxes.build(found)
            report(1)
            parties = partners.build(found)
            items = goods.build()
            report(2)
            expenses.masters(found, users)
            trade.build(found, parties, items)
            rights.build(found)
            write("stock.Reason", [{"code": c, "name_en": en, "name_zh": zh} for c, en, zh in opening.REASONS])
            report(3)
            for company in found.values():
                finance.create_books(company.pk)
                open_periods(company.pk, date(YEAR, 1, 1), date(YEAR + 1, 1, 31))
            bank.build(found)
            report(4)
    by = system_actor("demo")
    if not opening.opened(found):
        opening.open_books(found, by)
        report(5)
        for company in found.values():
            finance.post_pending(company.pk, by)
    credit.build(found, by)
    budgets.build(found, by)
    expenses.build(found, by)
    report(STEPS)
    return found
