"""Budgets: how much may be spent on what, the ledger of what is reserved and used, and how their totals change."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Ledger, Owned, amount_field, document_id, line_id, loose, master


class Budget(Owned):
    """What may be spent from a day to a day; its lines say on what, each with a total of its own."""

    class Kind(models.TextChoices):
        ACCOUNT = "account", _("by account")
        DEPARTMENT = "department", _("by department")
        INCENTIVE = "incentive", _("incentive")

    class Control(models.TextChoices):
        REFUSE = "refuse", _("refuses above the total")
        WARN = "warn", _("warns above the total")
        NONE = "none", _("only counts")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    id = document_id()
    code = models.CharField(_("code"), max_length=24)
    name = models.CharField(_("name"), max_length=120)
    kind = Choice(Kind)
    control = Choice(Control)
    currency = master("core.Currency")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    owner = master("core.User", null=True, blank=True)
    state = Choice(State, db_default=State.OPEN.value)
    version = models.IntegerField(db_default=1)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("budget")
        verbose_name_plural = _("budgets")
        ordering = ["code"]
        permissions = [
            ("keep_budgets", _("Keep budgets and their totals")),
            ("use_budgets", _("Record what is used of budgets")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "code"], name="finance_budget_code"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="finance_budget_days"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class BudgetLine(Owned):
    """What a total is for: an account and those below it, a department, a project, or an incentive that is named."""

    id = line_id()
    budget = models.ForeignKey(Budget, models.PROTECT, related_name="lines", db_index=False)
    account = master("finance.Account", null=True)
    unit = master("core.Unit", null=True)
    project = master("finance.DimensionValue", null=True)
    month = models.DateField(null=True)
    category = models.CharField(_("kind of incentive"), max_length=40, blank=True, db_default="")
    channel = models.CharField(_("channel"), max_length=40, blank=True, db_default="")
    beneficiary = models.CharField(_("who enjoys it"), max_length=60, blank=True, db_default="")
    name = models.CharField(_("name of the incentive"), max_length=60, blank=True, db_default="")

    class Meta:
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "company", "budget", "account", "unit", "project", "month", "category", "channel", "beneficiary",
                    "name",
                ],
                name="finance_budgetline_key",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(account__isnull=False) | ~Q(name=""), name="finance_budgetline_for"
            ),
            models.CheckConstraint(
                condition=Q(month__isnull=True) | Q(month__day=1), name="finance_budgetline_month"
            ),
        ]  # fmt: skip


class BudgetBalance(models.Model):
    """What a line may spend, has promised and has spent, beside its entries; the row is the lock of the line.

    Only facts raise ``overdrawn_amount`` where the budget refuses; elsewhere whatever is above the total does.
    """

    line = models.OneToOneField(
        BudgetLine, models.CASCADE, primary_key=True, related_name="balance", db_column="line_id"
    )
    company = loose("core.Company")
    total_amount = amount_field(db_default=0)
    reserved_amount = amount_field(db_default=0)
    used_amount = amount_field(db_default=0)
    overdrawn_amount = amount_field(db_default=0)

    class Meta:
        verbose_name = _("budget balance")
        verbose_name_plural = _("budget balances")
        constraints = [
            models.CheckConstraint(
                condition=Q(total_amount__gte=0, reserved_amount__gte=0, overdrawn_amount__gte=0),
                name="finance_budgetbalance_signs",
            ),
            models.CheckConstraint(
                condition=Q(reserved_amount__lte=F("total_amount") + F("overdrawn_amount") - F("used_amount")),
                name="finance_budgetbalance_total",
            ),
        ]


class BudgetEntry(Ledger):
    """What a document promises, spends or gives back of a line, or how its total changed; only ever inserted."""

    class Kind(models.TextChoices):
        RESERVE = "reserve", _("reserved")
        RELEASE = "release", _("given back")
        USE = "use", _("used")
        REVERSE = "reverse", _("taken back")
        ADJUST = "adjust", _("total changed")

    line = loose("finance.BudgetLine")
    kind = Choice(Kind)
    document_kind = models.CharField(max_length=24)
    document_id = models.BigIntegerField()
    number = models.CharField(max_length=40, blank=True, db_default="")
    amount = amount_field()
    fact_on = models.DateField()
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("budget entry")
        verbose_name_plural = _("budget entries")
        indexes = [
            models.Index(fields=["company", "document_id"], name="finance_budgetentry_document"),
            models.Index(fields=["company", "line", "id"], name="finance_budgetentry_line"),
        ]


class BudgetChange(Owned):
    """New totals of a budget, in force when nobody need approve them or has: its first, and every later version."""

    class State(models.TextChoices):
        ASKED = "asked", _("asked for")
        SET = "set", _("in force")
        REJECTED = "rejected", _("rejected")

    id = document_id()
    budget = models.ForeignKey(Budget, models.PROTECT, related_name="changes", db_index=False)
    number = models.IntegerField(_("version"))
    reason = models.CharField(_("reason"), max_length=240)
    state = Choice(State)
    amount = amount_field()
    before_amount = amount_field()
    version = models.IntegerField(db_default=1)
    asked_by = loose("core.User", null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("budget change")
        verbose_name_plural = _("budget changes")
        constraints = [
            models.UniqueConstraint(fields=["company", "budget", "number"], name="finance_budgetchange_number"),
            models.UniqueConstraint(
                fields=["company", "budget"], name="finance_budgetchange_asked", condition=Q(state="asked")
            ),
        ]


class BudgetChangeLine(Owned):
    """What one line's total was and becomes."""

    change = models.ForeignKey(BudgetChange, models.PROTECT, related_name="lines", db_index=False)
    line = master("finance.BudgetLine")
    before_amount = amount_field()
    amount = amount_field()

    class Meta:
        verbose_name = _("changed total")
        verbose_name_plural = _("changed totals")
        constraints = [
            models.UniqueConstraint(fields=["company", "change", "line"], name="finance_budgetchangeline_key"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="finance_budgetchangeline_amount"),
        ]


