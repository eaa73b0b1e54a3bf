"""The letters that numbers begin with: a code a kind of document unless a company decides otherwise.

A number is letters, month and a count without gaps: SO-2611-000042. A company's own letters are the parameter
``numbers.SO``; they hold from the next number on. The count of the month goes on, and what was numbered stays.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from .parameters import BY_CODE, Declared, declare

#: Whatever is a code here is no other kind's letters.
PREFIX = "numbers."


def declare_numbers(**titles: Any) -> None:
    """Say which codes a context numbers its documents by, and what these documents are."""
    for code, title in titles.items():
        declare(PREFIX + code, title, "text", code, fits=_fits)


def _fits(declared: Declared, letters: str) -> bool:
    """Two to eight capital letters that no other kind begins with."""
    others = {known.default for code, known in BY_CODE.items() if code.startswith(PREFIX)} - {declared.default}
    plain = letters.isascii() and letters.isalpha() and letters.isupper() and 2 <= len(letters) <= 8
    return plain and letters not in others


declare_numbers(AR=_("Numbers of access reviews begin with"))
