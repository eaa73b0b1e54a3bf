"""How a company stands with its tax office: its registration, when it invoices whom, what was said over the wire."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Owned, amount_field, document_id, loose, master


class InvoiceMode(models.TextChoices):
    """When revenue becomes an invoice."""

    ON_DEMAND = "on_demand", _("when asked for")
    PER_DELIVERY = "per_delivery", _("every delivery by itself")
    PER_ORDER = "per_order", _("every order, when all of it is revenue")
    MONTHLY = "monthly", _("monthly, merged by customer and shop")


@pghistory.track()
class TaxRegistration(Owned):
    """A company as its tax office knows it: what stands on its invoices, how large one may be, where the office is."""

    url = models.CharField(_("address of the tax office"), max_length=200, blank=True, default="")
    name = models.CharField(_("registered name"), max_length=120)
    address = models.CharField(_("registered address"), max_length=160, blank=True, default="")
    phone = models.CharField(_("phone"), max_length=32, blank=True, default="")
    bank = models.CharField(_("bank"), max_length=80, blank=True, default="")
    bank_account = models.CharField(_("bank account"), max_length=40, blank=True, default="")
    limit_amount = amount_field(verbose_name=_("most an invoice may hold, with VAT"), default=1_000_000)
    most_lines = models.PositiveSmallIntegerField(_("most lines of an invoice"), default=2000)

    class Meta:
        verbose_name = _("tax registration")
        verbose_name_plural = _("tax registrations")
        constraints = [
            models.UniqueConstraint(fields=["company"], name="finance_taxregistration_once"),
            models.CheckConstraint(
                condition=Q(limit_amount__gt=0, most_lines__gt=0), name="finance_taxregistration_most"
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class InvoiceRule(Owned):
    """When a customer's revenue is invoiced; the more specific wins: party, party group, shop, then the latest."""

    party = master("parties.Party", null=True, blank=True)
    party_group = master("parties.PartyGroup", null=True, blank=True)
    unit = master("core.Unit", null=True, blank=True)
    mode = Choice(InvoiceMode, verbose_name=_("when invoiced"))
    valid_from = models.DateField(_("valid from"))

    class Meta:
        verbose_name = _("invoice rule")
        verbose_name_plural = _("invoice rules")
        ordering = ["-valid_from", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["company", "party", "party_group", "unit", "valid_from"],
                name="finance_invoicerule_once",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return str(self.get_mode_display())


class GatewayMessage(Owned):
    """One call to an office outside: what is asked, how often it was tried, what came back.

    ``key`` is what the office knows a repeat by; ``document_id`` the document it is about.
    """

    class Kind(models.TextChoices):
        ISSUE = "issue", _("issue an invoice")
        VERIFY = "verify", _("verify an invoice")
        DEDUCT = "deduct", _("deduct an invoice")
        DECLARE = "declare", _("ask for the month's figures")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ANSWERED = "answered", _("answered")
        REFUSED = "refused", _("refused")
        FAILED = "failed", _("failed")

    id = models.BigAutoField(primary_key=True)
    kind = Choice(Kind)
    document_id = models.BigIntegerField()
    key = models.UUIDField(db_default=RandomUUID())
    asked_on = models.DateField()
    body = models.JSONField()
    state = Choice(State, db_default=State.WAITING.value)
    attempts = models.PositiveSmallIntegerField(db_default=0)
    first_tried_at = models.DateTimeField(null=True)
    last_tried_at = models.DateTimeField(null=True)
    next_try_at = models.DateTimeField(null=True, db_default=Now())
    last_status = models.PositiveSmallIntegerField(null=True)
    fault = models.CharField(max_length=40, blank=True, db_default="")
    answer = models.JSONField(null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("gateway message")
        verbose_name_plural = _("gateway messages")
        permissions = [("manage_gateways", _("Watch messages to offices outside and send them again"))]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="waiting") | Q(next_try_at__isnull=False), name="finance_message_next"
            ),
        ]
        indexes = [
            models.Index(fields=["company", "next_try_at"], name="finance_message_due", condition=Q(state="waiting")),
            models.Index(fields=["company", "document_id"], name="finance_message_document"),
        ]


class TaxMonth(Owned):
    """A month as the tax office counts it: output and input VAT, when it was asked last."""

    id = document_id()
    month = models.DateField(_("month"))
    asked_at = models.DateTimeField(null=True)
    output_tax_amount = amount_field(null=True)
    input_tax_amount = amount_field(null=True)
    answer = models.JSONField(null=True)

    class Meta:
        verbose_name = _("tax month")
        verbose_name_plural = _("tax months")
        permissions = [("ask_tax_office", _("Ask the tax office for a month's figures"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "month"], name="finance_taxmonth_once"),
            models.CheckConstraint(condition=Q(month__day=1), name="finance_taxmonth_first"),
        ]
