"""What a person is told: notices of what is overdue, when each kind goes on to the manager; announcements."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..fields import Named, Owned
from .organisation import User


class Notice(Owned):
    """Something overdue that a person was told of; it settles when that is no longer so.

    ``subject_id`` is the document, ``parameters`` what a sentence about it needs, ``level`` who is told: 1 its owner, 2
    whoever hears escalations. What goes wrong once more opens its notice anew.
    """

    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(User, models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    level = models.PositiveSmallIntegerField()
    parameters = models.JSONField(default=dict)
    made_at = models.DateTimeField(db_default=Now())
    read_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        permissions = [
            ("escalate_exceptions", _("Tell people what is overdue")),
            ("hear_escalations", _("Be told of what stays overdue")),
            ("read_notices", _("Mark one's own notices as read")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "kind", "subject_id", "user", "level"], name="core_notice_once"),
            models.CheckConstraint(condition=Q(level__in=[1, 2]), name="core_notice_level"),
        ]
        indexes = [
            models.Index(fields=["company", "user", "id"], name="core_notice_mine"),
            models.Index(
                fields=["company", "user", "-id"],
                name="core_notice_unread",
                condition=Q(read_at__isnull=True, settled_at__isnull=True),
            ),
            models.Index(
                fields=["company", "kind", "id"], name="core_notice_open", condition=Q(settled_at__isnull=True)
            ),
        ]


@pghistory.track()
class Escalation(Owned):
    """After how many days a kind of exception that stands is told to whoever hears escalations; no row means three."""

    kind = models.CharField(max_length=40)
    after_days = models.PositiveSmallIntegerField(_("days until it goes on"))

    class Meta:
        verbose_name = _("escalation")
        verbose_name_plural = _("escalations")
        constraints = [models.UniqueConstraint(fields=["company", "kind"], name="core_escalation_kind")]

    def __str__(self) -> str:
        return f"{self.kind} · {self.after_days}"


@pghistory.track()
class Announcement(Owned, Named):
    """What a company tells everybody who works in it, on the start page, from its first day to its last."""

    text_en = models.TextField(_("text in English"), max_length=2000, blank=True, default="")
    text_zh = models.TextField(_("text in Chinese"), max_length=2000, blank=True, default="")
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"), null=True, blank=True)
    is_urgent = models.BooleanField(_("urgent"), default=False)
    for_partners = models.BooleanField(_("partners read it, too"), default=False)

    class Meta:
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        ordering = ["-first_on"]
        constraints = [
            models.UniqueConstraint(fields=["company", "name_en", "first_on"], name="core_announcement_once"),
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="core_announcement_days",
                violation_error_message=_("The last day lies before the first."),
            ),
        ]
