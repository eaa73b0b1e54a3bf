"""The words of tax invoices: states, verdicts, operations, events, what goes wrong at the office."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | Promise

STATES: dict[str, tuple[Text, str, str]] = {
    "at_office": (_("at the tax office"), "info", "◔"),
    "made_out": (pgettext_lazy("tax invoice", "issued"), "good", "✓"),
    "refused": (pgettext_lazy("state", "refused"), "bad", "✕"),
    "taken_in": (pgettext_lazy("tax invoice", "taken in"), "info", "○"),
    "verifying": (_("being verified"), "info", "◔"),
    "verified": (_("verified"), "info", "◑"),
    "deducting": (_("being deducted"), "info", "◕"),
    "deducted": (_("deducted"), "good", "✓"),
    "to_call": (pgettext_lazy("gateway", "waiting"), "info", "○"),
    "answered": (_("answered"), "good", "✓"),
    "not_reached": (_("office not reached"), "bad", "✕"),
}

CODES: dict[str, tuple[Text, Text]] = {
    "bad_number": (_("The invoice number is not twenty digits"), _("Take the XML as the tax office issued it.")),
    "before_revenue": (_("Lies before the revenue"), _("Take the day of the revenue or a later one.")),
    "no_vat_rate": (_("An item has no VAT rate that day"), _("Give its tax class a rate that is valid then.")),
    "no_buyer": (_("Nobody to make the invoice out to"), _("Name the buyer.")),
    "bad_code": (_("The buyer's credit code is not valid"), _("Check the eighteen characters.")),
    "above_limit": (_("One piece is above the limit of an invoice"), _("Ask the tax office for a higher limit.")),
    "not_issued": (_("Stands on an invoice that is not issued yet"), _("Have it issued, or cancel the request.")),
    "at_office": (_("Is at the tax office"), _("Wait for its answer.")),
    "issued": (_("Is issued"), _("A red letter takes it back.")),
    "was_answered": (_("The office has answered"), _("Nothing to do.")),
    "wrong_sums": (_("The invoice does not add up"), _("Ask the supplier for a right one.")),
    "not_our_company": (_("Is made out to somebody else"), _("Ask the supplier for one with our name and code.")),
    "own_invoice": (_("Is an invoice of our own"), _("Only suppliers' invoices are taken in here.")),
    "number_known": (_("The number was taken in before"), _("Ask the supplier why it came again.")),
    "bill_differs": (
        _("A bill typed under this number is in the books with another amount"),
        _("Take the bill back, enter it as the invoice says, and bring the file again."),
    ),
    "not_verified": (_("Is not verified"), _("Let the tax office verify it first.")),
    "not_deductible": (_("Is no special VAT invoice"), _("Its VAT is part of the cost.")),
    "later_month": (_("Was issued after that month"), _("Choose a later month.")),
}

REFUSALS: dict[str, Text] = {
    "no_tax_registration": _("The company has no tax registration, or no credit code. Enter both among the masters."),
    "unreadable_invoice": _("The file is no XML of a fully digital invoice."),
    "hostile_xml": _("The file declares a document type and was not read."),
}

FAULTS: dict[str, Text] = {
    "wrong_tax": _("the tax is not amount times rate"),
    "wrong_net_sum": _("the net amounts do not add up"),
    "wrong_tax_sum": _("the taxes do not add up"),
    "wrong_total": _("net and tax are not the total"),
    "bad_amount": _("an amount cannot be read"),
}

OPERATIONS: dict[str, Text] = {
    "finance.request_invoices": _("Tax invoice asked for"),
    "finance.request_order_invoices": _("Tax invoice of an order asked for"),
    "finance.merge_invoices": _("Month's revenue asked to be invoiced"),
    "finance.request_red_letters": _("Red letter asked for"),
    "finance.cancel_invoices": _("Request for a tax invoice cancelled"),
    "finance.send_invoices": _("Tax invoice handed to the tax office"),
    "finance.take_answers": _("Answer of the tax office taken"),
    "finance.retry_messages": _("Message to the tax office sent again"),
    "finance.receive_invoices": _("Input invoice taken in"),
    "finance.verify_invoices": _("Input invoice handed in for verification"),
    "finance.deduct_invoices": _("Input invoice chosen for deduction"),
    "finance.ask_tax_office": _("Tax office asked for the month's figures"),
}

EVENTS: dict[str, Text] = {
    "input_invoice_verified": _("Input invoice verified"),
    "input_invoice_deducted": _("Input VAT deducted"),
}

KINDS: dict[str, Text] = {
    "tax_invoice": _("Tax invoice"),
    "input_invoice": _("Input invoice"),
}

INVOICE_KINDS: dict[str, Text] = {"blue": _("invoice"), "red": _("red letter")}
MESSAGE_KINDS: dict[str, Text] = {
    "issue": _("issue an invoice"),
    "verify": _("verify an invoice"),
    "deduct": _("deduct an invoice"),
    "declare": _("ask for the month's figures"),
}

#: what the tax office answers, or why it did not
OFFICE: dict[str, Text] = {
    "quota_exceeded": _("the month's quota is used up"),
    "unknown_taxpayer": _("the office does not know us"),
    "wrong_seller_name": _("the office knows us by another name"),
    "bad_buyer_code": _("the buyer's credit code is not valid"),
    "more_than_left": _("more than is left of the original"),
    "unknown_original": _("the original is not known"),
    "other_parties": _("the original is of other parties"),
    "request_changed": _("the request was made before with other content"),
    "answer_differs": _("the office answered something else"),
    "unknown": _("no such invoice"),
    "differs": _("day or total are others"),
    "reversed": _("taken back by red letters"),
    "not_buyer": _("made out to another buyer"),
    "deducted_before": _("deducted in another month"),
    "later_month": _("issued after that month"),
    "wrong_tax": _("the tax is not amount times rate"),
    "timeout": _("no answer in time"),
    "no_connection": _("no connection"),
    "other_answer": _("answer to another request"),
    "in_work": _("still in work"),
    "status": _("out of service"),
    "bad_address": _("the address is not allowed"),
}


def office_word(text: str) -> str:
    """Answer what the office said in words; a code not known here is said plainly, with the line it is about."""
    code, between, line = text.partition(" · ")
    return f"{OFFICE.get(code) or code.replace('_', ' ')}{between}{line}"
