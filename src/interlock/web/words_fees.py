"""The words of fees of deals: kinds, verdicts, operations, components."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interlock.finance.api import FeeEntry, FeeKind

Text = str | Promise

KINDS: dict[str, Text] = dict(FeeKind.choices)

ENTRIES: dict[str, Text] = dict(FeeEntry.Kind.choices)

CODES: dict[str, tuple[Text, Text]] = {
    "not_revenue": (_("The voucher holds no revenue"), _("Nothing to do.")),
    "not_sealed": (_("The voucher is still being collected"), _("Wait for the end of its day, or seal it.")),
    "ambiguous_policy": (
        _("Two policies of fees are equally near"),
        _("End one of them, or name a customer, group, shop or category in one."),
    ),
    "no_beneficiary": (
        _("Nobody is named whom the fee is owed to"),
        _("Name a beneficiary in the policy; it counts for deals recognised from then on."),
    ),
    "settles_fees": (
        _("The bill settles fees of deals"),
        _("Cancel it and settle the fees again; its amounts come from them."),
    ),
}

OPERATIONS: dict[str, Text] = {
    "finance.accrue_fees": _("Fees of deals set aside"),
    "finance.settle_fees": _("Fees of deals settled"),
}

EVENTS: dict[str, Text] = {"fees_accrued": _("Fees of deals set aside")}

COMPONENTS: dict[str, Text] = {**KINDS, "fees": _("fees of deals")}
