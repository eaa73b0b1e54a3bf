"""Figures a day: what a start page draws, kept so that no page counts a month of documents."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..fields import loose


class Figure(models.Model):
    """One value of a figure on one day, for a part of it (an hour, a category, nothing); the worker writes it anew.

    The part ``*`` of every figure says that its day was counted, also where there was nothing to count.
    """

    company = loose("core.Company")
    code = models.CharField(max_length=24)
    counted_on = models.DateField()
    part = models.CharField(max_length=24)
    value = models.DecimalField(max_digits=20, decimal_places=2)
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(fields=["company", "code", "counted_on", "part"], name="core_figure_once"),
        ]
