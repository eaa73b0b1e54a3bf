"""Returns: what buyers send back or get money back for, line by line of the deliveries it left with."""

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


@pghistory.track()
class ReturnReason(Owned, Named):
    """Why buyers return goods or want their money back: counted, so that somebody can do something about it."""

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        BLOCKED = "blocked", _("blocked")

    code = models.CharField(_("code"), max_length=24)
    state = Choice(State, default=State.ACTIVE)

    class Meta:
        verbose_name = _("return reason")
        verbose_name_plural = _("return reasons")
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["company", "code"], name="sales_returnreason_code")]


class Return(Owned):
    """Goods of one order that come back, or money for goods that stay with the buyer."""

    class Kind(models.TextChoices):
        RETURN = "return", _("return")
        REFUND_ONLY = "refund_only", _("refund without return")
        EXCHANGE = "exchange", _("exchange")

    class State(models.TextChoices):
        ANNOUNCED = "announced", _("announced")
        RECEIVED = "received", _("received")
        INSPECTED = "inspected", _("inspected")
        REFUNDED = "refunded", _("refunded")
        CANCELLED = "cancelled", _("cancelled")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    platform_number = models.CharField(_("platform's return"), max_length=64, blank=True, db_default="")
    order = loose("sales.Order")
    shop = loose("sales.Shop")
    kind = Choice(Kind)
    reason = master("sales.ReturnReason")
    state = Choice(State, db_default=State.ANNOUNCED.value)
    amount = amount_field(verbose_name=_("amount"))
    tax_amount = amount_field(verbose_name=_("VAT"))
    return_on = models.DateField(_("announced on"))
    received_on = models.DateField(_("received on"), null=True)
    inspected_on = models.DateField(_("inspected on"), null=True)
    refunded_on = models.DateField(_("refunded on"), null=True)
    replacement = loose("sales.Order", null=True)
    version = models.IntegerField(db_default=1)

    class Meta:
        verbose_name = _("return")
        verbose_name_plural = _("returns")
        permissions = [
            ("announce_returns", _("Announce and cancel returns")),
            ("receive_returns", _("Receive returned goods")),
            ("inspect_returns", _("Inspect returned goods")),
            ("refund_returns", _("Refund returns")),
            ("exchange_returns", _("Send other goods for returned ones")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="sales_return_number"),
            models.UniqueConstraint(
                fields=["company", "order", "platform_number"],
                name="sales_return_platform_number",
                condition=~Q(platform_number=""),
            ),
        ]
        indexes = [
            models.Index(fields=["company", "order"], name="sales_return_order"),
            models.Index(
                fields=["company", "state", "id"],
                name="sales_return_open",
                condition=Q(state__in=["announced", "received", "inspected"]),
            ),
            models.Index(
                fields=["company", "replacement"],
                name="sales_return_replacement",
                condition=Q(replacement__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class ReturnLine(models.Model):
    """Pieces of a delivery line; ``amount`` is their part of its amount, to the cent. Without pieces it is money only.

    ``reverses`` is empty until the return takes effect; then it says whether the delivery line was revenue by that
    time, so that revenue is reversed, or not yet, so that less of it will become revenue. ``cost_amount`` is what the
    goods brought back into stock.
    """

    id = line_id()
    company = loose("core.Company")
    document = models.ForeignKey(Return, models.PROTECT, related_name="lines")
    delivery_line = loose("sales.DeliveryLine")
    item = loose("items.Item")
    quantity = quantity_field()
    scrapped_quantity = quantity_field(default=0)
    amount = amount_field()
    tax_amount = amount_field()
    subsidy_amount = amount_field(null=True)
    cost_amount = amount_field(null=True)
    location = loose("stock.Location", null=True)
    reverses = models.BooleanField(null=True)
    serials = models.JSONField(default=list)

    class Meta:
        verbose_name = _("return line")
        verbose_name_plural = _("return lines")
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__gt=0) | Q(quantity=0, amount__gt=0), name="sales_returnline_quantity"
            ),
            models.CheckConstraint(condition=Q(amount__gte=0, tax_amount__gte=0), name="sales_returnline_amount"),
            models.CheckConstraint(
                condition=Q(scrapped_quantity__gte=0, scrapped_quantity__lte=F("quantity")),
                name="sales_returnline_scrapped",
            ),
        ]
        indexes = [models.Index(fields=["company", "delivery_line"], name="sales_returnline_delivery")]
