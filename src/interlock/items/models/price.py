"""Price lists: what an item costs in a channel, and the floor below which nobody sells unasked."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Named, Owned, master, price_field
from interlock.core.ruled import Ruled, uses

from .item import Item, valid_once


@pghistory.track()
class PriceList(Ruled, Owned, Named):
    """The prices of a channel in one currency; web prices include VAT."""

    settled = ("currency", "tax_included")

    code = models.CharField(max_length=24)
    currency = master("core.Currency")
    tax_included = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("price list")
        verbose_name_plural = _("price lists")
        constraints = [models.UniqueConstraint(fields=["company", "code"], name="items_pricelist_code")]


@pghistory.track()
class Price(Owned):
    """The price of an item a base unit, and its floor, from a day on until the day before ``valid_to``."""

    price_list = models.ForeignKey(PriceList, models.CASCADE, related_name="prices", db_index=False)
    item = models.ForeignKey(Item, models.CASCADE, related_name="prices")
    price = price_field()
    floor_price = price_field()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        constraints = [
            valid_once("items_price_once", "price_list", "item"),
            models.CheckConstraint(
                condition=Q(price__gte=0, floor_price__gte=0, floor_price__lte=F("price")), name="items_price_floor"
            ),
        ]


uses("items.PriceList", Price, "price_list")
