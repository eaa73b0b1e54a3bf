"""How the books begin: stock counted at the new year, and the balances of the old books."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from interlock.core.api import Actor
from interlock.finance import api as finance
from interlock.stock import api as stock

from ..replenish import pick_bins, post_movement
from .catalogue import CENT, SOLD_OUT, products
from .organisation import ECO, MFG, PRJ, YEAR
from .structure import parts, unit_costs
from .trade import WAREHOUSES
from .writing import table

OPENED_ON, COUNTED_ON = date(YEAR, 1, 1), date(YEAR, 1, 5)
REASONS = [
    ("COUNT", "Count difference", "盘点差异"), ("DAMAGE", "Damaged", "破损"), ("SAMPLE", "Sample", "样品领用"),
    ("FOUND", "Found", "找到"),
]  # fmt: skip
PIECES = {MFG: (40, 60), ECO: (60, 260), PRJ: (24, 0)}  # of a product, of an accessory
# million yuan by account of the old books; equity takes the rest
BALANCES = {
    MFG: {"1002": 26, "1012": 2, "1601": 48, "1602": -14, "2001": -12, "220201": -9, "2211": -3, "4001": -30},
    ECO: {"1002": 18, "1012": 6, "1601": 3, "1602": -1, "220201": -6, "2211": -2, "4001": -10},
    PRJ: {"1002": 7, "1122": 4, "1601": 2, "1602": -1, "220201": -3, "2211": -1, "4001": -6},
}


def opened(companies: dict[str, Any]) -> bool:
    """Say whether everything here was posted and has reached the journal."""
    ours = [company.pk for company in companies.values()]
    done = table("stock.Movement").objects.filter(company_id__in=ours, kind="adjustment", state="posted").count()
    waiting = table("finance.EventPending").objects.filter(company_id__in=ours).exists()
    return done >= len(WAREHOUSES) and not waiting


def open_books(companies: dict[str, Any], by: Actor) -> None:
    """Post the balances of the old books, the counted stock, and what turned out to be damaged."""
    for code, company in companies.items():
        _balances(code, company.pk, by)
    damage = table("stock.Reason").objects.get(code="DAMAGE").pk
    for owner, warehouse, *_ in WAREHOUSES:
        company = companies[owner].pk
        place = table("stock.Warehouse").objects.get(company_id=company, code=warehouse).pk
        lines = tuple(_counted(owner, company, warehouse, place))
        given: dict[str, Any] = {"company": company, "by": by}
        post_movement(f"opening:{warehouse}", kind="opening", movement_on=OPENED_ON, lines=lines, **given)
        gone = tuple(stock.NewLine(line.item, line.location, -line.quantity, serials=line.serials)
                     for line in _sold_out(company, warehouse, place))  # fmt: skip
        post_movement(
            f"damaged:{warehouse}", kind="adjustment", movement_on=COUNTED_ON, lines=gone, reason=damage, **given
        )


def _balances(code: str, company: int, by: Actor) -> None:
    amounts = {account: Decimal(millions) * 1_000_000 for account, millions in BALANCES[code].items()}
    amounts["410401"] = -sum(amounts.values(), Decimal())
    lines = tuple(
        finance.ManualLine(account, debit=max(amount, Decimal()), credit=max(-amount, Decimal()))
        for account, amount in sorted(amounts.items())
        if amount
    )
    voucher = finance.ManualVoucher(OPENED_ON, "期初余额 Opening balances", lines)
    key = uuid5(NAMESPACE_URL, f"interlock:demo:{company}:balances")
    outcome = finance.post_voucher(voucher, company=company, by=by, key=key)
    if outcome.rejected:
        raise RuntimeError(f"opening balances of {code}: {outcome.rejected[0]}")


def _counted(owner: str, company: int, warehouse: str, place: int) -> Iterator[stock.NewLine]:
    """Yield what was counted in a warehouse; the factory also keeps parts and materials, in the bulk bins."""
    items = dict(table("items.Item").objects.values_list("code", "id"))
    bins, costs = pick_bins(company, place), unit_costs()
    of_product, of_accessory = PIECES[owner]
    yield from _sold_out(company, warehouse, place)
    for product in products():
        pieces = of_accessory if product.category == "ACCESSORY" else of_product
        if pieces and product.code not in SOLD_OUT:
            item = items[product.code]
            yield _line(item, bins[item], Decimal(pieces), costs[product.code], _serials(product, warehouse, pieces))
    if owner == MFG:
        bulk = list(
            table("stock.Location")
            .objects.filter(company_id=company, warehouse_id=place, code__startswith="R-")
            .order_by("pick_order")
            .values_list("id", flat=True)
        )
        dice = random.Random(20260101)
        for number, part in enumerate(parts()):
            quantity = Decimal(dice.randint(8, 60) * (50 if part.category == "MATERIAL" else 10))
            yield _line(items[part.code], bulk[number % len(bulk)], quantity, part.cost, ())


def _sold_out(company: int, warehouse: str, place: int) -> Iterator[stock.NewLine]:
    """Yield the two pieces of what was sold out long ago; they turn out to be damaged."""
    items = dict(table("items.Item").objects.filter(code__in=SOLD_OUT).values_list("code", "id"))
    bins, costs = pick_bins(company, place), unit_costs()
    for product in products():
        if product.code in SOLD_OUT:
            item = items[product.code]
            yield _line(item, bins[item], Decimal(2), costs[product.code], _serials(product, warehouse, 2))


def _line(item: int, location: int, quantity: Decimal, cost: Decimal, serials: tuple[str, ...]) -> stock.NewLine:
    return stock.NewLine(item, location, quantity, (quantity * cost).quantize(CENT, ROUND_HALF_UP), serials)


def _serials(product: Any, warehouse: str, pieces: int) -> tuple[str, ...]:
    return tuple(f"{product.code}-{warehouse}-{n:05d}" for n in range(pieces)) if product.serial_tracked else ()
