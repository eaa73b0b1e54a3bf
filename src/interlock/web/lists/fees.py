"""The list of fees of deals."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .. import words_fees
from ..navigation import FEES
from ..queries import fees
from . import cells
from .catalogue import CUSTOMER, RANGE, by_state
from .declared import Column, Filter, Listing

FEE_LIST = Listing(
    code="fees",
    title=_("Fees of deals"),
    url="web:fees",
    link="web:fee",
    permissions=FEES,
    found=fees.SQL["found"],
    rows=fees.SQL["fees"],
    sums=_("Set aside"),
    columns=(
        Column("number", _("Deal"), "link", value=lambda row: row.number or f"#{row.document_id}"),
        Column("kind", _("Kind"), value=cells.word(words_fees.KINDS, "kind")),
        Column("policy", _("Policy"), value=lambda row: f"{row.policy} {cells.name(row)}", wide=True),
        Column("party", _("Customer"), wide=True),
        Column("beneficiary", _("Beneficiary"), wide=True),
        Column("unit", _("Shop or department"), value=cells.named("unit"), shown=False),
        Column("state", _("State"), "state"),
        Column("accrued_on", _("Recognised"), "date"),
        Column("base_amount", _("Net revenue"), "amount"),
        Column("amount", _("Set aside"), "amount"),
        Column("settled_amount", _("Settled"), "amount"),
        Column("open_amount", _("Open"), "amount"),
    ),
    filters=(
        Filter("q", _("Delivery"), "text", "term", hint="DN-…", place="always"),
        by_state(("open", "settled", "overdrawn")),
        Filter("kind", _("Kind"), "choice", choices=tuple(words_fees.KINDS), word=words_fees.KINDS.__getitem__),
        Filter("policy", _("Policy"), "master", options=fees.SQL["policies"]),
        Filter("beneficiary", _("Beneficiary"), "master", options=fees.SQL["beneficiaries"]),
        Filter("unit", _("Shop or department"), "master", options=fees.SQL["units"], place="rare"),
        Filter("party", _("Customer"), "master", options=CUSTOMER.options, model="parties.Party", place="rare"),
        *RANGE,
    ),
)
