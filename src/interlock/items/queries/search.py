"""Keeping the spellings of items. What reads items_itemsearch calls this first."""

from __future__ import annotations

from interlock.core.spelling import spell_new
from interlock.core.sql import blocks

SQL = blocks(__file__)


def spell_items() -> int:
    """Spell the names of items written since, and answer how many."""
    return spell_new(SQL)
