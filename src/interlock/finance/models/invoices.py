"""Tax invoices we issue: what of whose revenue stands on them, blue and red, and how far they are."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Ledger, Owned, amount_field, document_id, line_id, loose, quantity_field

from .taxes import InvoiceMode


class TaxInvoice(Owned):
    """An invoice from the request on; issued it has the office's number of twenty digits. A red one is negative."""

    class Kind(models.TextChoices):
        BLUE = "blue", _("invoice")
        RED = "red", _("red letter")

    class State(models.TextChoices):
        REQUESTED = "requested", _("requested")
        SENDING = "sending", _("at the tax office")
        ISSUED = "issued", _("issued")
        REFUSED = "refused", _("refused")
        CANCELLED = "cancelled", _("cancelled")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    kind = Choice(Kind)
    mode = Choice(InvoiceMode)
    state = Choice(State, db_default=State.REQUESTED.value)
    requested_on = models.DateField(_("requested on"))
    unit = loose("core.Unit", null=True)
    party = loose("parties.Party", null=True)
    buyer_name = models.CharField(_("buyer"), max_length=120)
    buyer_code = models.CharField(_("buyer's credit code"), max_length=18, blank=True, db_default="")
    buyer_email = models.EmailField(_("buyer's e-mail"), max_length=160, blank=True, db_default="")
    net_amount = amount_field(verbose_name=_("net"))
    tax_amount = amount_field(verbose_name=_("VAT"))
    amount = amount_field(verbose_name=_("amount"))
    invoice_number = models.CharField(_("invoice number"), max_length=20, blank=True, db_default="")
    issued_on = models.DateField(_("issued on"), null=True)
    file = loose("core.File", null=True)
    original = loose("finance.TaxInvoice", null=True)
    reason = models.CharField(_("reason"), max_length=120, blank=True, db_default="")
    version = models.IntegerField(db_default=1)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("tax invoice")
        verbose_name_plural = _("tax invoices")
        permissions = [
            ("request_invoices", _("Request tax invoices and red letters")),
            ("send_invoices", _("Have tax invoices issued by the tax office")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="finance_taxinvoice_number"),
            models.UniqueConstraint(
                fields=["company", "invoice_number"], name="finance_taxinvoice_issued", condition=~Q(invoice_number="")
            ),
            models.CheckConstraint(
                condition=Q(state="issued", issued_on__isnull=False) & ~Q(invoice_number="")
                | ~Q(state="issued") & Q(issued_on__isnull=True, invoice_number=""),
                name="finance_taxinvoice_state",
            ),
            models.CheckConstraint(
                condition=Q(kind="blue", original__isnull=True, net_amount__gt=0, tax_amount__gte=0)
                | Q(kind="red", original__isnull=False, net_amount__lt=0, tax_amount__lte=0),
                name="finance_taxinvoice_kind",
            ),
            models.CheckConstraint(
                condition=Q(amount=F("net_amount") + F("tax_amount")), name="finance_taxinvoice_sum"
            ),
        ]
        indexes = [
            models.Index(fields=["company", "state", "id"], name="finance_taxinvoice_state"),
            models.Index(fields=["company", "issued_on"], name="finance_taxinvoice_day", condition=Q(state="issued")),
            models.Index(fields=["company", "original"], name="finance_taxinvoice_red", condition=Q(kind="red")),
        ]

    def __str__(self) -> str:
        return self.number


class TaxInvoiceLine(models.Model):
    """A line of an invoice: goods at a rate; ``red_…`` is what red letters have taken back of it or ask to."""

    id = line_id()
    company = loose("core.Company")
    invoice = models.ForeignKey(TaxInvoice, models.PROTECT, related_name="lines")
    line_number = models.IntegerField(_("line"))
    item = loose("items.Item", null=True)
    name = models.CharField(_("goods"), max_length=120)
    measure = models.CharField(_("unit of measure"), max_length=20, blank=True, db_default="")
    quantity = quantity_field()
    tax_pct = models.DecimalField(_("rate"), max_digits=6, decimal_places=3)
    net_amount = amount_field()
    tax_amount = amount_field()
    original = loose("finance.TaxInvoiceLine", null=True)
    red_net_amount = amount_field(db_default=0)
    red_tax_amount = amount_field(db_default=0)

    class Meta:
        verbose_name = _("line of a tax invoice")
        verbose_name_plural = _("lines of tax invoices")
        constraints = [
            models.UniqueConstraint(fields=["company", "invoice", "line_number"], name="finance_taxinvoiceline_key"),
            models.CheckConstraint(
                condition=Q(red_net_amount__gte=0, red_tax_amount__gte=0)
                & (
                    Q(red_net_amount=0, red_tax_amount=0)
                    | Q(red_net_amount__lte=F("net_amount"), red_tax_amount__lte=F("tax_amount"))
                ),
                name="finance_taxinvoiceline_red",
            ),
        ]


class TaxInvoicePart(Ledger):
    """What of a revenue line stands on an invoice line, negative on red letters and where a request was cancelled."""

    invoice = loose("finance.TaxInvoice")
    line = loose("finance.TaxInvoiceLine")
    document_id = models.BigIntegerField()
    source_line_id = models.BigIntegerField()
    quantity = quantity_field()
    net_amount = amount_field()
    tax_amount = amount_field()

    class Meta(Ledger.Meta):
        verbose_name = _("invoiced revenue")
        verbose_name_plural = _("invoiced revenue")
        indexes = [
            models.Index(fields=["company", "document_id"], name="finance_invoicepart_document"),
            models.Index(fields=["company", "invoice"], name="finance_invoicepart_invoice"),
        ]
