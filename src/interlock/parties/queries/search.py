"""Keeping the spellings of parties. What reads parties_partysearch calls this first."""

from __future__ import annotations

from interlock.core.spelling import spell_new
from interlock.core.sql import blocks

SQL = blocks(__file__)


def spell_parties() -> int:
    """Spell the names of parties written since, and answer how many."""
    return spell_new(SQL)
