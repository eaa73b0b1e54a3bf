"""A company's own fields as columns of its files: read, judged and filled with the rows they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import get_language

from interlock.core.api import (
    CUSTOMISED,
    Actor,
    CustomField,
    custom_fields,
    custom_values,
    faults_of_values,
    set_custom_fields,
)

from . import cells
from .declared import Fault, ImportColumn

PREFIX = "own_"
FILL = "core.set_custom_fields"
_TYPES: dict[str, Any] = {"number": "number", "date": "day", "yes_no": "yes_no", "choice": "choice"}


def _spoken(english: str, chinese: str) -> str:
    return chinese if (get_language() or "en").startswith("zh") else english


_word = lazy(_spoken, str)


def own_columns(kind: str, company: int) -> tuple[ImportColumn, ...]:
    """Answer the own fields of a kind as columns, their codes with a prefix."""
    return tuple(_column(field) for field in custom_fields(company, kind))


def _column(field: CustomField) -> ImportColumn:
    return ImportColumn(
        f"{PREFIX}{field.code}",
        _word(field.name_en, field.name_zh),
        _TYPES.get(field.type, "text"),
        required=field.is_required and not field.required_from,
        longest=400 if field.type == "text" else None,
        digits=(14 + field.scale, field.scale) if field.type == "number" else None,
        choices=tuple(
            (one["code"], _word(one.get("en") or one["code"], one.get("zh") or one["code"])) for one in field.choices
        ),
        nullable=True,
    )


class OwnValues:
    """What the rows of a set say of own fields, by row; nothing is asked of the database for kinds without any."""

    def __init__(self, kind: str, company: int, by: Actor) -> None:
        self.kind, self.company, self.by = kind, company, by
        self.columns = own_columns(kind, company) if kind else ()
        self.given: dict[int, dict[str, str | None]] = {}

    def read(self, number: int, row: Mapping[str, str]) -> list[Fault]:
        """Read what a row says; answers what is wrong with its cells."""
        faults, found = [], dict[str, str | None]()
        for column in self.columns:
            if not (text := row.get(column.code, "")):
                continue
            try:
                found[column.code.removeprefix(PREFIX)] = _kept(cells.read(column, text))
            except cells.Wrong as wrong:
                faults.append(Fault(str(wrong), column.code, text))
        if found:
            self.given[number] = found
            if not self._may():
                faults.append(Fault("not_permitted", PREFIX + next(iter(found))))
        return faults

    def _may(self) -> bool:
        permissions = CUSTOMISED[self.kind].permissions
        return self.by.may(FILL, self.company) and any(self.by.may(one, self.company) for one in permissions)

    def faults(self, known: Mapping[int, int | None]) -> dict[int, Fault]:
        """Judge rows before they are written; ``known`` are the rows with what each changes, None for a new one."""
        if not self.columns:
            return {}
        asked = {n: self.given.get(n, {}) for n, one in known.items() if one is None or n in self.given}
        kept = custom_values(self.company, self.kind, [one for n in asked if (one := known[n]) is not None])
        was = {n: kept.get(one, {}) if (one := known[n]) is not None else {} for n in asked}
        judged = faults_of_values(self.company, self.kind, asked, was)
        return {n: self._fault(n, answer) for n, answer in judged.items()}

    def _fault(self, number: int, answer: Any) -> Fault:
        code = str(answer.detail.get("field", ""))
        value = self.given.get(number, {}).get(code) or ""
        return Fault("missing_value" if answer.code == "field_missing" else answer.code, PREFIX + code, value)

    def fill(self, written: Mapping[int, int]) -> set[int]:
        """Fill the fields of rows that are written, by what they became; answers the rows that this changed."""
        wanted = {one: n for n, one in written.items() if n in self.given}
        if not wanted:
            return set()
        outcome = set_custom_fields(
            list(wanted), company=self.company, by=self.by, kind=self.kind,
            values={one: self.given[n] for one, n in wanted.items()},
        )  # fmt: skip
        assert not outcome.rejected, "judged before"
        return {wanted[one] for one in outcome.accepted}


def _kept(value: Any) -> str | None:
    """Write a value as own fields take it; None empties one."""
    if value is cells.NOTHING:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else str(value)
