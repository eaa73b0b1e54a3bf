"""Tax invoices we receive: read from their XML, verified at the tax office, deducted in a month."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Owned, amount_field, document_id, line_id, loose


class InputInvoice(Owned):
    """An invoice of a supplier; ``bill_kind`` and ``bill_id`` name the bill it belongs to, where there is one."""

    class State(models.TextChoices):
        RECEIVED = "received", _("received")
        VERIFYING = "verifying", _("being verified")
        VERIFIED = "verified", _("verified")
        DEDUCTING = "deducting", _("being deducted")
        DEDUCTED = "deducted", _("deducted")
        REFUSED = "refused", _("refused")

    id = document_id()
    number = models.CharField(_("invoice number"), max_length=20)
    state = Choice(State, db_default=State.RECEIVED.value)
    seller_name = models.CharField(_("seller"), max_length=120)
    seller_code = models.CharField(_("seller's credit code"), max_length=18)
    party = loose("parties.Party", null=True)
    issued_on = models.DateField(_("issued on"))
    received_on = models.DateField(_("received on"))
    verified_on = models.DateField(_("verified on"), null=True)
    month = models.DateField(_("deducted in"), null=True)
    net_amount = amount_field(verbose_name=_("net"))
    tax_amount = amount_field(verbose_name=_("VAT"))
    amount = amount_field(verbose_name=_("amount"))
    is_special = models.BooleanField(_("may be deducted"), default=True)
    file = loose("core.File")
    bill_kind = models.CharField(max_length=24, blank=True, db_default="")
    bill_id = models.BigIntegerField(null=True)
    reason = models.CharField(_("reason"), max_length=40, blank=True, db_default="")
    version = models.IntegerField(db_default=1)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("input invoice")
        verbose_name_plural = _("input invoices")
        permissions = [
            ("receive_invoices", _("Take in suppliers' tax invoices")),
            ("deduct_invoices", _("Have input invoices verified and deducted")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="finance_inputinvoice_number"),
            models.CheckConstraint(
                condition=Q(amount=F("net_amount") + F("tax_amount")), name="finance_inputinvoice_sum"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["deducting", "deducted"], month__isnull=False, verified_on__isnull=False)
                | Q(state="verified", month__isnull=True, verified_on__isnull=False)
                | Q(state__in=["received", "verifying", "refused"], month__isnull=True, verified_on__isnull=True),
                name="finance_inputinvoice_state",
            ),
            models.CheckConstraint(
                condition=Q(bill_kind="", bill_id__isnull=True) | ~Q(bill_kind="") & Q(bill_id__isnull=False),
                name="finance_inputinvoice_bill",
            ),
        ]
        indexes = [
            models.Index(fields=["company", "state", "id"], name="finance_inputinvoice_state"),
            models.Index(
                fields=["company", "month"], name="finance_inputinvoice_month", condition=Q(month__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.number


class InputInvoiceLine(models.Model):
    """A line as the supplier wrote it."""

    id = line_id()
    company = loose("core.Company")
    invoice = models.ForeignKey(InputInvoice, models.PROTECT, related_name="lines")
    line_number = models.IntegerField(_("line"))
    name = models.CharField(_("goods"), max_length=200)
    measure = models.CharField(_("unit of measure"), max_length=20, blank=True, db_default="")
    quantity = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    tax_pct = models.DecimalField(_("rate"), max_digits=6, decimal_places=3, null=True)
    net_amount = amount_field()
    tax_amount = amount_field()

    class Meta:
        verbose_name = _("line of an input invoice")
        verbose_name_plural = _("lines of input invoices")
        constraints = [
            models.UniqueConstraint(fields=["company", "invoice", "line_number"], name="finance_inputline_key"),
        ]
