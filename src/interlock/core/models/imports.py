"""Files people bring: what came of each, the rows that were not taken in, and which heading means which column."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..fields import Choice, Owned, loose


class Import(Owned):
    """A file of one kind: judged, then taken in; the same file of the same kind is the same import.

    ``position`` says how many of its rows (in the order they are worked) are through in the pass that runs: it moves
    in the transaction that writes them, so a killed worker goes on exactly behind the last row that was written.
    """

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("uploaded")
        CHECKING = "checking", _("being checked")
        CHECKED = "checked", _("checked")
        TAKING = "taking", _("being taken in")
        TAKEN = "taken", _("taken in")
        REFUSED = "refused", _("refused")

    kind = models.CharField(max_length=40)
    file = models.ForeignKey("core.File", models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=255)
    actor = loose("core.User", null=True)
    door = models.CharField(max_length=16)
    mapping = models.JSONField(default=dict)
    unknown = models.JSONField(default=list)
    state = Choice(State, db_default=State.UPLOADED.value)
    job = loose("core.Job", null=True)
    attempt = models.PositiveIntegerField(db_default=0)
    position = models.PositiveIntegerField(db_default=0)
    total = models.PositiveIntegerField(null=True)
    succeeded = models.PositiveIntegerField(db_default=0)
    failed = models.PositiveIntegerField(db_default=0)
    counts = models.JSONField(default=dict)
    code = models.CharField(max_length=40, blank=True, db_default="")
    detail = models.JSONField(default=dict)
    rejected_file = models.ForeignKey("core.File", models.PROTECT, null=True, related_name="+", db_index=False)
    created_at = models.DateTimeField(db_default=Now())
    taken_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        constraints = [models.UniqueConstraint(fields=["company", "kind", "file"], name="core_import_once")]
        indexes = [models.Index(fields=["company", "id"], name="core_import_list")]


class ImportRejection(models.Model):
    """A row (from 1, without the headings) that was not taken in: the first reason, and all of them."""

    id = models.BigAutoField(primary_key=True)
    company = loose("core.Company")
    document = models.ForeignKey(Import, models.CASCADE, related_name="rejections", db_index=False)
    attempt = models.PositiveIntegerField()
    row = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    field = models.CharField(max_length=64, blank=True)
    faults = models.JSONField(default=list)

    class Meta:
        verbose_name = _("row not taken in")
        verbose_name_plural = _("rows not taken in")
        constraints = [
            models.UniqueConstraint(fields=["company", "document", "row"], name="core_importrejection_once"),
        ]


class ImportMapping(Owned):
    """What a person said of headings nobody knew: heading → column, for one kind."""

    user = models.ForeignKey("core.User", models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=40)
    columns = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("mapping of headings")
        verbose_name_plural = _("mappings of headings")
        constraints = [
            models.UniqueConstraint(fields=["company", "user", "kind"], name="core_importmapping_once"),
        ]
