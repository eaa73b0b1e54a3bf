"""Changes of orders as documents: what an order shall be, beside what it was when the change was written."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import (
    Choice,
    Owned,
    amount_field,
    document_id,
    line_id,
    loose,
    master,
    price_field,
    quantity_field,
)


class ChangeReason(models.TextChoices):
    """Why an order is changed."""

    BUYER = "buyer", _("the buyer asked for it")
    PRICE = "price", _("another price was agreed")
    QUANTITY = "quantity", _("another quantity was agreed")
    GOODS = "goods", _("other goods instead")
    ADDRESS = "address", _("other address or date")
    MISTAKE = "mistake", _("entered wrongly")
    OTHER = "other", _("other reason")


class ChangeDocument(Owned):
    """A change of one order, from the version it starts from: written, submitted, approved where needed, applied.

    ``before`` and ``after`` hold the fields of the head that change. ``amount_before`` and ``amount`` are what the
    order came to and what it comes to. ``reasons`` are what approval routes look at. ``note`` is the approver's word
    when it comes back, ``why`` the code for which it could not be applied.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted")
        APPROVED = "approved", _("approved")
        APPLIED = "applied", _("applied")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("withdrawn")
        OUTDATED = "outdated", _("outdated")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    order = models.ForeignKey("sales.Order", models.PROTECT, related_name="+", db_index=False)
    shop = master("sales.Shop")
    state = Choice(State, db_default=State.DRAFT.value)
    reason = Choice(ChangeReason)
    text = models.CharField(_("why"), max_length=240, blank=True, default="")
    change_on = models.DateField(_("date"))
    order_version = models.IntegerField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    amount_before = amount_field(default=0)
    amount = amount_field(default=0)
    reasons = ArrayField(models.CharField(max_length=40), default=list)
    note = models.CharField(_("note"), max_length=240, blank=True, default="")
    why = models.CharField(max_length=40, blank=True, default="")
    version = models.IntegerField(db_default=1)
    author = loose("core.User", null=True)
    editor = loose("core.User", null=True)
    saved_at = models.DateTimeField(db_default=Now())
    applied_at = models.DateTimeField(null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("change document")
        verbose_name_plural = _("change documents")
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="sales_changedocument_number"),
            models.UniqueConstraint(
                fields=["company", "order"],
                name="sales_changedocument_open",
                condition=Q(state__in=["draft", "submitted", "approved"]),
            ),
            models.CheckConstraint(
                condition=Q(state="applied", applied_at__isnull=False)
                | ~Q(state="applied") & Q(applied_at__isnull=True),
                name="sales_changedocument_applied",
            ),
            models.CheckConstraint(condition=~Q(state="outdated") | ~Q(why=""), name="sales_changedocument_outdated"),
        ]
        indexes = [models.Index(fields=["company", "order"], name="sales_changedocument_order")]

    def __str__(self) -> str:
        return self.number


class ChangeLine(models.Model):
    """A line as it shall be, beside what it was; one that is added was nothing, quantity 0 takes one out."""

    id = line_id()
    company = loose("core.Company")
    document = models.ForeignKey(ChangeDocument, models.CASCADE, related_name="lines", db_index=False)
    ordinal = models.IntegerField()
    line_number = models.IntegerField(null=True)
    sku = models.CharField(max_length=40)
    item = loose("items.Item", null=True)
    quantity = quantity_field()
    unit_price = price_field()
    amount = amount_field()
    sku_before = models.CharField(max_length=40, blank=True, default="")
    item_before = loose("items.Item", null=True)
    quantity_before = quantity_field(null=True)
    unit_price_before = price_field(null=True)
    amount_before = amount_field(default=0)

    class Meta:
        verbose_name = _("line of a change document")
        verbose_name_plural = _("lines of change documents")
        constraints = [
            models.UniqueConstraint(fields=["company", "document", "ordinal"], name="sales_changeline_key"),
            models.CheckConstraint(condition=Q(quantity__gte=0, amount__gte=0), name="sales_changeline_quantity"),
        ]
