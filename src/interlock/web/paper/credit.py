"""The dunning letter on paper."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from interlock.core.api import Company
from interlock.core.sql import rows

from ..queries import credit
from ..templatetags.workplace import amount, day, figure, pick
from .sheets import column, sheet


def dunning_letter(company: Company, letter: int, full: bool) -> dict[str, Any]:  # noqa: FBT001, ARG001  one shape for all
    head = rows(credit.SQL["letter"], id=letter)[0]
    items = rows(credit.SQL["items"], company=company.pk, id=letter)
    return sheet(
        company, letter, pick(head, "name") or _("Dunning letter"), head.number, "",
        facts=[
            (_("Customer"), head.party),
            (_("Date"), day(head.written_on)),
            (_("To be paid by"), day(head.pay_on)),
            (_("Level"), head.level),
        ],
        columns=[
            column(_("Document"), wide=True), column(_("Due")), column(_("Days overdue"), figure=True),
            column(_("Unpaid"), figure=True),
        ],
        rows=[[row.number, day(row.due_on), figure(row.days), amount(row.amount)] for row in items],
        totals=[(_("Overdue"), f"{amount(head.amount)} {company.currency_id}")],
        notes=[pick(head, "text")],
        signs=[_("Seller, stamp")],
    )  # fmt: skip
