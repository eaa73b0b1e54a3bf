"""An expense claim on paper, as it goes with the receipts into the file."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from interlock.core.api import Company
from interlock.core.sql import rows

from ..queries import expenses
from ..templatetags.workplace import amount, day, figure, money, pick
from ..templatetags.workplace import name as name_of
from .sheets import column, sheet


def expense_claim(company: Company, claim: int, full: bool) -> dict[str, Any]:  # noqa: FBT001, ARG001  one shape for all
    head = rows(expenses.SQL["claim"], id=claim)[0]
    lines = rows(expenses.SQL["lines"], company=company.pk, id=claim)
    foreign = head.currency != company.currency_id
    days = [day(one) for one in (head.from_on, head.to_on) if one]
    return sheet(
        company, claim, _("Expense claim"), head.number, head.state,
        facts=[
            (_("Employee"), head.employee),
            (_("Department"), name_of(head)),
            (_("Claimed on"), day(head.claimed_on)),
            (_("Posted on"), day(head.posted_on) if head.posted_on else ""),
            (_("Purpose"), head.purpose),
            (_("Days"), " – ".join(days)),
            (_("Project"), pick(head, "project") if head.project else ""),
            (_("Exchange rate"), f"{head.currency} {head.rate.normalize():f}" if foreign else ""),
            (_("Takes back"), head.reverses),
        ],
        columns=[
            column("#", figure=True), column(_("Day")), column(_("Kind")), column(_("What"), wide=True),
            column(_("Invoice number")), column(_("Days or nights"), figure=True),
            column(_("VAT"), figure=True), column(_("Amount"), figure=True),
        ],
        rows=[
            [
                line.ordinal, day(line.spent_on), name_of(line), _what(line), line.invoice_number,
                figure(line.quantity), money(line.tax_amount), amount(line.amount),
            ]
            for line in lines
        ],
        totals=_totals(company, head, lines, foreign=foreign),
        signs=[
            _("Claimed by: %(name)s") % {"name": head.employee},
            _("Approved by: %(name)s") % {"name": head.approver} if head.approver else _("Approved by"),
            _("Booked by"), _("Paid by"),
        ],
    )  # fmt: skip


def _what(line: Any) -> str:
    """Say what was bought, from whom, and why it is over a limit."""
    over = _("Over the limit by %(amount)s: %(reason)s") % {"amount": amount(line.over_amount), "reason": line.reason}
    return " · ".join(part for part in (line.text, line.seller_name, over if line.over_amount else "") if part)


def _totals(company: Company, head: Any, lines: list[Any], *, foreign: bool) -> list[tuple[Any, str]]:
    spent = sum((line.amount for line in lines), Decimal())
    books = company.currency_id
    made: list[tuple[Any, str]] = [(_("Spent"), f"{amount(spent)} {head.currency}")] if foreign else []
    made.append((_("Amount"), f"{amount(head.amount)} {books}"))
    if head.advance_amount:
        made.append((_("Advance deducted"), f"{amount(-head.advance_amount)} {books}"))
        made.append((_("To be paid out"), f"{amount(head.amount - head.advance_amount)} {books}"))
    return made
