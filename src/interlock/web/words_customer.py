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

#: state of an invoice → what its buyer reads
INVOICES: dict[str, Text] = {
    "requested": pgettext_lazy("customer", "The shop has your request"),
    "sending": pgettext_lazy("customer", "Being issued by the tax office"),
    "issued": pgettext_lazy("customer", "Issued"),
    "refused": pgettext_lazy("customer", "The tax office did not accept it; the shop looks after it"),
}

#: what stands in the way of an invoice → what its buyer reads
INVOICE_FAULTS: dict[str, Text] = {
    "later": _("You can ask for the invoice here once you have the goods."),
    "before_revenue": _("You can ask for the invoice here once you have the goods."),
    "shop": _("The shop makes this invoice out itself. Please ask the shop about it."),
    "no_buyer": _("Please enter whom the invoice is made out to."),
    "too_long": _("The name is too long: an invoice holds 120 characters."),
    "bad_code": _("This is no valid tax number. It has 18 characters; a person leaves it empty."),
    "bad_email": _("This is no e-mail address."),
    "too_often": _("You have tried this many times. Please try again in an hour."),
}
