"""Expense claims: who may claim, kinds of expense and their limits, claims with their lines."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import (
    Choice,
    Named,
    Owned,
    amount_field,
    document_id,
    line_id,
    loose,
    master,
    quantity_field,
)


class CityClass(models.TextChoices):
    """How dear a city is."""

    FIRST = "first", _("first-tier city")
    SECOND = "second", _("provincial capital")
    OTHER = "other", _("other city")


@pghistory.track()
class Employee(Owned):
    """A person of ours who may claim expenses: who signs in, the party the books know, department and grade."""

    user = master("core.User")
    party = master("parties.Party")
    unit = master("core.Unit")
    value = master("finance.DimensionValue", null=True, blank=True)
    grade = models.CharField(_("grade"), max_length=24, blank=True, default="")
    payee_account = models.CharField(_("account number"), max_length=34, blank=True, default="")
    payee_bank = models.CharField(_("bank"), max_length=120, blank=True, default="")
    payee_bank_code = models.CharField(_("bank's clearing number"), max_length=20, blank=True, default="")
    state = Choice([("active", _("active")), ("left", _("has left"))], default="active")

    class Meta:
        verbose_name = _("employee")
        verbose_name_plural = _("employees")
        constraints = [
            models.UniqueConstraint(fields=["company", "user"], name="finance_employee_user"),
            models.UniqueConstraint(fields=["company", "party"], name="finance_employee_party"),
        ]

    def __str__(self) -> str:
        return str(self.party)


@pghistory.track()
class ExpenseKind(Owned, Named):
    """What money was spent on: the component its posting rule is found by, and whether its VAT is deducted."""

    class Measure(models.TextChoices):
        CLAIM = "claim", _("a claim")
        DAY = "day", _("a day")
        NIGHT = "night", _("a night")

    code = models.CharField(_("code"), max_length=24)
    component = models.CharField(_("component of the event"), max_length=16)
    is_deductible = models.BooleanField(_("its VAT is deducted"), default=False)
    needs_invoice = models.BooleanField(_("needs an invoice"), default=True)
    measure = Choice(Measure, default=Measure.CLAIM)
    state = Choice([("open", _("open")), ("closed", _("closed"))], default="open")

    class Meta:
        verbose_name = _("kind of expense")
        verbose_name_plural = _("kinds of expense")
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["company", "code"], name="finance_expensekind_code")]


@pghistory.track()
class ExpenseLimit(Owned):
    """How much may be spent on a kind, a day, night or claim; the one that names more goes before."""

    class Effect(models.TextChoices):
        WARN = "warn", _("needs a reason")
        REFUSE = "refuse", _("is refused")

    expense_kind = master("finance.ExpenseKind")
    grade = models.CharField(_("grade"), max_length=24, blank=True, default="")
    unit = master("core.Unit", null=True, blank=True)
    city_class = models.CharField(_("class of city"), max_length=24, blank=True, default="", choices=CityClass.choices)
    amount = amount_field(verbose_name=_("limit"))
    effect = Choice(Effect, default=Effect.WARN)

    class Meta:
        verbose_name = _("limit of expenses")
        verbose_name_plural = _("limits of expenses")
        ordering = ["expense_kind", "grade", "city_class"]
        constraints = [
            models.UniqueConstraint(
                fields=["company", "expense_kind", "grade", "unit", "city_class"],
                name="finance_expenselimit_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="finance_expenselimit_amount"),
        ]

    def __str__(self) -> str:
        return f"{self.expense_kind} {self.grade} {self.amount}"


class ExpenseClaim(Owned):
    """What an employee has spent for the company and asks back; one that ``reverses`` another takes it back."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted")
        APPROVED = "approved", _("approved")
        POSTED = "posted", _("posted")
        PAID = "paid", _("paid")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("withdrawn")
        REVERSED = "reversed", _("reversed")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    state = Choice(State, db_default=State.DRAFT.value)
    employee = master("finance.Employee")
    claimant = loose("core.User")
    party = loose("parties.Party")
    unit = master("core.Unit")
    project = master("finance.DimensionValue", null=True)
    purpose = models.CharField(_("purpose"), max_length=200)
    from_on = models.DateField(_("from"), null=True)
    to_on = models.DateField(_("to"), null=True)
    claimed_on = models.DateField(_("claimed on"))
    posted_on = models.DateField(_("posted on"), null=True)
    currency = models.CharField(_("currency"), max_length=3)
    rate = models.DecimalField(_("rate"), max_digits=20, decimal_places=10, db_default=1)
    amount = amount_field(verbose_name=_("amount"))
    advance_amount = amount_field(verbose_name=_("advance deducted"), db_default=0)
    paid_amount = amount_field(verbose_name=_("paid"), db_default=0)
    is_over = models.BooleanField(_("over a limit"), db_default=False)
    note = models.CharField(_("note"), max_length=200, blank=True, db_default="")
    version = models.IntegerField(db_default=1)
    author = loose("core.User", null=True)
    approver = loose("core.User", null=True)
    reverses = loose("finance.ExpenseClaim", null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("expense claim")
        verbose_name_plural = _("expense claims")
        permissions = [
            ("enter_claims", _("Claim one's own expenses")),
            ("approve_claims", _("Approve expense claims")),
            ("post_claims", _("Post expense claims and take them back")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="finance_expenseclaim_number"),
            models.UniqueConstraint(
                fields=["company", "reverses"], name="finance_expenseclaim_once", condition=Q(reverses__isnull=False)
            ),
            models.CheckConstraint(
                condition=Q(approver__isnull=True)
                | ~Q(approver=F("claimant")) & (Q(author__isnull=True) | ~Q(approver=F("author"))),
                name="finance_expenseclaim_another",
            ),
            models.CheckConstraint(
                condition=Q(reverses__isnull=True, amount__gt=0, advance_amount__gte=0)
                & Q(advance_amount__lte=F("amount"))
                | Q(reverses__isnull=False, amount__lt=0, advance_amount__lte=0),
                name="finance_expenseclaim_amount",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["posted", "paid", "reversed"], posted_on__isnull=False)
                | ~Q(state__in=["posted", "paid", "reversed"]) & Q(posted_on__isnull=True),
                name="finance_expenseclaim_posted",
            ),
            models.CheckConstraint(
                condition=Q(paid_amount__gte=0)
                & (Q(paid_amount=0) | Q(paid_amount__lte=F("amount") - F("advance_amount"))),
                name="finance_expenseclaim_paid",
            ),
            models.CheckConstraint(
                condition=Q(from_on__isnull=True) | Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="finance_expenseclaim_days",
            ),
        ]
        indexes = [
            models.Index(fields=["company", "state", "id"], name="finance_claim_state"),
            models.Index(fields=["company", "claimant", "-id"], name="finance_claim_mine"),
        ]

    def __str__(self) -> str:
        return self.number


