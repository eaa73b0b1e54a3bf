"""Signing in: who came or was turned away, and who must show a second factor."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.contrib.auth.models import Group
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..fields import Choice, Owned, loose


class LoginEntry(models.Model):
    """One thing that happened at the door: nothing changes it; the worker forgets it when its time is over."""

    class What(models.TextChoices):
        SIGNED_IN = "signed_in", _("signed in")
        WRONG_PASSWORD = "wrong_password", _("wrong password")
        LOCKED_OUT = "locked_out", _("locked out")
        UNLOCKED = "unlocked", _("unlocked")
        UNKNOWN_PERSON = "unknown_person", _("person not known here")
        SIGNED_OUT = "signed_out", _("signed out")
        SESSIONS_ENDED = "sessions_ended", _("sessions ended")
        WRONG_CODE = "wrong_code", _("wrong code of the second factor")
        CODE_USED = "code_used", _("second factor shown")
        FACTOR_ON = "factor_on", _("second factor switched on")
        FACTOR_OFF = "factor_off", _("second factor switched off")
        CODES_MADE = "codes_made", _("recovery codes made")
        PASSWORD_CHANGED = "password_changed", _("password changed")

    id = models.BigAutoField(primary_key=True)
    what = Choice(What)
    user = loose("core.User", null=True)
    name = models.CharField(max_length=150)
    by = loose("core.User", null=True)
    method = models.CharField(max_length=24, blank=True)
    door = models.CharField(max_length=16)
    address = models.GenericIPAddressField(null=True)
    user_agent = models.CharField(max_length=160, blank=True)
    happened_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("login entry")
        verbose_name_plural = _("login log")
        permissions = [
            ("manage_sign_ins", _("Unlock sign-ins and take away lost second factors")),
            ("read_logs", _("Read the logs of sign-in and of operations, and the seals")),
        ]
        triggers = [pgtrigger.Protect(name="no_update", operation=pgtrigger.Update)]
        indexes = [models.Index(fields=["user", "id"], name="core_loginentry_user")]


@pghistory.track()
class SecondFactorRule(Owned):
    """Who must show a second factor: everybody in the company, or those who hold a role there."""

    role = models.ForeignKey(
        Group, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("role"), db_index=False
    )

    class Meta:
        verbose_name = _("rule of the second factor")
        verbose_name_plural = _("rules of the second factor")
        constraints = [
            models.UniqueConstraint(fields=["company", "role"], name="core_secondfactorrule_once", nulls_distinct=False)
        ]

    def __str__(self) -> str:
        return f"{self.company} · {self.role or _('everybody')}"


@pghistory.track()
class Retention(models.Model):
    """For how many days a log is kept; a log without a row is kept for as long as ``logs.DAYS`` says."""

    class Log(models.TextChoices):
        LOGINS = "logins", _("login log")
        INTERFACE = "interface", _("interface log")
        REQUESTS = "requests", _("requests of the operation log")
        VERDICTS = "verdicts", _("answers of operations")

    log = models.CharField(_("log"), max_length=24, primary_key=True, choices=Log.choices)
    days = models.PositiveIntegerField(_("days kept"))

    class Meta:
        verbose_name = _("retention of a log")
        verbose_name_plural = _("retention of logs")

    def __str__(self) -> str:
        return f"{self.log} · {self.days}"
