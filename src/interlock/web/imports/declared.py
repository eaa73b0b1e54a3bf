"""What a kind of import is: its columns, who may, and what takes its rows. One declaration gives it everything."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from django.utils import translation

from interlock.core.api import Actor

Type = Literal["text", "whole", "number", "yes_no", "day", "choice", "link", "list", "moment"]
LANGUAGES = ("en", "zh-hans")
#: A cell that says so empties the field; an empty cell leaves it as it is.
EMPTY = ("<empty>", "<空>")
#: The columns that the file of rejected rows has besides; they are ignored when it comes back.
ADDED = ("why", "what to do", "why / 原因", "what to do / 处理办法")


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row: a code, the column it stands in, and what stands there."""

    code: str
    field: str = ""
    value: str = ""
    said: str = ""

    def kept(self) -> dict[str, str]:
        parts = {"code": self.code, "field": self.field, "value": self.value[:200], "said": self.said[:300]}
        return {name: text for name, text in parts.items() if text}


@dataclass(frozen=True)
class Taken:
    """What came of a set of rows, by their number: what was done with each, or what is wrong with it."""

    done: dict[int, str] = field(default_factory=dict)
    faults: dict[int, list[Fault]] = field(default_factory=dict)


@dataclass(frozen=True)
class ImportColumn:
    """One column: its code, its headings, what its cells hold, and an example."""

    code: str
    title: Any
    type: Type = "text"
    required: bool = False
    key: bool = False
    longest: int | None = None
    digits: tuple[int, int] | None = None
    most: int | None = None
    choices: tuple[tuple[str, Any], ...] = ()
    target: Any = None
    place: str = ""
    nullable: bool = False
    example: str = ""
    said: Any = ""

    def headings(self) -> tuple[str, ...]:
        """Answer every heading by which the column is known: both languages together, each of them, the code."""
        named = in_both(self.title)
        return (both(self.title), *named, self.code)

    @cached_property
    def chosen(self) -> dict[str, str]:
        """Answer the values that may be chosen, by themselves and by their words in both languages."""
        return {said.casefold(): value for value, word in self.choices for said in (*in_both(word), value)}


@dataclass(frozen=True)
class ImportKind:
    """A kind of file. ``take`` works rows inside the caller's transaction; ``by_file`` works all of them by itself.

    ``parts`` gathers the rows that make one document, by place; they are never parted. ``wakes`` says that a day's
    work may go on. ``passes`` hands headings nobody knows on as they stand. ``model`` is what the rows become,
    ``custom`` the kind under which a company's own fields of them are kept.
    """

    code: str
    title: Any
    permissions: tuple[str, ...]
    columns: tuple[ImportColumn, ...]
    take: Callable[..., Taken] | None = None
    by_file: Callable[..., Taken] | None = None
    order: Callable[[Sequence[Mapping[str, str]]], list[int]] | None = None
    parts: Callable[[Sequence[Mapping[str, str]]], list[list[int]]] | None = None
    wakes: bool = False
    passes: bool = False
    model: str = ""
    custom: str = ""

    def __post_init__(self) -> None:
        KINDS[self.code] = self

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(column.code for column in self.columns if column.key)

    def open_to(self, by: Actor, company: int) -> bool:
        return any(by.may(permission, company) for permission in self.permissions)

    def column(self, code: str) -> ImportColumn | None:
        return next((column for column in self.columns if column.code == code), None)

    def of(self, company: int) -> ImportKind:
        """Answer the kind as a company sees it: with its own fields as columns."""
        from .own import own_columns

        if not self.custom or not (own := own_columns(self.custom, company)):
            return self
        made = copy.copy(self)
        object.__setattr__(made, "columns", (*self.columns, *own))
        return made

    def match(self, headings: Iterable[str], chosen: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
        """Answer which heading is which column, and the headings nobody knows; what a person chose comes first.

        A column is taken from one heading only: the first that names it.
        """
        known = {_plain(text): column.code for column in reversed(self.columns) for text in column.headings()}
        found: dict[str, str] = {}
        unknown = []
        listed = list(headings)
        for heading in sorted(listed, key=lambda text: text not in chosen):
            code = chosen[heading] if heading in chosen else known.get(_plain(heading))
            if code and self.column(code) and code not in found.values():
                found[heading] = code
            elif code != "" and _plain(heading) not in ADDED:
                unknown.append(heading)
        return found, [heading for heading in listed if heading in unknown]

    def unknown(self, headings: Iterable[str], chosen: Mapping[str, str]) -> list[str]:
        """Answer the headings a person should look at, as they can be kept: none where these are handed on."""
        unknown = [] if self.passes else self.match(headings, chosen)[1]
        return [heading.replace("\0", "") for heading in unknown]


#: Every kind by its code, in the order in which a company is set up.
KINDS: dict[str, ImportKind] = {}


def in_both(text: Any) -> tuple[str, str]:
    """Answer a text in English and in Chinese."""
    made = []
    for language in LANGUAGES:
        with translation.override(language):
            made.append(str(text))
    return made[0], made[1]


def both(text: Any) -> str:
    """Answer a text in both languages, once where they are the same."""
    english, chinese = in_both(text)
    return english if english == chinese else f"{english} / {chinese}"


def _plain(text: str) -> str:
    """Answer a heading without what people change: case, stars of required columns, spaces and underscores."""
    return " ".join(text.replace("*", " ").replace("_", " ").casefold().split())
