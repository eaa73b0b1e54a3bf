"""Vouchers by hand before they are in the books: drafts, their templates, the dimensions their lines carry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Named, Owned, amount_field, document_id, line_id, loose, master
from interlock.core.ruled import Ruled

from .currencies import rate_field
from .events import PostingRule


class Dimension(models.TextChoices):
    """What a line of a voucher may say besides its account."""

    PARTY = "party", _("party")
    DEPARTMENT = "department", _("department")
    SHOP = "shop", _("shop")
    PROJECT = "project", _("project")
    ITEM = "item", _("item")
    EMPLOYEE = "employee", _("employee")
    CASH_ITEM = "cash_item", _("cash flow item")


@pghistory.track()
class AccountDimension(Ruled, Owned):
    """A dimension that every line on an account must carry, by hand or by a posting rule.

    Of events party, item, shop or department are asked, which they say; employees and cash flow items are said by the
    documents and rules that make them.
    """

    account = models.ForeignKey("finance.Account", models.CASCADE, related_name="dimensions", db_index=False)
    dimension = Choice(Dimension)

    class Meta:
        verbose_name = _("required dimension")
        verbose_name_plural = _("required dimensions")
        constraints = [
            models.UniqueConstraint(fields=["company", "account", "dimension"], name="finance_accountdimension_once"),
        ]

    @classmethod
    def faults(cls, rows: Sequence[AccountDimension]) -> dict[int, dict[str, Any]]:
        """Refuse what would stop posting: a rule of the account that never says it."""
        found = super().faults(rows)
        told = _("Posting would stop: these rules never say it. End them, or let them carry it: %(rules)s.")
        for place, row in enumerate(rows):
            if named := ", ".join(str(rule) for rule in row.silent_rules()):
                found[place] = {"dimension": told % {"rules": named}}
        return found

    def silent_rules(self) -> Iterable[PostingRule]:
        """Answer the first rules in force that post to the account and never say the dimension."""
        unsaid = {"party": Q(carry_party=False), "item": Q(carry_item=False), "project": Q()}.get(self.dimension)
        if unsaid is None:
            return ()
        posting = Q(debit_account_id=self.account_id) | Q(credit_account_id=self.account_id)
        rules = PostingRule.objects.filter(unsaid, posting, valid_to__isnull=True)
        return rules.order_by("event_kind", "component")[:5]

    def __str__(self) -> str:
        return str(self.get_dimension_display())


@pghistory.track()
class DimensionValue(Owned, Named):
    """A project, an employee or a cash flow item of a company; parties, units and items are masters of their own."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    dimension = Choice([c for c in Dimension.choices if c[0] in ("project", "employee", "cash_item")])
    code = models.CharField(_("code"), max_length=24)
    state = Choice(State, default=State.OPEN)

    class Meta:
        verbose_name = _("dimension value")
        verbose_name_plural = _("dimension values")
        ordering = ["dimension", "code"]
        constraints = [
            models.UniqueConstraint(fields=["company", "dimension", "code"], name="finance_dimensionvalue_code"),
        ]


class Carrying(models.Model):
    """What a line by hand carries: one side of an account, a summary, dimensions."""

    ordinal = models.IntegerField()
    account = master("finance.Account")
    debit = amount_field(default=0)
    credit = amount_field(default=0)
    text = models.CharField(_("summary"), max_length=200, blank=True, default="")
    unit = master("core.Unit", null=True, blank=True)
    party = master("parties.Party", null=True, blank=True)
    item = master("items.Item", null=True, blank=True)
    project = master("finance.DimensionValue", null=True, blank=True)
    employee = master("finance.DimensionValue", null=True, blank=True)
    cash_item = master("finance.DimensionValue", null=True, blank=True)
    currency = master("core.Currency", null=True, blank=True)
    currency_amount = amount_field(null=True, blank=True)
    rate = rate_field(null=True, blank=True)

    class Meta:
        abstract = True


@pghistory.track()
class VoucherTemplate(Owned, Named):
    """A voucher to begin from; with a schedule the worker makes a draft of it every month."""

    code = models.CharField(_("code"), max_length=24)
    text = models.CharField(_("summary"), max_length=200, blank=True, default="")
    is_monthly = models.BooleanField(_("every month"), default=False)
    day = models.PositiveSmallIntegerField(_("day of the month, 31 for the last"), default=31)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("no longer valid from"), null=True, blank=True)

    class Meta:
        verbose_name = _("voucher template")
        verbose_name_plural = _("voucher templates")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["company", "code"], name="finance_template_code"),
            models.CheckConstraint(condition=Q(day__gte=1, day__lte=31), name="finance_template_day"),
        ]


