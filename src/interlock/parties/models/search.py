"""What parties are found by. The database keeps it beside each party, whoever writes the party and how."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .party import Party


class PartySearch(models.Model):
    """A party's code, name, credit code and phone in small letters, and how its Chinese name is spelled.

    A trigger writes ``words`` with the party and empties ``spelling``, which ``spell_parties`` fills before it is read.
    """

    party = models.OneToOneField(Party, models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="+")
    name = models.TextField()
    words = models.TextField()
    spelling = models.TextField(null=True)

    class Meta:
        verbose_name = _("spelling of a party")
        verbose_name_plural = _("spellings of parties")
        indexes = [
            GinIndex(OpClass(F("words"), name="gin_trgm_ops"), name="parties_partysearch_words"),
            GinIndex(OpClass(F("spelling"), name="gin_trgm_ops"), name="parties_search_spelling"),
            models.Index(fields=["party"], name="parties_partysearch_unspelt", condition=Q(spelling__isnull=True)),
        ]