@pghistory.track()
class BudgetThreshold(Owned):
    """What happens from a share of a total on: its owner is told, nothing more is taken, or less is granted."""

    class Action(models.TextChoices):
        TELL = "tell", _("tells the owner")
        STOP = "stop", _("takes nothing more")
        LOWER = "lower", _("grants a lower rate")

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="thresholds", null=True, blank=True,
                               verbose_name=_("budget (none: all)"), db_index=False)  # fmt: skip
    used_pct = models.PositiveSmallIntegerField(_("from percent of the total"))
    action = Choice(Action)
    rate_pct = models.DecimalField(_("rate then, in percent"), max_digits=5, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = _("budget threshold")
        verbose_name_plural = _("budget thresholds")
        ordering = ["used_pct"]
        constraints = [
            models.UniqueConstraint(
                fields=["company", "budget", "used_pct", "action"], name="finance_budgetthreshold_key",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=Q(used_pct__gte=1), name="finance_budgetthreshold_pct"),
            models.CheckConstraint(
                condition=Q(action="lower", rate_pct__gte=0, rate_pct__lt=100)
                | ~Q(action="lower") & Q(rate_pct__isnull=True),
                name="finance_budgetthreshold_rate",
            ),
        ]  # fmt: skip


class BudgetReading(models.Model):
    """How many lines of a voucher the budgets have read; one that has grown since is read again."""

    company = loose("core.Company")
    voucher = loose("finance.Voucher")
    lines = models.IntegerField()

    class Meta:
        verbose_name = _("voucher read for budgets")
        verbose_name_plural = _("vouchers read for budgets")
        constraints = [models.UniqueConstraint(fields=["company", "voucher"], name="finance_budgetreading_key")]
