"""Where goods lie: warehouses and their bins."""

from __future__ import annotations

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Named, Owned


@pghistory.track()
class Warehouse(Owned, Named):
    """A warehouse of one company."""

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        BLOCKED = "blocked", _("blocked")

    code = models.CharField(_("code"), max_length=24)
    province = models.CharField(_("province"), max_length=40, blank=True)
    state = Choice(State, default=State.ACTIVE)

    class Meta:
        verbose_name = _("warehouse")
        verbose_name_plural = _("warehouses")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["company", "code"], name="stock_warehouse_code"),
        ]


@pghistory.track()
class Location(Owned):
    """A bin of a warehouse; goods for orders are taken from bins in ``pick_order``."""

    class Kind(models.TextChoices):
        PICKING = "picking", _("picking")
        QUALITY = "quality", _("quality")

    warehouse = models.ForeignKey(Warehouse, models.PROTECT, related_name="locations")
    code = models.CharField(_("code"), max_length=24)
    kind = Choice(Kind, default=Kind.PICKING)
    pick_order = models.PositiveIntegerField(_("pick order"), default=100)

    class Meta:
        verbose_name = _("bin")
        verbose_name_plural = _("bins")
        ordering = ["warehouse", "pick_order", "code"]
        constraints = [
            models.UniqueConstraint(fields=["company", "warehouse", "code"], name="stock_location_code"),
        ]

    def __str__(self) -> str:
        return f"{self.warehouse.code}/{self.code}"
