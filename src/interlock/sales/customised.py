"""What of sales may have fields of a company's own, and what such fields may link to."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interlock.core.api import Customised, customised, linkable
from interlock.core.sql import blocks

SQL = blocks(__file__)

customised(
    Customised(
        "order",
        _("Sales order"),
        SQL["order_found"],
        ("sales.amend_orders", "sales.change_orders", "sales.release_orders"),
        states=("received", "held", "reviewed", "reserved", "released", "shipped", "recognised"),
        moves={"sales.release_orders": "reviewed"},
    )
)
customised(
    Customised(
        "delivery",
        _("Delivery"),
        SQL["delivery_found"],
        ("sales.ship_deliveries", "sales.release_deliveries"),
        states=("released", "shipped", "recognised"),
    )
)
customised(
    Customised(
        "return",
        _("Return"),
        SQL["return_found"],
        ("sales.announce_returns", "sales.receive_returns", "sales.inspect_returns", "sales.refund_returns"),
        states=("announced", "received", "inspected", "refunded"),
        moves={
            "sales.receive_returns": "received",
            "sales.inspect_returns": "inspected",
            "sales.refund_returns": "refunded",
        },  # fmt: skip
    )
)
customised(
    Customised(
        "shop",
        _("Shop"),
        SQL["shop_found"],
        ("sales.change_shop",),
        model="sales.Shop",
    )
)
linkable("shop", _("Shop"), SQL["shop_linked"])
