"""From the text of a cell to a value: what people and their spreadsheets write, nothing that is only nearly right."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from interlock.core.decoding import UNREAD

from .declared import EMPTY, Fault, ImportColumn

FIRST_YEAR, LAST_YEAR = 1990, 2199
#: Text that is read further than this is too long in any column.
MOST_TEXT = 32_767
YES, NO = frozenset({"1", "yes", "y", "true", "是", "对", "√"}), frozenset({"0", "no", "n", "false", "否", "×"})
#: What a spreadsheet shows where it could not compute.
ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?|(\d{4})(\d{2})(\d{2})")
_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?|[+-]?\.\d+")
#: Stands for a cell that empties its field.
NOTHING: Any = object()


class Wrong(Exception):  # noqa: N818  no error of ours: the cell is wrong
    """A cell that cannot be read: why, as a code."""


def clean(text: str | None) -> str:
    """Answer a cell without control characters and outer spaces, and without the apostrophe that keeps formulas."""
    if not text:
        return ""
    made = " ".join(_CONTROLS.sub(" ", text[: MOST_TEXT + 1]).split(" ")).strip()
    return made[1:] if made[:1] == "'" and made[1:2] in ("=", "+", "-", "@") else made


def read(column: ImportColumn, text: str) -> Any:
    """Read a cell that is not empty; raises ``Wrong`` with the code of what is wrong."""
    if text in EMPTY:
        return NOTHING
    if UNREAD in text:
        raise Wrong("unread_characters")
    if text in ERRORS:
        raise Wrong("formula_error")
    return READERS[column.type](column, text)


def fault_of(column: ImportColumn, text: str, code: str) -> Fault:
    return Fault(code, column.code, text)


def _text(column: ImportColumn, text: str) -> str:
    if len(text) > (column.longest or MOST_TEXT):
        raise Wrong("too_long")
    return text


def _figure(text: str) -> Decimal:
    plain = unicodedata.normalize("NFKC", text).replace(" ", "").strip("¥$€")
    if len(plain) > 40 or not plain.isascii() or not _NUMBER.fullmatch(plain):
        raise Wrong("bad_number")
    try:
        return Decimal(plain.replace(",", ""))
    except InvalidOperation as error:
        raise Wrong("bad_number") from error


def _whole(column: ImportColumn, text: str) -> int:
    value = _figure(text)
    if value != value.to_integral_value():
        raise Wrong("bad_number")
    if not 0 <= value <= (column.most or 2**31 - 1):
        raise Wrong("out_of_range")
    return int(value)


def _number(column: ImportColumn, text: str) -> Decimal:
    value = _figure(text)
    if column.digits:
        digits, places = column.digits
        if value != round(value, places):
            raise Wrong("too_many_decimals")
        if abs(value) >= Decimal(10) ** (digits - places):
            raise Wrong("out_of_range")
    return value


def _yes_no(_column: ImportColumn, text: str) -> bool:
    plain = text.casefold()
    if plain not in YES and plain not in NO:
        raise Wrong("bad_yes_no")
    return plain in YES


def _day(_column: ImportColumn, text: str) -> date:
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", text))
    if not found:
        raise Wrong("bad_day")
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        made = date(year, month, day)
    except ValueError as error:
        raise Wrong("bad_day") from error
    if not FIRST_YEAR <= made.year <= LAST_YEAR:
        raise Wrong("bad_day")
    return made


def same_day(text: str) -> str:
    """Answer a day as it is kept, or the text of what is none: for gathering rows."""
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", text))
    return "-".join(part.zfill(2) for part in found.groups() if part is not None) if found else text


def _choice(column: ImportColumn, text: str) -> str:
    if text.casefold() not in column.chosen:
        raise Wrong("not_a_choice")
    return column.chosen[text.casefold()]


def _list(_column: ImportColumn, text: str) -> list[str]:
    return [part for part in re.split(r"[,;，；、\s]+", text) if part]  # noqa: RUF001 - as it is typed in Chinese


READERS: dict[str, Any] = {
    "text": _text, "link": _text, "moment": _text, "whole": _whole, "number": _number, "yes_no": _yes_no, "day": _day,
    "choice": _choice, "list": _list,
}  # fmt: skip
