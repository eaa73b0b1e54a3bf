"""The words of orders entered by hand: why one is not made, and what will happen to one that is."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

STATES: dict[str, tuple[Text, str, str]] = {
    "discarded": (_("discarded"), "", "✕"),
}

#: verdict code → (why, what to do)
CODES: dict[str, tuple[Text, Text]] = {
    "unknown_customer": (_("The customer is not known here"), _("Choose a customer, or leave it empty.")),
    "bad_date": (_("The day is wrong"), _("Enter a day of this century.")),
    "bad_priority": (_("The priority is wrong"), _("Enter a digit from 0 to 9.")),
    "bad_paid_amount": (_("The amount paid is wrong"), _("Enter an amount with at most two decimals.")),
    "too_many_lines": (_("Has too many lines"), _("An order holds 2,000 lines; enter the rest as another.")),
    "item_blocked": (_("The item is blocked"), _("Take another item, or unblock it.")),
    "unknown_unit": (_("The item has no such unit"), _("Leave it empty for the base unit, or add it to the item.")),
    "bad_discount": (_("The discount is wrong"), _("Enter an amount that is not above the line's.")),
    "taken": (_("The shop has another order of this number"), _("Enter another number, or change that order.")),
    "repriced": (_("The amount is another than shown"), _("Prices changed meanwhile: look at it and submit again.")),
    "submitted": (_("Is an order already"), _("Cancel the order instead.")),
}

OPERATIONS: dict[str, Text] = {
    "sales.create_orders": _("Entered"),
    "sales.save_order_drafts": _("Draft saved"),
    "sales.submit_order_drafts": _("Draft submitted"),
    "sales.discard_order_drafts": _("Draft discarded"),
}

FIELDS: dict[str, Text] = {
    "item": _("item"),
    "quantity": _("quantity"),
    "unit": _("unit"),
    "unit_price": _("unit price"),
    "discount": _("discount"),
    "shop": _("shop"),
    "customer": _("customer"),
    "order_no": _("customer's number"),
    "wanted_on": _("wanted on"),
    "remark": _("remark"),
    "lines": _("lines"),
}

#: what the review will hold an order for, said before it is submitted
MARKS: dict[str, Text] = {
    "price_below_floor": _("Below the floor price %(floor)s: the order will be held for its price."),
    "price_above_list": _("Far above the list price %(list)s: the order will be held for its price."),
    "no_price": _("The price list has no price: the order will be held for its price."),
    "discount": _("No promotion gives this discount: the order will be held for it."),
}
