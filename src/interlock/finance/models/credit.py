"""Credit: one limit a customer group over all companies and channels, and the ledger of what is drawn from it."""

from __future__ import annotations

import pghistory
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Ledger, Named, Owned, amount_field, document_id, loose, master


class Share(models.TextChoices):
    """The parts of a group's credit, each with a limit of its own."""

    TRADE = "trade", _("goods on account")
    CONSIGNMENT = "consignment", _("goods on consignment")


@pghistory.track()
class CreditGroup(Owned, Named):
    """Customers that share one credit limit in all companies; ``company`` keeps it: sets, releases and is told."""

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        CLOSED = "closed", _("closed")

    id = document_id()
    code = models.CharField(_("code"), max_length=24)
    currency = master("core.Currency")
    owner = models.ForeignKey(
        "core.User", models.PROTECT, null=True, blank=True, verbose_name=_("owner"), related_name="+"
    )
    stops_overdrawn = models.BooleanField(_("stops shipping while overdrawn"), default=True)
    overdue_days = models.PositiveSmallIntegerField(
        _("stops shipping when overdue for days"), null=True, blank=True, default=30,
        help_text=_("empty: overdue invoices stop nothing"),
    )  # fmt: skip
    state = Choice(State, default=State.ACTIVE)

    class Meta:
        verbose_name = _("credit group")
        verbose_name_plural = _("credit groups")
        ordering = ["code"]
        permissions = [
            ("set_credit_limits", _("Set credit limits")),
            ("keep_credit", _("Keep credit terms and the credit ledger")),
            ("release_credit", _("Release orders over their credit limit")),
            ("dun_customers", _("Write and send dunning letters")),
        ]
        constraints = [models.UniqueConstraint(fields=["company", "code"], name="finance_creditgroup_code")]


@pghistory.track()
class CreditTerm(models.Model):
    """What is agreed with a customer: the group whose limit its orders draw from, how and when it pays."""

    class Method(models.TextChoices):
        PREPAID = "prepaid", _("prepaid")
        ON_ACCOUNT = "on_account", _("on account")
        COLLECTION = "collection", _("collection")

    party = models.OneToOneField("parties.Party", models.PROTECT, related_name="+", verbose_name=_("customer"))
    group = master("finance.CreditGroup", db_index=True)
    share = Choice(Share, default=Share.TRADE)
    method = Choice(Method, default=Method.ON_ACCOUNT)
    credit_days = models.PositiveSmallIntegerField(_("credit days"), default=30)

    class Meta:
        verbose_name = _("credit terms")
        verbose_name_plural = _("credit terms")


class CreditLimit(models.Model):
    """How much a group may owe from a day on; a change is a new row, in force when nobody need approve it or has."""

    class State(models.TextChoices):
        ASKED = "asked", _("asked for")
        SET = "set", _("in force")
        REJECTED = "rejected", _("rejected")

    id = document_id()
    company = loose("core.Company")
    group = models.ForeignKey(CreditGroup, models.PROTECT, related_name="limits", db_index=True)
    share = Choice(Share)
    amount = amount_field(verbose_name=_("limit"))
    before_amount = amount_field(verbose_name=_("limit before"))
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid until"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=240)
    state = Choice(State)
    version = models.IntegerField(db_default=1)
    asked_by = loose("core.User", null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("credit limit")
        verbose_name_plural = _("credit limits")
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gte=0) & (Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from"))),
                name="finance_creditlimit_amount",
            )
        ]


class CreditRelease(models.Model):
    """What an approver let a group owe above its limit, for an order, until a day."""

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        EXPIRED = "expired", _("expired")
        ENDED = "ended", _("ended")

    id = document_id()
    company = loose("core.Company")
    group = models.ForeignKey(CreditGroup, models.PROTECT, related_name="releases", db_index=False)
    share = Choice(Share)
    document_id = models.BigIntegerField()
    amount = amount_field(verbose_name=_("amount"))
    reason = models.CharField(_("reason"), max_length=240)
    expires_on = models.DateField(_("expires on"))
    state = Choice(State, db_default=State.ACTIVE.value)
    released_by = loose("core.User", null=True)
    run = loose("core.Run")
    ended_run = loose("core.Run", null=True)

    class Meta:
        verbose_name = _("credit release")
        verbose_name_plural = _("credit releases")
        constraints = [models.CheckConstraint(condition=Q(amount__gte=0), name="finance_creditrelease_amount")]
        indexes = [
            models.Index(fields=["group", "state"], name="finance_creditrelease_group"),
            models.Index(fields=["company", "document_id"], name="finance_creditrelease_document"),
        ]


class CreditEntry(Ledger):
    """What a document draws from a group's credit, or gives back: in the company's money, at a rate in the limit's."""

    class Kind(models.TextChoices):
        CONTRACT = "contract", _("contract")
        ORDER = "order", _("order")
        SHIPMENT = "shipment", _("shipment")
        INVOICE = "invoice", _("invoice")
        PAYMENT = "payment", _("payment")
        BOUNCE = "bounce", _("bounced payment")
        ADJUSTMENT = "adjustment", _("adjustment")
        RATE = "rate", _("rate difference")
        LIMIT = "limit", _("limit")
        RELEASE = "release", _("release")

    group = loose("finance.CreditGroup")
    share = Choice(Share)
    kind = Choice(Kind)
    party = loose("parties.Party", null=True)
    document_kind = models.CharField(max_length=16)
    document_id = models.BigIntegerField()
    amount = amount_field()
    rate = models.DecimalField(max_digits=20, decimal_places=10)
    delta_amount = amount_field()
    fact_on = models.DateField()
    due_on = models.DateField(null=True)
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("credit entry")
        verbose_name_plural = _("credit entries")
        indexes = [
            models.Index(fields=["company", "document_id"], name="finance_creditentry_document"),
            models.Index(fields=["group", "kind", "id"], name="finance_creditentry_group"),
        ]


