"""A company's own fields in the workplace: as words, as inputs, as columns and filters of lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from interlock.core.api import (
    CUSTOMISED,
    CustomField,
    custom_fields,
    custom_values,
    is_due,
    linked,
)
from interlock.core.custom import BadValue, read_value
from interlock.core.sql import rows

from .access import Desk
from .lists import cells
from .lists.declared import Asked, Column, Filter, Listing
from .queries import custom as queries

PREFIX = "own_"
MOST_OPTIONS, MOST_CHANGES = 200, 20
_COLUMNS: dict[str, Any] = {"number": "number", "date": "date"}
#: types that are asked for by a range, with the kind of its filters
RANGED: dict[str, Any] = {"number": "amount", "date": "date"}


@dataclass(frozen=True)
class Shown:
    """A field as a page shows it: what it holds in words, as the input's text, and whether it must be filled."""

    field: CustomField
    text: str
    raw: str
    is_due: bool
    options: list[tuple[str, str]]

    @property
    def is_missing(self) -> bool:
        return self.is_due and not self.text


def may_fill(desk: Desk, kind: str) -> bool:
    one = CUSTOMISED[kind]
    return desk.may("core.set_custom_fields") and desk.may(*one.permissions)


def panel(desk: Desk, kind: str, document_id: int, state: str) -> dict[str, Any] | None:
    """Answer what a page shows of a document's own fields, None where the company has none."""
    fields = custom_fields(desk.company_id, kind)
    if not fields:
        return None
    content = custom_values(desk.company_id, kind, [document_id]).get(document_id, {})
    names = link_names(desk.company_id, fields, [content])
    shown = [
        Shown(field, text_of(field, content.get(field.code), names), _raw(field, content.get(field.code), names),
              is_due(field, CUSTOMISED[kind], state), _options(field))
        for field in fields
    ]  # fmt: skip
    told = rows(queries.SQL["changes"], company=desk.company_id, kind=kind, document=document_id, most=MOST_CHANGES)
    known = {field.code: field for field in fields}
    return {
        "kind": kind,
        "document_id": document_id,
        "fields": shown,
        "may": may_fill(desk, kind),
        "changes": [_change(row, known) for row in told],
    }


def _change(row: Any, known: dict[str, CustomField]) -> dict[str, Any]:
    field = known.get(row.code)
    names = {row.was: row.was, row.now: row.now} if field and field.type == "link" else {}
    told = (lambda value: text_of(field, value, names)) if field else lambda value: str(value)
    return {
        "row": row,
        "name": field.name if field else row.code,
        "was": told(row.was) if row.was is not None else "–",
        "now": told(row.now) if row.now is not None else "–",
    }


def text_of(field: CustomField, value: Any, names: dict[Any, str]) -> str:
    """Answer a value in words of the reader's language."""
    if value is None:
        return ""
    if field.type == "yes_no":
        return _("yes") if value else _("no")
    if field.type == "choice":
        return next((_choice_name(one) for one in field.choices if one["code"] == value), str(value))
    if field.type == "link":
        return str(names.get(value, value))
    return str(value)


def _choice_name(one: dict[str, str]) -> str:
    return (one.get("zh") if cells.chinese() else one.get("en")) or one["code"]


def _raw(field: CustomField, value: Any, names: dict[Any, str]) -> str:
    """Answer a value as the input holds it, and as ``set_custom_fields`` reads it."""
    if value is None:
        return ""
    if field.type == "link":
        return str(names.get(value, "")).partition(" ")[0]
    return ("true" if value else "false") if field.type == "yes_no" else str(value)


def _options(field: CustomField) -> list[tuple[str, str]]:
    if field.type == "choice":
        return [(one["code"], _choice_name(one)) for one in field.choices]
    return [("true", _("yes")), ("false", _("no"))] if field.type == "yes_no" else []


def link_names(company: int, fields: Sequence[CustomField], contents: Sequence[dict[str, Any]]) -> dict[Any, str]:
    """Answer the code and name of every master these values link to, a statement a field."""
    names: dict[Any, str] = {}
    for field in fields:
        if field.type != "link":
            continue
        if ids := {content[field.code] for content in contents if field.code in content}:
            names |= {row.id: f"{row.code} {cells.name(row)}" for row in linked(field, company, ids=sorted(ids))}
    return names


