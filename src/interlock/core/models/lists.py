"""Lists that people keep themselves: entries of dictionaries, parameters of companies, regions."""

from __future__ import annotations

from typing import Any

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..fields import Choice, Named, Owned, master
from ..parameters import BY_CODE, fault_of
from ..ruled import Ruled


@pghistory.track()
class DictionaryEntry(Named):
    """A code of a list that is data: the dictionary it belongs to, its place there, and whether it may be chosen."""

    dictionary = models.CharField(_("dictionary"), max_length=40)
    code = models.CharField(_("code"), max_length=40)
    ordinal = models.PositiveSmallIntegerField(_("place"), default=0)
    is_active = models.BooleanField(_("may be chosen"), default=True)

    class Meta:
        verbose_name = _("entry of a dictionary")
        verbose_name_plural = _("entries of dictionaries")
        ordering = ["dictionary", "ordinal", "code"]
        constraints = [models.UniqueConstraint(fields=["dictionary", "code"], name="core_dictionaryentry_code")]


@pghistory.track()
class Region(Ruled, Named):
    """A country, province, city or district, in a tree; its code is the official one."""

    class Level(models.TextChoices):
        COUNTRY = "country", _("country")
        PROVINCE = "province", _("province")
        CITY = "city", _("city")
        DISTRICT = "district", _("district")

    code = models.CharField(_("code"), max_length=12, unique=True)
    level = Choice(Level, verbose_name=_("level"))
    parent = master("self", null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level="country", parent__isnull=True) | Q(parent__isnull=False) & ~Q(level="country"),
                name="core_region_tree",
                violation_error_message=_("A country belongs to nothing, everything else to a region above it."),
            )
        ]


@pghistory.track()
class Parameter(Owned):
    """A number, a text or a choice that a company decides; what has no row stands at what is declared for all."""

    code = models.CharField(_("parameter"), max_length=40)
    value = models.CharField(_("value"), max_length=200)

    class Meta:
        verbose_name = _("parameter")
        verbose_name_plural = _("parameters")
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["company", "code"], name="core_parameter_once")]

    def clean_fields(self, exclude: Any = None) -> None:
        """Check the value against what is declared of the parameter, in whatever way it comes in."""
        super().clean_fields(exclude)
        if self.code not in BY_CODE:
            raise ValidationError({"code": _("There is no such parameter.")})
        if said := fault_of(self.code, self.value):
            raise ValidationError({"value": said})

    def __str__(self) -> str:
        return f"{self.code}: {self.value}"
