"""Who we are: the group, its companies, their departments and shops, users and what they may do where."""

from __future__ import annotations

import pghistory
from django.contrib.auth.models import AbstractUser, Group
from django.db import models
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from ..fields import Choice, Named, Owned, master
from ..ruled import Ruled


class Currency(Named):
    """A currency; amounts in it have ``minor_units`` decimals (ISO 4217)."""

    code = models.CharField(primary_key=True, max_length=3)
    minor_units = models.PositiveSmallIntegerField(default=2)

    class Meta:
        verbose_name = _("currency")
        verbose_name_plural = _("currencies")


@pghistory.track()
class Company(Ruled, Named):
    """A legal entity with books of its own; its time zone decides which day a moment belongs to."""

    settled = ("currency", "year_starts")

    code = models.CharField(max_length=12, unique=True)
    currency = master("core.Currency")
    time_zone = models.CharField(max_length=40, default="Asia/Shanghai")
    country = models.CharField(max_length=2, default="CN")
    year_starts = models.PositiveSmallIntegerField(
        _("month in which a year of its books begins"), choices=list(MONTHS.items()), default=1, db_default=1
    )
    uscc = models.CharField(max_length=18, blank=True)
    parent = master("self", null=True, blank=True)

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=models.Q(year_starts__range=(1, 12)), name="core_company_year_starts"),
        ]


@pghistory.track()
class Unit(Ruled, Owned, Named):
    """A part of a company that results are measured by: a department or a shop."""

    class Kind(models.TextChoices):
        DEPARTMENT = "department", _("department")
        SHOP = "shop", _("shop")

    kind = Choice(Kind)
    code = models.CharField(max_length=24)
    parent = master("self", null=True, blank=True)

    class Meta:
        verbose_name = _("organisation unit")
        verbose_name_plural = _("organisation units")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["company", "code"], name="core_unit_code"),
        ]


class Partner(models.TextChoices):
    """What a person who is not ours is to us; such a person sees their own party only."""

    SUPPLIER = "supplier", _("supplier")
    DISTRIBUTOR = "distributor", _("distributor")
    OUTLET = "outlet", _("outlet")
    FORWARDER = "forwarder", _("forwarder")
    DRIVER = "driver", _("driver")
    CUSTOMER = "customer", _("customer")


class User(AbstractUser):
    """A person who signs in; what they may do is said by their memberships. ``partner`` is empty for our own people."""

    language = models.CharField(max_length=10, default="zh-hans", choices=[("en", "English"), ("zh-hans", "简体中文")])
    company = models.ForeignKey(Company, models.SET_NULL, null=True, blank=True, related_name="+")
    partner = models.CharField(_("partner"), max_length=24, blank=True, default="", choices=Partner.choices)

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(partner="") | models.Q(is_superuser=False, is_staff=False), name="core_user_partner"
            )
        ]


@pghistory.track()
class Membership(Owned):
    """A role a user holds in one company, for some days or for good; its permissions count there only."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    role = models.ForeignKey(Group, models.CASCADE, related_name="+")
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("no longer valid from"), null=True, blank=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["company", "user", "role"], name="core_membership_once"),
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gt=models.F("valid_from")),
                name="core_membership_days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.role} · {self.company}"
