"""What stands beside a document: files attached, comments; and what it is printed with: letterhead and templates."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..fields import Choice, Ledger, Owned, loose


class Attachment(Owned):
    """A file at a document. Taken away it stays as a fact: who, when, why; its content is kept."""

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=24)
    document_id = models.BigIntegerField()
    file = loose("core.File")
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=80)
    run = loose("core.Run")
    added_at = models.DateTimeField(db_default=Now())
    removed_run = loose("core.Run", null=True)
    removed_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=240, blank=True, db_default="")

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        permissions = [
            ("attach_files", _("Attach files to documents")),
            ("remove_attachments", _("Take attached files away")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["company", "document_id", "file"], name="core_attachment_once", condition=Q(removed_at=None)
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_run=None, reason="")
                | Q(removed_at__isnull=False, removed_run__isnull=False) & ~Q(reason=""),
                name="core_attachment_removed",
            ),
        ]
        indexes = [models.Index(fields=["company", "document_id"], name="core_attachment_document")]


class Comment(Ledger):
    """What a person said of a document, and whom they told of it; nobody changes it."""

    kind = models.CharField(max_length=24)
    document_id = models.BigIntegerField()
    text = models.CharField(max_length=2000)
    told = ArrayField(models.BigIntegerField(), default=list)
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        permissions = [("write_comments", _("Comment on documents"))]
        indexes = [models.Index(fields=["company", "document_id"], name="core_comment_document")]


class Letterhead(Ledger):
    """A picture that a company prints with; the latest of a part counts, one without a file takes it away."""

    class Part(models.TextChoices):
        LOGO = "logo", _("logo")
        STAMP = "stamp", _("stamp")

    part = Choice(Part)
    file = loose("core.File", null=True)
    media_type = models.CharField(max_length=80, blank=True)
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("letterhead")
        verbose_name_plural = _("letterheads")
        permissions = [("change_paper", _("Change logo, stamp and templates of paper"))]
        indexes = [models.Index(fields=["company", "part", "-id"], name="core_letterhead_latest")]


class PaperTemplate(Owned):
    """A company's own template of a form; the highest version counts, one without source goes back to ours."""

    id = models.BigAutoField(primary_key=True)
    form = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    source = models.TextField(blank=True)
    run = loose("core.Run")
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("paper template")
        verbose_name_plural = _("paper templates")
        constraints = [
            models.UniqueConstraint(fields=["company", "form", "version"], name="core_papertemplate_version")
        ]