class ExpenseLine(Owned):
    """What was spent: a kind, a day, an amount with its VAT, the invoice and its photo; books' amounts beside them.

    While ``is_live`` its invoice number stands in no other line of any company of the group.
    """

    id = line_id()
    claim = models.ForeignKey(ExpenseClaim, models.CASCADE, related_name="lines", db_index=False)
    ordinal = models.IntegerField()
    expense_kind = master("finance.ExpenseKind")
    spent_on = models.DateField(_("spent on"))
    quantity = quantity_field(verbose_name=_("days or nights"), default=1)
    city_class = models.CharField(max_length=24, blank=True, db_default="")
    amount = amount_field(verbose_name=_("amount"))
    tax_amount = amount_field(verbose_name=_("VAT"), default=0)
    book_amount = amount_field()
    book_tax = amount_field(db_default=0)
    over_amount = amount_field(db_default=0)
    text = models.CharField(_("text"), max_length=200, blank=True, db_default="")
    reason = models.CharField(_("why over the limit"), max_length=200, blank=True, db_default="")
    invoice_number = models.CharField(_("invoice number"), max_length=20, blank=True, db_default="")
    seller_name = models.CharField(_("seller"), max_length=120, blank=True, db_default="")
    file = loose("core.File", null=True)
    xml = loose("core.File", null=True)
    is_live = models.BooleanField(db_default=True)

    class Meta:
        verbose_name = _("line of an expense claim")
        verbose_name_plural = _("lines of expense claims")
        constraints = [
            models.UniqueConstraint(fields=["company", "claim", "ordinal"], name="finance_expenseline_key"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="finance_expenseline_quantity"),
            models.CheckConstraint(condition=Q(over_amount=0) | ~Q(reason=""), name="finance_expenseline_reason"),
        ]
