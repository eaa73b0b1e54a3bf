"""Unified social credit codes (GB 32100-2015), the identity of every domestic organisation.

Eighteen characters: who registered it, what kind it is, six digits of region, nine of the organisation, one check
character. Letters may stand in the first two places (A, N, Y … are real registrars); I, O, S, V and Z never occur. The
database proves the same with ``parties_uscc_valid``.
"""

from __future__ import annotations

import re
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_FORM = re.compile(rf"[{ALPHABET}]{{2}}[0-9]{{6}}[{ALPHABET}]{{10}}")
_VALUES = {character: value for value, character in enumerate(ALPHABET)}


def normalise(text: str) -> str:
    """Answer a code as it is stored: full-width made half-width, capitals, without spaces and dashes."""
    return re.sub(r"[\s\-]+", "", unicodedata.normalize("NFKC", text)).upper()


def check_character(body: str) -> str:
    """Answer the eighteenth character for the first seventeen."""
    total = sum(_VALUES[character] * weight for character, weight in zip(body[:17], WEIGHTS, strict=True))
    return ALPHABET[-total % 31]


def problem(code: str) -> str:
    """Answer what is wrong with a code: ``bad_length``, ``bad_characters``, ``bad_check``, or nothing."""
    if len(code) != 18:
        return "bad_length"
    if not _FORM.fullmatch(code):
        return "bad_characters"
    return "" if check_character(code[:17]) == code[17] else "bad_check"


def is_valid(code: str) -> bool:
    """Say whether a code, as it is stored, is a unified social credit code."""
    return not problem(code)
