"""Allocation of costs: rules as data, the figures they go by, and what each month's runs moved from where to where."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Ledger, Named, Owned, amount_field, document_id, loose, master


@pghistory.track()
class Statistic(Owned):
    """A figure of a unit in a month that costs are shared out by: people, square metres, machine hours."""

    code = models.CharField(_("code"), max_length=24)
    unit = master("core.Unit")
    month = models.DateField(_("month"))
    value = models.DecimalField(_("figure"), max_digits=20, decimal_places=6)

    class Meta:
        verbose_name = _("statistical figure")
        verbose_name_plural = _("statistical figures")
        ordering = ["-month", "code", "unit"]
        constraints = [
            models.UniqueConstraint(fields=["company", "code", "unit", "month"], name="finance_statistic_key"),
            models.CheckConstraint(condition=Q(month__day=1), name="finance_statistic_month"),
            models.CheckConstraint(condition=Q(value__gte=0), name="finance_statistic_value"),
        ]


@pghistory.track()
class AllocationRule(Owned, Named):
    """Where a month's costs on an account go: from one unit or all, by which basis, to which units."""

    class Basis(models.TextChoices):
        SHARES = "shares", _("fixed shares")
        STATISTIC = "statistic", _("statistical figures")
        ACCOUNT = "account", _("another account's movement")

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        OFF = "off", _("switched off")

    code = models.CharField(_("code"), max_length=24)
    sequence = models.PositiveSmallIntegerField(_("sequence"), default=10)
    source_account = models.ForeignKey(
        "finance.Account", models.PROTECT, verbose_name=_("from account and those below"), related_name="+",
        db_index=False,
    )  # fmt: skip
    source_unit = master("core.Unit", null=True, blank=True, verbose_name=_("from unit (none: what names no unit)"))
    target_account = master("finance.Account", null=True, blank=True, verbose_name=_("to account (none: the same)"))
    basis = Choice(Basis)
    statistic = models.CharField(_("code of the figures"), max_length=24, blank=True, default="")
    basis_account = master("finance.Account", null=True, blank=True, verbose_name=_("account it goes by"))
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("no longer valid from"), null=True, blank=True)
    state = Choice(State, default=State.ACTIVE)

    class Meta:
        verbose_name = _("allocation rule")
        verbose_name_plural = _("allocation rules")
        ordering = ["sequence", "code"]
        permissions = [("run_allocations", _("Run and take back allocations"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "code"], name="finance_allocationrule_code"),
            models.CheckConstraint(
                condition=Q(basis="shares", statistic="", basis_account__isnull=True)
                | Q(basis="statistic", basis_account__isnull=True) & ~Q(statistic="")
                | Q(basis="account", statistic="", basis_account__isnull=False),
                name="finance_allocationrule_basis",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="finance_allocationrule_valid",
            ),
        ]


@pghistory.track()
class AllocationTarget(Owned):
    """A unit that takes a part; with fixed shares its weight, else its own figure counts."""

    rule = models.ForeignKey(AllocationRule, models.CASCADE, related_name="targets", db_index=False)
    unit = master("core.Unit")
    share = models.DecimalField(_("share"), max_digits=12, decimal_places=6, null=True, blank=True)

    class Meta:
        verbose_name = _("target of an allocation")
        verbose_name_plural = _("targets of an allocation")
        constraints = [
            models.UniqueConstraint(fields=["company", "rule", "unit"], name="finance_allocationtarget_key"),
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__gte=0), name="finance_allocationtarget_share"
            ),
        ]


class AllocationRun(Owned):
    """What a rule moved in a month: one voucher, taken back by another; of those in force there is one a month."""

    class State(models.TextChoices):
        POSTED = "posted", _("posted")
        REVERSED = "reversed", _("reversed")

    id = document_id()
    rule = models.ForeignKey(AllocationRule, models.PROTECT, related_name="runs", db_index=False)
    month = models.DateField(_("month"))
    state = Choice(State)
    amount = amount_field()
    voucher = loose("finance.Voucher")
    reversal = loose("finance.Voucher", null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("allocation")
        verbose_name_plural = _("allocations")
        constraints = [
            models.UniqueConstraint(
                fields=["company", "rule", "month"], name="finance_allocationrun_once", condition=Q(state="posted")
            ),
            models.CheckConstraint(
                condition=Q(state="posted", reversal__isnull=True) | Q(state="reversed", reversal__isnull=False),
                name="finance_allocationrun_reversal",
            ),
        ]


class AllocationLine(Ledger):
    """How one amount came about: what stood on an account, the weight it was shared out by, and what a unit took."""

    allocation = loose("finance.AllocationRun")
    account = loose("finance.Account")
    target_account = loose("finance.Account")
    unit = loose("core.Unit")
    source_amount = amount_field()
    weight = models.DecimalField(max_digits=20, decimal_places=6)
    weights = models.DecimalField(max_digits=20, decimal_places=6)
    amount = amount_field()

    class Meta(Ledger.Meta):
        verbose_name = _("allocated amount")
        verbose_name_plural = _("allocated amounts")
        indexes = [models.Index(fields=["company", "allocation"], name="finance_allocationline_run")]
