"""Sales orders, their lines, what holds them, and what the platform changed afterwards."""

from __future__ import annotations

from django.contrib.postgres.indexes import BrinIndex
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


class Order(Owned):
    """An order of a shop's buyer; the buyer lives here, not among the parties."""

    class State(models.TextChoices):
        RECEIVED = "received", _("received")
        HELD = "held", _("held")
        REVIEWED = "reviewed", _("reviewed")
        RESERVED = "reserved", _("reserved")
        RELEASED = "released", _("released to warehouse")
        SHIPPED = "shipped", _("shipped")
        RECOGNISED = "recognised", _("recognised")
        CANCELLED = "cancelled", _("cancelled")

    id = document_id()
    # No keys in the database on what grows with every order: each costs a look-up a row; the laws prove them.
    company = master("core.Company", db_constraint=False)
    number = models.CharField(_("number"), max_length=24)
    shop = master("sales.Shop", db_constraint=False)
    platform_number = models.CharField(_("platform order"), max_length=64)
    state = Choice(State, db_default=State.RECEIVED.value)
    resume_state = Choice(State, null=True)
    # Indexed in place of the state, so that an order moves on without touching an index until it is done.
    is_open = models.GeneratedField(
        expression=~Q(state__in=["recognised", "cancelled"]),  # type: ignore[arg-type]  # a condition is an expression too
        output_field=models.BooleanField(),
        db_persist=True,
    )
    ordered_at = models.DateTimeField(_("ordered at"))
    order_on = models.DateField(_("order date"))
    buyer = models.CharField(_("buyer"), max_length=80, blank=True, db_default="")
    phone = models.CharField(_("phone"), max_length=40, blank=True, db_default="")
    province = models.CharField(_("province"), max_length=40, blank=True, db_default="")
    city = models.CharField(_("city"), max_length=40, blank=True, db_default="")
    district = models.CharField(_("district"), max_length=40, blank=True, db_default="")
    address = models.CharField(_("address"), max_length=240, blank=True, db_default="")
    remark = models.CharField(_("remark"), max_length=240, blank=True, db_default="")
    priority = models.PositiveSmallIntegerField(_("priority"), db_default=5)
    amount = amount_field(verbose_name=_("amount"))
    tax_amount = amount_field(verbose_name=_("VAT"))
    paid_amount = amount_field(verbose_name=_("paid"), null=True)
    paid_at = models.DateTimeField(_("paid at"), null=True)
    coupon = models.CharField(_("coupon"), max_length=40, null=True)
    buyer_group = models.CharField(_("buyer group"), max_length=24, null=True)
    content_hash = models.CharField(max_length=32)
    file = loose("core.File", null=True)
    # Whose receivable it becomes, where that is not the shop's settlement customer.
    customer = loose("parties.Party", null=True)
    wanted_on = models.DateField(_("wanted on"), null=True)
    # A part was handed over while the rest waited: only then need anyone look for what was.
    is_parted = models.BooleanField(db_default=False)
    version = models.IntegerField(db_default=1)

    class Meta:
        verbose_name = _("sales order")
        verbose_name_plural = _("sales orders")
        permissions = [
            ("import_orders", _("Import orders")),
            ("review_orders", _("Review orders")),
            ("release_orders", _("Release held orders")),
            ("amend_orders", _("Amend held orders")),
            ("change_orders", _("Change orders before they are shipped")),
            ("cancel_orders", _("Cancel orders before they are shipped")),
            ("reserve_orders", _("Reserve stock for orders")),
            ("show_buyer", _("Show buyers' personal data")),
            ("share_orders", _("Give customers the link to their order")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "shop", "platform_number"], name="sales_order_platform_number"),
            models.UniqueConstraint(fields=["company", "number"], name="sales_order_number"),
            models.CheckConstraint(
                condition=Q(state="held", resume_state__isnull=False) | ~Q(state="held") & Q(resume_state__isnull=True),
                name="sales_order_resume",
            ),
        ]
        indexes = [
            models.Index(fields=["company", "id"], name="sales_order_open", condition=Q(is_open=True)),
            BrinIndex(fields=["order_on"], name="sales_order_day", pages_per_range=32),
        ]

    def __str__(self) -> str:
        return self.number


