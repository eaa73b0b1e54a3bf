"""Sheets of the books: a voucher, and one by hand that is not posted yet."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from interlock.core.api import Company
from interlock.core.sql import rows

from .. import words, words_books
from ..queries import books, drafts
from ..templatetags.workplace import amount, day, figure, money, pick
from ..templatetags.workplace import name as name_of
from .sheets import column, sheet


def voucher(company: Company, voucher: int, full: bool) -> dict[str, Any]:  # noqa: FBT001, ARG001  one shape for all
    """A voucher by account: one that gathers a day's sales has a hundred thousand lines."""
    head = rows(books.SQL["voucher"], id=voucher)[0]
    totals = rows(books.SQL["voucher_totals"], company=company.pk, id=voucher)
    hand = next((row for row in rows(drafts.SQL["of_voucher"], company=company.pk, id=voucher) if row.is_source), None)
    by = rows(drafts.SQL["draft"], id=hand.id)[0] if hand else None
    debit, credit = sum(row.debit for row in totals), sum(row.credit for row in totals)
    return sheet(
        company, voucher, _("Voucher"), head.number, head.state,
        facts=[
            (_("Posting date"), day(head.posting_on)),
            (_("What"), words.EVENTS.get(head.event_kind, head.event_kind) if head.event_kind else head.text),
            (_("Shop or department"), pick(head, "unit") if head.unit_en else ""),
            (_("Journal lines"), figure(head.lines)),
        ],
        columns=[
            column(_("Account")), column(_("Name"), wide=True), column(_("Lines"), figure=True),
            column(_("Debit"), figure=True), column(_("Credit"), figure=True),
        ],
        rows=[[row.code, name_of(row), figure(row.lines), money(row.debit), money(row.credit)] for row in totals],
        totals=[
            (_("Debit"), f"{amount(debit)} {company.currency_id}"),
            (_("Credit"), f"{amount(credit)} {company.currency_id}"),
        ],
        signs=[
            _signed(_("Written by"), by and by.author), _signed(_("Posted by"), by and by.reviewer), _("Checked by"),
        ],
    )  # fmt: skip


def draft(company: Company, draft: int, full: bool) -> dict[str, Any]:  # noqa: FBT001, ARG001
    head = rows(drafts.SQL["draft"], id=draft)[0]
    lines = rows(drafts.SQL["lines"], company=company.pk, id=draft)
    debit, credit = sum(line.debit for line in lines), sum(line.credit for line in lines)
    return sheet(
        company, draft, _("Voucher by hand"), head.number, head.state,
        facts=[
            (_("Posting date"), day(head.posting_on)),
            (_("Summary"), head.text),
            (_("Kind"), words_books.DRAFT_KINDS.get(head.kind, head.kind)),
            (_("Voucher"), head.voucher),
        ],
        columns=[
            column("#", figure=True), column(_("Summary"), wide=True), column(_("Account"), wide=True),
            column(_("Party")), column(_("Debit"), figure=True), column(_("Credit"), figure=True),
        ],
        rows=[
            [
                line.ordinal, line.text, f"{line.account} {name_of(line)}", line.party_name, money(line.debit),
                money(line.credit),
            ]
            for line in lines
        ],
        totals=[
            (_("Debit"), f"{amount(debit)} {company.currency_id}"),
            (_("Credit"), f"{amount(credit)} {company.currency_id}"),
        ],
        signs=[_signed(_("Written by"), head.author), _signed(_("Posted by"), head.reviewer), _("Checked by")],
    )  # fmt: skip


def _signed(label: str, person: str | None) -> str:
    return f"{label}: {person}" if person else label
