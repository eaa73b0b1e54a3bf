"""What went in and out: one row a message of another system, one row a request that a person sent."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..fields import Choice, loose


class Message(models.Model):
    """A message as it came or went: its kind, the other side, how it ended, and both texts with what is private masked.

    ``reference`` is the number people know it by. ``original`` is the request as it came, under the installation's key,
    kept only as long as it may have to be taken in again. ``push_at`` is set while somebody wants it tried again.
    """

    class Direction(models.TextChoices):
        IN = "in", _("in")
        OUT = "out", _("out")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SUCCESS = "success", _("succeeded")
        FAILED = "failed", _("failed")
        STOPPED = "stopped", _("stopped")

    id = models.BigAutoField(primary_key=True)
    company = loose("core.Company")
    direction = Choice(Direction)
    door = models.CharField(max_length=16)
    kind = models.CharField(max_length=40)
    system = models.CharField(max_length=80, db_default="")
    reference = models.CharField(max_length=80, db_default="")
    document_kind = models.CharField(max_length=24, db_default="")
    document_id = models.BigIntegerField(null=True)
    state = Choice(State)
    tries = models.PositiveIntegerField(db_default=1)
    created_at = models.DateTimeField(db_default=Now())
    last_at = models.DateTimeField(null=True)
    remark = models.CharField(max_length=240, db_default="")
    actor = loose("core.User", null=True)
    token = loose("core.ApiToken", null=True)
    address = models.GenericIPAddressField(null=True)
    host = models.CharField(max_length=100, db_default="")
    method = models.CharField(max_length=8, db_default="")
    path = models.CharField(max_length=200, db_default="")
    query = models.CharField(max_length=400, db_default="")
    module = models.CharField(max_length=24, db_default="")
    operation = models.CharField(max_length=80, db_default="")
    runs = ArrayField(models.BigIntegerField(), db_default=[])
    status = models.PositiveSmallIntegerField(null=True)
    duration_ms = models.IntegerField(null=True)
    request_headers = models.JSONField(db_default={})
    request = models.TextField(db_default="")
    request_bytes = models.BigIntegerField(db_default=0)
    request_hash = models.CharField(max_length=64, db_default="")
    response_headers = models.JSONField(db_default={})
    response = models.TextField(db_default="")
    response_bytes = models.BigIntegerField(db_default=0)
    response_hash = models.CharField(max_length=64, db_default="")
    key = models.UUIDField(null=True)
    original = models.BinaryField(null=True)
    push_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        permissions = [
            ("push_messages", _("Push messages again and stop them")),
            ("keep_logs", _("Say how long logs are kept")),
        ]
        indexes = [
            models.Index(fields=["company", "id"], name="core_message_list"),
            models.Index(fields=["push_at"], name="core_message_push", condition=Q(push_at__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "key"], name="core_message_key"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "stopped"]) | Q(last_at__isnull=False), name="core_message_ended"
            ),
        ]