class OrderLine(Owned):
    """One item of an order: ``quantity`` base units at ``unit_price`` with VAT; ``amount`` rounded at the line.

    ``discount_amount`` is what the platform took off the price, ``subsidy_amount`` what of it the platform bears and
    pays us; the amount is the price less the discount that we bear.

    A line that was taken out, or of which nothing left before the order was cancelled, stays with the quantity 0: what
    it was stands in the order's versions.
    """

    id = line_id()
    company = loose("core.Company")
    order = models.ForeignKey(Order, models.PROTECT, related_name="lines", db_constraint=False)
    line_number = models.IntegerField(_("line"))
    sku = models.CharField(_("shop's code"), max_length=40)
    item = loose("items.Item", null=True)
    quantity = quantity_field(verbose_name=_("quantity"))
    unit_price = price_field(verbose_name=_("unit price"))
    amount = amount_field(verbose_name=_("amount"))
    tax_amount = amount_field(verbose_name=_("VAT"))
    is_gift = models.BooleanField(_("gift"), db_default=False)
    discount_amount = amount_field(verbose_name=_("discount"), null=True)
    subsidy_amount = amount_field(verbose_name=_("platform subsidy"), null=True)

    class Meta:
        verbose_name = _("order line")
        verbose_name_plural = _("order lines")
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gte=0), name="sales_orderline_quantity"),
            models.CheckConstraint(condition=Q(amount__gte=0, tax_amount__gte=0), name="sales_orderline_amount"),
            models.CheckConstraint(
                condition=Q(discount_amount__isnull=True, subsidy_amount__isnull=True)
                | Q(subsidy_amount__gte=0, discount_amount__gte=models.F("subsidy_amount")),
                name="sales_orderline_discount",
            ),
        ]


class Hold(models.Model):
    """One reason why an order stands still: raised by a check, ended by a person or by the fact going away."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        RELEASED = "released", _("released")
        CLEARED = "cleared", _("cleared")

    company = loose("core.Company")
    order = models.ForeignKey(Order, models.PROTECT, related_name="holds")
    reason = models.CharField(_("reason"), max_length=24)
    check_code = models.CharField(max_length=24, blank=True, db_default="")
    line_number = models.IntegerField(null=True)
    detail = models.JSONField(default=dict)
    state = Choice(State, db_default=State.OPEN.value)
    raised_at = models.DateTimeField(db_default=Now())
    run = loose("core.Run")
    ended_run = loose("core.Run", null=True)
    note = models.CharField(_("why released"), max_length=240, blank=True, db_default="")

    class Meta:
        verbose_name = _("hold")
        verbose_name_plural = _("holds")
        indexes = [
            models.Index(fields=["company", "reason", "order"], name="sales_hold_queue", condition=Q(state="open"))
        ]


class OrderChange(models.Model):
    """What a platform sent again under a known number with other content, until a person has settled it."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        DISMISSED = "dismissed", _("dismissed")
        ACCEPTED = "accepted", _("accepted")

    id = document_id()
    company = loose("core.Company")
    order = models.ForeignKey(Order, models.PROTECT, related_name="changes")
    file = loose("core.File", null=True)
    content_hash = models.CharField(max_length=32)
    content = models.JSONField()
    state = Choice(State, db_default=State.OPEN.value)
    run = loose("core.Run")
    note = models.CharField(_("why left aside"), max_length=240, blank=True, db_default="")

    class Meta:
        verbose_name = _("order change")
        verbose_name_plural = _("order changes")
        constraints = [
            models.UniqueConstraint(fields=["company", "order", "content_hash"], name="sales_orderchange_once"),
        ]
