"""A kind of document or master as the interface shows it: declared by its model, its shape read from the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from ninja import Schema
from pydantic import create_model

#: Of the machinery, not of the business.
INTERNAL = frozenset({"run", "ended_run", "content_hash", "is_parted", "is_open", "first_line", "last_line"})
PLAIN: list[tuple[type[models.Field[Any, Any]], Any]] = [
    (models.BooleanField, bool),
    (models.DateTimeField, datetime),
    (models.DateField, date),
    (models.DecimalField, Decimal),
    (models.IntegerField, int),
    (models.JSONField, Any),
    (models.CharField, str),
    (models.TextField, str),
]


@dataclass(frozen=True)
class Lines:
    """The lines of a document; ``span`` names the header's two columns that say which ids they have."""

    model: str
    parent: str
    name: str
    leave: frozenset[str] = frozenset()
    span: tuple[str, str] | None = None
    inline: bool = True

    @cached_property
    def table(self) -> type[models.Model]:
        return apps.get_model(self.model)

    @cached_property
    def columns(self) -> dict[str, str]:
        return columns(self.table, self.leave | {"company", self.parent})

    @cached_property
    def schema(self) -> type[Schema]:
        return schema_of(self.name, self.table, self.columns, f"A line of a document: {self.table.__doc__}")


@dataclass(frozen=True)
class Kind:
    """What may be read: ``path`` is its address, one of ``permissions`` opens it in a company."""

    path: str
    model: str
    permissions: tuple[str, ...]
    name: str = ""
    leave: frozenset[str] = frozenset()
    on: str = ""
    filters: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    on_timeline: bool = False
    lines: Lines | None = None
    #: A master's natural key; only masters that name one can be written. See ``masters``.
    key: tuple[str, ...] = ()
    fixed: frozenset[str] = field(default=frozenset())
    #: What only a new one is given.
    once: frozenset[str] = field(default=frozenset())
    #: The kind under which a company's own fields are kept.
    custom: str = ""
    #: Answers those of some rows, by their numbers, that may not be written as they are, with a code that says why.
    refuse: Callable[[int, Mapping[int, Any]], Mapping[int, str]] | None = None

    @cached_property
    def table(self) -> type[models.Model]:
        return apps.get_model(self.model)

    @property
    def title(self) -> str:
        return self.name or self.table.__name__

    @cached_property
    def owned(self) -> bool:
        """Say whether its rows belong to one company each; the others are shared by the group."""
        return any(one.name == "company" for one in self.table._meta.concrete_fields)

    @cached_property
    def indexed_open(self) -> bool:
        """Say whether its open documents are marked by a column of their own, for the index of these."""
        return bool(self.closed) and any(one.name == "is_open" for one in self.table._meta.concrete_fields)

    @cached_property
    def tracked(self) -> Any:
        """Answer the model of its history, None without one."""
        return next(iter(getattr(self.table, "pgh_event_models", {}).values()), None)

    @property
    def since(self) -> bool:
        return self.on_timeline or self.tracked is not None

    @cached_property
    def columns(self) -> dict[str, str]:
        return columns(self.table, self.leave)

    @cached_property
    def schema(self) -> type[Schema]:
        return schema_of(self.title, self.table, self.columns, self.table.__doc__ or "")

    def where(self, name: str) -> str:
        """Answer the column a filter compares: a code for a link to what has one, else the key."""
        return self.columns.get(name, f"{name}_id")


def columns(table: type[models.Model], leave: frozenset[str]) -> dict[str, str]:
    """Answer what is shown and where it is read: a link as the code it leads to, or as an id."""
    found: dict[str, str] = {}
    for one in table._meta.concrete_fields:
        if one.name in leave or one.name in INTERNAL:
            continue
        if not isinstance(one, models.ForeignKey):
            found[one.name] = one.name
        elif (place := code_of(one)) is None:
            found[one.attname] = one.attname
        else:
            found[one.name] = one.attname if place == "pk" else f"{one.name}__code"
    return found


def code_of(link: models.ForeignKey[Any, Any]) -> str | None:
    """Say how a link is named from outside: by the key, by a code that is one in the company, or by its id (None)."""
    target = link.remote_field.model
    if target._meta.pk.name == "code":
        return "pk"
    codes = [one for one in target._meta.concrete_fields if one.name == "code"]
    if not codes:
        return None
    if codes[0].unique:
        return "unique"
    keys = {tuple(rule.fields) for rule in target._meta.constraints if isinstance(rule, models.UniqueConstraint)}
    return "company" if ("company", "code") in keys else None


def kind_of(one: Any) -> Any:
    """Answer the type of a column's values; a closed set of codes is named one by one."""
    if isinstance(one, models.ForeignKey):
        return str if code_of(one) else int
    if isinstance(one, ArrayField):
        return list[kind_of(one.base_field)]  # type: ignore[misc]
    if one.choices:
        chosen = [str(value) for value, _word in one.flatchoices]
        return Literal[tuple([*chosen, ""] if one.blank and "" not in chosen and not one.null else chosen)]
    return next((plain for field_type, plain in PLAIN if isinstance(one, field_type)), Any)


def schema_of(name: str, table: type[models.Model], shown: dict[str, str], said: str) -> type[Schema]:
    """Make the schema of what is shown of a table."""
    by_name = {one.name: one for one in table._meta.concrete_fields}
    by_name |= {one.attname: one for one in table._meta.concrete_fields}
    parts: dict[str, Any] = {}
    for label in shown:
        one = by_name[label]
        kind = kind_of(one)
        parts[label] = (kind | None if one.null and kind is not Any else kind, ...)
    return create_model(name, __base__=Schema, __doc__=" ".join(said.split()), **parts)