# ---------------------------------------------------------------------------------------------------------------- lists
def with_own(listing: Listing, company: int) -> Listing:
    """Answer a list as this company sees it: with its own fields as columns, those searchable as filters too."""
    if not listing.custom:
        return listing
    fields = custom_fields(company, listing.custom)
    if not fields:
        return listing
    columns = tuple(
        Column(
            f"{PREFIX}{field.code}", field.name, _COLUMNS.get(field.type, "text"), value=_value_of(field), shown=False
        )
        for field in fields
    )
    filters = tuple(one for field in fields if field.is_searchable for one in _filters(field))
    return replace(listing, columns=(*listing.columns, *columns), filters=(*listing.filters, *filters))


def _value_of(field: CustomField) -> Any:
    def value(row: Any) -> Any:
        held = row.own.get(field.code)
        if held is None:
            return None if field.type in _COLUMNS else ""
        if field.type == "number":
            return Decimal(held)
        if field.type == "date":
            return date.fromisoformat(held)
        return text_of(field, held, row.own_names)

    return value


def _filters(field: CustomField) -> list[Filter]:
    """Make the filters of a field: a range of numbers and days, else what it holds."""
    named, code = dict(_options(field)), f"{PREFIX}{field.code}"
    if field.type not in RANGED:
        kind: Any = "choice" if named else "text"
        word = named.__getitem__ if named else str
        return [Filter(code, field.name, kind, choices=tuple(named), word=word, place="rare", own=field)]
    least, most = Filter(
        f"{code}.least", _("%(field)s from") % {"field": field.name}, RANGED[field.type], place="rare", own=field,
        end="least",
    ), Filter(
        f"{code}.most", _("%(field)s to") % {"field": field.name}, RANGED[field.type], place="rare", own=field,
        end="most",
    )  # fmt: skip
    # Addresses that were kept name the field alone.
    return [Filter(code, field.name, "hidden", own=field), least, most]


def wanted_own(
    company: int, wanted: dict[str, Any], filters: Sequence[Filter]
) -> tuple[dict[str, Any], dict[str, Any], list[dict[str, Any]]]:
    """Part what is asked of a list into its own parameters, what its custom fields hold, and between what they lie."""
    plain, own, ranges = dict(wanted), dict[str, Any](), dict[str, dict[str, Any]]()
    for one in filters:
        if one.own is None or (value := plain.pop(one.name)) is None:
            continue
        if one.end:
            asked = {"code": one.own.code, "is_number": one.own.type == "number"}
            ranges.setdefault(one.own.code, asked)[one.end] = str(value)
        else:
            own[one.own.code] = _asked(one.own, company, value)
    return plain, own, list(ranges.values())


def _asked(field: CustomField, company: int, value: Any) -> Any:
    """Answer a filter's value as it is kept; what cannot be found is something nobody holds."""
    links = {row.code: row.id for row in linked(field, company, codes=[str(value)])} if field.type == "link" else {}
    try:
        return read_value(field, value, links)
    except BadValue:
        return {"never": True}


class OwnRow:
    """A row of a list with the document's own values beside it."""

    __slots__ = ("own", "own_names", "row")

    def __init__(self, row: Any, own: dict[str, Any], names: dict[Any, str]) -> None:
        self.row, self.own, self.own_names = row, own, names

    def __getattr__(self, name: str) -> Any:
        return getattr(self.row, name)


def rows_with_own(asked: Asked, company: int, found: list[Any]) -> list[Any]:
    """Put their own values beside rows, when a column shows one."""
    if not any(column.code.startswith(PREFIX) for column in asked.columns):
        return found
    kind = asked.listing.custom
    values = custom_values(company, kind, [row.id for row in found])
    names = link_names(company, custom_fields(company, kind), list(values.values()))
    return [OwnRow(row, values.get(row.id, {}), names) for row in found]
