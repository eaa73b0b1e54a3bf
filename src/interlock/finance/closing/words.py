"""The words of the close: its steps, what they compare, and what stands in the way with the way out."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | Promise

STEPS: dict[str, Text] = {
    "sales": _("Sales"),
    "purchasing": _("Purchasing"),
    "stock": _("Stock"),
    "production": _("Production"),
    "sales_books": _("Sales in the books"),
    "purchasing_books": _("Purchasing in the books"),
    "stock_books": _("Stock in the books"),
    "production_books": _("Production in the books"),
    "currency_books": _("Currencies in the books"),
    "allocation_books": _("Allocations in the books"),
    "ledger": _("General ledger"),
}

SIDES: dict[str, Text] = {
    "business": _("business side"),
    "books": _("finance side"),
    "ledger": _("general ledger"),
}

#: What a step compares: the pair's name, and what stands left and right.
FIGURES: dict[str, Text] = {
    "pieces": _("Pieces moved: bins and cost pools"),
    "value": _("Value moved: cost pools and events"),
    "worth": _("Worth at the end: cost pools and stock accounts"),
    "revenue": _("Revenue with VAT: delivery lines and events"),
    "journal": _("Sales events and journal"),
    "owed": _("Owed by platforms: statements and account 1012"),
    "invoiced": _("Revenue with VAT and its tax invoices"),
    "in_currency": _("Accounts in currencies: at the closing rate and in the books"),
    "items_in_currency": _("Open items in currencies: at the closing rate and in the books"),
    "opening": _("Opening: debit and credit"),
    "movement": _("Movement: debit and credit"),
    "closing": _("Closing: debit and credit"),
    "bank": _("Bank: statements without money under way, and the account"),
    "receivables_books": _("Receivables: open items and accounts"),
    "payables_books": _("Payables: open items and accounts"),
}

#: finding → (what is wrong, what to do)
FINDINGS: dict[str, tuple[Text, Text]] = {
    "not_shipped": (_("Waits in the warehouse for too long"), _("Ship it, or cancel it.")),
    "not_recognised": (
        _("Left, and is neither revenue nor back"),
        _("Confirm receipt or installation, or announce the return."),
    ),
    "return_not_arrived": (_("The announced return has not arrived"), _("Receive it, or cancel it.")),
    "return_not_inspected": (_("Lies in quality hold for too long"), _("Inspect the goods.")),
    "refund_owed": (_("The refund is owed for too long"), _("Refund it.")),
    "statement_not_posted": (_("The statement is not in the books"), _("Match and post it.")),
    "payout_not_tied": (_("No bank receipt pays the statement"), _("Record the bank's receipts and tie the payout.")),
    "difference_open": (_("The difference is not answered"), _("Accept it, or hand it back.")),
    "revenue_not_told": (
        _("Sales and its event name other revenue"),
        _("Compare the delivery's lines with its events; correct by a return, or ask the administrator."),
    ),
    "event_not_booked": (
        _("The journal does not hold the event"),
        _("Post the event; make its rule if there is none."),
    ),
    "revenue_not_invoiced": (
        _("Revenue is not what is invoiced"),
        _("Ask for its invoice, or for the red letter; see the VAT of the month."),
    ),
    "payouts_not_books": (
        _("What platforms owe is not what account 1012 says"),
        _("Compare the statement with its vouchers; correct a posting rule that goes elsewhere."),
    ),
    "movement_draft": (_("The movement is still a draft"), _("Post it, or date it into an open month.")),
    "pieces_differ": (
        _("Pieces moved otherwise than their value"),
        _("Compare the line's stock entries with its value entries; ask the administrator."),
    ),
    "value_differs": (
        _("The pools moved otherwise than finance was told"),
        _("Compare the document's value entries with its events; ask the administrator."),
    ),
    "stock_not_books": (
        _("The stock accounts are not worth what lies in stock"),
        _("Reverse what was entered by hand on a stock account; adjust stock by a movement instead."),
    ),
    "not_revalued": (
        _("The account is not at the closing rate"),
        _("Open the account of exchange differences (660303), or revalue."),
    ),
    "rate_missing": (
        _("The month has no closing rate of its currency"),
        _("Enter or import the closing rate, then revalue."),
    ),
    "allocation_not_run": (_("The allocation rule has not run"), _("Run the allocations of the month.")),
    "event_pending": (_("The event waits to be posted"), _("Post it; make its rule if there is none.")),
    "voucher_unfinished": (_("The voucher is begun and not posted"), _("Finish and post it, or cancel it.")),
    "bill_unfinished": (_("The bill, receipt or payment is begun and not posted"), _("Post it, or cancel it.")),
    "claim_not_posted": (_("The claim is approved and not posted"), _("Post it.")),
    "fees_not_set_aside": (
        _("The fees of its revenue are not set aside"),
        _("Set them aside under fees of deals; end one of two policies that are equally near."),
    ),
    "bank_line_open": (_("Nobody has said what this line of the bank is"), _("Match it, or book it.")),
    "bank_differs": (
        _("What the bank and the books say differs, and nothing under way explains it"),
        _("See the bank reconciliation; set the opening balance right by a voucher."),
    ),
    "bank_not_stated": (
        _("The bank's statements do not reach the month's end"),
        _("Take in the statements up to its last day."),
    ),
    "receipt_not_tied": (_("Nobody has said what this receipt pays"), _("Tie it to what it pays.")),
    "items_not_books": (
        _("The open items are not what their accounts say"),
        _("Ask the administrator; see ./interlock check."),
    ),
    "numbers_missing": (_("Vouchers have no number, or a number is missing"), _("Ask the administrator.")),
    "not_balanced": (_("Debit and credit of the month differ"), _("Ask the administrator; see ./interlock check.")),
    "law_broken": (_("A law of the books is broken"), _("Ask the administrator; see ./interlock check.")),
}

#: kind of a finding that is no document
KINDS: dict[str, Text] = {
    "month": _("month"),
    "numbers": pgettext_lazy("close", "voucher numbers"),
    "receipt": _("bank receipt"),
    "bank": _("bank's account in the books"),
    "bank_line": _("line of a bank statement"),
    "line": _("document line"),
    "account": _("account"),
    "law": _("law"),
    "items": _("open items"),
    "allocation": _("allocation rule"),
}
