"""The words of reports: cash flow items, dimensions, the group, files for auditors."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

CODES: dict[str, tuple[Text, Text]] = {
    "cash_item_unknown": (
        _("No cash flow item has this code"),
        _("Choose another, or add it among the dimension values."),
    ),
}

OPERATIONS: dict[str, Text] = {
    "finance.assign_cash_items": _("Cash flow item named"),
}

STATEMENTS: dict[str, Text] = {
    "balance_sheet": _("Balance sheet"),
    "income_statement": _("Income statement"),
    "cash_flow": _("Cash flow statement"),
}

SPANS: dict[str, Text] = {
    "month": _("by month"),
    "quarter": _("by quarter"),
    "year": _("by year"),
    "company": _("by company"),
}

DIMENSIONS: dict[str, Text] = {
    "party": _("party"),
    "unit": _("shop or department"),
    "category": _("item category"),
    "project": _("project"),
    "employee": _("employee"),
}
