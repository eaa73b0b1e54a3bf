"""Statements for tests: what a platform says it pays for some orders of a world."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.sales import api as sales
from interlock.sales.models import Difference, FeeKind, StatementLine, StatementMapping
from tests.builders import DAY, World

_numbers = itertools.count(1)
FEES = {
    "commission": "commission",
    "payment": "payment_fee",
    "logistics": "logistics_fee",
    "marketing": "marketing_fee",
}


def agree(world: World, **changes: Any) -> StatementMapping:
    """Make the fee kinds and a mapping that has the fields' own names as columns."""
    for code, component in FEES.items():
        FeeKind.objects.get_or_create(
            company_id=world.company, code=code, defaults={"component": component, "name_en": code, "name_zh": code}
        )
    given = {"fees": {"commission": "commission", "payment_fee": "payment"}, "columns": {}} | changes
    return StatementMapping.objects.update_or_create(
        company_id=world.company, channel=world.channel, shop=None, defaults=given
    )[0]


def number_of(world: World, order: int) -> str:
    return str(sales.Order.objects.values_list("platform_number", flat=True).get(pk=order, company_id=world.company))


def paid(world: World, order: int, more: str = "0", **fields: Any) -> dict[str, Any]:
    """Make the row that pays an order in full, or ``more``; five per cent are kept back."""
    found = sales.Order.objects.get(pk=order, company_id=world.company)
    gross = found.amount + Decimal(more)
    fee = round(gross / 20, 2)
    row = {"order_no": found.platform_number, "gross": gross, "commission": fee, "payment_fee": "0.10"}
    return row | {"refund": "0", "net": gross - fee - Decimal("0.10")} | fields


def statement(world: World, rows: Iterable[dict[str, Any]], number: str | None = None, **given: Any) -> Any:
    """Import rows as a CSV statement of the world's shop."""
    return sales.import_statement(
        io.BytesIO(text_of(rows).encode()), "statement.csv", company=world.company, by=world.by,
        shop=world.shop.pk, number=number or f"PS{next(_numbers):05d}", on=given.pop("on", DAY), **given,
    )  # fmt: skip


def text_of(rows: Iterable[dict[str, Any]]) -> str:
    rows = list(rows)
    text = io.StringIO()
    names = dict.fromkeys(key for row in rows for key in row)
    writer = csv.DictWriter(text, fieldnames=list(names) or ["order_no", "gross", "commission", "payment_fee"])
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def results(made: Any) -> dict[str, str]:
    """Answer each order number of a statement with its result."""
    found = StatementLine.objects.filter(statement_id=made.statement).order_by("ordinal")
    return dict(found.values_list("order_no", "result"))


def differences(world: World) -> list[tuple[str, Decimal, str]]:
    found = Difference.objects.filter(company_id=world.company).order_by("id")
    return list(found.values_list("result", "amount", "state"))


def recognised(world: World, count: int) -> list[int]:
    """Make orders of one battery that are revenue."""
    world.receive(world.battery, count, str(4 * count))
    return [world.order(("BATTERY", 1), state="recognised") for _ in range(count)]


def balances(world: World, month: date = DAY) -> dict[str, Decimal]:
    from interlock.finance import api as finance

    return {row.code: row.closing for row in finance.trial_balance(world.company, month) if row.closing}
