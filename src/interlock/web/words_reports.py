"""The words of reports: cash flow items, dimensions, the group, files for auditors."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

CODES: dict[str, tuple[Text, Text]] = {
    "item_unknown": (_("No cash flow item has this code"), _("Choose another, or add it among the dimension values.")),
}

OPERATIONS: dict[str, Text] = {
    "finance.assign_cash_items": _("Cash flow item named"),
}
