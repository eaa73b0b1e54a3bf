"""Who approves what: prices below the floor of the web shops, dear ones by a second manager beside the first; and
whatever a change of an order moves in price or amount, in every company."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.models import Group

from interlock.core.api import give_route
from interlock.sales import api as sales

from .organisation import ECO, YEAR
from .writing import table, write

SECOND_FROM = 2_000
#: What of a change of an order needs a manager; the company's parameters say from which percentage on.
CHANGES = ("price_raised", "price_lowered", "amount_raised", "amount_lowered", "approved_order")
CODE, NAMES, SINCE = "PRICE", ("Price below the floor", "低于最低价放行"), date(YEAR, 1, 1)


def complete() -> int:
    """Give companies with shops, built before approvals were, the route of prices; answers how many got it."""
    companies = sorted(set(table("sales.Shop").objects.values_list("company_id", flat=True)))
    return len(give_route(sales.PRICE_RELEASE, companies, code=CODE, names=NAMES, valid_from=SINCE))


def build(companies: dict[str, Any]) -> None:
    """Write the route of the e-commerce company and that of all, with their nodes."""
    users = table("core.User").objects.in_bulk(["chen", "grace"], field_name="username")
    route, changes = write(
        "core.ApprovalRoute",
        [
            {
                "company": companies[ECO], "code": CODE, "kind": sales.PRICE_RELEASE, "valid_from": SINCE,
                "name_en": NAMES[0], "name_zh": NAMES[1],
                "reminder_hours": 4, "deadline_hours": 24,
            },
            {
                "code": "CHANGE", "kind": "order_change", "valid_from": date(YEAR, 1, 1), "reasons": list(CHANGES),
                "name_en": "Change of an order", "name_zh": "订单变更", "reminder_hours": 4, "deadline_hours": 24,
            },
        ],
    )  # fmt: skip
    node = {"route": route, "sequence": 1}
    write(
        "core.ApprovalNode",
        [
            node | {"user": users["chen"], "name_en": "Head of sales", "name_zh": "销售负责人"},
            node
            | {
                "user": users["grace"], "amount_from": SECOND_FROM,
                "name_en": "A second manager", "name_zh": "第二位经理",
            },
            {
                "route": changes, "sequence": 1, "role": Group.objects.get(name="manager"),
                "name_en": "A manager", "name_zh": "经理",
            },
        ],
    )  # fmt: skip
