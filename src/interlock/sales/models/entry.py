"""Orders entered by hand before they are orders: a draft is a person's sheet of paper, nothing counts it."""

from __future__ import annotations

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


class OrderDraft(Owned):
    """An order as somebody is writing it: saved as it is typed, submitted once, or thrown away."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted")
        DISCARDED = "discarded", _("discarded")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    state = Choice(State, db_default=State.DRAFT.value)
    shop = master("sales.Shop")
    customer = loose("parties.Party", null=True)
    order_no = models.CharField(_("customer's number"), max_length=64, blank=True, default="")
    wanted_on = models.DateField(_("wanted on"), null=True)
    buyer = models.CharField(_("buyer"), max_length=80, blank=True, default="")
    phone = models.CharField(_("phone"), max_length=40, blank=True, default="")
    province = models.CharField(_("province"), max_length=40, blank=True, default="")
    city = models.CharField(_("city"), max_length=40, blank=True, default="")
    district = models.CharField(_("district"), max_length=40, blank=True, default="")
    address = models.CharField(_("address"), max_length=240, blank=True, default="")
    remark = models.CharField(_("remark"), max_length=240, blank=True, default="")
    amount = amount_field(default=0)
    tax_amount = amount_field(default=0)
    version = models.IntegerField(db_default=1)
    author = loose("core.User", null=True)
    editor = loose("core.User", null=True)
    saved_at = models.DateTimeField(db_default=Now())
    order = loose("sales.Order", null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("order draft")
        verbose_name_plural = _("order drafts")
        permissions = [("enter_orders", _("Enter orders by hand"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="sales_orderdraft_number"),
            models.CheckConstraint(
                condition=Q(state="submitted", order__isnull=False) | ~Q(state="submitted") & Q(order__isnull=True),
                name="sales_orderdraft_submitted",
            ),
        ]
        indexes = [models.Index(fields=["company", "id"], name="sales_orderdraft_open", condition=Q(state="draft"))]

    def __str__(self) -> str:
        return self.number


class OrderDraftLine(models.Model):
    """A line as it was typed (``typed``), and what of it could be read; the order's lines are made of the latter.

    ``ordinal`` is the line's place on the page, with gaps where lines were taken out. ``unit_price`` is a base unit's,
    and stays empty where the price list says it.
    """

    id = line_id()
    company = loose("core.Company")
    draft = models.ForeignKey(OrderDraft, models.CASCADE, related_name="lines", db_index=False)
    ordinal = models.IntegerField()
    typed = models.JSONField(default=dict)
    item = loose("items.Item", null=True)
    quantity = quantity_field(null=True)
    unit = models.CharField(max_length=8, blank=True, default="")
    unit_price = price_field(null=True)
    discount_amount = amount_field(null=True)

    class Meta:
        verbose_name = _("line of an order draft")
        verbose_name_plural = _("lines of order drafts")
        constraints = [
            models.UniqueConstraint(fields=["company", "draft", "ordinal"], name="sales_orderdraftline_key"),
            models.CheckConstraint(condition=Q(ordinal__gte=1), name="sales_orderdraftline_ordinal"),
        ]
