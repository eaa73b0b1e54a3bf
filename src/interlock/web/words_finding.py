"""The words of the search and of the start page."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

#: kind of a hit that is no document → what it is called
FOUND: dict[str, Text] = {
    "dunning": _("Dunning letter"),
    "item_document": _("Bill, receipt or payment"),
    "payment": _("Payment request"),
    "payment_run": _("Payment run"),
    "bank_statement": _("Bank statement"),
    "receipt": _("Bank receipt"),
    "serial": _("Serial number"),
    "party": _("Party"),
    "shop": _("Shop"),
    "warehouse": _("Warehouse"),
    "account": _("Account"),
    "promotion": _("Promotion"),
    "credit_group": _("Credit group"),
    "user": _("User"),
    "page": _("Page"),
}
