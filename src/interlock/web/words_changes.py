"""The words of changes of orders: states, verdicts, what routes look at, operations."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

STATES: dict[str, tuple[Text, str, str]] = {
    "applied": (_("carried out"), "good", "✓"),
    "outdated": (_("out of date"), "warn", "■"),
}

#: what a route may look at → (short word, way out)
REASONS: dict[str, tuple[Text, Text]] = {
    "price_raised": (_("a unit price rises"), ""),
    "price_lowered": (_("a unit price falls"), ""),
    "amount_raised": (_("the order's amount rises"), ""),
    "amount_lowered": (_("the order's amount falls"), ""),
    "approved_order": (_("the order went through an approval"), ""),
}

CODES: dict[str, tuple[Text, Text]] = {
    "change_open": (_("The platform sent a change that waits"), _("Take the change over or keep ours first.")),
    "no_change": (_("The platform sent no change that waits"), _("Nothing to do.")),
    "nothing_to_change": (_("Is like this already"), _("Enter what shall be different.")),
    "applied": (_("Changed by a change document"), ""),
    "change_document_needed": (
        _("The order went through an approval"),
        _("Change it by a change document in the workplace."),
    ),
    "change_waits": (_("Another change of the order is open"), _("Carry that one out or withdraw it first.")),
    "order_changed": (_("The order was changed in the meantime"), _("Begin again from what the order is now.")),
    "not_open": (_("Has ended otherwise"), _("Begin a new one, or have its effect taken back.")),
}

OPERATIONS: dict[str, Text] = {
    "sales.change_orders": _("Changed"),
    "sales.tell_changes": _("Changed by its platform"),
    "sales.save_order_changes": _("Change written"),
    "sales.submit_order_changes": _("Change handed in"),
    "sales.apply_order_changes": _("Change carried out"),
    "sales.withdraw_order_changes": _("Change withdrawn"),
}

REFUSALS: dict[str, Text] = {"unknown_change_reason": _("Choose why it is changed.")}
KINDS: dict[str, Text] = {"order_change": _("Order change")}
