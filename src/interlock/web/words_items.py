"""The words of open items: documents by hand, what applies them, and why it does not."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | Promise

STATES: dict[str, tuple[Text, str, str]] = {
    "overdue": (_("overdue"), "warn", "▲"),
    "settled": (pgettext_lazy("open item", "settled"), "good", "✓"),
    "agreed": (_("agreed"), "good", "✓"),
}

CODES: dict[str, tuple[Text, Text]] = {
    "same_side": (_("Both items are on the same side"), _("Choose what is owed and what pays it.")),
    "another_party": (_("The item is another party's"), _("Choose items of the party.")),
    "amount_missing": (_("The items are in different currencies"), _("Enter the amount of each.")),
    "too_early": (_("Is before the day it would change"), _("Choose a later day.")),
    "nothing_open": (
        _("Nothing of the item is open"),
        _("There is nothing to do; take back what closed it if it was wrong."),
    ),
    "too_much": (_("More than the item has open"), _("Enter at most what is open.")),
    "reverses_document": (_("Belongs to the reversal of a document"), _("Write the document anew instead.")),
    "party_unknown": (_("The party does not exist"), _("Check the code, or add it among the masters.")),
    "number_missing": (_("The supplier's number is missing"), _("Enter the number that stands on the bill.")),
    "reason_missing": (_("A payment of no item needs a reason"), _("Choose what it pays, or enter the reason.")),
    "duplicate": (_("The supplier's bill is there already"), _("Open the other bill; enter it once.")),
    "currency_unknown": (_("The currency or its rate is not known"), _("Check both.")),
    "item_unknown": (_("The open item does not exist"), _("Choose an item of the list.")),
    "unit_unknown": (_("The shop or department does not exist"), _("Check the code.")),
    "wrong_side": (_("The item goes the other way"), _("A receipt pays what others owe us, a payment what we owe.")),
    "another_currency": (_("The item is in another currency"), _("Enter its amount in its own currency too.")),
    "lines_exceed": (_("The items take more than the money"), _("Enter less on the lines, or the right amount.")),
    "not_covered": (_("A refund names all that it gives back"), _("Choose items of the whole amount.")),
    "not_even": (_("Both sides of the offset differ"), _("Offset the same amount on both sides.")),
    "invoice_elsewhere": (
        _("The supplier's invoice of this number belongs to another bill or claim"),
        _("Open the invoice; what is in the books is not entered again."),
    ),
    "invoice_booked": (
        _("The supplier's invoice of this number was verified and is in the books"),
        _("Cancel this bill; the invoice has made the debt."),
    ),
    "invoice_differs": (
        _("The supplier's invoice of this number says another amount"),
        _("Compare both, and correct the bill."),
    ),
    "nothing_to_state": (_("Nothing moved and nothing is open"), _("There is nothing to do.")),
    "agrees": (_("The party agrees"), _("There is nothing to clear up.")),
    "not_in_books": (_("Is not in the books"), _("Cancel it instead; nothing of it was posted.")),
    "still_applied": (_("Other documents are applied to it"), _("Take these applications back first.")),
}

#: what stands in the way of an answer behind a link
ANSWER_FAULTS: dict[str, Text] = {
    "bad_amount": _("Please enter an amount with up to two decimals."),
    "too_often": _("You have tried this many times. Please try again in an hour."),
    "not_sent": _("This statement is not open for an answer."),
}

OPERATIONS: dict[str, Text] = {
    "finance.draw_statements": _("Statement of account written"),
    "finance.send_statements": _("Statement of account sent"),
    "finance.answer_statements": _("Statement of account answered"),
    "finance.clear_statements": _("Difference of a statement cleared up"),
    "finance.save_item_documents": _("Bill, receipt or payment written"),
    "finance.cancel_item_documents": _("Bill, receipt or payment cancelled"),
    "finance.post_item_documents": _("Bill, receipt or payment posted"),
    "finance.reverse_item_documents": _("Bill, receipt or payment taken back"),
    "finance.apply_items": _("Open items applied"),
    "finance.undo_applications": _("Application taken back"),
}

#: kinds of documents by hand
KINDS: dict[str, Text] = {
    "bill": _("supplier bill"),
    "charge": _("customer charge"),
    "receipt": pgettext_lazy("money", "receipt"),
    "payment": _("payment"),
    "refund": _("refund to a customer"),
    "offset": _("offset"),
    "write_off": _("bad debt"),
}

#: what else an item, or a line of a party's statement, may be of
OTHER_KINDS: dict[str, Text] = {
    "voucher": _("voucher"),
    "exchange": _("exchange difference"),
    "revaluation": _("revaluation"),
    "reversal": _("reversal"),
    "settle": _("applied"),
}

METHODS: dict[str, Text] = {
    "reference": _("by reference"),
    "exact": _("by exact amount"),
    "oldest": _("oldest first"),
}

SIDES: dict[str, Text] = {
    "receivable": _("Receivables"),
    "payable": _("Payables"),
}
