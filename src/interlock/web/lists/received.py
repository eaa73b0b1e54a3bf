"""The lists of what came in from others, and of what was written by hand."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from .. import words, words_books
from ..navigation import BANK, FEEDS, HAND, SETTLEMENT
from ..queries import board, drafts, settlement
from . import cells
from .catalogue import RANGE, SHOP, by_number, by_state
from .declared import Column, Filter, Listing, between

DRAFT_STATES = ("draft", "submitted", "sent_back", "posted", "cancelled")
DRAFT_KINDS = ("entry", "import", "recurring", "reversal")
RESULTS = ("short_paid", "over_paid", "unknown_order", "already_settled", "customer_order", "refund_differs")
DIFFERENCE_STATES = ("open", "handed_back", "accepted", "matched")
FEED_STATES = ("staged", "done")


def _standing(code: str) -> Any:
    """An open difference is one to clear up."""
    return words.STATES["to_clear_up" if code == "open" else code][0]


def _owner(row: Any) -> str:
    return row.owner or now("nobody")


RECEIPT_LIST = Listing(
    code="receipts",
    title=_("Bank receipts"),
    url="web:receipts",
    link="",
    permissions=BANK,
    found=settlement.SQL["receipts_found"],
    rows=settlement.SQL["receipts"],
    sums=_("Amount"),
    columns=(
        Column("number", _("Bank's number"), value="bank_number"),
        Column("received_on", _("Received"), "date"),
        Column("payer", _("Payer"), wide=True),
        Column("reference", _("Reference"), wide=True),
        Column("amount", _("Amount"), "amount"),
        Column("state", _("State"), "state"),
        Column("statement", _("Statement"), link="web:statement", link_key="document_id"),
        Column("account", _("Account"), shown=False),
    ),
    filters=(by_number(), by_state(("open", "tied")), *RANGE),
)

DIFFERENCE_LIST = Listing(
    code="differences",
    title=_("Differences"),
    url="web:differences",
    link="web:difference",
    permissions=SETTLEMENT,
    found=settlement.SQL["differences_found"],
    rows=settlement.SQL["differences_shown"],
    sums=_("Difference"),
    columns=(
        Column("order_no", _("Platform order"), "link"),
        Column("number", _("Order"), link="web:order", link_key="order_id"),
        Column("result", _("What differs"), "state"),
        Column("statement", _("Statement"), link="web:statement", link_key="statement_id"),
        Column("shop", _("Shop"), value=cells.name, wide=True),
        Column("owed", _("Owed"), "amount", value="order_amount"),
        Column("paid", _("Paid"), "amount", value="gross_amount"),
        Column("refund", _("Given back"), "amount", value="refund_amount", shown=False),
        Column("amount", _("Difference"), "amount"),
        Column("state", _("State"), "state", value=lambda row: "to_clear_up" if row.state == "open" else row.state),
        Column("note", _("Note"), wide=True),
        Column("owner", _("Owner"), value=_owner),
        Column("raised_at", _("Age"), "age", shown=False),
    ),
    filters=(
        by_number(),
        Filter("state", _("State"), "choice", choices=DIFFERENCE_STATES, word=_standing, place="always"),
        Filter("result", _("What differs"), "choice", choices=RESULTS, word=lambda code: words.STATES[code][0]),
        SHOP,
        Filter("owner", _("Owner"), "master", options=settlement.SQL["owners"]),
        *RANGE,
    ),
)

FEED_LIST = Listing(
    code="feeds",
    title=_("Order feeds"),
    url="web:feeds",
    link="web:feed",
    permissions=FEEDS,
    found=board.SQL["feeds_found"],
    rows=board.SQL["feeds"],
    columns=(
        Column("name", _("File"), "link", wide=True),
        Column("created_at", _("When"), "moment"),
        Column("person", _("By"), value=lambda row: row.person or now("the system")),
        Column("door", _("Door"), value=lambda row: str(words.DOORS.get(row.door, row.door or "")), shown=False),
        Column("state", _("State"), "state"),
        Column("rows", _("Rows"), "number"),
        Column("orders", _("Orders"), "number"),
        Column("taken", _("Taken in"), "number", value=lambda row: row.counts.get("done", 0)),
        Column("rejected", _("Not taken in"), value="rejected_name", link="web:feed-rejected"),
    ),
    filters=(
        Filter("q", _("File"), "text", "term", place="always"),
        by_state(FEED_STATES),
        Filter(
            "rejected",
            _("Rows not taken in"),
            "choice",
            choices=("some", "none"),
            word={"some": _("some"), "none": _("none")}.__getitem__,
        ),
        *between(_("From"), _("To")),
    ),
)

DRAFT_LIST = Listing(
    code="drafts",
    custom="draft",
    title=_("Vouchers by hand"),
    url="web:drafts",
    link="web:draft",
    permissions=HAND,
    found=drafts.SQL["drafts_found"],
    rows=drafts.SQL["drafts"],
    sums=_("Amount"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("posting_on", _("Posting date"), "date"),
        Column("text", _("Summary"), wide=True),
        Column("note", _("Note"), wide=True, shown=False),
        Column("state", _("State"), "state"),
        Column("kind", _("Kind"), value=cells.word(words_books.DRAFT_KINDS, "kind")),
        Column("author", _("Written by"), value=lambda row: row.author or now("the system")),
        Column("voucher", _("Voucher"), link="web:voucher", link_key="voucher_id"),
        Column("amount", _("Amount"), "amount"),
    ),
    filters=(
        by_number(),
        by_state(DRAFT_STATES),
        Filter("kind", _("Kind"), "choice", choices=DRAFT_KINDS, word=words_books.DRAFT_KINDS.__getitem__),
        Filter("author", _("Written by"), "master", options=drafts.SQL["authors"]),
        *RANGE,
    ),
)
