"""The sheet of a change of an order: what was, what shall be, why, and who agreed."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from interlock.core.api import Company
from interlock.core.sql import rows

from .. import words
from ..comparing import changed_fields
from ..lists.changes import REASONS
from ..queries import approvals
from ..queries import order_changes as queries
from ..templatetags.workplace import amount, day, figure, price
from ..templatetags.workplace import name as name_of
from .sheets import column, sheet


def order_change(company: Company, document: int, full: bool) -> dict[str, Any]:  # noqa: FBT001, ARG001  masked always
    """Answer the sheet; buyers' data are masked on it, for it is passed around to be agreed."""
    head = rows(queries.SQL["change"], id=document)[0]
    named = {"number": head.order_number, "version": head.order_version}
    delta = head.amount - head.amount_before
    made = sheet(
        company, document, _("Order change"), head.number, head.state,
        facts=[
            (_("Order"), _("%(number)s, version %(version)s") % named),
            (_("Shop"), name_of(head)),
            (_("Date"), day(head.change_on)),
            (_("Reason"), REASONS.get(head.reason, head.reason)),
            (_("Why"), head.text),
            (_("Written by"), head.author or _("the system")),
            (_("For approval"), "; ".join(str(words.reason(code)) for code in head.reasons)),
            (_("Approved by"), ", ".join(_approvers(company, document))),
            (_("Carried out"), _day(company, head.applied_at)),
        ],
        columns=[
            column("#", figure=True), column(_("Item")), column(_("Name"), wide=True),
            column(_("Quantity"), figure=True), column(_("Unit price"), figure=True), column(_("Amount"), figure=True),
        ],
        rows=[_line(line) for line in rows(queries.SQL["lines"], company=company.pk, id=document)],
        totals=[
            (_("Amount before"), amount(head.amount_before)),
            (_("Difference"), f"{'+' if delta > 0 else ''}{amount(delta)}"),
            (_("Amount after"), f"{amount(head.amount)} {company.currency_id}"),
        ],
        notes=[head.note],
        signs=[_("Written by"), _("Agreed, date")],
    )  # fmt: skip
    fields = [[str(one.what), *_sides(one)] for one in changed_fields(head.before, head.after)]
    return made | {"fields": fields, "field_titles": [_("What"), _("Was"), _("Shall be")]}


def _day(company: Company, moment: datetime | None) -> str:
    return str(day(moment.astimezone(ZoneInfo(company.time_zone)).date())) if moment else ""


def _sides(one: Any) -> tuple[str, str]:
    return one.was, f"{one.now} ({_('changed, masked')})" if one.masked else one.now


def _line(line: Any) -> list[Any]:
    """Answer the cells of a line: what changes stands as was → shall be."""
    is_new = line.line_number is None
    item = line.item if is_new or line.item_id == line.item_before_id else f"{line.item_before} → {line.item}"
    quantity = figure(line.quantity) if line.quantity else _("taken out")
    new, was = price(line.unit_price), price(line.unit_price_before)
    return [
        _("new") if is_new else line.line_number, item, name_of(line) if line.item_id else "",
        _pair(None if is_new else line.quantity_before, line.quantity, figure(line.quantity_before), quantity),
        _pair(None if is_new else line.unit_price_before, line.unit_price, was, new),
        _pair(None if is_new else line.amount_before, line.amount, amount(line.amount_before), amount(line.amount)),
    ]  # fmt: skip


def _pair(was: Any, now: Any, shown_was: str, shown_now: str) -> str:
    return shown_now if was is None or was == now else f"{shown_was} → {shown_now}"


def _approvers(company: Company, document: int) -> list[str]:
    """Answer who approved the change as it stands, first first."""
    return [row.name for row in rows(approvals.SQL["approvers"], company=company.pk, document=document)]
