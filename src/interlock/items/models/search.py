"""What items are found by. The database keeps it beside each item, whoever writes the item and how."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .item import Item


class ItemSearch(models.Model):
    """An item's code, names and barcode in small letters, and how its Chinese name is spelled.

    A trigger writes ``words`` with the item and empties ``spelling``, which ``spell_items`` fills before it is read.
    """

    item = models.OneToOneField(Item, models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="+")
    name = models.TextField()
    words = models.TextField()
    spelling = models.TextField(null=True)

    class Meta:
        verbose_name = _("spelling of an item")
        verbose_name_plural = _("spellings of items")
        indexes = [
            GinIndex(OpClass(F("words"), name="gin_trgm_ops"), name="items_itemsearch_words"),
            GinIndex(OpClass(F("spelling"), name="gin_trgm_ops"), name="items_itemsearch_spelling"),
            models.Index(fields=["item"], name="items_itemsearch_unspelt", condition=Q(spelling__isnull=True)),
        ]
