"""Words of the customer's page: what a buyer reads of an order, its parcels and its returns."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | Promise

#: step on the customer's page → what it is called there
STEPS: dict[str, Text] = {
    "received": pgettext_lazy("customer", "Order received"),
    "confirmed": pgettext_lazy("customer", "Confirmed"),
    "packing": pgettext_lazy("customer", "Being packed"),
    "shipped": pgettext_lazy("customer", "Shipped"),
    "delivered": pgettext_lazy("customer", "Delivered"),
    "installed": pgettext_lazy("customer", "Installed"),
    "cancelled": pgettext_lazy("customer", "Cancelled"),
    "return_announced": pgettext_lazy("customer", "Return announced"),
    "return_cancelled": pgettext_lazy("customer", "Return called off"),
    "return_received": pgettext_lazy("customer", "Goods are back"),
    "return_refunded": pgettext_lazy("customer", "Money is back"),
    "exchange_ordered": pgettext_lazy("customer", "Other goods ordered"),
}

#: what an order stands for → what is asked of its buyer
ASKED: dict[str, Text] = {
    "name": _("Please tell the shop the name of who receives the goods."),
    "phone": _("Please tell the shop a telephone number at which you can be reached."),
    "address": _("Please tell the shop your full address, with city and district."),
    "payment": _("Your payment has not arrived yet. Please pay, or ask the shop if you have."),
    "rest": _("A part of the payment is missing. Please ask the shop how to pay the rest."),
}
