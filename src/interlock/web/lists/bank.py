"""The lists of the bank: statements and their lines, payment requests, runs, messages."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from .. import words_bank
from ..navigation import CASH, PAYMENTS
from ..queries import bank, payments
from . import cells
from .catalogue import RANGE, by_number, by_state
from .declared import Column, Filter, Listing, between

PAYMENT_STATES = ("draft", "submitted", "approved", "in_run", "sent", "paid", "rejected", "cancelled")
RUN_STATES = ("made", "sent", "done", "refused", "withdrawn")
LINE_STATES = ("open", "matched")
MESSAGE_STATES = ("waiting", "answered", "failed", "withdrawn")
ACCOUNT = Filter("account", _("Bank account"), "master", options=bank.SQL["account_choices"])


def _use(row: Any) -> str:
    """Answer what a line is, and how that was found."""
    if not row.use:
        return ""
    return f"{words_bank.USES[row.use]} · {words_bank.WAYS[row.way]}"


def _reason(row: Any) -> str:
    return str(words_bank.BANK_REASONS.get(row.bank_reason, row.bank_reason))


PAYMENT_LIST = Listing(
    code="payments",
    title=_("Payment requests"),
    url="web:payments",
    link="web:payment",
    permissions=PAYMENTS,
    found=payments.SQL["payments_found"],
    rows=payments.SQL["payments"],
    sums=_("Amount in the books"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("due_on", _("Due"), "date"),
        Column("payee", _("Payee"), wide=True),
        Column("reason", _("Reason"), value=cells.name),
        Column("document", _("For"), value="document_number"),
        Column("state", _("State"), "state"),
        Column("bank_reason", _("Bank's reason"), value=_reason, wide=True),
        Column("account", _("Bank account")),
        Column("run", _("Run"), link="web:payment-run", link_key="payment_run_id", shown=False),
        Column("paid_on", _("Paid"), "date", shown=False),
        Column("author", _("Asked by"), value=lambda row: row.author or now("the system")),
        Column("currency", _("Currency"), shown=False),
        Column("amount", _("Amount"), "amount"),
        Column("book_amount", _("Amount in the books"), "amount", shown=False),
    ),
    filters=(
        by_number("PQ-…"),
        by_state(PAYMENT_STATES),
        ACCOUNT,
        Filter("reason", _("Reason"), "master", options=payments.SQL["reasons"]),
        Filter("author", _("Asked by"), "master", options=bank.SQL["people"]),
        *RANGE,
    ),
)

RUN_LIST = Listing(
    code="payment-runs",
    title=_("Payment runs"),
    url="web:payment-runs",
    link="web:payment-run",
    permissions=PAYMENTS,
    found=payments.SQL["runs_found"],
    rows=payments.SQL["runs"],
    sums=_("Amount"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("pay_on", _("Execution date"), "date"),
        Column("account", _("Bank account")),
        Column("state", _("State"), "state"),
        Column("payments", _("Payments"), "number"),
        Column("message", _("Message id"), shown=False),
        Column("maker", _("Made by"), value=lambda row: row.maker or now("the system")),
        Column("currency", _("Currency"), shown=False),
        Column("amount", _("Amount"), "amount"),
    ),
    filters=(by_number("PF-…"), by_state(RUN_STATES), ACCOUNT, *RANGE),
)

STATEMENT_LIST = Listing(
    code="bank-statements",
    title=_("Bank statements"),
    url="web:bank-statements",
    link="web:bank-statement",
    permissions=CASH,
    found=bank.SQL["statements_found"],
    rows=bank.SQL["statements"],
    columns=(
        Column("number", _("Number"), "link"),
        Column("stated_on", _("Stated on"), "date"),
        Column("account", _("Bank account")),
        Column("name", _("Name"), value=cells.name, wide=True),
        Column("sequence", _("Bank's number"), "number"),
        Column("currency", _("Currency"), shown=False),
        Column("opening", _("Opening"), "amount"),
        Column("closing", _("Closing"), "amount"),
        Column("lines", _("Lines"), "number"),
        Column("open", _("Not matched"), "number", value="open_lines"),
    ),
    filters=(by_number("BS-…"), ACCOUNT, *RANGE),
)

LINE_LIST = Listing(
    code="bank-lines",
    title=_("Lines of bank statements"),
    url="web:bank-lines",
    link="",
    permissions=CASH,
    found=bank.SQL["lines_found"],
    rows=bank.SQL["lines"],
    sums=_("Amount"),
    columns=(
        Column("number", _("Bank's reference"), value="reference"),
        Column("booked_on", _("Booked"), "date"),
        Column("counterparty", _("Counterparty"), wide=True),
        Column("text", _("Text"), wide=True),
        Column("amount", _("Amount"), "amount"),
        Column("currency", _("Currency"), shown=False),
        Column("book_amount", _("Amount in the books"), "amount", shown=False),
        Column("state", _("State"), "state", value=lambda row: "to_clear_up" if row.state == "open" else row.state),
        Column("use", _("What it is"), value=_use),
        Column("payment", _("Payment"), link="web:payment", link_key="payment_id"),
        Column("voucher", _("Voucher"), link="web:voucher", link_key="voucher_id", shown=False),
        Column("party", _("Party"), shown=False),
        Column("account", _("Bank account")),
        Column("statement", _("Bank statement"), link="web:bank-statement", link_key="statement_id"),
        Column("owner", _("Owner"), value=lambda row: row.owner or now("nobody")),
    ),
    filters=(
        by_number(),
        by_state(LINE_STATES),
        Filter("use", _("What it is"), "choice", choices=tuple(words_bank.USES), word=words_bank.USES.__getitem__),
        ACCOUNT,
        Filter("owner", _("Owner"), "master", options=bank.SQL["people"]),
        Filter("statement", _("Bank statement"), "hidden"),
        *RANGE,
    ),
)

MESSAGE_LIST = Listing(
    code="bank-messages",
    title=_("Messages to banks"),
    url="web:bank-messages",
    link="",
    permissions=CASH,
    found=bank.SQL["messages_found"],
    rows=bank.SQL["messages"],
    columns=(
        Column("made_at", _("When"), "moment"),
        Column("kind", _("Kind"), value=cells.word(words_bank.KINDS, "kind")),
        Column("gateway", _("Bank gateway")),
        Column("run", _("Run"), link="web:payment-run", link_key="payment_run_id"),
        Column("state", _("State"), "state"),
        Column("attempts", _("Tries"), "number"),
        Column("fault", _("What went wrong"), value=cells.word(words_bank.CALL_FAULTS, "fault")),
        Column("last_tried_at", _("Last tried"), "moment"),
        Column("next_try_at", _("Next try"), "moment"),
    ),
    filters=(
        by_state(MESSAGE_STATES),
        Filter("kind", _("Kind"), "choice", choices=tuple(words_bank.KINDS), word=words_bank.KINDS.__getitem__),
        *between(_("From"), _("To")),
    ),
)
