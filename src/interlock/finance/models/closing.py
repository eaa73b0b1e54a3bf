"""The close of a month: what was closed by whom, the policies it goes by, and the reports it left."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Owned, document_id, loose


@pghistory.track()
class ClosePolicy(Owned):
    """A number the close goes by, where a company's differs from ``data/close_policies.csv``: mostly days of grace."""

    code = models.CharField(_("code"), max_length=24)
    value = models.PositiveIntegerField(_("value"))

    class Meta:
        verbose_name = _("close policy")
        verbose_name_plural = _("close policies")
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["company", "code"], name="finance_closepolicy_code")]

    def __str__(self) -> str:
        return self.code


class Close(Owned):
    """The close of a company's month: the document whose timeline says who closed which step and who opened it."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    id = document_id()
    month = models.DateField(_("month"))
    state = Choice(State, db_default=State.OPEN.value)
    version = models.IntegerField(db_default=1)

    class Meta:
        verbose_name = _("close")
        verbose_name_plural = _("closes")
        permissions = [("reopen_months", _("Open closed months again"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "month"], name="finance_close_month"),
            models.CheckConstraint(condition=Q(month__day=1), name="finance_close_first"),
        ]


class CloseStep(models.Model):
    """A step of a close that is closed; a step without a row is open."""

    company = loose("core.Company")
    close = models.ForeignKey(Close, models.CASCADE, related_name="steps", db_index=False)
    step = models.CharField(max_length=24)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("closed step")
        verbose_name_plural = _("closed steps")
        constraints = [models.UniqueConstraint(fields=["company", "close", "step"], name="finance_closestep_once")]


class CloseReport(Owned):
    """What a close left behind, signed; opening the month again supersedes it, and it stays.

    ``file`` is the canonical JSON with its signature; its ``sha256`` is what the next month's report refers to.
    """

    class State(models.TextChoices):
        VALID = "valid", _("valid")
        SUPERSEDED = "superseded", _("superseded")

    id = document_id()
    close = models.ForeignKey(Close, models.PROTECT, related_name="reports", db_index=False)
    revision = models.IntegerField()
    state = Choice(State, db_default=State.VALID.value)
    file = models.ForeignKey("core.File", models.PROTECT, related_name="+", db_index=False)
    sha256 = models.CharField(max_length=64)
    previous_sha256 = models.CharField(max_length=64, blank=True, db_default="")
    journal_sha256 = models.CharField(max_length=64)
    carried = loose("finance.Voucher", null=True)
    run = loose("core.Run")
    superseded_run = loose("core.Run", null=True)
    reason = models.CharField(_("why opened again"), max_length=240, blank=True, db_default="")

    class Meta:
        verbose_name = _("close report")
        verbose_name_plural = _("close reports")
        constraints = [
            models.UniqueConstraint(fields=["company", "close", "revision"], name="finance_closereport_revision"),
            models.UniqueConstraint(
                fields=["company", "close"], name="finance_closereport_valid", condition=Q(state="valid")
            ),
            models.CheckConstraint(
                condition=Q(state="valid", reason="") | Q(state="superseded") & ~Q(reason=""),
                name="finance_closereport_reason",
            ),
        ]
