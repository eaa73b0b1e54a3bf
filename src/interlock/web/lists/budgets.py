"""The lists of budgets and of incentives."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .. import words_budgets
from ..navigation import BUDGETS
from ..queries import budgets
from . import cells
from .catalogue import RANGE, by_state
from .declared import Column, Filter, Listing, amounts

BUDGET_LIST = Listing(
    code="budgets",
    title=_("Budgets"),
    url="web:budgets",
    link="web:budget",
    permissions=BUDGETS,
    found=budgets.SQL["found"],
    rows=budgets.SQL["budgets"],
    sums=_("Used"),
    columns=(
        Column("code", _("Budget"), "link"),
        Column("name", _("Name"), wide=True),
        Column("kind", _("Kind"), value=cells.word(words_budgets.KINDS, "kind")),
        Column("state", _("State"), "state"),
        Column("starts_on", _("From"), "date"),
        Column("ends_on", _("To"), "date"),
        Column("total_amount", pgettext_lazy("budget", "Total"), "amount"),
        Column("reserved_amount", pgettext_lazy("budget", "Reserved"), "amount"),
        Column("amount", _("Used"), "amount"),
        Column("free_amount", _("Free"), "amount"),
        Column("used_pct", _("Share used (%)"), "number"),
        Column("overdrawn_amount", _("Overdrawn"), "amount", shown=False),
        Column("control", _("Control"), value=cells.word(words_budgets.CONTROLS, "control"), shown=False),
        Column("currency_id", _("Currency"), shown=False),
        Column("person", _("Owner"), shown=False),
    ),
    filters=(
        Filter("q", _("Budget"), "text", "term", place="always"),
        by_state(("open", "closed", "overdrawn")),
        Filter("kind", _("Kind"), "choice", choices=tuple(words_budgets.KINDS), word=words_budgets.KINDS.__getitem__),
        *RANGE,
    ),
)

INCENTIVE_LIST = Listing(
    code="incentives",
    title=_("Incentives"),
    url="web:incentives",
    link="web:incentive",
    permissions=BUDGETS,
    found=budgets.SQL["incentives_found"],
    rows=budgets.SQL["incentives"],
    sums=_("Used"),
    columns=(
        Column("category", _("Kind of incentive")),
        Column("channel", _("Channel")),
        Column("beneficiary", _("Who enjoys it")),
        Column("name", _("Name of the incentive"), "link", wide=True),
        Column("total_wan", _("Budget total (10,000)"), "amount"),
        Column("used_wan", _("Used amount (10,000)"), "amount"),
        Column("used_pct", _("Share used"), value=lambda row: pct(row.used_pct)),
        Column("state", _("State"), "state", shown=False),
        Column("code", _("Budget"), shown=False),
    ),
    filters=(
        Filter("q", _("Incentive"), "text", "term", place="always"),
        by_state(("open", "closed", "overdrawn")),
        *amounts(_("Amount from"), _("Amount to")),
    ),
)


def pct(value: object) -> str:
    """Answer a share as people write it: no needless zero."""
    return "" if value is None else f"{float(str(value)):g}%"
