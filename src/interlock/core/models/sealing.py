"""The seals of the audit trail: a chain, each signed, each over the rows that were decided since the one before."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..fields import AppendOnly, Choice, loose


class Seal(AppendOnly):
    """A link of the chain: ``hash`` is over the hash before and all parts, ``signature`` over the hash.

    ``reach`` is the oldest transaction that ran when it was made, ``next`` the one that would have come next: what an
    older transaction wrote is decided, and once ``next`` is older than the oldest, nothing can come between any more.
    """

    class Kind(models.TextChoices):
        ROWS = "rows", _("rows sealed")
        PRUNED = "pruned", _("rows let go")

    kind = Choice(Kind)
    previous_hash = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64)
    signature = models.CharField(max_length=88)
    public_key = models.CharField(max_length=44)
    reach = models.BigIntegerField()
    next = models.BigIntegerField()
    made_at = models.DateTimeField()

    class Meta(AppendOnly.Meta):
        verbose_name = _("seal")
        verbose_name_plural = _("seals")
        constraints = [models.CheckConstraint(condition=Q(hash__regex="^[0-9a-f]{64}$"), name="core_seal_hash")]


class SealPart(AppendOnly):
    """What a seal says of one table: exactly these ids, these columns, this hash; eight bytes a row name what differs.

    ``ids`` is an ``int8multirange``; ``above`` and ``top`` are the highest id sealed before and now.
    """

    seal = loose("core.Seal")
    source = models.CharField(max_length=63)
    columns = models.TextField()
    ids = models.TextField()
    above = models.BigIntegerField()
    top = models.BigIntegerField()
    rows = models.IntegerField()
    hash = models.CharField(max_length=64)
    marks = models.BinaryField()

    class Meta(AppendOnly.Meta):
        verbose_name = _("part of a seal")
        verbose_name_plural = _("parts of seals")
        indexes = [
            models.Index(fields=["source", "id"], name="core_sealpart_source"),
            models.Index(fields=["seal"], name="core_sealpart_seal"),
        ]
