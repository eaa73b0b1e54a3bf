"""How programs come in: tokens of persons, and how fast each caller calls."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .organisation import User


@pghistory.track(exclude=["secret_hash", "last_used_at"])
class ApiToken(models.Model):
    """A secret that calls the interface in a person's name; only its hash is kept.

    ``permissions`` and ``companies`` narrow what the person may do, empty means all of it; nothing widens it.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="tokens")
    name = models.CharField(_("name"), max_length=80)
    prefix = models.CharField(_("begins with"), max_length=12, unique=True)
    secret_hash = models.CharField(max_length=64)
    permissions = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    companies = ArrayField(models.BigIntegerField(), default=list, blank=True)
    calls_a_minute = models.PositiveIntegerField(_("calls a minute"), null=True, blank=True)
    created_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField(_("expires at"))
    last_used_at = models.DateTimeField(_("last used"), null=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True)

    class Meta:
        verbose_name = _("API token")
        verbose_name_plural = _("API tokens")
        permissions = [("manage_tokens", _("See and revoke other persons' API tokens"))]

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"


class CallRate(models.Model):
    """When the allowance of a caller is whole again; unlogged, because after a crash everybody may begin anew."""

    caller = models.CharField(primary_key=True, max_length=64)
    whole_at = models.DateTimeField()

    class Meta:
        verbose_name = _("call rate")
        verbose_name_plural = _("call rates")
