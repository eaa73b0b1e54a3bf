"""The lists of tax invoices, of suppliers' invoices, and of what was said to the tax office."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from .. import words_taxes
from ..navigation import GATEWAYS, INPUT_INVOICES, INVOICES
from ..queries import taxes
from .catalogue import RANGE, by_number, by_state
from .declared import Column, Filter, Listing, between

INVOICE_STATES = ("to_send", "at_office", "made_out", "refused", "cancelled")
INPUT_STATES = ("taken_in", "verifying", "verified", "deducting", "deducted", "refused")
MESSAGE_STATES = ("to_call", "answered", "refused", "not_reached")


def _kind(code: str) -> Any:
    return words_taxes.INVOICE_KINDS[code]


def _call(code: str) -> Any:
    return words_taxes.MESSAGE_KINDS[code]


def _why(row: Any) -> Any:
    return words_taxes.office_word(row.reason) if row.state in ("refused", "verified") else ""


INVOICE_LIST = Listing(
    code="tax-invoices",
    title=_("Tax invoices"),
    url="web:tax-invoices",
    link="web:tax-invoice",
    permissions=INVOICES,
    found=taxes.SQL["invoices_found"],
    rows=taxes.SQL["invoices"],
    sums=_("Amount"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("kind", _("Kind"), value=lambda row: _kind(row.kind)),
        Column("buyer_name", _("Buyer"), wide=True),
        Column("buyer_code", _("Credit code"), shown=False),
        Column("unit", _("Shop"), shown=False),
        Column("state", _("State"), "state"),
        Column("reason", _("Reason"), value=_why),
        Column("invoice_number", _("Invoice number"), wide=True),
        Column("issued_on", _("Issued on"), "date"),
        Column("requested_on", _("Asked for on"), "date", shown=False),
        Column("net_amount", _("Net"), "amount"),
        Column("tax_amount", _("VAT"), "amount"),
        Column("amount", _("Amount"), "amount"),
    ),
    filters=(
        by_number("TI-…"),
        by_state(INVOICE_STATES),
        Filter("kind", _("Kind"), "choice", choices=("blue", "red"), word=_kind),
        *RANGE,
    ),
)

INPUT_LIST = Listing(
    code="input-invoices",
    title=_("Input invoices"),
    url="web:input-invoices",
    link="web:input-invoice",
    permissions=INPUT_INVOICES,
    found=taxes.SQL["inputs_found"],
    rows=taxes.SQL["inputs"],
    sums=_("Amount"),
    columns=(
        Column("number", _("Invoice number"), "link"),
        Column("seller_name", _("Seller"), wide=True),
        Column("seller_code", _("Credit code"), shown=False),
        Column("state", _("State"), "state"),
        Column("reason", _("Reason"), value=_why),
        Column("issued_on", _("Issued on"), "date"),
        Column("month", _("Deducted in"), value=lambda row: f"{row.month:%Y-%m}" if row.month else ""),
        Column("net_amount", _("Net"), "amount"),
        Column("tax_amount", _("VAT"), "amount"),
        Column("amount", _("Amount"), "amount"),
    ),
    filters=(by_number(), by_state(INPUT_STATES), *RANGE),
)

MESSAGE_LIST = Listing(
    code="gateway-messages",
    title=_("Messages to the tax office"),
    url="web:gateway-messages",
    link="",
    permissions=GATEWAYS,
    found=taxes.SQL["messages_found"],
    rows=taxes.SQL["messages"],
    columns=(
        Column("number", _("Message")),
        Column("kind", _("What for"), value=lambda row: _call(row.kind)),
        Column("request", _("Request"), wide=True),
        Column("state", _("State"), "state"),
        Column("attempts", _("Tries"), "number"),
        Column("fault", _("Answer"), value=lambda row: words_taxes.office_word(row.fault)),
        Column("last_status", _("Status"), "number", shown=False),
        Column("last_tried_at", _("Last tried"), "moment"),
        Column("next_try_at", _("Next try"), "moment"),
    ),
    filters=(
        by_state(MESSAGE_STATES),
        Filter("kind", _("What for"), "choice", choices=tuple(words_taxes.MESSAGE_KINDS), word=_call),
        *between(_("From"), _("To")),
    ),
)