class VoucherTemplateLine(Carrying, Owned):
    """A line of a template; an amount of zero is filled in on the draft."""

    template = models.ForeignKey(VoucherTemplate, models.CASCADE, related_name="lines", db_index=False)

    class Meta:
        verbose_name = _("template line")
        verbose_name_plural = _("template lines")
        ordering = ["ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["company", "template", "ordinal"], name="finance_templateline_key"),
            models.CheckConstraint(condition=Q(debit=0) | Q(credit=0), name="finance_templateline_side"),
        ]


class VoucherDraft(Owned):
    """A voucher by hand: written by one person, posted by another; posted, its ``voucher`` is in the books for good."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted")
        SENT_BACK = "sent_back", _("sent back")
        POSTED = "posted", _("posted")
        CANCELLED = "cancelled", _("cancelled")

    class Kind(models.TextChoices):
        ENTRY = "entry", _("entered")
        IMPORT = "import", _("imported")
        RECURRING = "recurring", _("recurring")
        REVERSAL = "reversal", _("reversal")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    kind = Choice(Kind)
    state = Choice(State, db_default=State.DRAFT.value)
    posting_on = models.DateField(_("posting date"))
    text = models.CharField(_("summary"), max_length=200, blank=True, default="")
    amount = amount_field(default=0)
    version = models.IntegerField(db_default=1)
    author = loose("core.User", null=True)
    editor = loose("core.User", null=True)
    reviewer = loose("core.User", null=True)
    note = models.CharField(_("note"), max_length=200, blank=True, db_default="")
    template = loose("finance.VoucherTemplate", null=True)
    month = models.DateField(null=True)
    source = models.CharField(max_length=40, blank=True, db_default="")
    reverses = loose("finance.Voucher", null=True)
    voucher = loose("finance.Voucher", null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("voucher by hand")
        verbose_name_plural = _("vouchers by hand")
        permissions = [
            ("enter_vouchers", _("Enter vouchers by hand")),
            ("review_vouchers", _("Review and post vouchers by hand")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="finance_draft_number"),
            models.UniqueConstraint(
                fields=["company", "template", "month"], name="finance_draft_recurring", condition=Q(kind="recurring")
            ),
            models.UniqueConstraint(
                fields=["company", "reverses"],
                name="finance_draft_reversal",
                condition=Q(kind="reversal") & ~Q(state="cancelled"),
            ),
            models.UniqueConstraint(
                fields=["company", "source"],
                name="finance_draft_source",
                condition=~Q(source="") & ~Q(state="cancelled"),
            ),
            models.CheckConstraint(
                condition=Q(state="posted", voucher__isnull=False) | ~Q(state="posted") & Q(voucher__isnull=True),
                name="finance_draft_posted",
            ),
            models.CheckConstraint(
                condition=Q(reviewer__isnull=True)
                | (Q(author__isnull=True) | ~Q(reviewer=F("author")))
                & (Q(editor__isnull=True) | ~Q(reviewer=F("editor"))),
                name="finance_draft_another",
            ),
            models.CheckConstraint(
                condition=Q(kind="reversal", reverses__isnull=False) | ~Q(kind="reversal") & Q(reverses__isnull=True),
                name="finance_draft_reverses",
            ),
        ]
        indexes = [
            models.Index(fields=["company", "state", "id"], name="finance_draft_state"),
            models.Index(fields=["company", "voucher"], name="finance_draft_voucher", condition=Q(state="posted")),
        ]


class VoucherDraftLine(Carrying, Owned):
    """A line of a voucher by hand; the journal line made of it names it as its document line."""

    id = line_id()
    draft = models.ForeignKey(VoucherDraft, models.CASCADE, related_name="lines", db_index=False)

    class Meta:
        verbose_name = _("line of a voucher by hand")
        verbose_name_plural = _("lines of vouchers by hand")
        constraints = [
            models.UniqueConstraint(fields=["company", "draft", "ordinal"], name="finance_draftline_key"),
            models.CheckConstraint(
                condition=Q(debit=0, credit__gt=0) | Q(credit=0, debit__gt=0), name="finance_draftline_side"
            ),
            models.CheckConstraint(
                condition=Q(currency__isnull=True, currency_amount__isnull=True, rate__isnull=True)
                | Q(currency__isnull=False, currency_amount__gte=0, rate__gt=0),
                name="finance_draftline_currency",
            ),
        ]
