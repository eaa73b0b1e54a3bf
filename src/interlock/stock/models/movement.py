"""Movements entered as documents: opening stock, receipts, adjustments with a reason."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
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
class Reason(Named):
    """Why stock is adjusted: count difference, damage, sample …"""

    code = models.CharField(max_length=24, unique=True)

    class Meta:
        verbose_name = _("adjustment reason")
        verbose_name_plural = _("adjustment reasons")


class Movement(Owned):
    """A document that brings goods into bins or corrects what lies there."""

    class Kind(models.TextChoices):
        OPENING = "opening", _("opening")
        RECEIPT = "receipt", _("receipt")
        ADJUSTMENT = "adjustment", _("adjustment")

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        POSTED = "posted", _("posted")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    kind = Choice(Kind)
    state = Choice(State, db_default=State.DRAFT.value)
    movement_on = models.DateField(_("date"))
    reason = master("stock.Reason", null=True, blank=True)
    party = master("parties.Party", null=True, blank=True)
    version = models.IntegerField(db_default=1)

    class Meta:
        verbose_name = _("stock movement")
        verbose_name_plural = _("stock movements")
        permissions = [
            ("record_movements", _("Record stock movements")),
            ("post_movements", _("Post stock movements")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="stock_movement_number"),
            models.CheckConstraint(
                condition=~Q(kind="adjustment") | Q(reason__isnull=False), name="stock_movement_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class MovementLine(Owned):
    """``quantity`` base units into (or, negative, out of) a bin; ``amount`` is the value that comes in.

    Going out, or with ``amount`` empty, the pool's own cost is used.
    """

    id = line_id()
    company = loose("core.Company")
    movement = models.ForeignKey(Movement, models.PROTECT, related_name="lines")
    item = master("items.Item")
    location = master("stock.Location")
    quantity = quantity_field()
    amount = amount_field(null=True)
    serials = models.JSONField(default=list)

    class Meta:
        verbose_name = _("movement line")
        verbose_name_plural = _("movement lines")
        constraints = [
            models.CheckConstraint(condition=~Q(quantity=0), name="stock_movementline_quantity"),
            models.CheckConstraint(
                condition=Q(amount__gte=0) | Q(amount__isnull=True), name="stock_movementline_amount"
            ),
        ]
