"""Long work a person asked for, what of it was rejected, and the views of lists that people keep."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..fields import Choice, Owned, loose


class Job(Owned):
    """Long work a person asked for: what, how far it is, what came of it, and the file it made."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        STOPPED = "stopped", _("stopped")

    key = models.UUIDField()
    kind = models.CharField(max_length=40)
    arguments = models.JSONField(default=dict)
    actor = loose("core.User")
    language = models.CharField(max_length=10, default="en")
    state = Choice(State, db_default=State.WAITING.value)
    attempts = models.PositiveSmallIntegerField(db_default=0)
    total = models.IntegerField(null=True)
    succeeded = models.IntegerField(db_default=0)
    failed = models.IntegerField(db_default=0)
    code = models.CharField(max_length=40, blank=True, db_default="")
    file_name = models.CharField(max_length=120, blank=True, db_default="")
    size_bytes = models.BigIntegerField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = [models.UniqueConstraint(fields=["company", "key"], name="core_job_key")]
        indexes = [
            models.Index(fields=["actor", "id"], name="core_job_mine"),
            models.Index(fields=["id"], name="core_job_to_do", condition=Q(state__in=["waiting", "running"])),
        ]


class JobRejection(models.Model):
    """What a job could not do with one document, and why."""

    id = models.BigAutoField(primary_key=True)
    company = loose("core.Company")
    job = models.ForeignKey(Job, models.CASCADE, related_name="rejections", db_index=False)
    document_id = models.BigIntegerField()
    code = models.CharField(max_length=40)
    detail = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("rejection of a job")
        verbose_name_plural = _("rejections of jobs")
        constraints = [
            models.UniqueConstraint(fields=["company", "job", "document_id"], name="core_jobrejection_once"),
        ]


class SavedView(Owned):
    """A list as someone left it, under a name: its filters and columns as they stand in the address."""

    user = models.ForeignKey("core.User", models.CASCADE, related_name="+", db_index=False)
    list_code = models.CharField(max_length=40)
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=1000, blank=True)
    is_shared = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        constraints = [
            models.UniqueConstraint(fields=["company", "list_code", "user", "name"], name="core_savedview_name"),
        ]


class DefaultView(Owned):
    """The view a list opens with for one person; it may be a colleague's shared one."""

    user = models.ForeignKey("core.User", models.CASCADE, related_name="+", db_index=False)
    list_code = models.CharField(max_length=40)
    view = models.ForeignKey(SavedView, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("default view")
        verbose_name_plural = _("default views")
        constraints = [
            models.UniqueConstraint(fields=["company", "list_code", "user"], name="core_defaultview_once"),
        ]
