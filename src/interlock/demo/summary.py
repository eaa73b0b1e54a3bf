"""What came of a day or a load, asked of the database, not of what the program remembers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import run_checks
from interlock.core.sql import blocks, rows

from .spine import Stages

SQL = blocks(__file__)


def summarise(companies: Sequence[int], day: date | None, stages: Stages) -> dict[str, Any]:
    """Answer the figures of the orders of a day (or of all days), the laws included; amounts are text.

    ``accepted`` orders were taken in by the intake, held ones among them; ``held`` counts those held now, by reason;
    ``revenue`` is net of VAT, with what platforms bear of it; it and ``cost``, gifts included, are those before
    returns; ``returned`` counts the returns that took effect, ``returned_revenue`` and ``returned_cost`` are what
    they reversed of it; ``differences`` counts what
    statements say otherwise than we, by result.
    """
    scope = {"companies": list(companies), "day": day}
    with stages.stage("check", 1):
        laws_ok = all(result.holds for result in run_checks())
    orders = rows(SQL["orders"], **scope)[0]
    money = rows(SQL["money_of_day" if day else "money"], **(scope if day else {"companies": scope["companies"]}))
    amounts = {(row.kind, row.component): row.amount for row in money}
    vouchers = rows(SQL["vouchers"], **scope)[0]
    balance = rows(SQL["balance"], companies=scope["companies"])[0]
    return {
        "orders": rows(SQL["sent"], **scope)[0].orders,
        "accepted": orders.accepted,
        "held": {row.reason: row.orders for row in rows(SQL["held"], **scope)},
        "shipped": orders.shipped,
        "recognised": orders.recognised,
        "returned": rows(SQL["returned"], **scope)[0].returns,
        "revenue": _sum(amounts, "revenue_recognised", "net", "subsidy"),
        "vat": _amount(amounts.get(("revenue_recognised", "vat"))),
        "cost": _sum(amounts, "revenue_recognised", "cost", "gift_cost"),
        "returned_revenue": _sum(amounts, "revenue_reversed", "net", "subsidy"),
        "returned_cost": _sum(amounts, "revenue_reversed", "cost", "gift_cost"),
        "settled": rows(SQL["settled"], **scope)[0].orders,
        "differences": {row.result: row.count for row in rows(SQL["differences"], **scope)},
        "vouchers": vouchers.vouchers,
        "automatic_voucher_pct": round(100 * vouchers.automatic / vouchers.vouchers, 2) if vouchers.vouchers else 0.0,
        "trial_balance": {
            "debit": _amount(balance.debit),
            "credit": _amount(balance.credit),
            "balanced": balance.debit == balance.credit,
        },
        "laws_ok": laws_ok,
        "seconds": stages.rounded(),
    }


def days_of(companies: Sequence[int]) -> list[Any]:
    """Answer the days that were run: ``on``, ``sent`` orders, and ``is_done`` when nothing is on its way."""
    return rows(SQL["days"], companies=list(companies))


def last_day(companies: Sequence[int]) -> date | None:
    """Answer the last day of which these companies have orders from files; one typed by hand is no day."""
    found: date | None = rows(SQL["last_day"], companies=list(companies))[0].day
    return found


def _sum(amounts: dict[tuple[str, str], Decimal], kind: str, *components: str) -> str:
    return _amount(sum((amounts.get((kind, component), Decimal()) for component in components), Decimal()))


def _amount(value: Decimal | None) -> str:
    return f"{value or Decimal():.2f}"
