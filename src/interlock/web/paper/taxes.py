"""Sheets of tax: an invoice we issued, and what others need to make one out to us."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from interlock.core.api import Company
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words_taxes
from ..queries import taxes
from ..templatetags.workplace import amount, day, figure
from .sheets import column, sheet


def tax_invoice(company: Company, invoice: int, full: bool) -> dict[str, Any]:  # noqa: FBT001, ARG001  one shape for all
    head = rows(taxes.SQL["invoice"], id=invoice)[0]
    lines = rows(taxes.SQL["lines"], company=company.pk, id=invoice)
    return sheet(
        company, invoice, words_taxes.INVOICE_KINDS[head.kind] if head.kind == "red" else _("Tax invoice"),
        head.invoice_number or head.number, head.state,
        facts=[
            (_("Buyer"), head.buyer_name),
            (_("Credit code"), head.buyer_code),
            (_("Issued on"), day(head.issued_on) if head.issued_on else ""),
            (_("Takes back"), head.original_number),
            (_("Reason"), head.reason),
        ],
        columns=[
            column("#", figure=True), column(_("Goods"), wide=True), column(_("Unit of measure")),
            column(_("Quantity"), figure=True), column(_("Net"), figure=True), column(_("Rate"), figure=True),
            column(_("VAT"), figure=True),
        ],
        rows=[
            [line.line_number, line.name, line.measure, figure(line.quantity), amount(line.net_amount),
             f"{line.tax_pct.normalize():f} %", amount(line.tax_amount)]
            for line in lines
        ],
        totals=[
            (_("Net"), amount(head.net_amount)),
            (_("VAT"), amount(head.tax_amount)),
            (_("Amount"), f"{amount(head.amount)} {company.currency_id}"),
        ],
        notes=[_("The invoice itself is the XML of the tax office; this sheet shows what it says.")],
    )  # fmt: skip


def invoicing_details(company: Company) -> dict[str, Any]:
    held = finance.TaxRegistration.objects.get(company_id=company.pk)
    return sheet(
        company, int(held.pk), _("Invoicing details"), company.code, "",
        facts=[
            (_("Registered name"), held.name),
            (_("Unified social credit code"), company.uscc),
            (_("Registered address"), held.address),
            (_("Phone"), held.phone),
            (_("Bank"), held.bank),
            (_("Bank account"), held.bank_account),
        ],
        columns=[], rows=[],
        notes=[_("Please make special VAT invoices out to us with these details and send us the XML.")],
    )  # fmt: skip
