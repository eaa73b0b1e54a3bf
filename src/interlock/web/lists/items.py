"""The lists of open items, and of the bills, receipts and payments that make and close them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from interlock.core.sql import Block

from .. import words, words_items
from ..navigation import ACCOUNT_STATEMENTS as STATEMENTS
from ..navigation import ITEMS
from ..queries import account_statements, items
from ..templatetags.belonging import belongs, months_before
from . import cells
from .catalogue import RANGE, by_number, by_state
from .declared import Column, Filter, Listing

ITEM_STATES = ("open", "overdue", "settled")
STATEMENT_STATES = ("to_send", "sent", "agreed", "differs", "cleared")
DOCUMENT_STATES = ("draft", "posted", "reversed", "cancelled")
PARTY = Filter("party", _("Party"), "master", options=items.SQL["item_parties"], model="parties.Party")
ACCOUNT = Filter("account", _("Account"), "master", options=items.SQL["item_accounts"], place="rare")


def kind_word(code: str) -> str:
    """Answer what a document of an item is called, whichever context it is of."""
    for table in (words_items.KINDS, words_items.OTHER_KINDS, words.EVENTS):
        if code in table:
            return str(table[code])
    return code.replace("_", " ")


def document_word(row: Any) -> str:
    """Answer what the document of an item is called, and the month it belongs to where it was posted in a later one."""
    late = belongs(months_before(row.fact_on, row.posting_on))
    return f"{kind_word(row.kind)} · {late}" if late else kind_word(row.kind)


def _list(code: str, title: Any, found: Block) -> Listing:
    return Listing(
        code=code,
        title=title,
        url=f"web:{code}",
        link="web:item",
        permissions=ITEMS,
        found=found,
        rows=items.SQL["items"],
        sums=_("Open"),
        columns=(
            Column("number", _("Number"), "link", value=lambda row: row.number or now("no number yet")),
            Column("party", _("Party"), wide=True, value=lambda row: f"{row.party_code} {row.party}".strip()),
            Column("kind", _("Document"), value=document_word),
            Column("reference", _("Reference"), shown=False),
            Column("account", _("Account"), value=lambda row: f"{row.account} {cells.name(row)}", shown=False),
            Column("fact_on", _("Document date"), "date"),
            Column("due_on", _("Due"), "date"),
            Column("late", _("Days overdue"), "number", value=lambda row: row.late if row.open_amount else 0),
            Column("state", _("State"), "state"),
            Column("currency", _("Currency"), shown=False),
            Column("amount", _("Amount"), "amount"),
            Column("open_amount", _("Open"), "amount"),
            Column("open_book", _("Open in the books"), "amount", shown=False),
        ),
        filters=(by_number(), by_state(ITEM_STATES), PARTY, ACCOUNT, *RANGE),
    )


ACCOUNT_STATEMENTS = Listing(
    code="account-statements",
    title=_("Statements of account"),
    url="web:account-statements",
    link="web:account-statement",
    permissions=STATEMENTS,
    found=account_statements.SQL["found"],
    rows=account_statements.SQL["rows"],
    sums=_("Closing"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("party", _("Party"), wide=True, value=lambda row: f"{row.party_code} {row.party}"),
        Column("last_on", _("Until"), "date"),
        Column("state", _("State"), "state"),
        Column("sent_on", _("Sent on"), "date"),
        Column("answered_on", _("Answered on"), "date", shown=False),
        Column("opening", _("Opening"), "amount", shown=False),
        Column("closing", _("Closing"), "amount"),
        Column("stated_amount", _("Balance by the party"), "amount", shown=False),
        Column("difference", _("Difference"), "amount"),
    ),
    filters=(by_number("SA-…"), by_state(STATEMENT_STATES), PARTY, *RANGE),
)

RECEIVABLES = _list("receivables", _("Receivables"), items.SQL["receivables_found"])
PAYABLES = _list("payables", _("Payables"), items.SQL["payables_found"])

ITEM_DOCUMENTS = Listing(
    code="item-documents",
    title=_("Bills, receipts and payments"),
    url="web:item-documents",
    link="web:item-document",
    permissions=ITEMS,
    found=items.SQL["documents_found"],
    rows=items.SQL["documents"],
    sums=_("Amount"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("kind", _("Kind"), value=cells.word(words_items.KINDS, "kind")),
        Column("party", _("Party"), wide=True),
        Column("reference", _("Their number")),
        Column("posting_on", _("Posting date"), "date"),
        Column("state", _("State"), "state"),
        Column("author", _("Written by"), value=lambda row: row.author or now("the system"), shown=False),
        Column("voucher", _("Voucher"), link="web:voucher", link_key="voucher_id"),
        Column("currency", _("Currency"), shown=False),
        Column("amount", _("Amount"), "amount"),
    ),
    filters=(
        by_number(),
        by_state(DOCUMENT_STATES),
        Filter("kind", _("Kind"), "choice", choices=tuple(words_items.KINDS), word=words_items.KINDS.__getitem__),
        PARTY,
        *RANGE,
    ),
)
