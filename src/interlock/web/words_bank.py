"""The words of bank accounts, statements, payments and the messages to banks."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import words_expenses as expenses
from . import words_fees as fees

Text = str | Promise

STATES: dict[str, tuple[Text, str, str]] = {
    "in_run": (_("in a payment run"), "info", "◑"),
    "made": (_("to be sent"), "", "○"),
}

CODES: dict[str, tuple[Text, Text]] = {
    **expenses.CODES,
    **fees.CODES,
    "answered": (_("The bank has answered it"), _("Nothing to do.")),
    "bank_has_it": (
        _("The bank has it, in the file of a withdrawn run"),
        _("Wait for the bank's answer or its statement; it is never sent twice."),
    ),
    "being_sent": (_("A call to the bank is under way"), _("Wait a minute for its end, and see what the bank says.")),
    "beyond_document": (
        _("More is asked for than the document is about"),
        _("Lower the amount, or cancel what was asked for it before."),
    ),
    "contradicted": (_("The bank says the opposite of what it said before"), _("Ask the bank; nothing was changed.")),
    "currency_differs": (
        _("The account is in another currency"),
        _("Pay from an account in the document's currency; its ledger account is kept in that currency too."),
    ),
    "document_missing": (
        _("Names no document"),
        _("Name the document it is for, or a reason that needs none."),
    ),
    "document_unknown": (_("The document is not known"), _("Check its kind and number.")),
    "gateway_off": (_("The way to the bank is switched off"), _("Switch the gateway on among the masters.")),
    "in_run": (_("Is in a payment run"), _("Wait for the bank's answer.")),
    "matched": (_("Is known already"), _("Nothing to do.")),
    "no_gateway": (_("The account has no way to its bank"), _("Give the bank account a gateway.")),
    "not_approved": (_("Is not approved"), _("Have another person approve it first.")),
    "not_sent": (_("Is not at the bank"), _("Put it in a payment run first.")),
    "opening_differs": (
        _("Its opening balance is not the last closing balance"),
        _("Ask the bank for the statement in between."),
    ),
    "overlaps": (
        _("It has lines that an earlier statement has"),
        _("Export the days after it, or name the column of the balance in the mapping."),
    ),
    "owner_unknown": (_("The person does not work in this company"), _("Choose a person of the company.")),
    "party_differs": (
        _("The document is another party's"),
        _("Name the party of the document, or the document of this party."),
    ),
    "party_missing": (_("Names no party"), _("Name the party.")),
    "party_unknown": (_("The party is not known"), _("Check the code, or add the party.")),
    "payee_missing": (_("The payee or the account is missing or wrong"), _("Enter the payee's name and account.")),
    "payment_differs": (
        _("The payment is another amount, account or line"),
        _("Choose the payment that the bank made."),
    ),
    "voucher_differs": (
        _("Less of the voucher is not at the bank yet, or it moves the other way"),
        _("Choose the voucher of this money; one voucher may be several lines."),
    ),
    "voucher_unknown": (
        _("No voucher by hand of this number moves the bank's account"),
        _("Check the number; write the voucher first if there is none."),
    ),
    "payment_unknown": (_("No such payment is at the bank"), _("Check the payment's number.")),
    "reason_closed": (_("The reason is not used any more"), _("Take another reason.")),
    "reason_unknown": (_("The reason is not known"), _("Take one of the reasons for payments.")),
    "receipt_tied": (_("The money pays a document already"), _("Undo that document's payment first.")),
    "sequence_gap": (_("A statement before it is missing"), _("Take in the missing statement first.")),
    "sums_differ": (_("Opening, lines and closing do not add up"), _("Ask the bank for a correct statement.")),
    "unmatched": (_("Nothing says what it is"), _("Say it by hand, and have it remembered.")),
    "withdrawn": (_("Was withdrawn"), _("Put its payments in another run.")),
    "withdrawn_before": (
        _("It was in a run that was withdrawn; the bank may have that file"),
        _("Ask the bank; then send it from its page, and say how you know."),
    ),
    "wrong_direction": (_("Money in cannot be that, or money out"), _("Choose what fits its direction.")),
}

REFUSALS: dict[str, Text] = {
    "bad_statement": _("The statement cannot be read."),
    "unknown_mapping": _("The mapping is not known."),
    "unknown_use": _("A line cannot be that."),
}

#: What a file of the bank fails at.
FAULTS: dict[str, Text] = {
    "missing": _("is missing"),
    "bad_day": _("is no day"),
    "bad_amount": _("is no amount with two decimals"),
    "bad_number": _("is no number"),
    "not_xml": _("is not well-formed XML"),
    "document_type": _("holds a document type, which is not taken"),
    "unknown_message": _("is not a message we read"),
    "not_valid": _("does not fit its schema"),
    "too_large": _("is too large"),
    "currency_differs": _("is in another currency than the account"),
    "sums_differ": _("does not add up"),
}

OPERATIONS: dict[str, Text] = {
    **expenses.OPERATIONS,
    **fees.OPERATIONS,
    "finance.save_payments": _("Payment asked for"),
    "finance.submit_payments": _("Payment request handed in"),
    "finance.approve_payments": _("Payment approved"),
    "finance.reject_payments": _("Payment rejected"),
    "finance.cancel_payments": _("Payment request cancelled"),
    "finance.make_payment_runs": _("Payments put in a run"),
    "finance.withdraw_runs": _("Payment run withdrawn"),
    "finance.answer_runs": _("Payment file answered by the bank"),
    "finance.apply_statuses": _("Payment answered by the bank"),
    "finance.resend_messages": _("Message to the bank sent again"),
    "finance.ask_banks": _("Bank asked for statuses and statements"),
    "finance.record_statements": _("Bank statement taken in"),
    "finance.match_bank_lines": _("Lines of a bank statement matched"),
    "finance.book_bank_lines": _("Lines of a bank statement booked by hand"),
    "finance.assign_bank_lines": _("Lines of a bank statement given to a person"),
    "finance.unmatch_bank_lines": _("Lines of a bank statement taken back"),
}

EVENTS: dict[str, Text] = {
    **expenses.EVENTS,
    **fees.EVENTS,
    "payment_made": _("Payment made"),
    "bank_booked": _("Bank statement line booked"),
    "payment_unmade": _("Payment taken back"),
    "bank_unbooked": _("Booking of a bank statement line taken back"),
}

COMPONENTS: dict[str, Text] = {
    **expenses.COMPONENTS,
    **fees.COMPONENTS,
    "payable": _("payable"),
    "prepaid": _("payment in advance"),
    "claim": _("expense claim"),
    "salary": _("wages"),
    "tax": _("taxes"),
    "rent": _("rent"),
    "deposit": _("deposit"),
    "customer": _("customer payment"),
    "fee": _("bank fee"),
    "interest": pgettext_lazy("bank", "interest"),
    "transfer": _("transfer between own accounts"),
}

USES: dict[str, Text] = {
    "receipt": _("bank receipt"),
    "customer": _("customer payment"),
    "payment": _("our payment"),
    "fee": _("bank fee"),
    "interest": pgettext_lazy("bank", "interest"),
    "transfer": _("transfer between own accounts"),
    "refund": _("repaid to a customer"),
    "prepaid": _("paid to a supplier in advance"),
    "booked": _("in the books by a voucher"),
}

#: What is under way between the bank and the books.
UNDER_WAY: dict[str, Text] = {
    "line": _("line of a bank statement"),
    "payment": _("our payment"),
    "receipt": _("bank receipt"),
    "voucher": _("voucher by hand"),
}

#: What a bank said of a payment after the run that had it was withdrawn.
TOLD: dict[str | None, Text] = {
    "taken": _("taken by the bank"),
    "paid": _("paid"),
    "refused": _("refused by the bank"),
}

WAYS: dict[str, Text] = {
    "reference": _("by reference"),
    "party": _("by amount and party"),
    "rule": _("by rule"),
    "code": _("by the bank's code"),
    "hand": _("by hand"),
}

KINDS: dict[str, Text] = {"pay": _("payment file"), "fetch": _("statuses and statements")}

#: ISO 20022 reasons, those that Chinese and European banks give for payments.
BANK_REASONS: dict[str, Text] = {
    "AC01": _("account number wrong"),
    "AC04": _("account closed"),
    "AC06": _("account blocked"),
    "AM03": _("currency not allowed"),
    "AM04": _("not enough money on the account"),
    "AM05": _("sent twice"),
    "BE01": _("name and account do not fit"),
    "FF01": _("file not valid"),
    "RC01": _("bank number wrong"),
}

#: Why a call to a bank did not do.
CALL_FAULTS: dict[str, Text] = {
    "": "",
    "status": _("the bank answered with an error"),
    "timeout": _("no answer in time"),
    "no_connection": _("no connection"),
    "unknown_host": _("the address is not known"),
    "certificate": _("the certificate is not valid"),
    "inside": _("the address is inside our network"),
    "unencrypted": _("the address is not encrypted"),
    "bad_address": _("the address is not valid"),
    "unreadable": _("the answer cannot be read"),
    "too_large": _("the answer is too large"),
    "refused": _("the bank refused the file"),
    "message_id_used": _("the bank knows this file with other content"),
}
