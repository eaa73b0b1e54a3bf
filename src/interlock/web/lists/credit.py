"""The lists of credit groups and of dunning letters."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .. import words
from ..navigation import CREDIT, DUNNING
from ..queries import credit
from . import cells
from .catalogue import RANGE, by_number, by_state
from .declared import Column, Filter, Listing, amounts

CREDIT_LIST = Listing(
    code="credit-groups",
    title=_("Credit limits"),
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
        *amounts(_("Amount from"), _("Amount to")),
    ),
)

DUNNING_LIST = Listing(
    code="dunning",
    title=_("Dunning letters"),
    url="web:dunning",
    link="web:dunning-letter",
    permissions=DUNNING,
    found=credit.SQL["letters_found"],
    rows=credit.SQL["letters"],
    sums=_("Overdue"),
    columns=(
        Column("number", _("Number"), "link"),
        Column("party", _("Customer"), wide=True),
        Column("party_code", _("Code"), shown=False),
        Column("level", _("Level"), "number"),
        Column("amount", _("Overdue"), "amount"),
        Column("written_on", _("Written on"), "date"),
        Column("state", _("State"), "state"),
        Column("sent_on", _("Sent on"), "date"),
    ),
    filters=(
        by_number("DL-…"),
        Filter(
            "state", _("State"), "choice", choices=("draft", "sent"), place="always",
            word=lambda code: words.STATES["to_send" if code == "draft" else code][0],
        ),
        *RANGE,
    ),
)  # fmt: skip
