"""Keeping the spellings of items. What reads items_itemsearch calls this first."""

from __future__ import annotations

from interlock.core.spelling import spell
from interlock.core.sql import blocks, rows, run

SQL = blocks(__file__)
CHUNK = 2_000


def spell_items() -> int:
    """Spell the names written since, and answer how many; where none was, it costs one probe of an empty index."""
    spelled = 0
    while found := rows(SQL["unspelt"], size=CHUNK):
        spelled += run(
            SQL["spell"],
            ids=[row.id for row in found],
            names=[row.name for row in found],
            spellings=[spell(row.name) for row in found],
        )
    return spelled
