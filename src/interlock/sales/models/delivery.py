"""Deliveries: what one warehouse sends for orders, and what of it is revenue."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Owned, amount_field, document_id, line_id, loose, master, quantity_field


class Delivery(Owned):
    """Goods one warehouse sends together."""

    class State(models.TextChoices):
        RELEASED = "released", _("to pick")
        SHIPPED = "shipped", _("shipped")
        RECOGNISED = "recognised", _("recognised")
        CANCELLED = "cancelled", _("cancelled")

    id = document_id()
    company = master("core.Company", db_constraint=False)
    number = models.CharField(_("number"), max_length=24)
    warehouse = master("stock.Warehouse", db_constraint=False)
    shop = loose("sales.Shop")
    customer = loose("parties.Party", null=True)  # as the order names one; else the shop's settlement customer
    state = Choice(State, db_default=State.RELEASED.value)
    is_open = models.GeneratedField(
        expression=~Q(state__in=["recognised", "cancelled"]),  # type: ignore[arg-type]  # a condition is an expression too
        output_field=models.BooleanField(),
        db_persist=True,
    )
    release_on = models.DateField(_("released on"))
    shipped_on = models.DateField(_("shipped on"), null=True)
    recognised_on = models.DateField(_("recognised on"), null=True)
    version = models.IntegerField(db_default=1)

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        permissions = [
            ("release_deliveries", _("Release deliveries to the warehouse")),
            ("capture_serials", _("Capture serial numbers")),
            ("ship_deliveries", _("Ship deliveries")),
            ("recognise_revenue", _("Recognise revenue")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="sales_delivery_number"),
        ]
        indexes = [
            models.Index(fields=["company", "id"], name="sales_delivery_open", condition=Q(is_open=True)),
        ]

    def __str__(self) -> str:
        return self.number


class DeliveryLine(Owned):
    """Pieces of an order line from one bin; ``amount`` is this part of the order line's, allocated to the cent."""

    id = line_id()
    company = loose("core.Company")
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="lines", db_constraint=False)
    order = models.ForeignKey("sales.Order", models.DO_NOTHING, related_name="delivery_lines", db_constraint=False)
    order_line = loose("sales.OrderLine")
    reservation = loose("stock.Reservation")
    item = loose("items.Item")
    location = loose("stock.Location")
    quantity = quantity_field()
    amount = amount_field()
    tax_amount = amount_field()
    # What of the amount without VAT the platform bears.
    subsidy_amount = amount_field(null=True)
    recognised_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("delivery line")
        verbose_name_plural = _("delivery lines")
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gt=0), name="sales_deliveryline_quantity"),
        ]
