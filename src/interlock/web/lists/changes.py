"""The list of changes of orders."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interlock.sales.api import ChangeDocument, ChangeReason

from ..navigation import ORDERS
from ..queries import entry
from ..queries import order_changes as queries
from . import cells
from .catalogue import RANGE, SHOP, by_number, by_state
from .declared import Column, Filter, Listing

REASONS = {code: ChangeReason(code).label for code in ChangeReason.values}

ORDER_CHANGE_LIST = Listing(
    code="order-changes",
    title=_("Order changes"),
    url="web:order-changes",
    model="sales.ChangeDocument",
    link="web:order-change-document",
    permissions=ORDERS,
    found=queries.SQL["changes_found"],
    rows=queries.SQL["changes"],
    sums=_("Difference"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("order", _("Order"), value="order_number", link="web:order", link_key="order_id"),
        Column("shop", _("Shop"), value=cells.name, shown=False),
        Column("state", _("State"), "state"),
        Column("reason", _("Reason"), value=cells.word(REASONS, "reason"), wide=True),
        Column("text", _("Why"), shown=False, wide=True),
        Column("looked_at", _("For approval"), value=cells.reasons, cell=cells.reasons_cell, shown=False, wide=True),
        Column("author", _("Written by")),
        Column("change_on", _("Date"), "date"),
        Column("amount_before", _("Amount before"), "amount"),
        Column("amount", _("Amount after"), "amount"),
        Column("delta_amount", _("Difference"), "amount"),
        Column("saved_at", _("Age"), "age", shown=False),
    ),
    filters=(
        by_number("OC-…"),
        by_state(tuple(ChangeDocument.State.values)),
        Filter("reason", _("Reason"), "choice", choices=tuple(REASONS), word=REASONS.__getitem__),
        SHOP,
        Filter("author", _("Written by"), "master", options=entry.SQL["authors"]),
        *RANGE,
    ),
)
