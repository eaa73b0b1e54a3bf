"""The list of expense claims, for whoever approves, posts and pays them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ..navigation import CLAIMS
from ..queries import expenses
from . import cells
from .catalogue import RANGE, by_number, by_state
from .declared import Column, Filter, Listing

CLAIM_STATES = ("draft", "submitted", "approved", "posted", "paid", "refused", "withdrawn", "reversed")

CLAIM_LIST = Listing(
    code="expense-claims",
    title=_("Expense claims"),
    url="web:claims",
    model="finance.ExpenseClaim",
    link="web:expense",
    permissions=CLAIMS,
    found=expenses.SQL["claims_found"],
    rows=expenses.SQL["claims"],
    sums=_("Amount"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("claimed_on", _("Claimed"), "date"),
        Column("employee", _("Employee")),
        Column("unit", _("Department"), value=cells.name),
        Column("purpose", _("Purpose"), wide=True),
        Column("state", _("State"), "state"),
        Column("over", _("Over a limit"), value=lambda row: _("over a limit") if row.is_over else ""),
        Column("posted_on", _("Posted"), "date", shown=False),
        Column("advance", _("Advance"), "amount", value="advance_amount", shown=False),
        Column("paid", _("Paid"), "amount", value="paid_amount", shown=False),
        Column("amount", _("Amount"), "amount"),
    ),
    filters=(
        by_number("EC-…"),
        by_state(CLAIM_STATES),
        Filter("employee", _("Employee"), "master", options=expenses.SQL["employees"]),
        Filter("unit", _("Department"), "master", options=expenses.SQL["units"]),
        Filter("over", _("Over a limit"), "choice", choices=("yes",), word=lambda _code: _("over a limit")),
        *RANGE,
    ),
)
