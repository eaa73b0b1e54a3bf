"""Fields that a company adds to its documents and masters, the values they hold, and what was before."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..fields import Choice, Ledger, Named, Owned, loose


@pghistory.track()
class CustomField(Owned, Named):
    """A field of one's own on a kind of document or master: what it holds, and from when on it must be filled.

    A field that has values keeps its type; one that is not wanted any more is retired, its values stay.
    """

    class Type(models.TextChoices):
        TEXT = "text", _("text")
        NUMBER = "number", _("number")
        DATE = "date", _("date")
        YES_NO = "yes_no", _("yes or no")
        CHOICE = "choice", _("choice from a list")
        LINK = "link", _("link to a master")

    kind = models.CharField(_("kind"), max_length=24)
    code = models.CharField(_("code"), max_length=40)
    type = Choice(Type, verbose_name=_("type"))
    scale = models.PositiveSmallIntegerField(_("decimals"), default=0)
    choices = models.JSONField(_("choices"), default=list, blank=True)
    target = models.CharField(_("links to"), max_length=24, blank=True)
    is_required = models.BooleanField(_("required"), default=False)
    required_from = models.CharField(_("required from state"), max_length=24, blank=True)
    is_searchable = models.BooleanField(_("searchable"), default=False)
    place = models.PositiveSmallIntegerField(_("order"), default=10)
    is_retired = models.BooleanField(_("retired"), default=False)

    class Meta:
        verbose_name = _("custom field")
        verbose_name_plural = _("custom fields")
        permissions = [("set_custom_fields", _("Fill custom fields of documents"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "kind", "code"], name="core_customfield_code"),
            models.CheckConstraint(condition=Q(code__regex=r"^[a-z][a-z0-9_]*$"), name="core_customfield_plain"),
            models.CheckConstraint(condition=Q(scale__lte=6), name="core_customfield_scale"),
        ]


class CustomValues(Owned):
    """What the fields of one document or master hold; there is no row where nothing is filled."""

    company = loose("core.Company")
    kind = models.CharField(max_length=24)
    document_id = models.BigIntegerField()
    content = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("custom values")
        verbose_name_plural = _("custom values")
        constraints = [
            models.UniqueConstraint(fields=["company", "kind", "document_id"], name="core_customvalues_document"),
        ]
        indexes = [GinIndex(fields=["content"], opclasses=["jsonb_path_ops"], name="core_customvalues_content")]


class CustomChange(Ledger):
    """What a field held before it was changed, and since: the run knows who, when and through which door."""

    kind = models.CharField(max_length=24)
    document_id = models.BigIntegerField()
    code = models.CharField(max_length=40)
    was = models.JSONField(null=True)
    now = models.JSONField(null=True)
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("change of a custom field")
        verbose_name_plural = _("changes of custom fields")
        indexes = [models.Index(fields=["company", "document_id"], name="core_customchange_document")]
