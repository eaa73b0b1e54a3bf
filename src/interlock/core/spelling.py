"""How Chinese names are spelled: pinyin in full and by its initials, for finding what somebody types."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from .sql import Block, rows, run

CHUNK = 2_000


@cache
def _pinyin() -> Any:
    """Answer the library; it reads a large dictionary, so only when something is to be spelled."""
    import pypinyin

    return pypinyin


def spell(name: str) -> str:
    """Answer a name's pinyin without tones, in full and by initials: ``智能门锁 A3`` is ``zhinengmensuoa3 znmsa3``.

    What is not Chinese stays as it is; a name without Chinese has no spelling. Characters with several readings are
    read by the words they stand in.
    """
    if name.isascii():
        return ""
    library = _pinyin()
    full = "".join(library.lazy_pinyin(name))
    initials = "".join(library.lazy_pinyin(name, style=library.Style.FIRST_LETTER))
    return " ".join(joined(text) for text in (full, initials))


def joined(text: str) -> str:
    """Answer a text as spellings are compared: small letters without spaces."""
    return "".join(text.lower().split())


def spell_new(blocks: Mapping[str, Block]) -> int:
    """Spell the names written since, and answer how many; where none was, it costs one probe of an empty index.

    ``unspelt`` answers rows of id and name, ``spell`` keeps their spellings.
    """
    spelled = 0
    while found := rows(blocks["unspelt"], size=CHUNK):
        spelled += run(
            blocks["spell"],
            ids=[row.id for row in found],
            names=[row.name for row in found],
            spellings=[spell(row.name) for row in found],
        )
    return spelled
