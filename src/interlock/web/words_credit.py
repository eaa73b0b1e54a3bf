"""The words of credit: states, verdicts, why an order is held, kinds of entries, operations."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interlock.finance.api import CreditEntry

Text = str | Promise

STATES: dict[str, tuple[Text, str, str]] = {
    "overdrawn": (_("overdrawn"), "bad", "▲"),
    "within_limit": (_("within the limit"), "good", "✓"),
    "asked": (_("asked for"), "info", "○"),
    "set": (_("in force"), "good", "✓"),
    "expired": (_("expired"), "", "■"),
    "to_send": (_("to send"), "warn", "○"),
    "sent": (_("sent"), "good", "✓"),
}

#: kind of entry → its name
KINDS: dict[str, Text] = dict(CreditEntry.Kind.choices)

#: hold reason → (short word, way out)
REASONS: dict[str, tuple[Text, Text]] = {
    "over_credit": (
        _("over the customer's credit"),
        _("Wait for a payment and release it, or have a credit approver let it pass."),
    ),
    "no_credit_rate": (
        _("no rate into the currency of the credit limit"),
        _("Enter the company's exchange rate of the limit's currency, then review the order again."),
    ),
}

CODES: dict[str, tuple[Text, Text]] = {
    "credit_stopped": (
        _("Its customer is overdrawn or overdue"),
        _("Wait for a payment, or have a credit approver let the order pass."),
    ),
    "not_over_credit": (_("Is not held over its credit"), _("Release it for its other reasons instead.")),
    "too_little": (_("The release is less than what is missing"), _("Release as much as is missing.")),
    "unknown_group": (_("The credit group is not known here"), _("Take a group that this company keeps.")),
    "bad_terms": (_("The terms are not valid"), _("Enter a payment method and up to 3,650 credit days.")),
    "in_use": (_("The customer still draws from another group"), _("Wait until nothing is owed there.")),
    "no_credit_rate": (
        _("A currency has no rate into that of the limit"),
        _("Enter each company's daily exchange rate of the limit's currency first."),
    ),
    "bad_kind": (_("Is neither a contract nor an adjustment"), _("Choose one of both.")),
    "nothing_overdue": (_("Nothing is overdue"), _("Nothing to do.")),
    "not_over": (_("Still holds"), _("It ends by itself after its last day.")),
    "closed": (_("Is closed"), _("Take another one.")),
}

REFUSALS: dict[str, Text] = {
    "bad_expiry": _("The last day of a release lies in the past."),
}

OPERATIONS: dict[str, Text] = {
    "finance.set_credit_limits": _("Credit limit set"),
    "finance.turn_limits": _("Credit limits brought to the day"),
    "finance.set_credit_terms": _("Credit terms agreed"),
    "finance.adjust_credit": _("Credit adjusted"),
    "finance.record_credit_payments": _("Payment taken into credit"),
    "finance.revalue_credit": _("Credit valued at the day's rates"),
    "finance.expire_releases": _("Credit release expired"),
    "finance.write_dunning_letters": _("Dunning letter written"),
    "finance.send_dunning_letters": _("Dunning letter sent"),
    "sales.release_credit": _("Released over its credit"),
}
