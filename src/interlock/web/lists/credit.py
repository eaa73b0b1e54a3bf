"""The list of credit groups."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ..navigation import CREDIT
from ..queries import credit
from . import cells
from .catalogue import by_state
from .declared import Column, Filter, Listing

CREDIT_LIST = Listing(
    code="credit-groups",
    title=_("Credit"),
    url="web:credit-groups",
    link="web:credit-group",
    permissions=CREDIT,
    found=credit.SQL["found"],
    rows=credit.SQL["groups"],
    sums=_("Drawn"),
    columns=(
        Column("code", _("Credit group"), "link"),
        Column("name", _("Name"), value=cells.name, wide=True),
        Column("state", _("State"), "state"),
        Column("limit_amount", _("Limit"), "amount"),
        Column("amount", _("Drawn"), "amount"),
        Column("left_amount", _("Left"), "amount"),
        Column("released_amount", _("Released"), "amount"),
        Column("overdrawn_amount", _("Overdrawn"), "amount"),
        Column("currency_id", _("Currency")),
        Column("customers", _("Customers"), "number"),
        Column("keeper", _("Kept by"), shown=False),
    ),
    filters=(
        Filter("q", _("Credit group"), "text", "term", place="always"),
        by_state(("overdrawn", "within_limit")),
    ),
)
