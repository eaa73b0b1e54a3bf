"""Open items: what a party owes or is owed on one account by one document, and what closed it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Ledger, Owned, amount_field, document_id, line_id, loose, master
from interlock.core.ruled import Ruled

from .books import AccountBalance, Voucher


class Side(models.TextChoices):
    """What an account is for: what others owe us, or what we owe them."""

    RECEIVABLE = "receivable", _("receivable")
    PAYABLE = "payable", _("payable")


def _nobody_posts(rows: Sequence[Owned]) -> None:
    """Let nobody post until new rows are written: what was posted meanwhile would be no item."""
    from interlock.core.api import Module, lock_open_periods  # models are loaded before what works on them

    for company in sorted({row.company_id for row in rows if row._state.adding}):
        lock_open_periods(company, Module.FINANCE)


@pghistory.track()
class ItemAccount(Ruled, Owned):
    """An account whose movements are kept as open items; what shops of platforms move on it stays one sum a shop."""

    account = master("finance.Account")
    side = Choice(Side)
    days = models.PositiveSmallIntegerField(_("days until due"), default=30)

    class Meta:
        verbose_name = _("account of open items")
        verbose_name_plural = _("accounts of open items")
        constraints = [
            models.UniqueConstraint(fields=["company", "account"], name="finance_itemaccount_once"),
        ]

    @classmethod
    def faults(cls, rows: Sequence[ItemAccount]) -> dict[int, dict[str, Any]]:
        """Refuse an account that holds amounts no item says, and one that would leave its items behind."""
        found = super().faults(rows)
        _nobody_posts(rows)
        for place in cls.changed(rows, "account"):
            found[place] = {"account": _("What an account keeps stays with it; add the other account.")}
        for place, row in enumerate(rows):
            if not row._state.adding:
                continue
            if row.account.currency_id is not None:
                found[place] = {"account": _("The account is kept in a currency: its items would say theirs.")}
            elif AccountBalance.objects.filter(company_id=row.company_id, account_id=row.account_id).exists():
                told = _(
                    "The account has been posted to: its balance would be more than its items. Take a new account."
                )
                found[place] = {"account": told}
        return found

    def __str__(self) -> str:
        return str(self.account)


@pghistory.track()
class ItemShop(Ruled, Owned):
    """A shop whose documents are open items one by one: its customers are parties, no platform settles for them."""

    unit = master("core.Unit")

    class Meta:
        verbose_name = _("shop with open items")
        verbose_name_plural = _("shops with open items")
        constraints = [
            models.UniqueConstraint(fields=["company", "unit"], name="finance_itemshop_once"),
        ]

    @classmethod
    def faults(cls, rows: Sequence[ItemShop]) -> dict[int, dict[str, Any]]:
        """Refuse a shop that was posted for: what it moved so far is a sum, and stays one."""
        found = super().faults(rows)
        _nobody_posts(rows)
        moved = cls.changed(rows, "unit")
        for place, row in enumerate(rows):
            posted = Voucher.objects.filter(company_id=row.company_id, unit_id=row.unit_id)
            if place in moved or row._state.adding and posted.exists():
                found[place] = {"unit": _("It was posted for already, and what it moved stays a sum.")}
        return found

    def __str__(self) -> str:
        return str(self.unit)


class OpenItem(Owned):
    """What is still open of one document on one account; ``open_amount`` changes with its applications only.

    ``book_amount`` is what the document was worth; ``revalued_book`` is what month's ends have added to it since.
    """

    class Direction(models.TextChoices):
        DEBIT = "debit", _("debit")
        CREDIT = "credit", _("credit")

    id = document_id()
    account = loose("finance.Account")
    direction = Choice(Direction)
    party = loose("parties.Party", null=True)
    unit = loose("core.Unit", null=True)
    kind = models.CharField(_("kind"), max_length=40)
    document_id = models.BigIntegerField()
    number = models.CharField(_("number"), max_length=64, blank=True, db_default="")
    reference = models.CharField(_("reference"), max_length=120, blank=True, db_default="")
    currency = models.CharField(_("currency"), max_length=3)
    amount = amount_field(verbose_name=_("amount"))
    book_amount = amount_field()
    open_amount = amount_field(verbose_name=_("open amount"))
    open_book = amount_field()
    revalued_book = amount_field(db_default=0)
    fact_on = models.DateField(_("document date"))
    posting_on = models.DateField(_("posting date"))
    due_on = models.DateField(_("due on"))
    settled_on = models.DateField(null=True)
    voucher = loose("finance.Voucher")
    run = loose("core.Run")

    class Meta:
        verbose_name = _("open item")
        verbose_name_plural = _("open items")
        permissions = [("apply_items", _("Apply open items against each other"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0, book_amount__gte=0, open_amount__gte=0, open_book__gte=0)
                & Q(open_amount__lte=F("amount"), open_book__lte=F("book_amount") + F("revalued_book")),
                name="finance_openitem_open",
            ),
            models.CheckConstraint(
                condition=Q(open_amount=0, open_book=0, settled_on__isnull=False)
                | Q(open_amount__gt=0, settled_on__isnull=True),
                name="finance_openitem_settled",
            ),
        ]
        indexes = [
            models.Index(
                fields=["company", "account", "party"],
                name="finance_openitem_open_party",
                condition=Q(open_amount__gt=0),
            ),
            models.Index(fields=["company", "party", "posting_on"], name="finance_openitem_party"),
            models.Index(fields=["company", "document_id"], name="finance_openitem_document"),
            models.Index(fields=["company", "account", "id"], name="finance_openitem_account"),
        ]

    def __str__(self) -> str:
        return self.number


class ItemRevaluation(Ledger):
    """What is open of an item in its currency, brought to a month's end's rate; without a rate, taken out again."""

    item = loose("finance.OpenItem")
    valued_on = models.DateField()
    amount = amount_field()
    rate = models.DecimalField(max_digits=20, decimal_places=10, null=True)
    before = amount_field()
    difference = amount_field()
    voucher = loose("finance.Voucher")
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("revaluation of an open item")
        verbose_name_plural = _("revaluations of open items")
        indexes = [
            models.Index(fields=["company", "item"], name="finance_itemrevaluation_item"),
            models.Index(fields=["company", "valued_on"], name="finance_itemrevaluation_day"),
        ]


class ItemApplication(Ledger):
    """What closes items: a debit and a credit item against each other, or one item against an account.

    Amounts are in each item's currency, books beside them. A row that ``reverses`` another repeats it with negative
    amounts; nothing is ever deleted.
    """

    class Kind(models.TextChoices):
        SETTLE = "settle", _("applied")
        WRITE_OFF = "write_off", _("written off")
        REVERSAL = "reversal", _("document reversed")

    kind = Choice(Kind)
    debit_item = loose("finance.OpenItem", null=True)
    credit_item = loose("finance.OpenItem", null=True)
    debit_amount = amount_field(default=0)
    credit_amount = amount_field(default=0)
    debit_book = amount_field(default=0)
    credit_book = amount_field(default=0)
    account = loose("finance.Account", null=True)
    applied_on = models.DateField()
    document_id = models.BigIntegerField(null=True)
    voucher = loose("finance.Voucher", null=True)
    reverses_id = models.BigIntegerField(null=True)
    reason = models.CharField(max_length=120, blank=True, db_default="")
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="settle", debit_item__isnull=False, credit_item__isnull=False)
                | ~Q(kind="settle")
                & (
                    Q(debit_item__isnull=False, credit_item__isnull=True)
                    | Q(debit_item__isnull=True, credit_item__isnull=False)
                ),
                name="finance_application_legs",
            ),
        ]
        indexes = [
            models.Index(fields=["company", "debit_item"], name="finance_application_debit"),
            models.Index(fields=["company", "credit_item"], name="finance_application_credit"),
            models.Index(fields=["company", "applied_on"], name="finance_application_day"),
            models.Index(
                fields=["company", "reverses_id"],
                name="finance_application_reverses",
                condition=Q(reverses_id__isnull=False),
            ),
        ]


class ItemDocument(Owned):
    """A document by hand that makes, pays, offsets or writes off items: written by one person, posted by another."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        POSTED = "posted", _("posted")
        REVERSED = "reversed", _("reversed")
        CANCELLED = "cancelled", _("cancelled")

    class Kind(models.TextChoices):
        BILL = "bill", _("supplier bill")
        CHARGE = "charge", _("customer charge")
        RECEIPT = "receipt", _("receipt")
        PAYMENT = "payment", _("payment")
        REFUND = "refund", _("refund")
        OFFSET = "offset", _("offset")
        WRITE_OFF = "write_off", _("bad debt")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    kind = Choice(Kind)
    state = Choice(State, db_default=State.DRAFT.value)
    party = master("parties.Party")
    posting_on = models.DateField(_("posting date"))
    document_on = models.DateField(_("document date"))
    due_on = models.DateField(_("due on"), null=True)
    reference = models.CharField(_("reference"), max_length=64, blank=True, db_default="")
    reason = models.CharField(_("payment reason"), max_length=120, blank=True, db_default="")
    text = models.CharField(_("summary"), max_length=200, blank=True, db_default="")
    currency = models.CharField(_("currency"), max_length=3)
    rate = models.DecimalField(_("rate"), max_digits=20, decimal_places=10, db_default=1)
    account = master("finance.Account", null=True)
    amount = amount_field(verbose_name=_("amount"))
    version = models.IntegerField(db_default=1)
    author = loose("core.User", null=True)
    editor = loose("core.User", null=True)
    reviewer = loose("core.User", null=True)
    voucher = loose("finance.Voucher", null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("bill, receipt or payment")
        verbose_name_plural = _("bills, receipts and payments")
        permissions = [
            ("enter_items", _("Enter bills, charges, receipts and payments")),
            ("review_items", _("Post bills, charges, receipts and payments")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="finance_itemdocument_number"),
            models.UniqueConstraint(
                fields=["company", "party", "reference"],
                name="finance_itemdocument_bill",
                condition=Q(kind="bill", state__in=("draft", "posted")),
            ),
            models.CheckConstraint(
                condition=Q(reviewer__isnull=True)
                | (Q(author__isnull=True) | ~Q(reviewer=F("author")))
                & (Q(editor__isnull=True) | ~Q(reviewer=F("editor"))),
                name="finance_itemdocument_another",
            ),
            models.CheckConstraint(condition=Q(rate__gt=0), name="finance_itemdocument_rate"),
        ]
        indexes = [
            models.Index(fields=["company", "kind", "id"], name="finance_itemdocument_kind"),
            models.Index(
                fields=["company", "voucher"], name="finance_itemdocument_voucher", condition=Q(voucher__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.number


class ItemDocumentLine(Owned):
    """A line: an account with its amount and tax, or an item that is paid, offset or written off."""

    id = line_id()
    document = models.ForeignKey(ItemDocument, models.CASCADE, related_name="lines", db_index=False)
    ordinal = models.IntegerField()
    account = master("finance.Account", null=True)
    unit = master("core.Unit", null=True)
    item = loose("finance.OpenItem", null=True)
    amount = amount_field()
    tax_amount = amount_field(default=0)
    item_amount = amount_field(null=True)
    text = models.CharField(_("summary"), max_length=200, blank=True, db_default="")

    class Meta:
        verbose_name = _("line of a bill, receipt or payment")
        verbose_name_plural = _("lines of bills, receipts and payments")
        constraints = [
            models.UniqueConstraint(fields=["company", "document", "ordinal"], name="finance_itemdocumentline_key"),
            models.CheckConstraint(
                condition=Q(account__isnull=False, item__isnull=True) | Q(account__isnull=True, item__isnull=False),
                name="finance_itemdocumentline_one",
            ),
        ]


@pghistory.track()
class ItemRule(Owned):
    """How items of a company, or of one party, are proposed to be applied; what ``is_automatic`` needs nobody."""

    class Method(models.TextChoices):
        REFERENCE = "reference", _("by reference")
        EXACT = "exact", _("by exact amount")
        OLDEST = "oldest", _("oldest first")

    party = master("parties.Party", null=True, blank=True)
    ordinal = models.PositiveSmallIntegerField(_("order"), default=1)
    method = Choice(Method)
    is_automatic = models.BooleanField(_("runs by itself"), default=False)

    class Meta:
        verbose_name = _("rule of application")
        verbose_name_plural = _("rules of application")
        ordering = ["party", "ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["company", "party", "method"], name="finance_itemrule_once", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_method_display())