class CreditPosition(models.Model):
    """What a company's documents of one kind draw from a group now: the sums of their entries."""

    company = loose("core.Company")
    group = loose("finance.CreditGroup")
    share = Choice(Share)
    kind = Choice(CreditEntry.Kind)
    amount = amount_field(db_default=0)
    delta_amount = amount_field(db_default=0)

    class Meta:
        verbose_name = _("credit position")
        verbose_name_plural = _("credit positions")
        constraints = [
            models.UniqueConstraint(fields=["company", "group", "share", "kind"], name="finance_creditposition_key")
        ]
        indexes = [models.Index(fields=["group", "share"], name="finance_creditposition_group")]


class CreditBalance(models.Model):
    """What a group draws and may draw, beside its entries; only facts raise ``overdrawn_amount``.

    The row of each share is made with the group, by a trigger; it is the lock of the group's credit.
    """

    company = loose("core.Company")
    group = models.ForeignKey(CreditGroup, models.CASCADE, related_name="balances", db_index=False)
    share = Choice(Share)
    exposure_amount = amount_field(db_default=0)
    limit_amount = amount_field(db_default=0)
    released_amount = amount_field(db_default=0)
    overdrawn_amount = amount_field(db_default=0)

    class Meta:
        verbose_name = _("credit balance")
        verbose_name_plural = _("credit balances")
        constraints = [
            models.UniqueConstraint(fields=["company", "group", "share"], name="finance_creditbalance_key"),
            models.CheckConstraint(
                condition=Q(limit_amount__gte=0, released_amount__gte=0, overdrawn_amount__gte=0),
                name="finance_creditbalance_signs",
            ),
            models.CheckConstraint(
                condition=Q(exposure_amount__lte=F("limit_amount") + F("released_amount") + F("overdrawn_amount")),
                name="finance_creditbalance_limit",
            ),
        ]
        indexes = [models.Index(fields=["group", "share"], name="finance_creditbalance_group")]


@pghistory.track()
class CreditThreshold(Owned):
    """When a group's owner is reminded: at a percentage of the limit, or days before an invoice is due."""

    class Kind(models.TextChoices):
        USAGE_PCT = "usage_pct", _("percent of the limit used")
        DAYS_BEFORE_DUE = "days_before_due", _("days before an invoice is due")

    kind = Choice(Kind)
    value = models.PositiveSmallIntegerField(_("value"), validators=[MinValueValidator(1)])

    class Meta:
        verbose_name = _("credit reminder")
        verbose_name_plural = _("credit reminders")
        ordering = ["kind", "value"]
        constraints = [models.UniqueConstraint(fields=["company", "kind", "value"], name="finance_creditthreshold_key")]


class CreditReading(models.Model):
    """How many lines of a voucher the credit ledger has read; a voucher that has grown since is read again."""

    company = loose("core.Company")
    voucher = loose("finance.Voucher")
    lines = models.IntegerField()

    class Meta:
        verbose_name = _("voucher read for credit")
        verbose_name_plural = _("vouchers read for credit")
        constraints = [models.UniqueConstraint(fields=["company", "voucher"], name="finance_creditreading_key")]


@pghistory.track()
class DunningLevel(Owned, Named):
    """One step of reminding: from how many days overdue on, and what the letter says."""

    level = models.PositiveSmallIntegerField(_("level"))
    days = models.PositiveSmallIntegerField(_("days overdue"))
    text_en = models.TextField(_("text (English)"), max_length=2000)
    text_zh = models.TextField(_("text (Chinese)"), max_length=2000)
    pay_within_days = models.PositiveSmallIntegerField(_("to be paid within days"), default=7)

    class Meta:
        verbose_name = _("dunning level")
        verbose_name_plural = _("dunning levels")
        ordering = ["level"]
        constraints = [models.UniqueConstraint(fields=["company", "level"], name="finance_dunninglevel_key")]


class DunningLetter(Owned):
    """A reminder of what a customer owes a company: what was overdue when it was written, at the highest level."""

    class State(models.TextChoices):
        DRAFT = "draft", _("to send")
        SENT = "sent", _("sent")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    party = loose("parties.Party")
    level = models.PositiveSmallIntegerField(_("level"))
    amount = amount_field(verbose_name=_("overdue"))
    written_on = models.DateField(_("written on"))
    state = Choice(State, db_default=State.DRAFT.value)
    sent_on = models.DateField(_("sent on"), null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("dunning letter")
        verbose_name_plural = _("dunning letters")
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="finance_dunningletter_number"),
            models.CheckConstraint(
                condition=Q(state="draft", sent_on__isnull=True) | Q(state="sent", sent_on__isnull=False),
                name="finance_dunningletter_sent",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class DunningItem(models.Model):
    """An overdue document in a letter; of each level a document stands in one letter only."""

    company = loose("core.Company")
    letter = models.ForeignKey(DunningLetter, models.CASCADE, related_name="items")
    document_id = models.BigIntegerField()
    level = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    amount = amount_field()

    class Meta:
        verbose_name = _("dunned document")
        verbose_name_plural = _("dunned documents")
        constraints = [
            models.UniqueConstraint(
                fields=["company", "document_id", "level", "due_on"], name="finance_dunningitem_once"
            )
        ]
