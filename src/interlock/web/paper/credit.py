"""The dunning letter and the statement of account on paper."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from interlock.core.api import Company
from interlock.core.sql import rows
from interlock.finance import api as finance

from ..lists.items import kind_word
from ..queries import account_statements, credit
from ..templatetags.workplace import amount, day, debit, figure, pick
from ..templatetags.workplace import credit as credited
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


def account_statement(company: Company, statement: int, full: bool) -> dict[str, Any]:  # noqa: FBT001, ARG001  one shape for all
    head = rows(account_statements.SQL["one"], id=statement)[0]
    told = finance.party_statement(company.pk, head.party_id, head.first_on, head.last_on)
    lines, balance = [[day(head.first_on), _("Opening"), "", "", "", amount(head.opening)]], head.opening
    for move in told.moves:
        balance += move.book
        lines.append(
            [
                day(move.on),
                str(kind_word(move.kind)),
                move.number,
                debit(move.book),
                credited(move.book),
                amount(balance),
            ]
        )
    return sheet(
        company, statement, _("Statement of account"), head.number, "",
        facts=[(_("Party"), f"{head.party_code} {head.party}"), (_("From"), day(head.first_on)),
               (_("Until"), day(head.last_on)), (_("Currency"), head.currency)],
        columns=[column(_("Date")), column(_("Document"), wide=True), column(_("Number")),
                 column(_("Debit"), figure=True), column(_("Credit"), figure=True), column(_("Balance"), figure=True)],
        rows=lines,
        totals=[(_("Closing"), f"{amount(head.closing)} {head.currency}")],
        notes=[_("Please compare it with your books and tell us whether it is right.")],
        signs=[_("Seller, stamp"), _("Checked and agreed, stamp")],
    )  # fmt: skip
