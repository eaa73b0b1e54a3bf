"""The lists of the workplace: one declared here has paging, filters, views, totals, export and actions on all."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .. import words
from ..navigation import BOOKS, DELIVERIES, ENTRY, MOVEMENTS, ORDERS, RETURNS, SETTLEMENT
from ..queries import books, deliveries, entry, orders, returns, settlement, stock
from . import cells
from .declared import Column, Filter, Listing, amounts, between

ORDER_DRAFT_STATES = ("draft", "submitted", "discarded")
ORDER_STATES = ("received", "held", "reviewed", "reserved", "released", "shipped", "recognised", "cancelled")
DELIVERY_STATES = ("released", "shipped", "recognised", "cancelled")
RETURN_STATES = ("announced", "received", "inspected", "refunded", "cancelled")
STATEMENT_STATES = ("imported", "matched", "posted", "paid")
EVENT_CODES = (
    "no_rule",
    "ambiguous_rule",
    "account_closed",
    "account_is_group",
    "account_unknown",
    "dimension_missing",
    "period_closed",
)
MOVEMENT_KINDS = ("receipt", "adjustment", "opening")


def _state(code: str) -> object:
    return words.STATES[code][0]


def by_number(hint: object = "") -> Filter:
    return Filter("q", _("Number"), "text", "term", hint=hint, place="always")


def by_state(states: tuple[str, ...]) -> Filter:
    return Filter("state", _("State"), "choice", choices=states, word=_state, place="always")


RANGE = (*between(_("From"), _("To")), *amounts(_("Amount from"), _("Amount to")))
SHOP = Filter("shop", _("Shop"), "master", options=orders.SQL["shops"], model="sales.Shop")
CUSTOMER = Filter(
    "customer", _("Customer"), "master", options=orders.SQL["customers"], model="parties.Party", place="rare"
)
WAREHOUSE = Filter("warehouse", _("Warehouse"), "master", options=deliveries.SQL["warehouses"], model="stock.Warehouse")

ORDER_LIST = Listing(
    code="orders",
    title=_("Sales orders"),
    url="web:orders",
    model="sales.Order",
    link="web:order",
    permissions=ORDERS,
    custom="order",
    found=orders.SQL["orders_found"],
    rows=orders.SQL["orders"],
    sums=_("Amount"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("platform_number", _("Platform order"), shown=False),
        Column("shop", _("Shop"), value=cells.name, wide=True),
        Column("channel", _("Channel"), value=cells.named("channel"), shown=False),
        Column("buyer", _("Buyer"), value=cells.masked_buyer),
        Column("province", _("Province"), shown=False),
        Column("city", _("City"), shown=False),
        Column("state", _("State"), "state"),
        Column("reason", _("Reason"), value=cells.reasons, cell=cells.reasons_cell, wide=True),
        Column("order_on", _("Order date"), "date", shown=False),
        Column("amount", _("Amount"), "amount"),
        Column("tax_amount", _("VAT"), "amount", shown=False),
        Column("paid_amount", _("Paid"), "amount", shown=False),
        Column("ordered_at", _("Age"), "age"),
    ),
    filters=(
        by_number("SO-…"),
        by_state(ORDER_STATES),
        SHOP,
        CUSTOMER,
        Filter("channel", _("Channel"), "master", options=orders.SQL["channels"], place="rare"),
        *RANGE,
        Filter("reason", _("Reason"), "hidden", choices=tuple(words.REASONS), word=words.reason),
    ),
)

ORDER_DRAFT_LIST = Listing(
    code="order-drafts",
    title=_("Order drafts"),
    url="web:order-drafts",
    link="web:order-draft",
    permissions=ENTRY,
    model="sales.OrderDraft",
    found=entry.SQL["drafts_found"],
    rows=entry.SQL["drafts"],
    sums=_("Amount"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("order_no", _("Customer's number"), shown=False),
        Column("shop", _("Shop"), value=cells.name, wide=True),
        Column("customer", _("Customer"), wide=True),
        Column("buyer", _("Buyer"), value=cells.masked_buyer, shown=False),
        Column("state", _("State"), "state"),
        Column("author", _("Written by")),
        Column("order", _("Order"), value="order_number", link="web:order", link_key="order_id"),
        Column("wanted_on", _("Wanted on"), "date", shown=False),
        Column("lines", _("Lines"), "number"),
        Column("amount", _("Amount"), "amount"),
        Column("saved_at", _("Saved"), "age"),
    ),
    filters=(
        by_number("OD-…"),
        by_state(ORDER_DRAFT_STATES),
        SHOP,
        Filter("author", _("Written by"), "master", options=entry.SQL["authors"]),
        *RANGE,
    ),
)

DELIVERY_LIST = Listing(
    code="deliveries",
    title=_("Deliveries"),
    url="web:deliveries",
    model="sales.Delivery",
    link="web:delivery",
    permissions=DELIVERIES,
    custom="delivery",
    found=deliveries.SQL["deliveries_found"],
    rows=deliveries.SQL["deliveries"],
    sums=_("Amount"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("order", _("Order"), value="order_number", cell=cells.order_cell),
        Column("shop", _("Shop"), value=cells.named("shop"), shown=False),
        Column("warehouse", _("Warehouse"), value=cells.name),
        Column("state", _("State"), "state"),
        Column("lines", _("Lines"), "number", shown=False),
        Column("pieces", _("Pieces"), "number"),
        Column("amount", _("Amount"), "amount"),
        Column("release_on", _("Released"), "date"),
        Column("shipped_on", _("Shipped"), "date"),
        Column("recognised_on", _("Recognised"), "date", shown=False),
    ),
    filters=(
        by_number(),
        by_state(DELIVERY_STATES),
        WAREHOUSE,
        SHOP,
        CUSTOMER,
        *RANGE,
        Filter("shipped", _("Shipped on"), "date", place="rare"),
    ),
)

RETURN_LIST = Listing(
    code="returns",
    title=_("Returns"),
    url="web:returns",
    model="sales.Return",
    link="web:return",
    permissions=RETURNS,
    custom="return",
    found=returns.SQL["returns_found"],
    rows=returns.SQL["returns"],
    sums=_("Amount"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("platform_number", _("Platform's number"), shown=False),
        Column("order", _("Order"), value="order_number", link="web:order", link_key="order_id"),
        Column("shop", _("Shop"), value=cells.name, shown=False),
        Column("kind", _("Kind"), value=cells.word(words.RETURN_KINDS, "kind")),
        Column("state", _("State"), "state"),
        Column("reason", _("Reason"), value=cells.named("reason"), wide=True),
        Column("return_on", _("Announced"), "date"),
        Column("received_on", _("Received"), "date", shown=False),
        Column("refunded_on", _("Refunded"), "date", shown=False),
        Column("pieces", _("Pieces"), "number"),
        Column("amount", _("Amount"), "amount"),
    ),
    filters=(
        by_number(),
        by_state(RETURN_STATES),
        Filter("reason", _("Reason"), "master", options=returns.SQL["all_reasons"]),
        SHOP,
        CUSTOMER,
        *RANGE,
    ),
)

MOVEMENT_LIST = Listing(
    code="movements",
    title=_("Stock movements"),
    url="web:movements",
    link="web:movement",
    permissions=MOVEMENTS,
    found=stock.SQL["movements_found"],
    rows=stock.SQL["movements"],
    sums=_("Value"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("kind", _("Kind"), value=cells.word(words.ENTRY_KINDS, "kind")),
        Column("movement_on", _("Date"), "date"),
        Column("state", _("State"), "state"),
        Column("about", _("Reason or supplier"), value=cells.reason_or_party, wide=True),
        Column("lines", _("Lines"), "number"),
        Column("pieces", _("Pieces"), "number"),
        Column("amount", _("Value"), "amount"),
    ),
    filters=(
        by_number(),
        by_state(("draft", "posted")),
        Filter("kind", _("Kind"), "choice", choices=MOVEMENT_KINDS, word=words.ENTRY_KINDS.__getitem__),
        Filter("warehouse", _("Warehouse"), "master", options=deliveries.SQL["warehouses"], place="rare"),
        Filter("party", _("Supplier"), "master", options=stock.SQL["suppliers"], place="rare"),
        *RANGE,
    ),
)

STATEMENT_LIST = Listing(
    code="statements",
    title=_("Statements"),
    url="web:statements",
    model="sales.Statement",
    link="web:statement",
    permissions=SETTLEMENT,
    found=settlement.SQL["statements_found"],
    rows=settlement.SQL["statements"],
    sums=_("Payout"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("platform_number", _("Platform's number")),
        Column("shop", _("Shop"), value=cells.name, wide=True),
        Column("first_on", _("From"), "date", shown=False),
        Column("last_on", _("To"), "date"),
        Column("state", _("State"), "state"),
        Column("lines", _("Lines"), "number"),
        Column("open", _("Open differences"), "number"),
        Column("gross_amount", _("Collected"), "amount"),
        Column("refund_amount", _("Given back"), "amount", shown=False),
        Column("fee_amount", _("Fees"), "amount", shown=False),
        Column("payout_amount", _("Payout"), "amount"),
    ),
    filters=(by_number(), by_state(STATEMENT_STATES), SHOP, *RANGE),
)

VOUCHER_LIST = Listing(
    code="vouchers",
    title=_("Vouchers"),
    url="web:vouchers",
    link="web:voucher",
    permissions=BOOKS,
    found=books.SQL["vouchers_found"],
    rows=books.SQL["vouchers"],
    sums=_("Amount"),
    columns=(
        Column("number", _("Number"), "link", value=lambda row: row.number or str(_("no number yet"))),
        Column("posting_on", _("Date"), "date"),
        Column("what", _("What"), value=cells.what_of_voucher),
        Column("unit", _("Shop or department"), value=cells.named("unit")),
        Column("state", _("State"), "state"),
        Column("origin", _("Origin"), value=cells.origin),
        Column("lines", _("Lines"), "number"),
        Column("amount", _("Amount"), "amount"),
    ),
    filters=(
        by_number(),
        by_state(("collecting", "posted")),
        Filter("unit", _("Shop or department"), "master", options=books.SQL["units"]),
        Filter(
            "origin",
            _("Origin"),
            "choice",
            choices=("automatic", "manual"),
            word={"automatic": _("automatic"), "manual": _("by hand")}.__getitem__,
            place="rare",
        ),
        *RANGE,
    ),
)

EVENT_LIST = Listing(
    code="events",
    title=_("Events without a rule"),
    url="web:events",
    link="web:event",
    permissions=BOOKS,
    found=books.SQL["pending_found"],
    rows=books.SQL["pending"],
    sums=_("Amount"),
    columns=(
        Column("kind", _("Event"), "link", value=cells.word(words.EVENTS, "kind")),
        Column("document", _("Document"), value="number", link="web:document", link_key="document_id"),
        Column("party", _("Party"), shown=False),
        Column("posting_on", _("Posting date"), "date"),
        Column("why", _("Why it waits"), value=cells.pending_why, cell=cells.pending_why_cell, wide=True),
        Column("way_out", _("What to do"), value=cells.pending_way_out, cell=cells.pending_way_out_cell, wide=True),
        Column("amount", _("Amount"), "amount"),
    ),
    filters=(
        Filter(
            "kind", _("Event"), "choice", choices=tuple(words.EVENTS), word=words.EVENTS.__getitem__, place="always"
        ),
        Filter("code", _("Why it waits"), "choice", choices=EVENT_CODES, word=words.why),
        *RANGE,
    ),
)
