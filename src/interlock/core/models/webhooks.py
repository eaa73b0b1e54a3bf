"""What goes out: who wants to be told of which events, what happened, and each telling of it."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..fields import Choice, Owned, loose
from .organisation import User


@pghistory.track(exclude=["nonce", "old_nonce"])
class Webhook(Owned):
    """A subscription: the address that is told of these kinds of events of the company.

    The secret itself is kept nowhere: it follows from ``nonce`` and the installation's key. After a rotation the one
    before signs too until ``old_ends_at``.
    """

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        PAUSED = "paused", _("paused")
        OFF = "off", _("switched off")

    name = models.CharField(_("name"), max_length=80)
    url = models.CharField(_("address"), max_length=400)
    kinds = ArrayField(models.CharField(max_length=40))
    owner = models.ForeignKey(User, models.PROTECT, related_name="+", db_index=False)
    state = Choice(State, db_default=State.ACTIVE.value)
    off_reason = models.CharField(max_length=24, blank=True, db_default="")
    nonce = models.CharField(max_length=64)
    old_nonce = models.CharField(max_length=64, blank=True, db_default="")
    old_ends_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        permissions = [("manage_webhooks", _("Keep webhooks and send them again"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "name"], name="core_webhook_name"),
            models.CheckConstraint(condition=Q(kinds__len__gt=0), name="core_webhook_kinds"),
        ]

    def __str__(self) -> str:
        return self.name


class WebhookMessage(models.Model):
    """What happened: one row an operation call and kind of event, with the documents as they were numbered then.

    Written in the transaction of the operation, and only when somebody subscribes.
    """

    id = models.BigAutoField(primary_key=True)
    company = loose("core.Company")
    kind = models.CharField(max_length=40)
    run = loose("core.Run")
    documents = ArrayField(models.BigIntegerField())
    numbers = ArrayField(models.CharField(max_length=40))
    happened_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("webhook message")
        verbose_name_plural = _("webhook messages")
        indexes = [models.Index(fields=["happened_at"], name="core_webhookmessage_age")]


class WebhookDelivery(models.Model):
    """One part of a message for one subscription: how often it was tried, what came back, when it is tried next."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DELIVERED = "delivered", _("delivered")
        FAILED = "failed", _("failed")

    id = models.BigAutoField(primary_key=True)
    company = loose("core.Company")
    webhook = loose("core.Webhook")
    message = loose("core.WebhookMessage")
    part = models.PositiveSmallIntegerField()
    key = models.UUIDField(db_default=RandomUUID())
    state = Choice(State, db_default=State.WAITING.value)
    attempts = models.PositiveSmallIntegerField(db_default=0)
    first_tried_at = models.DateTimeField(null=True)
    next_try_at = models.DateTimeField(null=True, db_default=Now())
    lease_ends_at = models.DateTimeField(null=True)
    last_tried_at = models.DateTimeField(null=True)
    last_status = models.PositiveSmallIntegerField(null=True)
    fault = models.CharField(max_length=24, blank=True, db_default="")
    duration_ms = models.IntegerField(null=True)

    class Meta:
        verbose_name = _("webhook delivery")
        verbose_name_plural = _("webhook deliveries")
        indexes = [
            models.Index(
                fields=["company", "webhook", "next_try_at", "id"],
                name="core_webhookdelivery_due",
                condition=Q(state="waiting"),
            ),
            models.Index(fields=["company", "id"], name="core_webhookdelivery_list"),
            models.Index(fields=["message"], name="core_webhookdelivery_message"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="waiting") | Q(next_try_at__isnull=False), name="core_webhookdelivery_next"
            ),
        ]
