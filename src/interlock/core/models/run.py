"""What was done: runs of operations, their verdicts, timelines, work sets, counters, periods, files."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..fields import Choice, Ledger, Owned, document_id, loose


class Run(Owned):
    """One call of an operation: its key, who, when, through which door, and how many got which code.

    A repeat of the key with the same arguments answers from here; with others it is refused.
    """

    id = models.BigAutoField(primary_key=True)
    company = loose("core.Company")
    key = models.UUIDField()
    operation = models.CharField(max_length=80)
    arguments_hash = models.CharField(max_length=64)
    actor = loose("core.User", null=True)
    door = models.CharField(max_length=16)
    counts = models.JSONField(default=dict)
    started_at = models.DateTimeField(db_default=Now())
    duration_ms = models.IntegerField(null=True)

    class Meta:
        verbose_name = _("run")
        verbose_name_plural = _("runs")
        permissions = [("watch_worker", _("See the worker and run its jobs"))]
        constraints = [models.UniqueConstraint(fields=["company", "key"], name="core_run_key")]


class Verdict(models.Model):
    """The answer to one id of a run where it was not ``done``; kept 90 days for a repeat of the key."""

    id = models.BigAutoField(primary_key=True)
    company = loose("core.Company")
    run = models.ForeignKey(Run, models.CASCADE, related_name="verdicts")
    document_id = models.BigIntegerField()
    code = models.CharField(max_length=40)
    detail = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")


class Timeline(Ledger):
    """What a run said of the documents whose ids share a bucket of 128: the run knows who, when, through which door.

    ``core_timeline_of(company, documents)`` answers a row an operation and document. Documents that are worked
    together were mostly made together, so a set of 5,000 leaves 40 rows and not 5,000.
    """

    bucket = models.BigIntegerField()
    run = loose("core.Run")
    code = models.CharField(max_length=40)
    documents = ArrayField(models.BigIntegerField())

    class Meta(Ledger.Meta):
        verbose_name = _("timeline entry")
        verbose_name_plural = _("timeline")
        indexes = [models.Index(fields=["company", "bucket"], name="core_timeline_bucket")]


class DocumentVersion(Ledger):
    """What a document was before it was changed: its fields and lines under the version they had."""

    kind = models.CharField(max_length=24)
    document_id = models.BigIntegerField()
    version = models.IntegerField()
    snapshot = models.JSONField()
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("document version")
        verbose_name_plural = _("document versions")
        indexes = [models.Index(fields=["company", "document_id"], name="core_documentversion_document")]


class Work(models.Model):
    """One chunk of a work set above 5,000, written down before it is worked; a poison row is a chunk of its own."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DONE = "done", _("done")
        SET_ASIDE = "set_aside", _("set aside")

    id = models.BigAutoField(primary_key=True)
    company = loose("core.Company")
    key = models.UUIDField()
    number = models.IntegerField()
    document_ids = ArrayField(models.BigIntegerField())
    state = Choice(State, db_default=State.WAITING.value)

    class Meta:
        verbose_name = _("work")
        verbose_name_plural = _("work")
        constraints = [models.UniqueConstraint(fields=["company", "key", "number"], name="core_work_chunk")]


class Counter(models.Model):
    """The last number given, per company, kind of document and month; a gapless number is taken as the last lock."""

    company = loose("core.Company")
    kind = models.CharField(max_length=12)
    month = models.DateField()
    last_number = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("counter")
        verbose_name_plural = _("counters")
        constraints = [models.UniqueConstraint(fields=["company", "kind", "month"], name="core_counter_key")]


class Module(models.TextChoices):
    SALES = "sales", _("sales")
    PURCHASING = "purchasing", _("purchasing")
    STOCK = "stock", _("stock")
    PRODUCTION = "production", _("production")
    FINANCE = "finance", _("finance")


class Period(Owned):
    """A month of a company's module, open or closed; a month without a row is closed."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    module = Choice(Module)
    month = models.DateField()
    state = Choice(State, default=State.OPEN)

    class Meta:
        verbose_name = _("period")
        verbose_name_plural = _("periods")
        permissions = [("close_periods", _("Close and open periods"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "module", "month"], name="core_period_key"),
        ]


class File(Owned):
    """A file kept as it came, under the hash of its content, below ``FILES_ROOT``."""

    id = document_id()
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    size_bytes = models.BigIntegerField()
    run = loose("core.Run", null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        constraints = [models.UniqueConstraint(fields=["company", "sha256"], name="core_file_hash")]

    def __str__(self) -> str:
        return self.name
