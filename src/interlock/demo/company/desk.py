"""The desk at which clerks enter orders of customers by name: a channel, a price list and a shop of each company."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from .people import clerk_of_company
from .writing import write

CODE = "DESK"
#: Landlines too; an order on account is not paid before, and whoever stands at the desk may buy what there is.
PHONE = r"^[0-9+][0-9 +-]{5,}$"
CHECKS: dict[str, dict[str, Any] | None] = {
    "authorisation": None,
    "payment": None,
    "completeness": {"require": ["buyer", "phone", "address"], "phone_pattern": PHONE},
}


def build(
    companies: dict[str, Any],
    walk_in: Any,
    prices: Callable[[Any], Iterable[dict[str, Any]]],
    checks: Callable[..., None],
) -> None:
    """Write the desk of each company; who buys without a name is the walk-in customer."""
    clerks = clerk_of_company()
    for code, company in companies.items():
        named = {"company": company, "code": CODE, "name_en": "Order desk", "name_zh": "订单台"}
        price_list = write(
            "items.PriceList", [named | {"name_en": "Desk prices", "name_zh": "订单台价目表", "currency_id": "CNY"}]
        )[0]
        write("items.Price", prices(price_list))
        channel = write("sales.Channel", [named])[0]
        checks(company, channel, **CHECKS)
        unit = write("core.Unit", [named | {"kind": "shop"}])[0]
        shop = {"channel": channel, "unit": unit, "customer": walk_in, "price_list": price_list, "owner": clerks[code]}
        write("sales.Shop", [named | shop | {"split": "wait_for_all", "state": "active"}])
