"""The words of what companies set up as data: webhooks, custom fields, alerts."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | Promise

STATES: dict[str, tuple[Text, str, str]] = {
    "delivered": (pgettext_lazy("webhook", "delivered"), "good", "✓"),
    "paused": (_("paused"), "warn", "■"),
    "off": (_("switched off"), "bad", "✕"),
    "over": (_("above its threshold"), "warn", "▲"),
    "quiet": (_("quiet"), "good", "●"),
}

CODES: dict[str, tuple[Text, Text]] = {
    "unknown_field": (_("There is no such field"), _("Take a field of this kind that is not retired.")),
    "wrong_content": (_("The field does not hold this"), _("Give what the field's type asks for.")),
    "unknown_link": (_("Names something that does not exist"), _("Give the code of a master that is there.")),
    "field_missing": (_("A required field is not filled"), _("Fill the field that is required in this state.")),
    "unknown_list": (_("There is no such list, or not for you"), _("Name a list by its code, one that you may open.")),
    "name_taken": (_("There is an alert of this name already."), _("Give it another name.")),
    "below": (_("The alert finds less than its threshold"), ""),
    "webhook_off": (_("The webhook is switched off"), _("Switch it on again first.")),
}

OPERATIONS: dict[str, Text] = {
    "core.set_custom_fields": _("Own fields filled"),
    "core.raise_alerts": _("Alert raised"),
    "web.save_alerts": _("Alert saved"),
    "core.replay_webhooks": _("Webhook messages sent again"),
}

#: kind of event → word
EVENT_KINDS: dict[str, Text] = {
    "order.received": _("Order received"),
    "order.accepted": _("Order accepted"),
    "order.held": _("Order held"),
    "order.changed": _("Order changed"),
    "order.reserved": _("Stock reserved for an order"),
    "order.cancelled": _("Order cancelled"),
    "delivery.released": _("Delivery released"),
    "delivery.shipped": _("Delivery shipped"),
    "delivery.recognised": _("Revenue of a delivery recognised"),
    "return.announced": _("Return announced"),
    "return.received": _("Returned goods received"),
    "return.inspected": _("Returned goods inspected"),
    "return.refunded": _("Return refunded"),
    "return.cancelled": _("Return cancelled"),
    "statement.matched": _("Statement matched"),
    "statement.posted": _("Statement posted"),
    "statement.paid": _("Statement paid"),
    "movement.posted": _("Movement posted"),
    "voucher.posted": _("Voucher posted"),
    "voucher.reversed": _("Voucher reversed"),
}

#: why an address is not taken, or a call did not come in
FAULTS: dict[str, Text] = {
    "bad_address": _("not a web address without user name"),
    "inside": _("an address inside the network"),
    "unencrypted": _("not encrypted: https is needed"),
    "status": _("answered with an error"),
    "redirect": _("sends elsewhere, which is not followed"),
    "timeout": _("did not answer in time"),
    "certificate": _("certificate is not valid"),
    "unknown_host": _("name is not known"),
    "no_connection": _("cannot be reached"),
    "switched_off": _("webhook was switched off"),
    "gone": _("the receiver said that it is gone"),
    "by_person": _("by a person"),
}
