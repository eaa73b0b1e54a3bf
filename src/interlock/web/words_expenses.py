"""The words of expense claims: states, verdicts, operations, components."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

CODES: dict[str, tuple[Text, Text]] = {
    "employee_unknown": (
        _("No employee of this company is named"),
        _("Claim your own expenses; have yourself entered as an employee of the company first."),
    ),
    "purpose_missing": (_("The purpose is missing"), _("Say what the money was spent for.")),
    "project_unknown": (_("The project does not exist"), _("Choose a project of the list.")),
    "kind_unknown": (_("The kind of expense does not exist"), _("Choose a kind of the list.")),
    "file_unknown": (_("The file could not be read"), _("Choose the file again.")),
    "invoice_used": (
        _("The invoice is claimed, booked or received already"),
        _("Remove the expense; an invoice counts once in the whole group."),
    ),
    "invoice_missing": (_("An expense has no invoice"), _("Enter the invoice number, or take the file of it.")),
    "bad_invoice_number": (
        _("The invoice number is not possible"),
        _("Enter its 8 to 20 digits as they are printed."),
    ),
    "wrong_day": (_("The day is not possible"), _("Enter a day up to today; the end not before the begin.")),
    "reason_wanted": (_("Over the limit without a reason"), _("Say why; whoever approves reads it.")),
    "payment_asked": (_("A payment was asked for"), _("Cancel the payment request first.")),
    "invoice_in_use": (
        _("An invoice of it is verified or deducted"),
        _("Have the VAT transferred out; the claim stays as it is."),
    ),
}

OPERATIONS: dict[str, Text] = {
    "finance.save_claims": _("Expense claim written"),
    "finance.submit_claims": _("Expense claim handed in"),
    "finance.withdraw_claims": _("Expense claim withdrawn"),
    "finance.approve_claims": _("Expense claim approved"),
    "finance.refuse_claims": _("Expense claim refused"),
    "finance.post_claims": _("Expense claim posted"),
    "finance.reverse_claims": _("Expense claim taken back"),
}

EVENTS: dict[str, Text] = {"expense_claimed": _("Expenses claimed")}

COMPONENTS: dict[str, Text] = {
    "admin": _("administrative expense"),
    "selling": _("selling expense"),
    "research": _("research expense"),
    "advance": _("advance to an employee"),
}
