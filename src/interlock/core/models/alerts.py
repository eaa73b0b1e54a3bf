"""Conditions that people are told of: a list with its filters that finds more than it should."""

from __future__ import annotations

import pghistory
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..fields import Choice, Owned, amount_field
from .organisation import User


@pghistory.track(exclude=["last_run_at", "last_count", "last_amount", "began_at", "next_run_at"])
class Alert(Owned):
    """Tells somebody when a list finds so many rows or so much; once, until it was over.

    It sees what its owner sees. ``query`` is the list's address, as a saved view keeps it.
    """

    class Measure(models.TextChoices):
        COUNT = "count", _("number of rows")
        AMOUNT = "amount", _("sum of the amount")

    name = models.CharField(_("name"), max_length=80)
    list_code = models.CharField(_("list"), max_length=40)
    query = models.CharField(_("filters"), max_length=1000, blank=True)
    measure = Choice(Measure, verbose_name=_("measure"), default=Measure.COUNT)
    threshold = amount_field(verbose_name=_("from"))
    every_minutes = models.PositiveIntegerField(_("every, minutes"), default=15)
    user = models.ForeignKey(User, models.CASCADE, related_name="+", db_index=False, null=True, blank=True)
    role = models.ForeignKey(Group, models.CASCADE, related_name="+", db_index=False, null=True, blank=True)
    owner = models.ForeignKey(User, models.PROTECT, related_name="+", db_index=False)
    is_active = models.BooleanField(_("active"), default=True)
    next_run_at = models.DateTimeField(db_default=Now())
    last_run_at = models.DateTimeField(null=True)
    last_count = models.IntegerField(null=True)
    last_amount = amount_field(null=True)
    began_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        permissions = [("manage_alerts", _("Keep alerts")), ("raise_alerts", _("Tell people what alerts have found"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "name"], name="core_alert_name"),
            models.CheckConstraint(
                condition=Q(user__isnull=False, role__isnull=True) | Q(user__isnull=True, role__isnull=False),
                name="core_alert_whom",
            ),
            models.CheckConstraint(condition=Q(every_minutes__gte=1), name="core_alert_every"),
        ]
        indexes = [models.Index(fields=["next_run_at"], name="core_alert_due", condition=Q(is_active=True))]

    def __str__(self) -> str:
        return self.name
