"""Items: one item, one code; units, tax classes, bills of material."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Named, master, quantity_field
from interlock.core.ruled import Ruled


class DateSpan(Func):
    """``[valid_from, valid_to)`` as a range: ``valid_to`` is the first day it no longer holds."""

    function = "daterange"
    output_field = models.Field()


def valid_once(name: str, *keys: str) -> ExclusionConstraint:
    """Hold that two rows of the same keys never are valid on the same day."""
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((key, RangeOperators.EQUAL) for key in keys),
            (DateSpan(F("valid_from"), F("valid_to")), RangeOperators.OVERLAPS),
        ],
    )


@pghistory.track()
class UnitOfMeasure(Named):
    """A unit of measure: piece, carton, metre."""

    code = models.CharField(primary_key=True, max_length=8)

    class Meta:
        verbose_name = _("unit of measure")
        verbose_name_plural = _("units of measure")


@pghistory.track()
class TaxClass(Named):
    """How goods are taxed; the rate is dated."""

    code = models.CharField(max_length=24, unique=True)

    class Meta:
        verbose_name = _("tax class")
        verbose_name_plural = _("tax classes")


@pghistory.track()
class TaxRate(models.Model):
    """The VAT rate of a tax class, in percent, from a day on until the day before ``valid_to``."""

    tax_class = models.ForeignKey(TaxClass, models.CASCADE, related_name="rates")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    tax_pct = models.DecimalField(max_digits=6, decimal_places=3)

    class Meta:
        verbose_name = _("tax rate")
        verbose_name_plural = _("tax rates")
        constraints = [
            valid_once("items_taxrate_once", "tax_class"),
            models.CheckConstraint(condition=Q(tax_pct__gte=0, tax_pct__lt=100), name="items_taxrate_range"),
        ]


@pghistory.track()
class Category(Ruled, Named):
    """A category of items, in a tree; rules speak of it."""

    code = models.CharField(max_length=24, unique=True)
    parent = master("self", null=True, blank=True)

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["code"]


@pghistory.track()
class Brand(Named):
    """A brand that items are sold under."""

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        BLOCKED = "blocked", _("blocked")

    code = models.CharField(_("code"), max_length=24, unique=True)
    state = Choice(State, default=State.ACTIVE)

    class Meta:
        verbose_name = _("brand")
        verbose_name_plural = _("brands")
        ordering = ["code"]


@pghistory.track()
class Item(Ruled, Named):
    """A thing we buy, make or sell, shared by all companies of the group."""

    settled = ("unit",)

    class Kind(models.TextChoices):
        PRODUCT = "product", _("product")
        COMPONENT = "component", _("component")
        MATERIAL = "material", _("material")

    class RevenuePolicy(models.TextChoices):
        AT_SHIPMENT = "at_shipment", _("at shipment")
        AT_RECEIPT = "at_receipt", _("at receipt")
        AT_INSTALLATION = "at_installation", _("at installation")

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        BLOCKED = "blocked", _("blocked")

    code = models.CharField(_("code"), max_length=40, unique=True)
    kind = Choice(Kind, default=Kind.PRODUCT)
    category = master("items.Category", db_index=True)
    brand = master("items.Brand", null=True, blank=True, verbose_name=_("brand"))
    unit = master("items.UnitOfMeasure", verbose_name=_("base unit"))
    tax_class = master("items.TaxClass")
    revenue_policy = Choice(RevenuePolicy, default=RevenuePolicy.AT_RECEIPT)
    serial_tracked = models.BooleanField(_("serial numbers"), default=False)
    barcode = models.CharField(_("barcode"), max_length=32, blank=True, default="")
    state = Choice(State, default=State.ACTIVE)

    class Meta:
        verbose_name = _("item")
        verbose_name_plural = _("items")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["barcode"], name="items_item_barcode", condition=~Q(barcode="")),
        ]
        indexes = [
            GinIndex(OpClass(Lower("name_en"), name="gin_trgm_ops"), name="items_item_name_en"),
        ]


@pghistory.track()
class ItemUnit(models.Model):
    """Another unit of an item: one of it is ``factor`` base units."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="units")
    unit = master("items.UnitOfMeasure")
    factor = quantity_field()

    class Meta:
        verbose_name = _("item unit")
        verbose_name_plural = _("item units")
        constraints = [
            models.UniqueConstraint(fields=["item", "unit"], name="items_itemunit_once"),
            models.CheckConstraint(condition=Q(factor__gt=0), name="items_itemunit_factor"),
        ]


@pghistory.track()
class Bom(models.Model):
    """What an item is made of, valid from a day on until the day before ``valid_to``."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="boms")
    version = models.CharField(max_length=12, default="1")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("bill of material")
        verbose_name_plural = _("bills of material")
        constraints = [valid_once("items_bom_once", "item")]

    def __str__(self) -> str:
        return f"{self.item} · {self.version}"


@pghistory.track()
class BomLine(models.Model):
    """One component of a bill of material: ``quantity`` base units a piece, before loss."""

    bom = models.ForeignKey(Bom, models.CASCADE, related_name="lines")
    component = master("items.Item", db_index=True)
    quantity = quantity_field()
    loss_pct = models.DecimalField(max_digits=6, decimal_places=3, default=0)

    class Meta:
        verbose_name = _("component")
        verbose_name_plural = _("components")
        constraints = [
            models.UniqueConstraint(fields=["bom", "component"], name="items_bomline_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="items_bomline_quantity"),
        ]
