"""The value ledger: what the goods are worth, pool by pool."""

from __future__ import annotations

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Ledger, amount_field, loose, quantity_field
from interlock.core.ruled import uses


class Pool(models.Model):
    """The moving-average pool of an item in a company.

    ``base_*`` is what the pool held at the last receipt or revaluation; ``issued_quantity`` left since then and
    took ``round(base_amount × issued / base_quantity, 2)``, so splitting an issue changes no cent and the issue
    that empties the pool takes what is left. ``returned_*`` came back since then: it joins quantity and amount
    without changing what the next piece costs. What leaves never takes more than the pool is worth.
    """

    company = loose("core.Company")
    item = loose("items.Item")
    quantity = quantity_field(default=0)
    amount = amount_field(default=0)
    base_quantity = quantity_field(default=0)
    base_amount = amount_field(default=0)
    issued_quantity = quantity_field(default=0)
    returned_quantity = quantity_field(default=0)
    returned_amount = amount_field(default=0)

    class Meta:
        verbose_name = _("cost pool")
        verbose_name_plural = _("cost pools")
        constraints = [
            models.UniqueConstraint(fields=["company", "item"], name="stock_pool_key"),
            models.CheckConstraint(condition=Q(quantity__gte=0, amount__gte=0), name="stock_pool_positive"),
            models.CheckConstraint(condition=~Q(quantity=0) | Q(amount=0), name="stock_pool_empty"),
            models.CheckConstraint(
                condition=Q(quantity=F("base_quantity") - F("issued_quantity") + F("returned_quantity")),
                name="stock_pool_base",
            ),
        ]


uses("items.Item", Pool, "item")


class ValueEntry(Ledger):
    """Money that moved in or out of a pool, for a stock entry's line or for none (a revaluation)."""

    class Cause(models.TextChoices):
        OPENING = "opening", _("opening")
        RECEIPT = "receipt", _("receipt")
        ADJUSTMENT = "adjustment", _("adjustment")
        ISSUE = "issue", _("issue")
        RETURN = "return", _("return")
        SCRAP = "scrap", _("scrap")
        REVALUATION = "revaluation", _("revaluation")

    pool = loose("stock.Pool")
    cause = Choice(Cause)
    item = loose("items.Item")
    line_id = models.BigIntegerField()
    quantity_delta = quantity_field()
    amount_delta = amount_field()
    effective_on = models.DateField()
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("value entry")
        verbose_name_plural = _("value entries")
        indexes = [
            models.Index(fields=["company", "line_id"], name="stock_value_line"),
            BrinIndex(fields=["effective_on"], name="stock_value_day", pages_per_range=16),
        ]
